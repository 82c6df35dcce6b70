// Finding an entity by any of its names, as one types. The pattern is the combobox of the W3C's ARIA Authoring
// Practices Guide.

const MOST_OPTIONS = 12;
const LETTERS = new Map([
  ["œ", "oe"],
  ["æ", "ae"],
  ["ß", "ss"],
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["’", "'"],
  ["‐", "-"],
  ["–", "-"],
]);
const searchable = facts.entities.map((entity) => ({
  entity,
  names: [entity.label, ...entity.names].map((name) => [name, folded(name)]),
}));

/** Return the text without case, accents and kinds of apostrophes. */
function folded(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .replace(/[œæßøłđ’‐–]/g, (letter) => LETTERS.get(letter))
    .replace(/\s+/g, " ")
    .trim();
}

/** Return the entities that have every word of the text in one of their names, best first, with the name that has them. */
function found(text) {
  const wanted = folded(text).split(" ").filter(Boolean);
  if (wanted.length === 0) return [];
  const hits = [];
  for (const { entity, names } of searchable) {
    const [rank, name] = bestName(names, wanted);
    if (name !== null) hits.push({ entity, name, rank });
  }
  const links = (hit) => (hit.entity.node ? edgesOf(hit.entity.node).length : 0);
  return hits.sort(
    (one, other) => one.rank - other.rank || links(other) - links(one) || one.entity.number - other.entity.number,
  );
}

/** Return how well the best name matches, less is better, and the name; a later name is an alias and comes after. */
function bestName(names, wanted) {
  let best = [Infinity, null];
  names.forEach(([name, plain], place) => {
    if (!wanted.every((word) => plain.includes(word))) return;
    const opens = plain.startsWith(wanted[0]) ? 0 : 1;
    const begins = wanted.every((word) => ` ${plain.replace(/[-'(«"]/g, " ")}`.includes(` ${word}`)) ? 0 : 2;
    const rank = opens + begins + (place ? 0.5 : 0);
    if (rank < best[0]) best = [rank, name];
  });
  return best;
}

/** Return a field that finds entities as one types and hands the chosen one on; `id` is its own. */
function searchField({ id, label, hint, choose }) {
  const options = make("ul", {
    id: `${id}-options`,
    role: "listbox",
    class: "options",
    "aria-label": label,
    hidden: true,
  });
  const field = make("input", {
    id,
    type: "text",
    role: "combobox",
    class: "search",
    placeholder: hint,
    "aria-label": label,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": `${id}-options`,
    autocomplete: "off",
    spellcheck: "false",
    maxlength: 200,
  });
  const state = { field, options, hits: [], place: -1, choose };
  field.addEventListener("input", () => offer(state));
  field.addEventListener("focus", () => field.value && offer(state));
  field.addEventListener("keydown", (event) => onSearchKey(event, state));
  field.addEventListener("blur", () => closeOptions(state));
  return make(
    "div",
    { class: "finder" },
    field,
    options,
    make("span", { class: "unseen", role: "status", id: `${id}-count` }),
  );
}

function offer(state) {
  state.hits = found(state.field.value);
  state.place = state.hits.length ? 0 : -1;
  const rows = state.hits.slice(0, MOST_OPTIONS).map((hit, place) => optionRow(state, hit, place));
  const rest = state.hits.length - rows.length;
  const more = rest > 0 ? say("searchMore", { n: rest }) : state.hits.length === 0 && say("searchNone");
  const isOpen = folded(state.field.value) !== "";
  state.options.replaceChildren(
    ...rows,
    ...(more ? [make("li", { class: "hint", role: "option", "aria-disabled": "true" }, more)] : []),
  );
  state.options.hidden = !isOpen;
  state.field.setAttribute("aria-expanded", String(isOpen));
  state.field.parentElement.lastChild.textContent = isOpen ? say("found", { n: state.hits.length }) : "";
  markOption(state);
}

function optionRow(state, { entity, name }, place) {
  const alias = name === entity.label ? null : make("span", { class: "quiet" }, " · ", foreign(shorten(name, 60)));
  const kind = make("span", { class: "quiet kind" }, className(entity.cls));
  const row = make(
    "li",
    { id: `${state.options.id}-${place}`, role: "option" },
    swatch(entity),
    make("span", {}, foreign(shorten(entity.label, 80)), alias),
    kind,
  );
  // Pressing must not take the focus from the field, or the list closes before the click.
  row.addEventListener("pointerdown", (event) => event.preventDefault());
  row.addEventListener("click", () => take(state, place));
  return row;
}

function markOption(state) {
  [...state.options.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === state.place)));
  const row = state.options.children[state.place];
  if (row) state.field.setAttribute("aria-activedescendant", row.id);
  else state.field.removeAttribute("aria-activedescendant");
  row?.scrollIntoView({ block: "nearest" });
}

function onSearchKey(event, state) {
  const last = Math.min(state.hits.length, MOST_OPTIONS) - 1;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && last >= 0) {
    state.place = (state.place + step + last + 1) % (last + 1);
    markOption(state);
  } else if (event.key === "Enter" && state.place >= 0 && !state.options.hidden) {
    take(state, state.place);
  } else if (event.key === "Escape" && state.field.value) {
    state.field.value = "";
    offer(state);
    event.stopPropagation();
  } else return;
  event.preventDefault();
}

function closeOptions(state) {
  state.options.hidden = true;
  state.field.setAttribute("aria-expanded", "false");
  state.field.removeAttribute("aria-activedescendant");
}

function take(state, place) {
  const { entity } = state.hits[place];
  state.field.value = "";
  closeOptions(state);
  state.choose(entity);
}
