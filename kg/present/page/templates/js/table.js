// The same statements as a table: sorted by any column, filtered as the drawing is.

const CHUNK = 100;
let rowsShown = CHUNK;

/** The columns: what stands in a cell, what it is sorted by, and how it is shown when text is not enough. */
const COLUMNS = {
  subject: { text: (one) => termName(one.subject) },
  relation: { text: (one) => relationName(one.relation), show: relationCell },
  object: { text: (one) => termName(one.object), rank: (one) => numberIn(one.object.value) ?? "" },
  modality: {
    text: (one) => modalityName(one.modality),
    rank: (one) => Object.keys(facts.modalities).indexOf(one.modality),
  },
  accordingTo: { text: (one) => one.attribution ?? "" },
  date: { text: (one) => (one.date ? dateText(one.date) : ""), rank: (one) => (one.date && one.when?.from) || "" },
  amount: { text: (one) => (one.amount ? amountText(one.amount) : ""), rank: (one) => numberIn(one.amount) ?? "" },
  source: { text: (one) => one.article?.title || one.article?.document || "" },
  published: {
    text: (one) => (one.article?.date ? dateText(one.article.date) : ""),
    rank: (one) => one.article?.date ?? "",
  },
};

/** Return the names of the columns that hold something anywhere on the page. */
function usedColumns() {
  const isUsed = ([, { text }]) => facts.statements.some((one) => text(one) !== "");
  return remembered("columns", () =>
    Object.entries(COLUMNS)
      .filter(isUsed)
      .map(([name]) => name),
  );
}

function showTable() {
  const box = document.getElementById("table");
  box.hidden = !view.table;
  document.getElementById("table-switch").setAttribute("aria-expanded", String(view.table));
  if (!view.table) return;
  const rows = sortedStatements();
  const heads = usedColumns().map(headCell);
  const body = rows.slice(0, rowsShown).map(tableRow);
  const rest = rows.length - body.length;
  const table = make(
    "table",
    {},
    make("caption", { class: "unseen" }, say("tableOf", { n: rows.length })),
    make("thead", {}, make("tr", {}, ...heads)),
    make("tbody", {}, ...body),
  );
  fill("table", table, rest > 0 ? button("plain-button", showMoreRows, say("more", { n: rest })) : null).setAttribute(
    "aria-label",
    say("table"),
  );
}

function showMoreRows() {
  const before = rowsShown;
  rowsShown += 10 * CHUNK;
  showTable();
  document.querySelectorAll("#table tbody button")[before]?.focus();
}

/** Return what is shown in the order of the table; without a choice, in that of the articles. */
function sortedStatements() {
  if (!view.sort) return shown.statements;
  const { text, rank } = COLUMNS[view.sort.column];
  const collator = new Intl.Collator(spoken(), { numeric: true });
  const keyed = shown.statements.map((one) => [rank?.(one) ?? "", text(one), one]);
  const sign = view.sort.isDown ? -1 : 1;
  // An empty cell comes last whichever way the column is sorted.
  keyed.sort(
    ([a, some], [b, others]) =>
      Number(some === "") - Number(others === "") || sign * (compared(a, b) || collator.compare(some, others)),
  );
  return keyed.map(([, , one]) => one);
}

function compared(a, b) {
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}

function headCell(column) {
  const { column: sorted, isDown } = view.sort ?? {};
  const order = sorted === column ? (isDown ? "descending" : "ascending") : null;
  const sign = make("span", { "aria-hidden": "true" }, order ? (isDown ? " ▼" : " ▲") : "");
  const head = button("", () => sortBy(column), say(column), sign);
  head.id = `sort-${column}`;
  return make("th", { scope: "col", "aria-sort": order }, head);
}

/** Sort by a column: upwards, then downwards, then as the articles have it. */
function sortBy(column) {
  const { column: sorted, isDown } = view.sort ?? {};
  rowsShown = CHUNK;
  if (sorted !== column) change({ sort: { column, isDown: false } });
  else change({ sort: isDown ? null : { column, isDown: true } });
}

function tableRow(statement) {
  const cells = usedColumns().map((name) => make("td", { class: name }, cellOf(COLUMNS[name], statement)));
  const row = make("tr", { on: { click: () => change({ selected: { statement } }) } }, ...cells);
  row.classList.toggle("chosen", view.selected?.statement === statement);
  row.classList.toggle("denied", isDenied(statement));
  return row;
}

function cellOf({ text, show }, statement) {
  return show ? show(statement) : foreign(shorten(text(statement), 160));
}

function relationCell(statement) {
  const open = button("open", () => {}, lineSample(statement), relationName(statement.relation));
  open.id = `row-${statement.number}`;
  if (view.selected?.statement === statement) open.setAttribute("aria-current", "true");
  open.setAttribute(
    "aria-label",
    `${termName(statement.subject)} ${relationName(statement.relation)} ${shorten(termName(statement.object), 160)}`,
  );
  return open;
}
