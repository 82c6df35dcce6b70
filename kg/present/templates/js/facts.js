// What Python worked out, indexed; nothing here changes afterwards.

const facts = JSON.parse(document.getElementById("facts").textContent);
const nodesById = new Map(facts.nodes.map((node) => [node.id, node]));
const edgesById = new Map(facts.edges.map((edge) => [edge.id, edge]));
const statementsById = new Map(facts.statements.map((statement) => [statement.id, statement]));
const deniedCount = facts.statements.filter(isDenied).length;

/** What the reader has chosen; the only thing on the page that changes. */
const view = { language: "en", denied: false, selected: null };

function isDenied(item) {
  return facts.modalities[item.modality]?.line === "struck";
}

function isShown(item) {
  return view.denied || !isDenied(item);
}

function edgesOf(nodeId) {
  return facts.edges.filter((edge) => edge.from === nodeId || edge.to === nodeId);
}

/** A node is shown with any of its links; one without links stands for words that are read in its panel. */
function isNodeShown(nodeId) {
  const statements = facts.statements.filter((one) => one.subject.node === nodeId || one.object.node === nodeId);
  return statements.some(isShown);
}

function statementsOf(nodeId, end) {
  return facts.statements.filter((statement) => statement[end].node === nodeId && isShown(statement));
}
