// Draws what was computed beforehand: `drawn` holds nodes, edges, options and the bands of the columns.
// Used by the page that stands by itself and by the component on the screen.
export function drawBoard(vis, container, drawn) {
  const nodes = new vis.DataSet(drawn.nodes);
  const network = new vis.Network(container, { nodes, edges: new vis.DataSet(drawn.edges) }, drawn.options);
  const [width, height] = drawn.size;

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
    context.restore();
  });
  network.on("afterDrawing", (context) => {
    context.save();
    drawn.nodes.filter((node) => node.mark).forEach((node) => mark(context, node));
    context.restore();
  });
  network.moveTo({ position: { x: width / 2, y: height / 2 }, scale: 1, animation: false });
  // The drawing is hidden from screen readers (the list says the same), so nothing in it may take the focus.
  container.querySelectorAll("[tabindex]").forEach((element) => element.removeAttribute("tabindex"));
  return network;
}
