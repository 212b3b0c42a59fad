// The map on the screen: draws what Python computed, and tells Python what was clicked, a box or a line.
import { drawBoard } from "./draw.js";

const boards = new WeakMap();
const library = import(new URL("../wie-gaat-erover.vis/vis-network.min.js", import.meta.url));

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".wge-board");
  const board = boards.get(root) || { signature: null, zoom: 1 };
  boards.set(root, board);
  board.tell = (ids) => component.setTriggerValue("clicked", { ids, at: Date.now() });
  root.querySelector(".scroll").setAttribute("aria-label", data.words.region);
  library.then(() => {
    if (board.signature !== data.signature) redraw(root, board, data);
    show(root, board, data);
  });
}

function redraw(root, board, data) {
  const started = performance.now();
  if (board.network) board.network.destroy();
  board.signature = data.signature;
  board.data = data;
  const canvas = root.querySelector(".canvas");
  size(root, board);
  board.network = drawBoard(globalThis.vis, canvas, data);
  board.network.on("click", (event) => clicked(board, event));
  // A line is thin: the pointer says where it can be clicked.
  const cursor = (shape) => () => (canvas.style.cursor = shape);
  ["hoverNode", "hoverEdge"].forEach((name) => board.network.on(name, cursor("pointer")));
  ["blurNode", "blurEdge"].forEach((name) => board.network.on(name, cursor("default")));
  board.network.once("afterDrawing", () => (root.dataset.drawn = String(Math.round(performance.now() - started))));
  root.wgeNetwork = board.network;
  heads(root, board, data);
  bar(root, board, data);
}

function size(root, board) {
  const [width, height] = board.data.size.map((each) => each * board.zoom);
  for (const name of [".sheet", ".canvas"]) Object.assign(root.querySelector(name).style, { width: `${width}px`, height: `${height}px` });
}

function clicked(board, { nodes, edges }) {
  const node = board.data.nodes.find((each) => each.id === nodes[0]);
  if (node && node.about) return board.tell([node.about]);
  const edge = board.network.body.data.edges.get(edges[0]);
  if (edge) board.tell(edge.lines);
  return undefined;
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

function bar(root, board, data) {
  const { words } = data;
  const buttons = [
    [words.fullscreen, () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen())],
    [words.larger, () => zoom(root, board, 1.25)],
    [words.smaller, () => zoom(root, board, 0.8)],
    [words.png, () => save(root, data)],
  ];
  const place = root.querySelector(".bar");
  // Kept when they are there already: whoever stands on a button does not lose it.
  if (place.childElementCount === buttons.length) {
    [...place.children].forEach((button, at) => (button.onclick = buttons[at][1]));
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

function save(root, data) {
  const link = document.createElement("a");
  link.download = data.words.png_file;
  link.href = root.querySelector("canvas").toDataURL("image/png");
  link.click();
}

function show(root, board, data) {
  const { network } = board;
  const chosen = new Set(data.chosen);
  const nodes = data.nodes.filter((node) => chosen.has(node.about) && node.shape === "box").map((node) => node.id);
  const edges = network.body.data.edges.get({ filter: (edge) => edge.lines.some((line) => chosen.has(line)) });
  network.setSelection({ nodes, edges: edges.map((edge) => edge.id) }, { highlightEdges: false });
  root.querySelector(".live").textContent = data.live;
  const wanted = data.focus || "";
  if (wanted !== board.shown) {
    board.shown = wanted;
    const node = data.nodes.find((each) => each.about === wanted && each.shape === "box");
    if (node) centre(root, board, node);
  }
}

function centre(root, board, { x, y }) {
  const scroll = root.querySelector(".scroll");
  scroll.scrollTo({ left: x * board.zoom - scroll.clientWidth / 2, top: y * board.zoom - scroll.clientHeight / 2 });
}
