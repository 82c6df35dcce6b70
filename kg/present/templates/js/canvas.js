// The drawing itself: vis-network without physics, since Python has placed everything.

const INSIDE = new Set(["box", "ellipse", "circle", "text", "database"]);
const READABLE = 0.6;
const FEW = 100;
const MANY = 1500;
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const drawing = { nodes: new vis.DataSet(), edges: new vis.DataSet(), network: null };

function startCanvas() {
  drawing.network = new vis.Network(
    document.getElementById("canvas"),
    { nodes: drawing.nodes, edges: drawing.edges },
    {
      physics: false,
      layout: { improvedLayout: false },
      interaction: { hover: true, tooltipDelay: 1e6, selectConnectedEdges: false, multiselect: false },
    },
  );
  openView();
  drawing.network.on("click", ({ nodes, edges }) => select(chosenOn(nodes, edges)));
  drawing.network.on("hoverNode", () => setCursor("pointer"));
  drawing.network.on("hoverEdge", () => setCursor("pointer"));
  drawing.network.on("blurNode", () => setCursor("default"));
  drawing.network.on("blurEdge", () => setCursor("default"));
  // For those who drive the page from a script.
  window.kgGraph = drawing;
}

function setCursor(name) {
  document.getElementById("canvas").style.cursor = name;
}

function chosenOn(nodes, edges) {
  if (nodes.length && nodesById.get(nodes[0]).value) return { statement: edgesOf(nodes[0])[0].statements[0] };
  if (nodes.length) return { node: nodes[0] };
  return edges.length ? { statement: edgesById.get(edges[0]).statements[0] } : null;
}

function fitCanvas() {
  drawing.network.fit({ animation: false, maxZoomLevel: 1.3 });
}

/** Show it all if its words can be read then; else, unless it is large, what most links lead to. */
function openView() {
  fitCanvas();
  if (drawing.network.getScale() >= READABLE || facts.nodes.length > FEW) return;
  const busiest = facts.nodes.reduce((best, node) => (edgesOf(node.id).length > edgesOf(best.id).length ? node : best));
  drawing.network.moveTo({ position: { x: busiest.x, y: busiest.y }, scale: READABLE });
}

function zoomBy(factor) {
  drawing.network.moveTo({ scale: drawing.network.getScale() * factor, animation: !calm.matches && { duration: 200 } });
}

/** Dim what the choice does not touch; a large graph would take too long, and there the choice is thick and bold alone. */
function dim() {
  if (facts.nodes.length <= MANY) paint();
}

/** Paint everything for the language, scheme and choice of the moment; what the choice does not touch is dimmed. */
function paint() {
  const near = nearSelected();
  drawing.nodes.update(facts.nodes.map((node) => nodeStyle(node, near && !near.has(node.id))));
  drawing.edges.update(facts.edges.map((edge) => edgeStyle(edge, near && !near.has(edge.id))));
}

/** Return the ids of nodes and edges that belong to what is selected, or nothing when all do. */
function nearSelected() {
  if (!view.selected || facts.nodes.length > MANY) return null;
  const { node, statement } = view.selected;
  const edge = statement && edgesById.get(statementsById.get(statement).edge);
  if (edge) return new Set([edge.id, edge.from, edge.to]);
  const centre = node ?? statementsById.get(statement).subject.node;
  return new Set([centre, ...edgesOf(centre).filter(isShown).flatMap((one) => [one.id, one.from, one.to])]);
}

function nodeStyle(node, isDim) {
  const colour = classColour(node.cls);
  const bare = node.shape === "text";
  const fill = bare ? pageColour("page") : node.value ? pageColour("raised") : colour;
  const border = bare ? fill : readable(colour, 3);
  const inside = INSIDE.has(node.shape) && !bare && !node.value;
  return {
    id: node.id,
    x: node.x,
    y: node.y,
    label: node.value ? shorten(amountText(node.value), 22) : node.lines.join("\n"),
    // An edge ends at a box's border, and in the middle of bare text: words stand in a box that is not seen.
    shape: node.shape === "text" ? "box" : node.shape,
    size: node.size,
    hidden: !isNodeShown(node.id),
    opacity: isDim && !bare ? 0.35 : 1,
    borderWidth: node.value ? 1.5 : 1,
    borderWidthSelected: 3,
    color: { background: fill, border, highlight: { background: fill, border: pageColour("ink") }, hover: { background: fill, border: pageColour("ink") } },
    margin: node.value ? { top: 5, bottom: 5, left: 9, right: 9 } : 9,
    shapeProperties: { borderRadius: node.value ? 12 : 5 },
    font: {
      face: "system-ui, sans-serif",
      size: node.value ? 13 : 15,
      color: faded(inside ? textOn(colour) : pageColour("ink"), isDim),
      strokeWidth: INSIDE.has(node.shape) ? 0 : 4,
      strokeColor: pageColour("page"),
    },
  };
}

function edgeStyle(edge, isDim) {
  const colour = relationColour(edge);
  const label = isDenied(edge) ? pageColour("denied") : readable(facts.relations[edge.relation]?.colour, 4.5);
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    // An empty label would leave the one before.
    label: isDim ? " " : edgeLabel(edge),
    hidden: !isShown(edge),
    width: nodesById.get(edge.to).value ? 1.2 : 2,
    selectionWidth: 1.5,
    hoverWidth: 1,
    color: { color: colour, highlight: colour, hover: colour, inherit: false, opacity: isDim ? 0.3 : 1 },
    dashes: DASHES[facts.modalities[edge.modality]?.line]?.length ? DASHES[facts.modalities[edge.modality].line] : false,
    arrows: { to: { enabled: !facts.relations[edge.relation]?.symmetric, scaleFactor: nodesById.get(edge.to).value ? 0.4 : 0.7 } },
    smooth: smoothness(edge.bend),
    font: { face: "system-ui, sans-serif", size: 13, color: label, strokeWidth: 5, strokeColor: pageColour("page"), align: "horizontal" },
  };
}

function edgeLabel(edge) {
  const amount = edge.amount ? ` (${amountText(edge.amount)})` : "";
  const count = edge.statements.length > 1 ? ` ×${edge.statements.length}` : "";
  return (isDenied(edge) ? "✕ " : "") + relationName(edge.relation) + amount + count;
}

function faded(colour, isDim) {
  const rgb = channels(colour);
  return isDim && rgb ? `rgba(${rgb.join(", ")}, 0.5)` : colour;
}

/**
 * Return the curve whose middle lies `bend` of its length beside the straight line. With roundness r, vis-network
 * sets the control point at (1 + r) / 2 of the length, turned by r × 90°; the middle is half as far off.
 */
function smoothness(bend) {
  if (bend === 0) return false;
  let [low, high] = [0, 1];
  while (high - low > 1e-3) {
    const middle = (low + high) / 2;
    if (((1 + middle) / 4) * Math.sin((middle * Math.PI) / 2) < Math.abs(bend)) low = middle;
    else high = middle;
  }
  return { enabled: true, type: bend > 0 ? "curvedCCW" : "curvedCW", roundness: high };
}

/** Select on the canvas what is selected on the page, and bring it into view when it is outside. */
function markSelected() {
  const network = drawing.network;
  const { node, statement } = view.selected ?? {};
  const edge = statement && edgesById.get(statementsById.get(statement).edge);
  const ends = edge ? [edge.from, edge.to] : [node ?? (statement && statementsById.get(statement).subject.node)].filter(Boolean);
  network.setSelection({ nodes: edge ? [] : ends, edges: edge ? [edge.id] : [] }, { highlightEdges: false });
  if (!ends.every(isInView)) network.fit({ nodes: ends, maxZoomLevel: 1, animation: !calm.matches && { duration: 300 } });
}

function isInView(nodeId) {
  const { x, y } = drawing.network.canvasToDOM(drawing.network.getPosition(nodeId));
  const canvas = document.getElementById("canvas");
  return x > 0 && y > 0 && x < canvas.clientWidth && y < canvas.clientHeight;
}
