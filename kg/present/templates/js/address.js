// The address bar holds what is selected: `#s=` a statement, `#n=` a thing.

function fromAddress() {
  const [, kind, text] = /^#([sn])=(.*)$/s.exec(window.location.hash) ?? [];
  if (!kind) return null;
  let id = "";
  try {
    id = decodeURIComponent(text);
  } catch {
    return null;
  }
  if (kind === "s" && statementsById.has(id)) return { statement: id };
  if (kind === "n" && facts.entities[id] && nodesById.has(id)) return { node: id };
  return null;
}

function addressOf(chosen) {
  if (chosen?.statement) return `#s=${sound(chosen.statement)}`;
  if (chosen?.node) return `#n=${sound(chosen.node)}`;
  return "";
}

/** Return the id in a form for addresses; half characters, which have none, are replaced. */
function sound(id) {
  return encodeURIComponent(id.toWellFormed?.() ?? id.replace(/[\ud800-\udfff]/g, "�"));
}

function setAddress(chosen) {
  const hash = addressOf(chosen);
  if (window.location.hash === hash) return;
  // Without a hash the path itself is the address; files and servers both know it.
  history.pushState(null, "", hash || window.location.pathname + window.location.search);
}
