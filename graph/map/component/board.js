// The map on the screen: draws what Python computed, and tells Python what was clicked, a box or a line.
import { brought } from "../wie-gaat-erover.board/brought.js";
import { drawBoard } from "./draw.js";

const boards = new WeakMap();
const library = import(new URL("../wie-gaat-erover.vis/vis-network.min.js", import.meta.url));

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".wge-board");
  const board = boards.get(root) || { signature: null, zoom: 1 };
  boards.set(root, board);
  board.wanted = data;
  board.tell = (ids) => component.setTriggerValue("clicked", { ids, at: Date.now() });
  root.querySelector(".scroll").setAttribute("aria-label", data.words.region);
  if (board.signature === data.signature) return soon(root, board);
  Promise.all([brought(data.signature), library]).then(([{ drawn }]) => {
    if (board.wanted.signature !== data.signature) return;
    if (board.signature !== data.signature) redraw(root, board, drawn, data.signature);
    show(root, board);
  });
  return undefined;
}

// The card beside the drawing is on the screen first: drawing what was chosen waits for the frame after it.
function soon(root, board) {
  cancelAnimationFrame(board.frame);
  board.frame = requestAnimationFrame(() => setTimeout(() => show(root, board)));
}

function redraw(root, board, data, signature) {
  const started = performance.now();
  if (board.network) board.network.destroy();
  board.signature = signature;
  board.data = data;
  const canvas = root.querySelector(".canvas");
  size(root, board);
  Object.assign(board, drawBoard(globalThis.vis, canvas, data));
  const { network } = board;
  network.on("click", (event) => clicked(board, event));
  follow(board, canvas);
  network.once("afterDrawing", () => (root.dataset.drawn = String(Math.round(performance.now() - started))));
  Object.assign(root, { wgeNetwork: network, wgeDrawn: data });
  heads(root, board, data);
  bar(root, board);
}

function size(root, board) {
  const [width, height] = board.data.size.map((each) => each * board.zoom);
  for (const name of [".sheet", ".canvas"]) Object.assign(root.querySelector(name).style, { width: `${width}px`, height: `${height}px` });
}

function clicked(board, { nodes, pointer }) {
  const node = board.data.nodes.find((each) => each.id === nodes[0]);
  if (node) return board.tell([node.about]);
  const line = board.lineAt(pointer.canvas);
  if (line) board.tell(line.lines);
  return undefined;
}

// The pointer says what can be clicked: a box, or a line, which then is thicker.
function follow(board, canvas) {
  const { network } = board;
  let onBox = false;
  const aim = (line) => {
    board.point(line);
    canvas.style.cursor = onBox || line ? "pointer" : "default";
  };
  network.on("hoverNode", () => ((onBox = true), aim(null)));
  network.on("blurNode", () => ((onBox = false), aim(null)));
  canvas.onmousemove = ({ offsetX: x, offsetY: y }) => onBox || aim(board.lineAt(network.DOMtoCanvas({ x, y })));
  canvas.onmouseleave = () => aim(null);
}

function heads(root, board, data) {
  const tall = `${52 * board.zoom}px`;
  Object.assign(root.querySelector(".heads").style, { height: tall, marginBottom: `-${tall}` });
  const made = data.bands.map(({ x, width, heading, tint, bar: color }) => {
    const head = document.createElement("div");
    head.textContent = heading;
    Object.assign(head.style, { left: `${x * board.zoom}px`, width: `${width * board.zoom}px`, height: tall, background: tint, color, borderTopColor: color });
    fit(head, heading, width * board.zoom);
    return head;
  });
  root.querySelector(".heads").replaceChildren(...made);
}

function fit(head, heading, width) {
  const longest = Math.max(...heading.split(" ").map((word) => word.length));
  head.style.fontSize = `${Math.max(12, Math.min(15, Math.floor((width - 4) / (longest * 0.62))))}px`;
}

function bar(root, board) {
  const { words } = board.wanted;
  const buttons = [
    [words.fullscreen, () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen())],
    [words.larger, () => zoom(root, board, 1.25)],
    [words.smaller, () => zoom(root, board, 0.8)],
    [words.png, () => save(root, words)],
  ];
  const place = root.querySelector(".bar");
  // Kept when they are there already: whoever stands on a button does not lose it.
  if (place.childElementCount === buttons.length) {
    [...place.children].forEach((button, at) => Object.assign(button, { textContent: buttons[at][0], onclick: buttons[at][1] }));
    return;
  }
  place.replaceChildren(
    ...buttons.map(([text, act]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.onclick = act;
      return button;
    }),
  );
}

function zoom(root, board, by) {
  board.zoom = Math.min(2, Math.max(0.4, board.zoom * by));
  size(root, board);
  const [width, height] = board.data.size;
  board.network.setSize(`${width * board.zoom}px`, `${height * board.zoom}px`);
  board.network.redraw();
  board.network.moveTo({ position: { x: width / 2, y: height / 2 }, scale: board.zoom, animation: false });
  heads(root, board, board.data);
}

// On paper of its own: what is between the columns would be black where pictures are shown on black.
function save(root, words) {
  const drawing = root.querySelector("canvas");
  const sheet = Object.assign(document.createElement("canvas"), { width: drawing.width, height: drawing.height });
  const context = sheet.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.drawImage(drawing, 0, 0);
  const link = document.createElement("a");
  link.download = words.png_file;
  link.href = sheet.toDataURL("image/png");
  link.click();
}

function show(root, board) {
  const { data, wanted } = board;
  const chosen = new Set(wanted.chosen);
  board.network.selectNodes(data.nodes.filter((node) => chosen.has(node.about)).map((node) => node.id), false);
  board.choose(chosen);
  root.querySelector(".live").textContent = wanted.live;
  const focus = wanted.focus || "";
  if (focus !== board.shown) {
    board.shown = focus;
    const node = data.nodes.find((each) => each.about === focus);
    if (node) centre(root, board, node);
  }
}

function centre(root, board, { x, y }) {
  const scroll = root.querySelector(".scroll");
  scroll.scrollTo({ left: x * board.zoom - scroll.clientWidth / 2, top: y * board.zoom - scroll.clientHeight / 2 });
}
