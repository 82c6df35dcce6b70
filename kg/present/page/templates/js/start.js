// Everything in its place, and what happens when the reader chooses something.

/** Change the view; all that shows it follows, and the address holds it. */
function change(changes, { isFitted = false } = {}) {
  const place = focusPlace();
  Object.assign(view, changes);
  if (isNarrowing(changes)) dropHidden();
  settle();
  if (changes.path) showAllBetween();
  refresh();
  if ("selected" in changes || "path" in changes) document.getElementById("side").scrollTop = 0;
  if (isFitted || (isNarrowing(changes) && !view.camera)) openView();
  markChosen();
  setAddress();
  if (changes.selected || changes.path) enterPanel(place);
  else keepFocus(place);
}

/** Return whether changes may show more or less than before; the drawing then fits what is left, unless the reader moved it. */
function isNarrowing(changes) {
  return ["hidden", "since", "until", "around"].some((name) => name in changes);
}

/** Close a statement that the reader has just filtered out. */
function dropHidden() {
  shown = workOut();
  if (view.selected?.statement && !isShown(view.selected.statement)) view.selected = null;
}

/** Work out what is shown; a link to a statement always opens it, whatever the filters hide. */
function settle() {
  shown = workOut();
  if (view.selected?.statement && !isShown(view.selected.statement)) uncover(view.selected.statement);
}

/** A path that a neighbourhood hides would be none. */
function showAllBetween() {
  if (!view.around || currentPath()) return;
  view.around = null;
  shown = workOut();
}

/** Show what is shown, in all its forms. */
function refresh() {
  const place = focusPlace();
  showCounts();
  showFacets();
  showTimeline();
  showNotices();
  showPanel();
  if (!document.getElementById("list").hidden) showList();
  showTable();
  paint();
  keepFocus(place);
}

let isWaiting = false;

/** Refresh once before the next frame, however often a dragged thumb asks. */
function refreshSoon() {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    settle();
    refresh();
  });
}

/** Build what only the language changes. */
function build() {
  document.documentElement.lang = spoken();
  fill("title", foreign(pageTitle()));
  fill(
    "finder",
    searchField({
      id: "search",
      label: say("search"),
      hint: say("search"),
      choose: (entity) => change({ selected: { entity } }),
    }),
  );
  fill("controls", switchButton("filters"), switchButton("table"), saveMenu(), languageSwitch());
  fill(
    "zoom",
    zoomButton("zoomIn", "+", () => zoomBy(1.3)),
    zoomButton("zoomOut", "−", () => zoomBy(1 / 1.3)),
    zoomButton("fit", "⤢", showWhole),
  );
  const label = say("canvas", { n: facts.nodes.filter((node) => node.entity).length, m: facts.edges.length });
  document.getElementById("canvas").setAttribute("aria-label", label);
  document.getElementById("canvas").setAttribute("aria-roledescription", say("graph"));
  document.getElementById("side").setAttribute("aria-label", say("side"));
  buildTimeline();
  refresh();
}

function switchButton(name) {
  const action = name === "table" ? () => change({ table: !view.table }) : toggleFilters;
  const control = button("plain-button", action, say(name));
  control.id = `${name}-switch`;
  control.setAttribute("aria-controls", name);
  control.setAttribute(
    "aria-expanded",
    String(name === "table" ? view.table : !document.getElementById("filters").hidden),
  );
  return control;
}

function toggleFilters() {
  const filters = document.getElementById("filters");
  filters.hidden = !filters.hidden;
  document.getElementById("filters-switch").setAttribute("aria-expanded", String(!filters.hidden));
}

function languageSwitch() {
  const choices = Object.keys(words).map((language) => {
    const choice = button("", () => showLanguage(language), language.toUpperCase());
    choice.id = `language-${language}`;
    choice.lang = language;
    choice.setAttribute("aria-pressed", String(language === spoken()));
    return choice;
  });
  return make("div", { class: "choices", role: "group", "aria-label": say("languages") }, ...choices);
}

function showLanguage(language) {
  const place = focusPlace();
  view.language = language === browserLanguage ? null : language;
  build();
  setAddress();
  keepFocus(place);
}

function zoomButton(key, sign, action) {
  const control = button("", action, sign);
  control.setAttribute("aria-label", say(key));
  control.title = say(key);
  return control;
}

function countText() {
  const entities = new Set(shown.statements.flatMap((one) => [one.subject.entity, one.object.entity]).filter(Boolean));
  const told = (key, n, all) => (n === all ? say(key, { n }) : say("of", { n, m: say(key, { n: all }) }));
  return [
    told("statements", shown.statements.length, facts.statements.length),
    told("entities", entities.size, facts.entities.length),
    say("articles", { n: facts.articles.length }),
  ].join(" · ");
}

function showCounts() {
  fill("counts", countText());
}

/** Say what narrows the view, with the way out of it, and what the page itself leaves out. */
function showNotices() {
  const chips = [];
  if (view.around)
    chips.push(
      chip(say("aroundThis", { a: shorten(view.around.entity.label, 40), n: view.around.depth }), { around: null }),
    );
  if (view.path)
    chips.push(
      chip(say("pathBetween", { a: shorten(view.path.from.label, 30), b: shorten(view.path.to.label, 30) }), {
        path: null,
      }),
    );
  if (isFiltered()) chips.push(chip(say("filtered"), { hidden: clearFilters(), since: "", until: "" }));
  const { entities, statements } = facts.left_out ?? {};
  if (entities) chips.push(make("span", { class: "left-out" }, say("leftOut", { n: entities, m: statements })));
  fill("notices", ...chips).hidden = chips.length === 0;
}

function chip(text, changes) {
  const close = button("chip", () => change(changes), foreign(text), make("span", { "aria-hidden": "true" }, " ✕"));
  close.title = say("remove");
  return close;
}

function followAddress() {
  readAddress();
  settle();
  build();
  if (view.camera) moveCamera(view.camera);
  markChosen();
}

readAddress();
document.getElementById("filters").hidden = !window.matchMedia("(min-width: 1100px)").matches;
settle();
build();
startCanvas();
markChosen();
window.addEventListener("popstate", followAddress);
window.addEventListener("hashchange", followAddress);
window.addEventListener("beforeprint", preparePaper);
document.getElementById("canvas").addEventListener("keydown", onCanvasKey);
document.addEventListener("keydown", (event) => event.key === "Escape" && (view.selected || view.path) && closePanel());
narrow.addEventListener("change", refresh);
darkScheme.addEventListener("change", () => {
  knownColours.clear();
  build();
});
