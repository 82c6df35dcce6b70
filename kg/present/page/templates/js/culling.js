// What a large graph need not draw: vis-network draws every edge of the graph in every frame, in view or not.

const MARGIN = 120;
const ARROWS_FROM = 0.15;
const NAMES_UNTIL = 0.5;
const MOST_NAMES = 25;
const FAINT = 0.35;

/** Draw only the edges in view, and no arrow that would be smaller than a dot. The inlined vis-network is a fixed version. */
function drawLess(network) {
  const { renderer, body } = network;
  let inView = [];
  renderer._drawEdges = (context) => {
    inView = edgesInView(body);
    // From far off, thousands of full lines would cover what they join.
    context.globalAlpha = facts.edges.length > MANY && body.view.scale < NAMES_UNTIL ? FAINT : 1;
    for (const edge of inView) edge.draw(context);
    context.globalAlpha = 1;
  };
  renderer._drawArrows = (context) => {
    if (body.view.scale < ARROWS_FROM) return;
    for (const edge of inView) edge.drawArrows(context);
  };
}

function edgesInView(body) {
  const { scale, translation } = body.view;
  const canvas = document.getElementById("canvas");
  const [left, top] = [-translation.x / scale - MARGIN, -translation.y / scale - MARGIN];
  const [right, bottom] = [
    left + canvas.clientWidth / scale + 2 * MARGIN,
    top + canvas.clientHeight / scale + 2 * MARGIN,
  ];
  const isInside = ({ x, y }) => x >= left && x <= right && y >= top && y <= bottom;
  const isCrossing = (from, to) =>
    Math.max(from.x, to.x) >= left &&
    Math.min(from.x, to.x) <= right &&
    Math.max(from.y, to.y) >= top &&
    Math.min(from.y, to.y) <= bottom;
  // On a large map, lines that only pass by would cover what one has come near to see.
  const isWanted = facts.edges.length > MANY ? (from, to) => isInside(from) || isInside(to) : isCrossing;
  return body.edgeIndices
    .map((id) => body.edges[id])
    .filter(
      ({ connected, selected, from, to }) => connected && (isWanted(from, to) || (selected && isCrossing(from, to))),
    );
}

/** Where names are too small to read, write those with most links in letters of a constant size on the screen. */
function nameBusiest(context) {
  const scale = drawing.network.getScale();
  if (scale > NAMES_UNTIL || facts.nodes.length <= FEW) return;
  context.save();
  context.font = `600 ${13 / scale}px ${palette("font")}`;
  Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 4 / scale });
  Object.assign(context, { strokeStyle: palette("page"), fillStyle: palette("ink") });
  const taken = [];
  for (const node of busiest()) {
    if (taken.length === MOST_NAMES) break;
    const text = shorten(node.entity.label, 28);
    const [half, high] = [context.measureText(text).width / 2, 9 / scale];
    const y = node.y + (INSIDE.has(node.shape) ? 0 : node.size + high);
    const box = { left: node.x - half, right: node.x + half, top: y - high, bottom: y + high };
    if (!isInView(node) || taken.some((other) => areOver(box, other))) continue;
    taken.push(box);
    context.strokeText(text, node.x, y);
    context.fillText(text, node.x, y);
  }
  context.restore();
}

function busiest() {
  const links = (node) => edgesOf(node).length;
  const several = () => facts.nodes.filter((node) => node.entity && links(node) > 1);
  const order = remembered("busiest", () => several().sort((one, other) => links(other) - links(one)));
  return order.filter((node) => shown.nodes.has(node)).slice(0, 5 * MOST_NAMES);
}

function areOver(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
