// What is shown: which statements pass the filters, and what that leaves of edges and entities.

/** What statements are told apart by; a statement passes when none of its keys is hidden. */
const FACETS = {
  modality: (statement) => [statement.modality],
  relation: (statement) => [statement.relation],
  class: (statement) => [statement.subject, statement.object].map((term) => (term.entity ?? term.value).cls),
  article: (statement) => [statement.article?.document ?? ""],
  language: (statement) => [statement.language],
};
const DENIED = Object.keys(facts.modalities).filter((modality) => isDenied({ modality }));
const keysOfFacets = facts.statements.map((one) =>
  Object.entries(FACETS).map(([name, keysOf]) => [name, [...new Set(keysOf(one))]]),
);

/** What the reader has chosen; the only entity on the page that changes. `clearView` gives its beginning. */
const view = clearView();

/** What is shown of it all, worked out from `view` after each change. */
let shown = null;

function clearView() {
  return {
    language: null,
    selected: null,
    path: null,
    around: null,
    hidden: clearFilters(),
    since: "",
    until: "",
    table: false,
    sort: null,
    camera: null,
  };
}

function clearFilters() {
  const hidden = Object.fromEntries(Object.keys(FACETS).map((name) => [name, new Set()]));
  hidden.modality = new Set(DENIED);
  return hidden;
}

function isFiltered() {
  const sizes = Object.entries(view.hidden).some(([name, keys]) => name !== "modality" && keys.size > 0);
  const modalities = [...view.hidden.modality].sort().join() !== [...DENIED].sort().join();
  return sizes || modalities || Boolean(view.since || view.until);
}

/**
 * Return what passes. A facet counts, for each of its keys, the statements that pass all other filters:
 * so a count tells what a click would bring.
 */
function workOut() {
  const counts = Object.fromEntries([...Object.keys(FACETS), "when"].map((name) => [name, new Map()]));
  const passing = facts.statements.filter((statement) => {
    const failed = failedFilters(statement);
    if (failed.length < 2) count(statement, counts, failed[0]);
    return failed.length === 0;
  });
  const kept = view.around ? around(passing, view.around) : passing;
  const edges = grouped(
    kept.filter((one) => one.edge),
    (one) => [one.edge],
  );
  const nodes = new Set([...edges.keys()].flatMap((edge) => [edge.from, edge.to]));
  return { statements: kept, isKept: new Set(kept), edges, nodes, counts };
}

function failedFilters(statement) {
  const failed = [];
  for (const [name, keys] of keysOfFacets[statement.number]) {
    if (view.hidden[name].size && keys.some((key) => view.hidden[name].has(key))) failed.push(name);
  }
  if (!isInTime(statement)) failed.push("when");
  return failed;
}

function isInTime({ when }) {
  if (!view.since && !view.until) return true;
  return when !== null && when.until >= view.since && (!view.until || when.from <= view.until);
}

function count(statement, counts, only) {
  for (const [name, keys] of keysOfFacets[statement.number]) {
    if (only && only !== name) continue;
    for (const key of keys) counts[name].set(key, (counts[name].get(key) ?? 0) + 1);
  }
  if (only && only !== "when") return;
  const bin = binOf(statement);
  if (bin) counts.when.set(bin, (counts.when.get(bin) ?? 0) + 1);
}

/** Return the statements between entities at most `depth` links from one; what is told of them in words goes with them. */
function around(statements, { entity, depth }) {
  const neighbours = grouped(
    statements.filter((one) => one.edge),
    (one) => [one.edge.from, one.edge.to],
  );
  const near = new Set([entity.node]);
  let ring = [entity.node];
  for (let step = 0; step < depth; step += 1) {
    ring = ring.flatMap((node) => (neighbours.get(node) ?? []).flatMap(({ edge }) => [edge.from, edge.to]));
    ring = [...new Set(ring)].filter((node) => !near.has(node));
    for (const node of ring) near.add(node);
  }
  const isNear = (one) =>
    one.edge ? near.has(one.edge.from) && near.has(one.edge.to) : near.has(one.subject.entity.node);
  return statements.filter((one) => isNear(one) || one.subject.entity === entity);
}

function isShown(statement) {
  return shown.isKept.has(statement);
}

/** Return the statements of an edge that are shown, in their order. */
function shownOf(edge) {
  return shown.edges.get(edge) ?? [];
}

/** Take away whatever hides a statement, so that a link to it always opens it. */
function uncover(statement) {
  for (const [name, keys] of keysOfFacets[statement.number]) for (const key of keys) view.hidden[name].delete(key);
  if (!isInTime(statement)) Object.assign(view, { since: "", until: "" });
  shown = workOut();
  if (!isShown(statement)) view.around = null;
}
