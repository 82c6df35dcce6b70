// Shapes, colours and lines, and what they stand for.

const SVG = "http://www.w3.org/2000/svg";
const OUTLINES = {
  dot: ["circle", { cx: 8, cy: 8, r: 6 }],
  square: ["rect", { x: 2.5, y: 2.5, width: 11, height: 11 }],
  box: ["rect", { x: 1, y: 3.5, width: 14, height: 9, rx: 2.5 }],
  ellipse: ["ellipse", { cx: 8, cy: 8, rx: 7, ry: 4.5 }],
  diamond: ["path", { d: "M8 1 15 8 8 15 1 8Z" }],
  triangle: ["path", { d: "M8 2 15 14H1Z" }],
  triangleDown: ["path", { d: "M8 14 1 2H15Z" }],
  hexagon: ["path", { d: "M4.5 2h7L15 8l-3.5 6h-7L1 8Z" }],
  star: ["path", { d: "M8 .8 10 6h5.5L11 9.4l1.7 5.3L8 11.5l-4.7 3.2L5 9.4.5 6H6Z" }],
  text: ["path", { d: "M2.5 3h11v3H9.5v8h-3V6h-4Z" }],
};
const DASHES = { solid: [], dashed: [9, 6], dotted: [2, 5], struck: [12, 4] };

function drawn(width, tag, attributes) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${width} 16`);
  picture.setAttribute("width", width);
  picture.setAttribute("height", 16);
  picture.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
  picture.append(shape);
  return picture;
}

/** Return the sign of a node's class: its outline, filled for things, open for values. */
function swatch(node) {
  const [tag, attributes] = OUTLINES[node.shape] ?? OUTLINES.dot;
  const colour = classColour(node.cls);
  const line = { fill: node.value ? "none" : colour, stroke: readable(colour, 3), "stroke-width": node.value ? 1.6 : 1 };
  return drawn(16, tag, { ...attributes, ...line });
}

/** Return a piece of line in the colour of the relation, broken as the modality is drawn. */
function lineSample(statement) {
  return sample(relationColour(statement), facts.modalities[statement.modality]?.line);
}

function sample(colour, line) {
  const dashes = (DASHES[line] ?? []).map((length) => length / 2).join(" ");
  return drawn(26, "path", { d: "M1 8H25", stroke: colour, "stroke-width": 2.5, "stroke-dasharray": dashes, fill: "none" });
}

function showLegend() {
  const seen = new Map();
  for (const node of facts.nodes) if (isNodeShown(node.id)) seen.set(node.cls, seen.get(node.cls) ?? node);
  const kinds = [...seen].sort(([a], [b]) => className(a).localeCompare(className(b), view.language));
  const used = new Set(facts.edges.map((edge) => edge.modality));
  const lines = Object.entries(facts.modalities).filter(([name]) => used.has(name) && isShown({ modality: name }));
  const box = fill(
    "legend",
    make(
      "details",
      { open: window.matchMedia("(min-width: 760px)").matches },
      make("summary", {}, say("legend")),
      make("ul", { class: "plain" }, ...kinds.map(([name, node]) => make("li", {}, swatch(node), className(name)))),
      make("ul", { class: "plain" }, ...lines.map(([name, style]) => lineItem(name, style))),
    ),
    deniedCount ? deniedSwitch() : null,
  );
  box.setAttribute("aria-label", say("legend"));
}

function lineItem(name, style) {
  const colour = style.line === "struck" ? pageColour("denied") : pageColour("quiet");
  return make("li", { title: named(style.definitions, "") }, sample(colour, style.line), modalityName(name));
}

function deniedSwitch() {
  const box = make("input", { type: "checkbox", id: "denied", on: { change: (event) => showDenied(event.target.checked) } });
  box.checked = view.denied;
  return make("label", { class: "switch" }, box, say("deniedShow", { n: deniedCount }));
}
