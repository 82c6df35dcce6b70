// What opens on a click: one edge with the sentences that state it, or one thing with all that is said of it.

function showPanel() {
  const content = panelContent();
  const panel = fill("panel", ...(content ? [backButton(), ...content] : []));
  panel.hidden = !content;
  document.getElementById("list").hidden = Boolean(content);
  document.getElementById("side").scrollTop = 0;
  return Boolean(content);
}

function panelContent() {
  const chosen = view.selected;
  if (chosen?.statement) return statementPanel(statementsById.get(chosen.statement));
  if (chosen?.node) return nodePanel(chosen.node);
  return null;
}

function backButton() {
  return button("back", () => select(null), `← ${say("allStatements")}`);
}

function statementPanel(statement) {
  const edge = edgesById.get(statement.edge);
  const bundle = edge ? edge.statements.map((id) => statementsById.get(id)) : [statement];
  const cards = bundle.map((one) => card(one, one === statement && bundle.length > 1));
  const count = bundle.length > 1 ? make("p", { class: "count" }, say("statements", { n: bundle.length })) : null;
  return [edgeTitle(statement), count, markKey(), ...cards, ...others(statement, bundle)].filter(Boolean);
}

function edgeTitle(statement) {
  const relation = facts.relations[statement.relation];
  const arrow = make("span", { class: "relation", title: named(relation?.definitions, "") }, relationName(statement.relation));
  arrow.style.color = relationColour(statement);
  return make("h2", { class: "edge" }, termTitle(statement.subject), lineSample(statement), arrow, termTitle(statement.object));
}

function termTitle(term) {
  return term.iri && term.node ? nodeButton(term.node) : make("span", { class: "value" }, foreign(termName(term)));
}

function card(statement, isChosen) {
  const rows = [
    [say("modality"), modalityRow(statement)],
    [say("accordingTo"), statement.attribution === null ? say("article") : foreign(statement.attribution)],
    [say("amount"), statement.amount && amountRow(statement.amount)],
    [say("amount"), statement.object.value && facts.classes[statement.object.value.cls]?.kind !== "words" && amountRow(statement.object.value)],
    [say("date"), statement.date && dateText(statement.date)],
    [say("horizon"), statement.horizon && dateText(statement.horizon)],
    [say("asset"), statement.asset && termLink(statement.asset)],
    [say("organization"), statement.organization && termLink(statement.organization)],
    [say("purpose"), statement.purpose && foreign(statement.purpose)],
    [say("source"), sourceRow(statement)],
    [say("confidence"), confidenceRow(statement.confidence)],
  ];
  return make(
    "article",
    { class: isChosen ? "card chosen" : "card" },
    quote(statement),
    make("dl", {}, ...rows.filter(([, content]) => content).flatMap(([name, content]) => [make("dt", {}, name), make("dd", {}, content)])),
    steps(statement),
  );
}

function modalityRow(statement) {
  const definition = named(facts.modalities[statement.modality]?.definitions, "");
  const badge = make("span", { class: `badge ${statement.modality}` }, modalityName(statement.modality));
  return make("span", {}, badge, ` ${definition}`);
}

/** Return an amount in short with the words of the article, and what those words leave out. */
function amountRow(value) {
  const inferred = value.inferred ? ` (${say("inferredUnit")})` : "";
  return make("span", {}, make("strong", {}, amountText(value)), " · ", foreign(`“${value.label}”`), inferred);
}

function termLink(term) {
  return term.iri && nodesById.has(term.iri) ? nodeButton(term.iri) : foreign(termName(term));
}

function sourceRow(statement) {
  const article = facts.articles[statement.document];
  const language = say(`language.${statement.language}`);
  const details = [article?.date && dateText(article.date), language].filter(Boolean).join(" · ");
  return make(
    "span",
    { class: "source" },
    make("cite", {}, foreign(article?.title || say("untitled"))),
    make("span", {}, details),
    make("code", {}, foreign(statement.document)),
  );
}

function confidenceRow(confidence) {
  const percent = new Intl.NumberFormat(view.language, { style: "percent" }).format(confidence);
  const meter = make("meter", { min: 0, max: 1, low: 0.5, value: confidence, "aria-hidden": "true" });
  return make("span", { class: "confidence" }, percent, meter);
}

function steps(statement) {
  const lines = statement.steps.map((step) => make("li", {}, foreign(step)));
  return make(
    "details",
    {},
    make("summary", {}, say("howRead")),
    make("p", {}, `${say("frame")}: `, make("code", {}, foreign(statement.frame))),
    lines.length ? make("ol", {}, ...lines) : null,
  );
}

function others(statement, bundle) {
  const ends = new Set([statement.subject.node, statement.object.node]);
  if (!statement.object.node) return [];
  const rest = facts.statements.filter(
    (one) => !bundle.includes(one) && isShown(one) && one.object.node && ends.has(one.subject.node) && ends.has(one.object.node),
  );
  if (rest.length === 0) return [];
  const title = say("also", { a: shorten(termName(statement.subject), 60), b: shorten(termName(statement.object), 60) });
  return [make("h3", {}, foreign(title)), make("ul", {}, ...bundled(rest).map(wholeItem))];
}

function wholeItem(statement) {
  const content = [
    foreign(shorten(termName(statement.subject), 80)),
    make("span", { class: "relation" }, ` ${relationName(statement.relation)} `),
    foreign(shorten(termName(statement.object), 160)),
    countMark(statement),
  ];
  return make("li", {}, statementButton(statement, content));
}

function nodePanel(nodeId) {
  const entity = facts.entities[nodeId];
  const outgoing = statementsOf(nodeId, "subject");
  const figures = outgoing.filter((one) => one.object.value);
  const links = outgoing.filter((one) => !one.object.value);
  return [
    make("h2", {}, swatch(nodesById.get(nodeId)), foreign(nodeName(nodeId))),
    make("p", { class: "count" }, className(nodesById.get(nodeId).cls)),
    ...nameRows(entity),
    ...section("facts", figures, statementItem),
    ...section("outgoing", links, statementItem),
    ...section("incoming", statementsOf(nodeId, "object"), wholeItem),
  ];
}

function nameRows(entity) {
  const names = entity?.names ?? [];
  const links = entity?.sameAs ?? [];
  const list = (items) => make("ul", { class: "plain" }, ...items.map((item) => make("li", {}, item)));
  return [
    ...(names.length ? [make("h3", {}, say("alsoCalled")), list(names.map(foreign))] : []),
    ...(links.length ? [make("h3", {}, say("elsewhere")), list(links.map(webLink))] : []),
  ];
}

function section(title, statements, item) {
  return statements.length ? [make("h3", {}, say(title)), make("ul", {}, ...bundled(statements).map(item))] : [];
}
