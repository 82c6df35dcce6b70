// What Python worked out, indexed; nothing here changes afterwards.

const facts = JSON.parse(document.getElementById("facts").textContent);
const nodesById = new Map(facts.nodes.map((node) => [node.id, node]));
const edgesById = new Map(facts.edges.map((edge) => [edge.id, edge]));
const statementsById = new Map(facts.statements.map((statement) => [statement.id, statement]));
const edgesByNode = groupByEnds(facts.edges, (edge) => [edge.from, edge.to]);
const statementsByNode = groupByEnds(facts.statements, (one) => [one.subject.node, one.object.node]);
const deniedCount = facts.statements.filter(isDenied).length;

/** What the reader has chosen; the only thing on the page that changes. */
const view = { language: "en", denied: false, selected: null };

function groupByEnds(items, endsOf) {
  const groups = new Map();
  for (const item of items) {
    for (const end of new Set(endsOf(item))) {
      if (!groups.has(end)) groups.set(end, []);
      groups.get(end).push(item);
    }
  }
  return groups;
}

function isDenied(item) {
  return facts.modalities[item.modality]?.line === "struck";
}

function isShown(item) {
  return view.denied || !isDenied(item);
}

function edgesOf(nodeId) {
  return edgesByNode.get(nodeId) ?? [];
}

/** A node is shown with any of its statements. */
function isNodeShown(nodeId) {
  return (statementsByNode.get(nodeId) ?? []).some(isShown);
}

function statementsOf(nodeId, end) {
  return (statementsByNode.get(nodeId) ?? []).filter((one) => one[end].node === nodeId && isShown(one));
}
