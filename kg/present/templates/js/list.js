// The same content as the canvas in words: every statement under its subject, for keyboards, screen readers and phones.

function showList() {
  const shown = bundled(facts.statements.filter(isShown));
  const bySubject = new Map();
  for (const statement of shown) {
    const key = statement.subject.node;
    if (!bySubject.has(key)) bySubject.set(key, []);
    bySubject.get(key).push(statement);
  }
  // What most is said of comes first: a newcomer learns there what the articles are about.
  const subjects = [...bySubject].sort(([, some], [, others]) => others.length - some.length);
  const sections = subjects.map(([nodeId, statements]) =>
    make("section", {}, make("h3", {}, nodeButton(nodeId)), make("ul", {}, ...statements.map(statementItem))),
  );
  fill("list", make("h2", {}, say("side")), make("p", { class: "hint" }, say("hint")), ...sections);
}

/** Return one statement for each edge; those that share it open with it. Statements without an edge all stay. */
function bundled(statements) {
  return statements.filter((one) => !one.edge || edgesById.get(one.edge).statements[0] === one.id);
}

function countMark(statement) {
  const count = edgesById.get(statement.edge)?.statements.length ?? 1;
  return count > 1 ? make("span", { class: "times" }, ` ×${count}`) : null;
}

function nodeButton(nodeId) {
  const chip = swatch(nodesById.get(nodeId));
  return button("name", () => select({ node: nodeId }), chip, foreign(nodeName(nodeId)));
}

function statementItem(statement) {
  const words = [
    make("span", { class: "relation" }, relationName(statement.relation)),
    " ",
    foreign(shorten(termName(statement.object), 160)),
    countMark(statement),
  ];
  return make("li", {}, statementButton(statement, words));
}

function statementButton(statement, content) {
  const row = button("statement", () => select({ statement: statement.id }), lineSample(statement), make("span", {}, ...content.filter(Boolean)));
  row.classList.toggle("denied", isDenied(statement));
  if (facts.modalities[statement.modality]?.line !== "solid") {
    row.append(make("span", { class: `badge ${statement.modality}` }, modalityName(statement.modality)));
  }
  return row;
}
