// Draws what was computed beforehand: `drawn` holds nodes, lines, options and the bands of the columns.
// Used by the page that stands by itself and by the component on the screen.
const ARROW = new Path2D("M0 0 -9 -4 -9 4Z");
const REACH = [4, 12]; // how wide a line is to a pointer: first those that it is on, then those that it is near

// Answers with the network and its lines: which one is at a place, and which are shown as chosen.
export function drawBoard(vis, container, drawn) {
  // Out of sight while vis takes in the boxes: else it draws them all once before their place is right.
  container.style.display = "none";
  const nodes = new vis.DataSet(drawn.nodes.map(({ label, ...box }) => box));
  const network = new vis.Network(container, { nodes, edges: new vis.DataSet() }, drawn.options);
  const [width, height] = drawn.size;
  const lines = drawn.lines.map((line) => ({ ...line, shape: new Path2D(line.path) }));
  const probe = document.createElement("canvas").getContext("2d");
  let chosen = new Set();
  let pointed = null;

  function stroke(context, line) {
    context.strokeStyle = line.color;
    context.fillStyle = line.color;
    context.lineWidth = line.width + (chosen.has(line) ? 1.7 : 0) + (line === pointed ? 1 : 0);
    context.setLineDash(line.dash);
    context.stroke(line.shape);
    if (!line.arrow) return;
    const [x, y, angle] = line.arrow;
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.fill(ARROW);
    context.restore();
  }

  // A line that is thin is hard to hit, so it may be missed by a little.
  function lineAt({ x, y }) {
    for (const reach of REACH) {
      probe.lineWidth = reach;
      const found = lines.find((line) => probe.isPointInStroke(line.shape, x, y));
      if (found) return found;
    }
    return null;
  }

  function point(line) {
    if (line === pointed) return;
    pointed = line;
    network.redraw();
  }

  function choose(keys) {
    chosen = new Set(lines.filter((line) => line.lines.some((key) => keys.has(key))));
    network.redraw();
  }

  function heading(context, text, x, y, room) {
    let size = 15;
    do {
      context.font = `bold ${size}px ${drawn.face}`;
      size -= 1;
    } while (size > 12 && context.measureText(text).width > room);
    context.fillText(text, x, y);
  }

  function band(context, { x, width: w, heading: text, tint, bar }) {
    context.fillStyle = tint;
    context.fillRect(x, 0, w, height);
    context.fillStyle = bar;
    context.fillRect(x, 0, w, 4);
    context.textAlign = "center";
    context.textBaseline = "middle";
    const words = text.split(" ");
    const half = Math.ceil(words.length / 2);
    const lines = words.length > 1 ? [words.slice(0, half).join(" "), words.slice(half).join(" ")] : [text];
    lines.forEach((line, at) => heading(context, line, x + w / 2, 28 + (at - (lines.length - 1) / 2) * 17, w - 4));
  }

  // vis sets lines of text as close as their letters are high; here they have the room that their box was given.
  function write(context, { label, x, y, font }) {
    const said = label.split("\n");
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = font.color;
    said.forEach((line, at) => {
      context.font = `${line.startsWith("<b>") ? "bold " : ""}${drawn.font_size}px ${drawn.face}`;
      const text = line.replace(/^<b>(.*)<\/b>$/, "$1").replaceAll("\uff06", "&");
      context.fillText(text, x, y + (at - (said.length - 1) / 2) * drawn.line_height, drawn.text_width);
    });
  }

  // What differs from the other date stands in words above the box, in the gap that every box has.
  function mark(context, node) {
    const { words, tint } = drawn.marks[node.mark];
    const box = network.getBoundingBox(node.id);
    context.font = `bold ${drawn.mark_size}px ${drawn.face}`;
    const room = context.measureText(words).width + 10;
    context.fillStyle = tint;
    context.fillRect(box.left, box.top - 15, room, 15);
    context.fillStyle = "#ffffff";
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillText(words, box.left + 5, box.top - 7);
  }

  network.on("beforeDrawing", (context) => {
    context.save();
    drawn.bands.forEach((each) => band(context, each));
    lines.forEach((each) => stroke(context, each));
    context.restore();
  });
  network.on("afterDrawing", (context) => {
    context.save();
    drawn.nodes.forEach((node) => write(context, node));
    drawn.nodes.filter((node) => node.mark).forEach((node) => mark(context, node));
    context.restore();
  });
  container.style.display = "";
  network.setSize();
  network.moveTo({ position: { x: width / 2, y: height / 2 }, scale: 1, animation: false });
  // The drawing is hidden from screen readers (the list says the same), so nothing in it may take the focus.
  container.querySelectorAll("[tabindex]").forEach((element) => element.removeAttribute("tabindex"));
  return { network, lineAt, point, choose };
}
