// What Python worked out, put together again: rows refer to each other by number. Nothing here changes afterwards.

const facts = restored(JSON.parse(document.getElementById("facts").textContent));
const statementsById = new Map(facts.statements.map((statement) => [statement.id, statement]));
const entitiesByIri = new Map(facts.entities.map((entity) => [entity.iri, entity]));
const edgesByNode = grouped(facts.edges, (edge) => [edge.from, edge.to]);
const statementsByEntity = grouped(facts.statements, (one) => [one.subject.entity, one.object.entity].filter(Boolean));

function restored(raw) {
  const entities = raw.entities.map((row, number) => ({ number, names: [], sameAs: [], ...row }));
  const nodes = raw.nodes.map((row) => restoredNode(row, entities, raw.classes));
  for (const node of nodes) if (node.entity) node.entity.node = node;
  const edges = raw.edges.map((row, number) => ({
    ...row,
    id: `e${number}`,
    bend: row.bend ?? 0,
    amount: restoredValue(row.amount),
    from: nodes[row.from],
    to: nodes[row.to],
  }));
  const statements = raw.statements.map((row, number) => restoredStatement({ ...row, number }, { ...raw, entities, edges }));
  for (const edge of edges) edge.statements = edge.statements.map((number) => statements[number]);
  return { ...raw, entities, nodes, edges, statements };
}

function restoredNode(row, entities, classes) {
  const entity = row.entity === undefined ? null : entities[row.entity];
  const value = restoredValue(row.value);
  const cls = (entity ?? value).cls;
  return { ...row, entity, value, cls, shape: classes[cls]?.shape ?? "dot" };
}

function restoredStatement(row, { articles, entities, edges, passages, steps }) {
  const term = (part) => (typeof part === "number" ? { entity: entities[part] } : { value: restoredValue(part) });
  const passage = passages[row.passage];
  return {
    attribution: null,
    ...row,
    article: articles[row.article] ?? null,
    language: passage.language,
    passage: passage.text,
    edge: edges[row.edge] ?? null,
    subject: term(row.subject),
    object: term(row.object),
    asset: row.asset === undefined ? null : term(row.asset),
    organization: row.organization === undefined ? null : term(row.organization),
    amount: restoredValue(row.amount),
    steps: (row.steps ?? []).map((step) => steps[step]),
    when: period(row.date) ?? period(row.horizon) ?? period(articles[row.article]?.date),
  };
}

function restoredValue(row) {
  return row ? { unit: "", bound: "exact", upper: "", per: "", inferred: "", ...row } : null;
}

/** Return the first and last day of a date, month, year or interval of them; nothing for what is none. */
function period(date) {
  const ends = String(date ?? "").split("/");
  const first = ends[0];
  const last = ends[ends.length - 1];
  const form = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
  if (!form.test(first) || !form.test(last)) return null;
  // The 31st stands for the end of any month: days are compared as text and never shown.
  return { from: first + "-01-01".slice(first.length - 4 || 0, 6), until: last + "-12-31".slice(last.length - 4 || 0, 6) };
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
