// Everything in its place, and what happens when the reader chooses something.

/** Select a statement, a node, or nothing; the panel, the canvas and the address follow. */
function select(chosen, { isFromAddress = false } = {}) {
  const before = document.activeElement;
  view.selected = chosen;
  if (chosen?.statement && !isShown(statementsById.get(chosen.statement))) setDenied(true);
  const isOpen = showPanel();
  dim();
  markSelected();
  if (!isFromAddress) setAddress(chosen);
  const target = isOpen ? document.getElementById("panel") : document.querySelector("#list button");
  // A click on the canvas leaves the focus on the page; a button that has gone hands it on.
  if (before && !before.isConnected) target?.focus({ preventScroll: true });
  else if (isOpen && before?.closest("#list")) target.focus({ preventScroll: true });
}

function setDenied(isWanted) {
  view.denied = isWanted;
  showLegend();
  showList();
  paint();
}

function showDenied(isWanted) {
  setDenied(isWanted);
  const chosen = view.selected?.statement && statementsById.get(view.selected.statement);
  if (chosen && !isShown(chosen)) view.selected = null;
  select(view.selected);
  document.getElementById("denied")?.focus();
}

function showLanguage(language) {
  view.language = language;
  document.documentElement.lang = language;
  showAll();
}

function showAll() {
  const things = facts.nodes.filter((node) => !node.value);
  const articles = Object.keys(facts.articles).length;
  fill("title", foreign(articles === 1 ? facts.title : say("articles", { n: articles })));
  fill("counts", [say("statements", { n: facts.statements.length }), say("things", { n: things.length })].join(" · "));
  fill("languages", ...Object.keys(words).map(languageButton)).setAttribute("aria-label", say("languages"));
  fill("zoom", zoomButton("zoomIn", "+", () => zoomBy(1.3)), zoomButton("zoomOut", "−", () => zoomBy(1 / 1.3)), zoomButton("fit", "⤢", fitCanvas));
  const label = say("canvas", { n: things.length, m: facts.edges.length });
  document.getElementById("canvas").setAttribute("aria-label", label);
  document.getElementById("side").setAttribute("aria-label", say("side"));
  showLegend();
  showList();
  showPanel();
  paint();
}

function languageButton(language) {
  const choice = button("", () => showLanguage(language), language.toUpperCase());
  choice.lang = language;
  choice.setAttribute("aria-pressed", String(language === view.language));
  return choice;
}

function zoomButton(key, sign, action) {
  const control = button("", action, sign);
  control.setAttribute("aria-label", say(key));
  control.title = say(key);
  return control;
}

view.language = browserLanguage();
document.documentElement.lang = view.language;
showAll();
startCanvas();
if (fromAddress()) select(fromAddress(), { isFromAddress: true });
window.addEventListener("popstate", () => select(fromAddress(), { isFromAddress: true }));
window.addEventListener("hashchange", () => select(fromAddress(), { isFromAddress: true }));
window.addEventListener("resize", () => !view.selected && requestAnimationFrame(openView));
document.addEventListener("keydown", (event) => event.key === "Escape" && view.selected && select(null));
darkScheme.addEventListener("change", () => {
  knownColours.clear();
  showAll();
});
