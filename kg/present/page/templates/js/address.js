// The address holds the view: what is open, what is filtered, where the drawing stands. A link leads back to it.

/** Read the view from the address; what it names and the page does not have is passed over. */
function readAddress() {
  const given = new URLSearchParams(window.location.hash.slice(1));
  const entity = (name) => entitiesByIri.get(given.get(name)) ?? null;
  Object.assign(view, clearView(), {
    language: Object.hasOwn(words, given.get("lang") ?? "") ? given.get("lang") : null,
    since: dayOf(given.get("since"), "from"),
    until: dayOf(given.get("until"), "until"),
    table: given.get("table") === "1",
    sort: sortOf(given.get("sort")),
    camera: cameraOf(given.get("at")),
  });
  for (const name of Object.keys(FACETS)) {
    const keys = given.getAll(`hide-${name}`);
    const known = keys.filter((key) => isKeyOf(name, key));
    if (known.length || keys.includes("")) view.hidden[name] = new Set(known);
  }
  if (entity("around")?.node) view.around = { entity: entity("around"), depth: depthOf(given.get("depth")) };
  if (entity("from") && entity("to")) view.path = { from: entity("from"), to: entity("to") };
  const statement = statementsById.get(given.get("s"));
  if (statement) view.selected = { statement };
  else if (entity("n")) view.selected = { entity: entity("n") };
}

function isKeyOf(facet, key) {
  return facet === "modality" ? Object.hasOwn(facts.modalities, key) : key !== "" && totalsOf(facet).has(key);
}

function dayOf(text, end) {
  return /^\d{4}-\d\d-\d\d$/.test(text ?? "") ? (period(text)?.[end] ?? "") : "";
}

function depthOf(text) {
  return /^[1-9]$/.test(text ?? "") ? Number(text) : 1;
}

function sortOf(text) {
  const [column, order] = (text ?? "").split(".");
  return Object.hasOwn(COLUMNS, column) ? { column, isDown: order === "down" } : null;
}

function cameraOf(text) {
  const [x, y, scale] = (text ?? "").split(",").map(Number);
  // A place beyond any drawing would leave the canvas without one: it reckons with the squares of distances.
  return Math.abs(x) < 1e7 && Math.abs(y) < 1e7 && scale >= 1e-3 && scale <= 20 ? { x, y, scale } : null;
}

/** Return the part of the address that leads to this view; empty for the view that the page opens with. */
function addressOf() {
  const told = new URLSearchParams();
  const put = (name, value) => value && told.append(name, value);
  put("s", view.selected?.statement?.id);
  put("n", view.selected?.entity?.iri);
  put("from", view.path?.from.iri);
  put("to", view.path?.to.iri);
  put("around", view.around?.entity.iri);
  put("depth", view.around && String(view.around.depth));
  for (const [name, keys] of Object.entries(view.hidden)) {
    const usual = name === "modality" ? DENIED : [];
    if ([...keys].sort().join() === [...usual].sort().join()) continue;
    for (const key of keys.size ? [...keys].sort() : [""]) told.append(`hide-${name}`, key);
  }
  put("since", view.since);
  put("until", view.until);
  put("table", view.table && "1");
  put("sort", view.sort && `${view.sort.column}.${view.sort.isDown ? "down" : "up"}`);
  put("lang", view.language);
  put("at", view.camera && [view.camera.x, view.camera.y, view.camera.scale].join());
  return String(told) && `#${told}`;
}

/** Put the view into the address: as a step that the back button undoes, or, when only moved, in place. */
function setAddress({ isStep = true } = {}) {
  const hash = addressOf();
  if (window.location.hash === hash) return;
  // Without a hash the path itself is the address; files and servers both know it.
  const address = hash || window.location.pathname + window.location.search;
  if (isStep) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}
