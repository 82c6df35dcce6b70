// The legend, which is the filter: what each sign stands for, how many statements bear it, and a box to hide them.

const FIRST = 12;
const unfolded = new Set();

function showFacets() {
  fill(
    "filters",
    make(
      "div",
      { class: "heading" },
      make("h2", {}, say("filters")),
      isFiltered() || view.around ? button("plain-button", clearAll, say("showAll")) : null,
    ),
    facet("modality", Object.keys(facts.modalities), (name) => [
      sampleOf(name),
      modalityName(name),
      named(facts.modalities[name].definitions, ""),
    ]),
    facet("relation", Object.keys(facts.relations), (name) => [
      lineSample({ relation: name }),
      relationName(name),
      named(facts.relations[name].definitions, ""),
    ]),
    widthLegend(),
    facet("class", Object.keys(facts.classes), (name) => [swatch({ cls: name }), className(name), ""]),
    facet("article", articleKeys(), (name) => [null, articleName(name), name]),
    facet("language", languageKeys(), (name) => [null, say(`language.${name}`), ""]),
  ).setAttribute("aria-label", say("filters"));
}

function articleKeys() {
  const extra = facts.statements.some((one) => one.article === null) ? [""] : [];
  return [...facts.articles.map((article) => article.document), ...extra];
}

function languageKeys() {
  return [...new Set(facts.statements.map((one) => one.language))];
}

const articlesByDocument = new Map(facts.articles.map((article) => [article.document, article]));

function articleName(name) {
  const article = articlesByDocument.get(name);
  return shorten(article?.title || name || say("untitled"), 90);
}

function sampleOf(modality) {
  const { line } = facts.modalities[modality];
  return sample(palette(line === "struck" ? "denied" : "quiet"), line);
}

/** Return one facet with its keys that occur, most statements first; nothing when there is no choice to make. */
function facet(name, keys, tell) {
  const totals = totalsOf(name);
  const used = keys.filter((key) => totals.has(key));
  const isChoice = used.length > 1 || used.some((key) => view.hidden[name].has(key));
  // Shapes have no other legend, so the entities stay even when they are all alike.
  if (!isChoice && (name !== "class" || used.length === 0)) return null;
  const isOrdered = name === "modality";
  const sorted = isOrdered ? used : [...used].sort((one, other) => totals.get(other) - totals.get(one));
  return facetBox(name, sorted, tell);
}

/** Return how many statements bear each key of a facet, filters or not. */
function totalsOf(name) {
  return remembered(`totals ${name}`, () => {
    const totals = new Map();
    for (const key of keysOfFacets.flatMap((facets) => Object.fromEntries(facets)[name])) {
      totals.set(key, (totals.get(key) ?? 0) + 1);
    }
    return totals;
  });
}

function facetBox(name, keys, tell) {
  const isLong = keys.length > FIRST + 2 && !unfolded.has(name);
  const first = isLong ? keys.slice(0, FIRST) : keys;
  const rows = first.map((key, place) => facetRow({ name, key, keys, id: `${name}-${place}` }, tell(key)));
  const more = isLong ? button("plain-button", () => unfold(name), say("more", { n: keys.length - FIRST })) : null;
  const isReset = view.hidden[name].size > 0 && name !== "modality";
  const reset = isReset ? button("plain-button", () => showOnly(name, null, keys), say("all")) : null;
  const legend = make("legend", {}, say(`facet.${name}`), reset);
  return make("fieldset", {}, legend, make("ul", { class: "plain" }, ...rows), more);
}

function unfold(name) {
  unfolded.add(name);
  showFacets();
  document.getElementById(`${name}-${FIRST}`)?.focus();
}

function facetRow({ name, key, keys, id }, [sign, text, definition]) {
  const change = (event) => setHidden(name, key, !event.target.checked);
  const box = make("input", { type: "checkbox", id, on: { change } });
  box.checked = !view.hidden[name].has(key);
  const words = make("span", { class: "words" }, foreign(text));
  const count = make("span", { class: "number" }, numberOf(shown.counts[name].get(key) ?? 0));
  const only = button("only", () => showOnly(name, key, keys), say("only"));
  only.id = `only-${id}`;
  only.setAttribute("aria-label", say("onlyThis", { a: text }));
  return make(
    "li",
    { title: definition || null },
    make("label", {}, box, sign, words, count),
    keys.length > 1 ? only : null,
  );
}

function setHidden(name, key, isHidden) {
  const keys = new Set(view.hidden[name]);
  if (isHidden) keys.add(key);
  else keys.delete(key);
  change({ hidden: { ...view.hidden, [name]: keys } });
}

function showOnly(name, key, keys) {
  change({ hidden: { ...view.hidden, [name]: new Set(key === null ? [] : keys.filter((other) => other !== key)) } });
}

function clearAll() {
  change({ hidden: clearFilters(), since: "", until: "", around: null });
}

/** Return what the width of a line says, with the least and the greatest sum of the page. */
function widthLegend() {
  const sums = facts.edges
    .map((edge) => [moneyOf(edge), edge.amount ?? edge.to.value])
    .filter(([money]) => money !== null);
  if (sums.length === 0) return null;
  sums.sort(([one], [other]) => one - other);
  const ends = sums.length > 1 ? [sums[0], sums[sums.length - 1]] : [sums[0]];
  const rows = ends.map(([money, value]) =>
    make("li", {}, sample(palette("quiet"), "solid", moneyWidth(money)), amountText(value)),
  );
  return make("div", { class: "widths" }, make("p", {}, say("widths")), make("ul", { class: "plain" }, ...rows));
}
