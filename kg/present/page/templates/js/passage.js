// The sentence in its paragraph, with the words marked that make the statement.

/** Return the passage of a statement as a quotation; a mark may have several roles at once. */
function quote(statement) {
  const { passage, marks } = statement;
  const cuts = [...new Set([0, passage.length, ...Object.values(marks).flat()])].sort((one, other) => one - other);
  const pieces = cuts.slice(1).map((end, place) => {
    const start = cuts[place];
    const roles = Object.keys(marks).filter((role) => marks[role][0] <= start && end <= marks[role][1]);
    return passagePiece(passage.slice(start, end), roles);
  });
  return make("blockquote", { class: "passage", lang: statement.language, dir: "auto" }, ...pieces);
}

function passagePiece(text, roles) {
  const marks = roles.filter((role) => role !== "evidence");
  if (marks.length === 0) return roles.length ? make("span", { class: "evidence" }, text) : text;
  return make("mark", { class: marks.join(" "), title: marks.map((role) => say(role)).join(", ") }, text);
}

function markKey() {
  const roles = ["subject", "trigger", "object"];
  return make("p", { class: "key" }, ...roles.map((role) => make("mark", { class: role }, say(role))));
}
