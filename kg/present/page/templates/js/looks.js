// How a node and an edge look on the canvas, for the language, colour scheme and choice of the moment.

const INSIDE = new Set(["box", "ellipse", "circle", "text", "database"]);
const WIDTH = { plain: 2, value: 1.2, least: 1.6, most: 9, step: 1 };

function nodeStyle(node, isDim) {
  const { id, x, y, size } = node;
  const own = { id, x, y, size, label: nodeLabel(node), hidden: !shown.nodes.has(node), iri: node.entity?.iri };
  // What all nodes of a class share is made once: a large graph has thousands of them.
  return { ...own, ...remembered(`node ${node.cls} ${isDim}`, () => classStyle(node, isDim)) };
}

function classStyle(node, isDim) {
  const colour = classColour(node.cls);
  const bare = node.shape === "text";
  const fill = bare ? palette("page") : node.value ? palette("raised") : colour;
  const border = bare ? fill : node.value && isDim ? palette("line") : readable(colour, 3);
  const inside = INSIDE.has(node.shape) && !bare && !node.value;
  const strong = { background: fill, border: palette("ink") };
  return {
    // An edge ends at a box's border, and in the middle of bare text: words stand in a box that is not seen.
    shape: bare ? "box" : node.shape,
    // A box that one can see through would show the line to it, as if its words were struck out.
    opacity: isDim && !bare && !node.value ? 0.35 : 1,
    borderWidth: node.value ? 1.5 : 1,
    borderWidthSelected: 3,
    color: { background: fill, border, highlight: strong, hover: strong },
    margin: node.value ? { top: 5, bottom: 5, left: 9, right: 9 } : 9,
    shapeProperties: { borderRadius: node.value ? 12 : 5 },
    font: {
      face: palette("font"),
      size: node.value ? 13 : 15,
      color: faded(inside ? textOn(colour) : palette("ink"), isDim),
      strokeWidth: INSIDE.has(node.shape) ? 0 : 4,
      strokeColor: palette("page"),
    },
  };
}

function nodeLabel(node) {
  return node.value ? shorten(oneLine(amountText(node.value)), 22) : node.lines.join("\n");
}

function edgeStyle(edge, isDim) {
  return {
    ...remembered(`edge ${edge.relation} ${edge.modality} ${isDim}`, () => relationStyle(edge, isDim)),
    id: edge.id,
    from: edge.from.id,
    to: edge.to.id,
    // An empty label would leave the one before.
    label: isDim ? " " : edgeLabel(edge),
    hidden: !shown.edges.has(edge),
    width: edgeWidth(edge),
    dashes: dashesOf(edge),
    arrows: { to: { enabled: !facts.relations[edge.relation]?.symmetric, scaleFactor: arrowScale(edge) } },
    smooth: smoothness(edge.bend),
  };
}

function relationStyle(edge, isDim) {
  const colour = relationColour(edge);
  return {
    relation: edge.relation,
    modality: edge.modality,
    selectionWidth: 1.5,
    hoverWidth: 1,
    color: { color: colour, highlight: colour, hover: colour, inherit: false, opacity: isDim ? 0.3 : 1 },
    font: {
      face: palette("font"),
      size: 13,
      color: labelColour(edge),
      strokeWidth: 5,
      strokeColor: palette("page"),
      // Else the line shows between the words. What is dimmed has no words, and its line no gap.
      background: isDim ? "none" : palette("page"),
      align: "horizontal",
    },
  };
}

function edgeLabel(edge) {
  const amount = edge.amount ? ` (${amountText(edge.amount)})` : "";
  const count = shownOf(edge).length > 1 ? ` ×${shownOf(edge).length}` : "";
  return (isDenied(edge) ? "✕ " : "") + shorten(oneLine(relationName(edge.relation) + amount), 60) + count;
}

function labelColour(edge) {
  return isDenied(edge) ? palette("denied") : readable(facts.relations[edge.relation]?.colour, 4.5);
}

function dashesOf(edge) {
  const dashes = DASHES[facts.modalities[edge.modality]?.line] ?? [];
  // A wide line needs wider gaps to look broken.
  return dashes.length ? dashes.map((length) => Math.round(length * Math.max(1, edgeWidth(edge) / 3))) : false;
}

function arrowScale(edge) {
  return (edge.to.value ? 0.4 : 0.7) * Math.min(1, 3 / edgeWidth(edge) + 0.25);
}

/** Return the money that goes over an edge: a sum that its statements name, or the one it leads to. */
function moneyOf(edge) {
  const value = edge.amount ?? edge.to.value;
  return value && isMoney(value) && numberIn(value) > 0 ? numberIn(value) : null;
}

/** Return the width of an edge: each tenfold of the money that goes over it widens it by the same step. */
function edgeWidth(edge) {
  const money = moneyOf(edge);
  if (money === null) return edge.to.value ? WIDTH.value : WIDTH.plain;
  return moneyWidth(money);
}

function moneyWidth(money) {
  const wide = WIDTH.least + WIDTH.step * Math.log10(Math.max(1, money / 1e6));
  return Number(Math.min(WIDTH.most, wide).toFixed(2));
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
  return remembered(`bend ${bend}`, () => {
    let [low, high] = [0, 1];
    while (high - low > 1e-3) {
      const middle = (low + high) / 2;
      if (((1 + middle) / 4) * Math.sin((middle * Math.PI) / 2) < Math.abs(bend)) low = middle;
      else high = middle;
    }
    return { enabled: true, type: bend > 0 ? "curvedCCW" : "curvedCW", roundness: high };
  });
}
