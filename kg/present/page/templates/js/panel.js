// What opens on a click: one edge with the sentences that state it, one entity with all that is said of it, or a path.

function showPanel() {
  const content = panelContent();
  const panel = fill("panel", ...(content ? [panelTools(), ...content] : []));
  panel.hidden = !content;
  document.getElementById("list").hidden = Boolean(content) && !narrow.matches;
}

function panelContent() {
  const { statement, entity } = view.selected ?? {};
  if (statement) return statementPanel(statement);
  if (entity) return entityPanel(entity);
  return view.path ? pathPanel() : null;
}

/** Return the way back – to the path that the choice was made on, or to the list – and the link to this view. */
function panelTools() {
  const back = button("back", closePanel, `← ${say(view.selected && view.path ? "backToPath" : "allStatements")}`);
  return make("div", { class: "tools" }, back, copyButton());
}

function statementPanel(statement) {
  const bundle = statement.edge
    ? statement.edge.statements.filter((one) => isShown(one) || one === statement)
    : [statement];
  const cards = bundle.map((one) => card(one, one === statement && bundle.length > 1));
  const count = bundle.length > 1 ? make("p", { class: "count" }, say("statements", { n: bundle.length })) : null;
  return [edgeTitle(statement), count, markKey(), ...cards, ...companions(statement, bundle)].filter(Boolean);
}

function edgeTitle(statement) {
  const relation = facts.relations[statement.relation];
  const arrow = make(
    "span",
    { class: "relation", title: named(relation?.definitions, "") },
    relationName(statement.relation),
  );
  arrow.style.color = labelColour(statement);
  return make(
    "h2",
    { class: "edge" },
    termTitle(statement.subject),
    lineSample(statement),
    arrow,
    termTitle(statement.object),
  );
}

function termTitle(term) {
  return term.entity ? entityButton(term.entity) : make("span", { class: "value" }, foreign(termName(term)));
}

function card(statement, isChosen) {
  const { object, asset, organization, amount } = statement;
  const isNumber = object.value && facts.classes[object.value.cls]?.kind !== "words";
  const isOther = asset && asset.entity !== statement.subject.entity && asset.entity !== object.entity;
  const rows = [
    [say("modality"), modalityRow(statement)],
    [say("accordingTo"), statement.attribution === null ? say("article") : foreign(statement.attribution)],
    [say("amount"), amount && amountRow(amount)],
    [say("amount"), isNumber && amountRow(object.value)],
    [say("date"), statement.date && dateText(statement.date)],
    [say("horizon"), statement.horizon && dateText(statement.horizon)],
    [say("asset"), isOther && termTitle(asset)],
    [say("organization"), organization && termTitle(organization)],
    [say("purpose"), statement.purpose && foreign(statement.purpose)],
    [say("source"), sourceRow(statement)],
    [say("confidence"), confidenceRow(statement.confidence)],
  ];
  const told = rows
    .filter(([, content]) => content)
    .flatMap(([name, content]) => [make("dt", {}, name), make("dd", {}, content)]);
  return make(
    "article",
    { class: isChosen ? "card chosen" : "card" },
    quote(statement),
    make("dl", {}, ...told),
    howRead(statement),
  );
}

function modalityRow(statement) {
  const definition = named(facts.modalities[statement.modality]?.definitions, "");
  return make("span", {}, modalityBadge(statement.modality), ` ${definition}`);
}

/** Return an amount in short with the words of the article, and what those words leave out. */
function amountRow(value) {
  const inferred = value.inferred ? ` (${say("inferredUnit")})` : "";
  return make("span", {}, make("strong", {}, amountText(value)), " · ", foreign(`“${value.label}”`), inferred);
}

function sourceRow(statement) {
  const { article } = statement;
  const details = [article?.publisher, article?.date && dateText(article.date), say(`language.${statement.language}`)]
    .filter(Boolean)
    .join(" · ");
  return make(
    "span",
    { class: "source" },
    make("cite", {}, foreign(article?.title || say("untitled"))),
    make("span", {}, details),
    article?.url && make("span", {}, webLink(article.url)),
    article && make("code", {}, foreign(article.document)),
  );
}

function confidenceRow(confidence) {
  const percent = new Intl.NumberFormat(spoken(), { style: "percent" }).format(confidence);
  const meter = make("meter", { min: 0, max: 1, low: 0.5, value: confidence, "aria-hidden": "true" });
  return make("span", { class: "confidence" }, percent, meter);
}

function howRead(statement) {
  const lines = statement.steps.map((step) => make("li", {}, foreign(step)));
  return make(
    "details",
    {},
    make("summary", {}, say("howRead")),
    make("p", {}, `${say("frame")}: `, make("code", {}, foreign(statement.frame))),
    lines.length ? make("ol", {}, ...lines) : null,
  );
}

/** Return the statements that bear on this one: that support it, that contradict it, and the others between its ends. */
function companions(statement, bundle) {
  const { subject, object } = statement;
  const rest = statementsOf(subject.entity).filter(
    (one) => !bundle.includes(one) && (isShown(one) || isDenied(one) !== isDenied(statement)),
  );
  const same = rest.filter((one) => isSame(one, statement));
  const otherValue = object.value && statement.edge ? rest.filter((one) => isOtherValue(one, statement)) : [];
  const between = object.entity
    ? rest.filter((one) => isBetween(one, subject.entity, object.entity) && !same.includes(one))
    : [];
  const names = { a: shorten(termName(subject), 60), b: shorten(termName(object), 60) };
  return [
    ...section(
      say("supports"),
      same.filter((one) => isDenied(one) === isDenied(statement)),
      wholeItem,
    ),
    ...section(
      say("contradicts"),
      same.filter((one) => isDenied(one) !== isDenied(statement)),
      wholeItem,
    ),
    ...section(say("otherValues"), otherValue, wholeItem),
    ...section(say("also", names), between, wholeItem),
  ];
}

/** Return whether two statements are of the same ends and relation, whatever their certainty. */
function isSame(one, other) {
  if (one.relation !== other.relation) return false;
  const isSymmetric = facts.relations[one.relation]?.symmetric;
  const key = (term) =>
    term.entity ? `e${term.entity.number}` : JSON.stringify([term.value.cls, term.value.number, term.value.unit]);
  const [a, b] = [one, other].map(({ subject, object }) => [key(subject), key(object)]);
  return (a[0] === b[0] && a[1] === b[1]) || (isSymmetric && a[0] === b[1] && a[1] === b[0]);
}

function isOtherValue(one, other) {
  return (
    one.relation === other.relation && one.subject.entity === other.subject.entity && one.edge && !isSame(one, other)
  );
}

function isBetween(one, start, end) {
  const ends = [one.subject.entity, one.object.entity];
  return ends.includes(start) && ends.includes(end) && (start !== end || ends[0] === ends[1]);
}

function section(title, statements, item) {
  return statements.length ? [make("h3", {}, foreign(title)), make("ul", {}, ...bundled(statements).map(item))] : [];
}
