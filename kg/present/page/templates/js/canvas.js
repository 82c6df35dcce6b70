// The drawing itself: vis-network without physics, since Python has placed everything.

const READABLE = 0.45;
const FEW = 100;
const MANY = 1500;
const SMALLEST = 6;
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
const drawing = { nodes: new vis.DataSet(), edges: new vis.DataSet(), network: null };
const painted = { nodes: new Map(), edges: new Map() };

function startCanvas() {
  drawing.network = new vis.Network(
    document.getElementById("canvas"),
    { nodes: drawing.nodes, edges: drawing.edges },
    {
      physics: false,
      layout: { improvedLayout: false },
      interaction: {
        hover: true,
        tooltipDelay: 1e6,
        selectConnectedEdges: false,
        multiselect: false,
      },
      nodes: { scaling: { label: { drawThreshold: SMALLEST } } },
      edges: { scaling: { label: { drawThreshold: SMALLEST } } },
    },
  );
  // The frame that vis-network adds would be a second stop of the Tab key, without a name.
  document.querySelector("#canvas .vis-network").removeAttribute("tabindex");
  drawLess(drawing.network);
  if (view.camera) moveCamera(view.camera);
  else openView();
  drawing.network.on("click", onCanvasClick);
  // A tap ends with a click on whatever lies under the finger by then: the sheet that the tap has opened.
  document.getElementById("canvas").addEventListener("touchend", (event) => event.preventDefault());
  drawing.network.on("resize", () => view.camera || requestAnimationFrame(openView));
  for (const [event, cursor] of [
    ["hoverNode", "pointer"],
    ["hoverEdge", "pointer"],
    ["blurNode", "default"],
    ["blurEdge", "default"],
  ]) {
    drawing.network.on(event, () => setCursor(cursor));
  }
  drawing.network.on("afterDrawing", strikeDenied);
  drawing.network.on("afterDrawing", nameBusiest);
  drawing.network.on("dragEnd", keepCamera);
  drawing.network.on("zoom", keepCamera);
  // For those who drive the page from a script.
  window.kgGraph = drawing;
}

function setCursor(name) {
  document.getElementById("canvas").style.cursor = name;
}

function onCanvasClick({ nodes, edges, event }) {
  const chosen = chosenOn(nodes, edges);
  const start = view.selected?.entity;
  const isSecond =
    (event.srcEvent.shiftKey || event.srcEvent.ctrlKey || event.srcEvent.metaKey) && start?.node && chosen?.entity;
  if (isSecond && chosen.entity !== start) choosePath(start, chosen.entity);
  else change({ selected: chosen });
}

function chosenOn(nodes, edges) {
  const node = nodes.length ? facts.nodes[nodes[0]] : null;
  if (node?.entity) return { entity: node.entity };
  const edge = node ? edgesOf(node)[0] : edges.length ? facts.edges[Number(edges[0].slice(1))] : null;
  return edge && shownOf(edge).length ? { statement: shownOf(edge)[0] } : null;
}

function fitCanvas() {
  const nodes = [...shown.nodes].map((node) => node.id);
  drawing.network.fit({ nodes, animation: false, maxZoomLevel: 1.3, minZoomLevel: 0.02 });
}

/** Show it all if its words can be read then; else, unless it is large, what most links lead to. */
function openView() {
  fitCanvas();
  if (drawing.network.getScale() >= READABLE || shown.nodes.size > FEW || shown.nodes.size === 0) return;
  const busiest = [...shown.nodes].reduce((best, node) => (edgesOf(node).length > edgesOf(best).length ? node : best));
  drawing.network.moveTo({ position: { x: busiest.x, y: busiest.y }, scale: READABLE });
}

function zoomBy(factor) {
  const { network } = drawing;
  if (!calm.matches) network.once("animationFinished", keepCamera);
  network.moveTo({ scale: network.getScale() * factor, animation: !calm.matches && { duration: 200 } });
  if (calm.matches) keepCamera();
}

function showWhole() {
  fitCanvas();
  view.camera = null;
  setAddress({ isStep: false });
}

function moveCamera({ x, y, scale }) {
  drawing.network.moveTo({ position: { x, y }, scale, animation: false });
}

/** Return where the drawing stands, in few digits. */
function cameraNow() {
  const { x, y } = drawing.network.getViewPosition();
  return { x: Math.round(x), y: Math.round(y), scale: Number(drawing.network.getScale().toPrecision(4)) };
}

/** Note where the reader has moved the drawing; the back button does not undo that. */
function keepCamera() {
  view.camera = cameraNow();
  setAddress({ isStep: false });
}

/** Paint what has changed since the last time: filters, language, scheme, choice. What the choice does not touch is dimmed. */
function paint() {
  const near = nearChosen();
  const isDim = (item) => near !== null && !near.has(item);
  const emitter = drawing.network?.body.emitter;
  // Each update draws everything anew unless it is told to wait for the other.
  emitter?.emit("_blockRedraw");
  update(
    "nodes",
    (node) => nodeStyle(node, isDim(node)),
    (node) => [isDim(node), shown.nodes.has(node), nodeLabel(node)],
  );
  update(
    "edges",
    (edge) => edgeStyle(edge, isDim(edge)),
    (edge) => [isDim(edge), shownOf(edge).length, edgeLabel(edge)],
  );
  emitter?.emit("_allowRedraw");
  // With the next frame, and once for all that changes until then: a click does not wait for the drawing.
  emitter?.emit("_requestRedraw");
}

/** Hand vis-network the styles of the items whose look has changed; `looks` tells all that it follows from. */
function update(kind, style, looks) {
  const known = painted[kind];
  const scheme = palette("page");
  const changed = facts[kind].filter((item) => {
    const print = [scheme, ...looks(item)].join("\n");
    const isNew = known.get(item) !== print;
    known.set(item, print);
    return isNew;
  });
  if (changed.length) drawing[kind].update(changed.map(style));
}

/** Return the nodes and edges that belong to what is chosen; nothing when all do, or when there are too many to dim. */
function nearChosen() {
  if (facts.nodes.length > MANY) return null;
  if (!view.selected) return view.path ? nearPath() : null;
  const { entity, statement } = view.selected;
  if (statement?.edge) return new Set([statement.edge, statement.edge.from, statement.edge.to]);
  const centre = (entity ?? statement.subject.entity).node;
  const edges = centre ? edgesOf(centre).filter((edge) => shown.edges.has(edge)) : [];
  return new Set([centre, ...edges.flatMap((edge) => [edge, edge.from, edge.to])]);
}

function nearPath() {
  const way = currentPath();
  return way && new Set(way.flatMap(({ edge }) => [edge, edge.from, edge.to]));
}

/** Select on the canvas what is selected on the page, and bring it into view when it is outside. */
function markChosen() {
  const { entity, statement } = view.selected ?? {};
  const way = !view.selected && view.path ? (currentPath() ?? []) : [];
  const edges = statement?.edge ? [statement.edge] : way.map(({ edge }) => edge);
  const node = entity?.node ?? (statement && !statement.edge ? statement.subject.entity.node : null);
  const ends = [...new Set([...edges.flatMap(({ from, to }) => [from, to]), ...(node ? [node] : [])])];
  drawing.network.setSelection(
    { nodes: node ? [node.id] : [], edges: edges.map(({ id }) => id) },
    { highlightEdges: false },
  );
  if (ends.every(isInView)) return;
  drawing.network.fit({
    nodes: ends.map(({ id }) => id),
    maxZoomLevel: 1,
    animation: !calm.matches && { duration: 300 },
  });
}

function isInView({ id }) {
  const { x, y } = drawing.network.canvasToDOM(drawing.network.getPosition(id));
  const canvas = document.getElementById("canvas");
  return x > 0 && y > 0 && x < canvas.clientWidth && y < canvas.clientHeight;
}

/** Strike through the words of denied edges, as one strikes a line out. */
function strikeDenied(context) {
  context.save();
  context.strokeStyle = palette("denied");
  context.lineWidth = 1.5;
  for (const edge of facts.edges) {
    if (!isDenied(edge) || !shown.edges.has(edge) || drawing.network.getScale() * 13 < SMALLEST) continue;
    const { left, top, width, height } = drawing.network.body.edges[edge.id].labelModule.size;
    context.beginPath();
    context.moveTo(left, top + height / 2);
    context.lineTo(left + width, top + height / 2);
    context.stroke();
  }
  context.restore();
}
