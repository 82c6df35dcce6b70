// What is shown as a table for a spreadsheet: the columns are those of `kg export`, whose names and order Python gives.

const BETWEEN = " | ";

/** Return what a statement has for each column, by its name. */
function csvCells(one) {
  const { labels } = facts.relations[one.relation];
  return {
    ...one,
    ...articleCells(one.article ?? {}),
    ...termCells("subject", one),
    ...Object.fromEntries(Object.entries(labels).map(([language, label]) => [`relation_${language}`, label])),
    ...termCells("object", one),
    ...termCells("asset", one),
    ...valueCells("amount", one.amount),
    ...termCells("organization", one),
    ...placeCells("evidence", one, "evidence"),
    ...placeCells("trigger", one, "trigger"),
    steps: one.steps.join(BETWEEN),
  };
}

function articleCells({ document, title, date, publisher, url, sha256 }) {
  return { document, title, published: date, publisher, url, sha256 };
}

/** Return the columns of an end: who or what it is, and the words that stand for it. */
function termCells(end, statement) {
  const { entity, value } = statement[end] ?? {};
  return {
    ...(value ? valueCells(end, value) : entityCells(end, entity)),
    ...placeCells(`${end}_words`, statement, end),
  };
}

function entityCells(end, entity) {
  return {
    [end]: entity?.label,
    [`${end}_class`]: entity?.cls,
    [`${end}_iri`]: entity?.iri,
    [`${end}_names`]: entity?.names.join(BETWEEN),
    [`${end}_same_as`]: entity?.sameAs.join(BETWEEN),
  };
}

function valueCells(end, value) {
  const own = ["unit", "bound", "per", "inferred"].map((name) => [`${end}_${name}`, value?.[name]]);
  const digits = ["number", "upper"].map((name) => [`${end}_${name}`, digitsOf(value?.[name])]);
  return { [end]: value?.label, [`${end}_class`]: value?.cls, ...Object.fromEntries([...own, ...digits]) };
}

/** Return the digits of a number; nothing for words, which are their own label. */
function digitsOf(text) {
  return numberIn({ number: text }) === null ? "" : text;
}

/** Return the words of a role and where they stand in the article, whose characters Python counts and not UTF-16. */
function placeCells(column, { passage, passageStart, marks, apart }, role) {
  const place = (unit) => passageStart + [...passage.slice(0, unit)].length;
  const within = marks[role] && [...marks[role].map(place), passage.slice(...marks[role])];
  const [start, end, words] = within ?? apart?.[role] ?? [];
  return { [column]: words, [`${role}_start`]: start, [`${role}_end`]: end };
}

/** Save the rows of the table, in its order; the form is that of RFC 4180. */
function saveCsv() {
  const rows = sortedStatements().map((one) => {
    const cells = csvCells(one);
    return facts.columns.map((name) => cells[name]);
  });
  const lines = [facts.columns, ...rows].map((cells) => cells.map(csvCell).join(","));
  // The mark at the beginning tells spreadsheets that the text is UTF-8.
  download(new Blob([`\ufeff${lines.join("\r\n")}\r\n`], { type: "text/csv" }), "csv");
}

/**
 * Return a value as a cell; what a spreadsheet would run as a formula has an apostrophe before it, also within the text:
 * where the comma is the decimal sign, spreadsheets cut at semicolons, and then heed no quotes.
 */
function csvCell(value) {
  const text = String(value ?? "").toWellFormed();
  const safe = /^-?\d+(\.\d+)?$/.test(text)
    ? text
    : text.replace(/((?:^|[;\t\r\n])[\s\p{C}]*)(?=[=+\-@＝＋－＠])/gu, "$1'");
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
