// What the articles say, told in an order that can be read: from the entity with most links to what it leads to.

const FEW_SECTIONS = 40;
let sectionsShown = FEW_SECTIONS;

function showList() {
  const bySubject = grouped(bundled(shown.statements), (one) => [one.subject.entity]);
  const order = storyOrder(bySubject);
  const sections = order
    .slice(0, sectionsShown)
    .map((entity) =>
      make(
        "section",
        {},
        make("h3", {}, entityButton(entity)),
        make("ul", {}, ...wordsLast(bySubject.get(entity)).map(statementItem)),
      ),
    );
  const rest = order.length - sections.length;
  const more = rest > 0 ? button("plain-button", showMoreSections, say("more", { n: rest })) : null;
  const hint = shown.statements.length ? say("hint") : say("nothing");
  fill("list", make("h2", {}, say("side")), make("p", { class: "hint" }, hint), ...sections, more);
}

function showMoreSections() {
  const before = sectionsShown;
  sectionsShown += 10 * FEW_SECTIONS;
  showList();
  document.querySelectorAll("#list section .name")[before]?.focus();
}

/** Return one statement for each edge; those that share it open with it. Statements without an edge all stay. */
function bundled(statements) {
  return statements.filter((one) => !one.edge || shownOf(one.edge)[0] === one || !isShown(one));
}

/** Return the subjects: the one with most links, then each chain that leads on from it; then the next that is left. */
function storyOrder(bySubject) {
  const links = (entity) => bySubject.get(entity).filter((one) => one.edge).length;
  const waiting = [...bySubject.keys()].sort((one, other) => links(other) - links(one));
  const told = new Set();
  for (const first of waiting) follow(first, bySubject, told);
  return [...told];
}

function follow(first, bySubject, told) {
  const stack = [first];
  while (stack.length) {
    const entity = stack.pop();
    if (told.has(entity)) continue;
    told.add(entity);
    const next = bySubject.get(entity).map(({ object }) => object.entity);
    stack.push(...next.filter((other) => bySubject.has(other) && !told.has(other)).reverse());
  }
}

/** Return the statements with what was only said after what was done. */
function wordsLast(statements) {
  return [...statements.filter((one) => one.edge), ...statements.filter((one) => !one.edge)];
}

function entityButton(entity) {
  const name = button("name", () => change({ selected: { entity } }), swatch(entity), foreign(entity.label));
  name.dataset.opens = `n${entity.number}`;
  return name;
}

function countMark(statement) {
  const count = statement.edge ? shownOf(statement.edge).length : 1;
  return count > 1 ? make("span", { class: "times" }, ` ×${count}`) : null;
}

function statementItem(statement) {
  const words = [
    make("span", { class: "relation" }, relationName(statement.relation)),
    " ",
    foreign(shorten(termName(statement.object), 160)),
    countMark(statement),
  ];
  return make("li", {}, statementLine(statement, words));
}

function wholeItem(statement) {
  return make("li", {}, statementLine(statement, wholeWords(statement)));
}

function wholeWords(statement) {
  return [
    foreign(shorten(termName(statement.subject), 80)),
    make("span", { class: "relation" }, ` ${relationName(statement.relation)} `),
    foreign(shorten(termName(statement.object), 160)),
    countMark(statement),
  ];
}

function statementLine(statement, content) {
  const row = button(
    "statement",
    () => change({ selected: { statement } }),
    lineSample(statement),
    make("span", {}, ...content.filter(Boolean)),
  );
  row.dataset.opens = `s${statement.number}`;
  row.classList.toggle("denied", isDenied(statement));
  if (facts.modalities[statement.modality]?.line !== "solid") row.append(modalityBadge(statement.modality));
  return row;
}

function modalityBadge(modality) {
  const line = facts.modalities[modality]?.line ?? "solid";
  return make("span", { class: `badge ${line}` }, modalityName(modality));
}
