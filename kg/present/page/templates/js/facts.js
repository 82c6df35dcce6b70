// What Python worked out, put together again: rows refer to each other by number. Nothing here changes afterwards.

const ROLES = ["evidence", "subject", "trigger", "object", "asset", "organization"];
const facts = restored(JSON.parse(document.getElementById("facts").textContent));
const statementsById = new Map(facts.statements.map((statement) => [statement.id, statement]));
const entitiesByIri = new Map(facts.entities.map((entity) => [entity.iri, entity]));
const edgesByNode = grouped(facts.edges, (edge) => [edge.from, edge.to]);
const statementsByEntity = grouped(facts.statements, (one) => [one.subject.entity, one.object.entity].filter(Boolean));

function restored(packed) {
  const raw = Object.fromEntries(
    Object.entries(packed).map(([name, part]) => [name, part?.rows ? unpacked(part) : part]),
  );
  raw.entities = raw.entities.map((row, number) => ({ number, names: [], sameAs: [], ...row }));
  raw.values = raw.values.map((row) => ({ unit: "", bound: "exact", upper: "", per: "", inferred: "", ...row }));
  raw.statements = raw.statements.map((row, number) => restoredStatement({ ...row, number }, raw));
  raw.nodes = raw.nodes.map((row) => restoredNode(row, raw));
  raw.edges = raw.edges.map((row, number) => restoredEdge(row, number, raw));
  return raw;
}

/** Return the objects of a table: the keys once, and a row of values for each. */
function unpacked({ keys, rows }) {
  return rows.map((row) =>
    Object.fromEntries(row.map((value, place) => [keys[place], value]).filter(([, value]) => value !== null)),
  );
}

function restoredNode(row, { entities, values, classes }) {
  const entity = row.entity === undefined ? null : entities[row.entity];
  const value = row.value === undefined ? null : values[row.value];
  const { cls, label } = entity ?? value;
  const node = { lines: [label], ...row, entity, value, cls, shape: classes[cls]?.shape ?? "dot" };
  if (entity) entity.node = node;
  return node;
}

/** Return an edge; what its statements share, it has from the first of them. */
function restoredEdge(row, number, { nodes, statements, values }) {
  const own = row.statements.map((one) => statements[one]);
  const { relation, modality } = own[0];
  const [from, to] = [nodes[row.from], nodes[row.to]];
  const edge = {
    id: `e${number}`,
    relation,
    modality,
    from,
    to,
    bend: row.bend ?? 0,
    statements: own,
    amount: values[row.amount] ?? null,
  };
  for (const statement of own) statement.edge = edge;
  return edge;
}

function restoredStatement(row, { articles, entities, values, passages, steps }) {
  const term = (number) =>
    number === undefined ? null : number < 0 ? { value: values[-1 - number] } : { entity: entities[number] };
  const { text, language, start } = passages[row.passage];
  return {
    attribution: null,
    ...row,
    article: articles[row.article] ?? null,
    language,
    passage: text,
    passageStart: start,
    marks: Object.fromEntries(
      ROLES.map((role, place) => [role, row.marks.slice(2 * place, 2 * place + 2)]).filter(([, [start]]) => start >= 0),
    ),
    edge: null,
    subject: term(row.subject),
    object: term(row.object),
    asset: term(row.asset),
    organization: term(row.organization),
    amount: values[row.amount] ?? null,
    steps: (row.steps ?? []).map((step) => steps[step].text),
    when: period(row.date) ?? period(row.horizon) ?? period(articles[row.article]?.date),
  };
}

/** Return the first and last day of a date, month, year or interval of them; nothing for what is none. */
function period(date) {
  const ends = String(date ?? "").split("/");
  const first = ends[0];
  const last = ends[ends.length - 1];
  const form = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
  if (!form.test(first) || !form.test(last)) return null;
  // The 31st stands for the end of any month: days are compared as text and never shown.
  return {
    from: first + "-01-01".slice(first.length - 4 || 0, 6),
    until: last + "-12-31".slice(last.length - 4 || 0, 6),
  };
}

/** Return the items by each of their keys, in their order. */
function grouped(items, keysOf) {
  const groups = new Map();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
  }
  return groups;
}

function isDenied(item) {
  return facts.modalities[item.modality]?.line === "struck";
}

function edgesOf(node) {
  return edgesByNode.get(node) ?? [];
}

function statementsOf(entity) {
  return statementsByEntity.get(entity) ?? [];
}
