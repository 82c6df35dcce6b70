// Walking over the drawing by keyboard: an arrow goes to the nearest entity on that side, the space bar from edge to edge
// of that entity, and Enter opens what is marked.

const SIDES = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const walker = { node: null, edge: null };

function onCanvasKey(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || shown.nodes.size === 0) return;
  if (SIDES[event.key]) walk(SIDES[event.key]);
  else if (event.key === " ") turn(event.shiftKey ? -1 : 1);
  else if (event.key === "Enter") openMarked();
  else if (event.key === "+" || event.key === "-") zoomBy(event.key === "+" ? 1.3 : 1 / 1.3);
  else return;
  event.preventDefault();
}

/** Go to the nearest node on that side; what lies straight ahead counts as nearer than what lies aslant. */
function walk([right, down]) {
  const here = shown.nodes.has(walker.node) ? walker.node : null;
  if (!here) return mark(startNode());
  const cost = (node) => {
    const [dx, dy] = [node.x - here.x, node.y - here.y];
    const ahead = dx * right + dy * down;
    return ahead <= 0 ? Infinity : ahead + 2 * Math.abs(dx * down - dy * right);
  };
  let [best, least] = [null, Infinity];
  for (const node of shown.nodes) if (node !== here && cost(node) < least) [best, least] = [node, cost(node)];
  if (best) mark(best);
}

/** Return where a walk begins: at what is open, or at the node with most edges. */
function startNode() {
  const open = view.selected?.entity?.node ?? view.selected?.statement?.edge?.from;
  if (shown.nodes.has(open)) return open;
  const links = grouped([...shown.edges.keys()], (edge) => [edge.from, edge.to]);
  return [...shown.nodes].reduce((best, node) => (links.get(node).length > links.get(best).length ? node : best));
}

function turn(step) {
  if (!shown.nodes.has(walker.node)) mark(startNode());
  const edges = edgesOf(walker.node).filter((edge) => shown.edges.has(edge));
  const place = edges.indexOf(walker.edge);
  mark(walker.node, edges[(place + (place < 0 && step < 0 ? 0 : step) + edges.length) % edges.length]);
}

function mark(node, edge = null) {
  Object.assign(walker, { node, edge });
  drawing.network.setSelection(
    { nodes: edge ? [] : [node.id], edges: edge ? [edge.id] : [] },
    { highlightEdges: false },
  );
  const ends = edge ? [edge.from, edge.to] : [node];
  if (!ends.every(isInView)) drawing.network.moveTo({ position: { x: node.x, y: node.y }, animation: false });
  fill("marked", edge ? edgeText(edge) : nodeText(node));
}

function nodeText(node) {
  const count = edgesOf(node).filter((edge) => shown.edges.has(edge)).length;
  return `${nodeName(node)}, ${className(node.cls)}, ${say("links", { n: count })}`;
}

function edgeText(edge) {
  return `${nodeName(edge.from)} ${edgeLabel(edge)} ${nodeName(edge.to)}, ${modalityName(edge.modality)}`;
}

function openMarked() {
  if (!shown.nodes.has(walker.node)) return;
  const edge = walker.edge ?? (walker.node.value ? edgesOf(walker.node)[0] : null);
  const selected = edge ? { statement: shownOf(edge)[0] } : { entity: walker.node.entity };
  change({ selected });
  document.getElementById("panel").focus({ preventScroll: true });
}
