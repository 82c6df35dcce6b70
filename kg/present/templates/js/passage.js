// The sentence in its paragraph, with the words marked that make the statement.

/** Return the passage of a statement as a quotation; a mark may have several roles at once. */
function quote(statement) {
  const pieces = statement.passage.map(([text, roles]) => {
    const marks = roles.filter((role) => role !== "evidence");
    const inside = roles.includes("evidence");
    if (marks.length === 0) return inside ? make("span", { class: "evidence" }, text) : text;
    const label = marks.map((role) => say(role)).join(", ");
    return make("mark", { class: marks.join(" "), title: label, "aria-label": `${label}: ${text}` }, text);
  });
  return make("blockquote", { class: "passage", lang: statement.language, dir: "auto" }, ...pieces);
}

function markKey() {
  const roles = ["subject", "trigger", "object"];
  return make("p", { class: "key" }, ...roles.map((role) => make("mark", { class: role }, say(role))));
}
