// What is shown, as a picture of lines and words: for files, and for paper.

const EDGE = 40;

/** Return the drawing as an element of SVG, with what is hidden left out and nothing dimmed. */
function drawingPicture() {
  const frame = pictureFrame();
  const [x, y, width, height] = frame;
  const root = svg("svg", {
    xmlns: SVG,
    viewBox: frame.join(" "),
    width,
    height,
    "font-family": palette("font"),
  });
  const title = svg("title");
  title.textContent = pageTitle();
  root.append(title, svg("rect", { x, y, width, height, fill: palette("page") }));
  const edges = facts.edges.filter((edge) => shown.edges.has(edge));
  root.append(...edges.map(edgePicture), ...edges.map(edgeGround));
  root.append(...[...shown.nodes].map(nodePicture), ...edges.map(edgeWords));
  return root;
}

/** Return left, top, width and height of what is shown, words included. */
function pictureFrame() {
  const boxes = [...shown.nodes].map(({ id }) => drawing.network.getBoundingBox(id));
  if (boxes.length === 0) return [0, 0, 400, 200];
  const least = (name) => boxes.reduce((low, box) => Math.min(low, box[name]), Infinity);
  const most = (name) => boxes.reduce((high, box) => Math.max(high, box[name]), -Infinity);
  const [left, top] = [Math.floor(least("left")) - EDGE, Math.floor(least("top")) - EDGE];
  return [left, top, Math.ceil(most("right")) + EDGE - left, Math.ceil(most("bottom")) + EDGE - top];
}

function nodePicture(node) {
  const style = nodeStyle(node, false);
  const group = svg("g");
  const line = { fill: style.color.background, stroke: style.color.border, "stroke-width": style.borderWidth };
  group.append(svg(...withLine(outlineOf(node), line)));
  const inside = INSIDE.has(node.shape);
  const lines = style.label.split("\n");
  const high = style.font.size * 1.2;
  const top = inside ? node.y - ((lines.length - 1) * high) / 2 : node.y + node.size + 6 + style.font.size / 2;
  lines.forEach((text, place) => group.append(label(text, { x: node.x, y: top + place * high, ...style.font })));
  return group;
}

function withLine([tag, attributes], line) {
  return [tag, { ...attributes, ...line }];
}

/** Return the outline of a node as vis-network draws it: its shapes are scaled so that all look equally large. */
function outlineOf({ id, x, y, size, shape }) {
  const { width, height } = drawing.network.body.nodes[id].shape;
  if (shape === "box" || shape === "text")
    return ["rect", { x: x - width / 2, y: y - height / 2, width, height, rx: 8 }];
  if (shape === "ellipse" || shape === "circle" || shape === "database")
    return ["ellipse", { cx: x, cy: y, rx: width / 2, ry: height / 2 }];
  if (shape === "square") return ["rect", { x: x - size, y: y - size, width: 2 * size, height: 2 * size }];
  if (shape === "diamond")
    return [
      "polygon",
      {
        points: corners(x, y, [
          [0, size],
          [size, 0],
          [0, -size],
          [-size, 0],
        ]),
      },
    ];
  if (shape === "hexagon") return ["polygon", { points: corners(x, y, around6(size)) }];
  if (shape === "star") return ["polygon", { points: corners(x, y, starPoints(size)) }];
  if (shape === "triangle" || shape === "triangleDown")
    return ["polygon", { points: corners(x, y, trianglePoints(size, shape === "triangle" ? 1 : -1)) }];
  return ["circle", { cx: x, cy: y, r: size }];
}

function corners(x, y, points) {
  return points.map(([right, down]) => `${(x + right).toFixed(1)},${(y + down).toFixed(1)}`).join(" ");
}

function around6(size) {
  return Array.from({ length: 6 }, (_, step) => [
    size * Math.cos((step * Math.PI) / 3),
    size * Math.sin((step * Math.PI) / 3),
  ]);
}

function starPoints(size) {
  const far = size * 0.82;
  return Array.from({ length: 10 }, (_, step) => {
    const radius = step % 2 ? far * 0.5 : far * 1.3;
    return [radius * Math.sin((step * Math.PI) / 5), 0.1 * far - radius * Math.cos((step * Math.PI) / 5)];
  });
}

function trianglePoints(size, sign) {
  const side = size * 1.15;
  const high = side * Math.sqrt(3);
  const shift = 0.275 * side * sign;
  return [
    [0, shift - (sign * (high * 2)) / 3],
    [side, shift + (sign * high) / 3],
    [-side, shift + (sign * high) / 3],
  ];
}

function label(text, { x, y, size, color, strokeWidth, strokeColor }) {
  const line = svg("text", {
    x,
    y,
    "font-size": size,
    fill: color,
    stroke: strokeWidth ? strokeColor : "none",
    "stroke-width": strokeWidth,
    "paint-order": "stroke",
    "stroke-linejoin": "round",
    "text-anchor": "middle",
    "dominant-baseline": "central",
  });
  line.textContent = text.toWellFormed?.() ?? text;
  return line;
}

/** Return the line of an edge with its arrow; it bends as the canvas bends it. */
function edgePicture(edge) {
  const style = edgeStyle(edge, false);
  const { start, middle, control, end, tip } = curveOf(edge);
  const group = svg("g", { stroke: style.color.color, fill: "none" });
  const path = edge.bend ? `M${start} Q${control} ${end}` : `M${start} L${end}`;
  group.append(
    svg("path", { d: path, "stroke-width": style.width, "stroke-dasharray": (style.dashes || []).join(" ") }),
  );
  if (style.arrows.to.enabled)
    group.append(
      svg("polygon", {
        points: tip(3 + style.width, 12 * (0.5 + style.arrows.to.scaleFactor)),
        fill: style.color.color,
        stroke: "none",
      }),
    );
  group.dataset.middle = middle;
  return group;
}

/** Return the points of an edge's curve: it ends at the border of its target. */
function curveOf({ from, to, bend }) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const off = ([part, side]) => [from.x + dx * part - dy * side, from.y + dy * part + dx * side];
  const control = off([0.5, 2 * bend]);
  const middle = off([0.5, bend]);
  const angle = Math.atan2(to.y - control[1], to.x - control[0]);
  const distance =
    drawing.network.body.nodes[to.id].distanceToBorder(drawing.network.canvas.getContext(), angle + Math.PI) || 0;
  const end = [to.x - distance * Math.cos(angle), to.y - distance * Math.sin(angle)];
  const tip = (half, long) => {
    const back = [end[0] - long * Math.cos(angle), end[1] - long * Math.sin(angle)];
    const side = [half * Math.sin(angle), -half * Math.cos(angle)];
    return [end, [back[0] + side[0], back[1] + side[1]], [back[0] - side[0], back[1] - side[1]]]
      .map((point) => point.join())
      .join(" ");
  };
  return { start: [from.x, from.y], middle, control, end, tip };
}

/** Return the ground of an edge's words: else its line would show between them. */
function edgeGround(edge) {
  const { label: words, font } = edgeStyle(edge, false);
  const [x, y] = curveOf(edge).middle;
  const context = drawing.network.canvas.getContext();
  context.save();
  context.font = `${font.size}px ${font.face}`;
  const { width } = context.measureText(words);
  context.restore();
  const [left, top] = [x - width / 2, y - font.size / 2];
  return svg("rect", { x: left, y: top, width, height: font.size, fill: font.background });
}

function edgeWords(edge) {
  const style = edgeStyle(edge, false);
  const [x, y] = curveOf(edge).middle;
  const line = label(style.label, { x, y, ...style.font });
  if (isDenied(edge)) line.setAttribute("text-decoration", "line-through");
  return line;
}
