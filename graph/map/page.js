// Draws what was computed beforehand: `drawn` holds nodes, edges, options and the bands of the columns.
(function () {
  const container = document.getElementById("map");
  const network = new vis.Network(
    container,
    { nodes: new vis.DataSet(drawn.nodes), edges: new vis.DataSet(drawn.edges) },
    drawn.options,
  );
  const [width, height] = drawn.size;

  function band(context, { x, width: w, heading, tint, bar }) {
    context.fillStyle = tint;
    context.fillRect(x, 0, w, height);
    context.fillStyle = bar;
    context.fillRect(x, 0, w, 4);
    context.font = `bold 15px ${drawn.face}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(heading, x + w / 2, 30, w - 8);
  }

  network.on("beforeDrawing", (context) => {
    context.save();
    drawn.bands.forEach((each) => band(context, each));
    context.restore();
  });
  network.moveTo({ position: { x: width / 2, y: height / 2 }, scale: 1, animation: false });
  // The drawing is hidden from screen readers (the list says the same), so nothing in it may take the focus.
  container.querySelectorAll("[tabindex]").forEach((element) => element.removeAttribute("tabindex"));
})();
