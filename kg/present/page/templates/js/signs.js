// The signs of classes, lines and widths, as small pictures beside words.

const SVG = "http://www.w3.org/2000/svg";
// Without a prototype, a name such as `constructor` finds nothing in them.
const OUTLINES = {
  __proto__: null,
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
const DASHES = { __proto__: null, solid: [], dashed: [9, 6], dotted: [2, 5], struck: [12, 4] };

/** Return a new element of SVG with these attributes. */
function svg(tag, attributes = {}) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function picture(width, ...shapes) {
  const frame = svg("svg", { viewBox: `0 0 ${width} 16`, width, height: 16, "aria-hidden": "true" });
  frame.append(...shapes);
  return frame;
}

/** Return the sign of a class: its outline, filled for entities, open for values. */
function swatch({ cls }) {
  const { shape, value } = facts.classes[cls] ?? { shape: "dot", value: false };
  const [tag, attributes] = OUTLINES[shape] ?? OUTLINES.dot;
  const colour = classColour(cls);
  const line = { fill: value ? "none" : colour, stroke: readable(colour, 3), "stroke-width": value ? 1.6 : 1 };
  return picture(16, svg(tag, { ...attributes, ...line }));
}

/** Return a piece of line in the colour of the relation, broken as the modality is drawn. */
function lineSample(statement) {
  return sample(relationColour(statement), facts.modalities[statement.modality]?.line);
}

function sample(colour, line, width = 2.5) {
  const dashes = (DASHES[line] ?? []).map((length) => length / 2).join(" ");
  const stroke = svg("path", {
    d: "M1 8H25",
    stroke: colour,
    "stroke-width": width,
    "stroke-dasharray": dashes,
    fill: "none",
  });
  const cross =
    line === "struck"
      ? [svg("path", { d: "M10 4l6 8M16 4l-6 8", stroke: colour, "stroke-width": 1.6, fill: "none" })]
      : [];
  return picture(26, stroke, ...cross);
}
