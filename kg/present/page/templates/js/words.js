// What the page says, in the reader's language.

const BOUNDS = new Map([
  ["about", "≈ "],
  ["at least", "≥ "],
  ["at most", "≤ "],
]);
const words = JSON.parse(document.getElementById("words").textContent);

const browserLanguage = wantedLanguage();

function wantedLanguage() {
  const wanted = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find((tag) => Object.hasOwn(words, tag)) ?? "en";
}

/** Return the language of the page: the reader's choice, or that of the browser. */
function spoken() {
  return view.language ?? browserLanguage;
}

/** Return the words for a key with its slots filled; numbers are written as the language writes them. */
function say(key, slots = {}) {
  const table = words[spoken()];
  const wanted = slots.n === 1 && Object.hasOwn(table, `${key}.one`) ? `${key}.one` : key;
  const text = Object.hasOwn(table, wanted) ? table[wanted] : key;
  return text.replace(/\{(\w)\}/g, (whole, name) =>
    typeof slots[name] === "number" ? numberOf(slots[name]) : String(slots[name] ?? whole),
  );
}

function numberOf(number) {
  return formatter({}).format(number);
}

/** Return a formatter of numbers in the language of the page; making one is slow, and a large graph asks for thousands. */
function formatter(style) {
  return remembered(`numbers ${spoken()} ${JSON.stringify(style)}`, () => new Intl.NumberFormat(spoken(), style));
}

/** Return the label in the reader's language, or in any, or the fallback. */
function named(labels, fallback) {
  return labels?.[spoken()] ?? Object.values(labels ?? {})[0] ?? fallback;
}

function relationName(name) {
  return named(facts.relations[name]?.labels, name);
}

function className(name) {
  return named(facts.classes[name]?.labels, name);
}

function modalityName(name) {
  return named(facts.modalities[name]?.labels, name);
}

/** Return the text in at most so many characters, never cut within one. */
function shorten(text, limit) {
  return text.length > limit ? `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, "")}…` : text;
}

/** Return the text in one line, without the marks that turn or hide its letters: a canvas has no walls between words. */
function oneLine(text) {
  return text
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
    .replace(/[\0- \x7f\u2028\u2029]+/g, " ")
    .trim();
}

function isMoney(value) {
  return facts.classes[value.cls]?.kind === "money" || /^[A-Z]{3}$/.test(value.unit);
}

/** Return the number of a value, or null where it is none: only plain digits are, not all that JavaScript would read. */
function numberIn(value) {
  const number = /^-?\d+(\.\d+)?$/.test(value?.number ?? "") ? Number(value.number) : NaN;
  return Number.isFinite(number) ? number : null;
}

/** Return an amount in few characters, such as `$686M`; the article's own words where it is no number. */
function amountText(value) {
  const kind = facts.classes[value.cls]?.kind ?? (isMoney(value) ? "money" : "");
  if (kind === "words" || numberIn(value) === null) return value.label;
  const bound = BOUNDS.get(value.bound) ?? "";
  const ends = [value.number, value.upper].filter((number) => numberIn({ number }) !== null);
  const text = ends.map((end) => numberText(end, value.unit, kind)).join(" – ");
  return bound + text + (value.per ? ` ${say(value.per)}` : "");
}

function numberText(digits, unit, kind) {
  if (kind === "year") return digits;
  if (kind === "money" && /^[A-Z]{3}$/.test(unit)) {
    const style = { style: "currency", currency: unit, notation: "compact", maximumFractionDigits: 2 };
    return formatter(style).format(Number(digits));
  }
  const plain = formatter({ maximumFractionDigits: 3 }).format(Number(digits));
  return unit ? `${plain} ${unit}` : plain;
}

/** Return a date, month, year, or interval of them in words; what is none of these, as it is. */
function dateText(date) {
  return date.split("/").map(oneDate).join(" – ");
}

function oneDate(date) {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(date)) return date;
  const day = new Date(date);
  // JavaScript makes a third of March of a thirty-first of February, and counts a year nought.
  const isReal = !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(date) && !date.startsWith("0000");
  return isReal ? dateFormat(date.length > 7).format(day) : date;
}

/** Return what writes days, or months, in the reader's language. */
function dateFormat(hasDay) {
  const style = { year: "numeric", month: "long", timeZone: "UTC", ...(hasDay ? { day: "numeric" } : {}) };
  return remembered(`dates ${spoken()} ${hasDay}`, () => new Intl.DateTimeFormat(spoken(), style));
}

/** Return how a node is called; values by their amount. */
function nodeName(node) {
  return node.value ? amountText(node.value) : node.entity.label;
}

function termName(term) {
  return term.value ? amountText(term.value) : term.entity.label;
}
