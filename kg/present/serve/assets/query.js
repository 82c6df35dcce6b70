"use strict";

// All that comes from the graph is put on the page as text, never as markup.
const ACCEPT = "application/sparql-results+json, text/turtle;q=0.9";
const MOST_ROWS = 2000;

const form = document.getElementById("form");
const field = document.getElementById("query");
const status = document.getElementById("status");
const result = document.getElementById("result");
let waiting = null;

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function tell(text, failed = false) {
  status.textContent = text;
  status.className = failed ? "failed" : "";
}

// An entity of the graph has a page here, whatever its IRI begins with; only web addresses become links.
function address(iri) {
  const own = /^https?:\/\/[^/]+\/(?:.*\/)?id\/(.+)$/.exec(iri);
  const base = document.documentElement.dataset.base;
  if (own && base && iri.startsWith(`${base}id/`)) return `/id/${iri.slice(base.length + 3).split("#")[0]}`;
  return /^https?:\/\//i.test(iri) ? iri : null;
}

function cell(term) {
  const made = element("td");
  if (!term) return made;
  if (term.type !== "uri") {
    made.textContent = term.value ?? JSON.stringify(term);
    if (term["xml:lang"]) made.lang = term["xml:lang"];
    return made;
  }
  const target = address(term.value);
  made.append(target ? element("a", term.value, { href: target, rel: "noreferrer" }) : term.value);
  return made;
}

function table(variables, rows) {
  const made = element("table");
  const head = made.createTHead().insertRow();
  for (const name of variables) head.append(element("th", name, { scope: "col" }));
  const body = made.createTBody();
  for (const row of rows.slice(0, MOST_ROWS)) {
    const line = body.insertRow();
    for (const name of variables) line.append(cell(row[name]));
  }
  return made;
}

function show(type, text) {
  if (!type.startsWith("application/sparql-results+json")) {
    result.replaceChildren(element("pre", text));
    return "";
  }
  const told = JSON.parse(text);
  if (typeof told.boolean === "boolean") {
    result.replaceChildren(element("p", told.boolean ? "yes" : "no"));
    return "";
  }
  const rows = told.results.bindings;
  result.replaceChildren(table(told.head.vars, rows));
  const shown = rows.length > MOST_ROWS ? `; the first ${MOST_ROWS} are shown` : "";
  return `${rows.length} ${rows.length === 1 ? "row" : "rows"}${shown}, `;
}

async function ask() {
  waiting?.abort();
  const mine = (waiting = new AbortController());
  const start = performance.now();
  tell("asking …");
  try {
    const response = await fetch("/sparql", {
      method: "POST",
      headers: { Accept: ACCEPT, "Content-Type": "application/sparql-query" },
      body: field.value,
      signal: mine.signal,
    });
    const text = await response.text();
    if (!response.ok) {
      result.replaceChildren();
      tell(text.trim(), true);
      return;
    }
    const count = show(response.headers.get("Content-Type") ?? "", text);
    tell(`${count}${Math.round(performance.now() - start)} ms`);
  } catch (error) {
    if (mine === waiting && error.name !== "AbortError") tell("the server does not answer", true);
  }
}

function asCurl(query) {
  const quoted = `'${`query=${query}`.replaceAll("'", `'\\''`)}'`;
  return `curl ${new URL("/sparql", location.href)} -H 'Accept: text/csv' --data-urlencode ${quoted}`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    ask();
  }
});
document.getElementById("curl").addEventListener("click", async () => {
  const line = asCurl(field.value);
  try {
    await navigator.clipboard.writeText(line);
    tell("copied");
  } catch {
    result.replaceChildren(element("pre", line));
    tell("the browser does not let us copy: here it is");
  }
});
