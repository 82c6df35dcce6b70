// The shortest way between two entities, told sentence by sentence.

/** Return the steps from one entity to another over what is shown: `{ edge, from, to }`; nothing when there is no way. */
function shortestPath(from, to) {
  const links = grouped([...shown.edges.keys()], (edge) => [edge.from, edge.to]);
  const steps = new Map([[from.node, null]]);
  let ring = [from.node];
  while (ring.length && !steps.has(to.node)) {
    const next = [];
    for (const node of ring) for (const edge of surestFirst(links.get(node) ?? [])) stepOver(edge, node, steps, next);
    ring = next;
  }
  if (!from.node || !steps.get(to.node)) return null;
  const way = [];
  for (let step = steps.get(to.node); step; step = steps.get(step.from)) way.unshift(step);
  return way;
}

function stepOver(edge, node, steps, next) {
  const other = edge.from === node ? edge.to : edge.from;
  if (steps.has(other)) return;
  steps.set(other, { edge, from: node, to: other });
  next.push(other);
}

/** Return the edges with what is done before what is planned, possible or denied. */
function surestFirst(edges) {
  const order = Object.keys(facts.modalities);
  return [...edges].sort((one, other) => order.indexOf(one.modality) - order.indexOf(other.modality));
}

/** Return the path of the view, if one is chosen and there is one. */
function currentPath() {
  return view.path && shortestPath(view.path.from, view.path.to);
}

function pathPanel() {
  const { from, to } = view.path;
  const way = currentPath();
  const title = make("h2", {}, entityButton(from), make("span", { class: "quiet" }, " → "), entityButton(to));
  if (!way) return [title, make("p", { class: "hint" }, say(from === to ? "pathSame" : "pathNone"))];
  const count = make("p", { class: "count" }, say("steps", { n: way.length }));
  return [
    title,
    count,
    make("ol", { class: "chain" }, ...way.map(({ edge }) => make("li", {}, pathStep(shownOf(edge))))),
  ];
}

/** Return one link of the chain: what it says, and the sentence that says it. */
function pathStep(statements) {
  const statement = statements[0];
  return make(
    "div",
    { class: "step" },
    statementLine(statement, wholeWords(statement)),
    quote(statement),
    sourceRow(statement),
  );
}

function choosePath(from, to) {
  change({ path: { from, to }, selected: null });
}
