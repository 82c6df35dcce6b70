// One entity: its names, what is said of it, and the ways on from it.

function entityPanel(entity) {
  const own = statementsOf(entity).filter(isShown);
  const outgoing = own.filter((one) => one.subject.entity === entity);
  const figures = outgoing.filter((one) => one.object.value);
  const links = outgoing.filter((one) => one.object.entity);
  const incoming = own.filter((one) => one.object.entity === entity && one.subject.entity !== entity);
  return [
    make("h2", {}, swatch(entity), foreign(entity.label)),
    make("p", { class: "count" }, className(entity.cls)),
    ...wayOn(entity),
    ...hiddenNote(entity, own),
    ...section(say("outgoing"), links, statementItem),
    ...section(say("facts"), figures, statementItem),
    ...section(say("incoming"), incoming, wholeItem),
    ...nameRows(entity),
  ];
}

function nameRows({ names, sameAs }) {
  const list = (items) => make("ul", { class: "plain" }, ...items.map((item) => make("li", {}, item)));
  return [
    ...(names.length ? [make("h3", {}, say("alsoCalled")), list(names.map(foreign))] : []),
    ...(sameAs.length ? [make("h3", {}, say("elsewhere")), list(sameAs.map(webLink))] : []),
  ];
}

/** Return what leads on from an entity that is drawn: its neighbourhood, and the path to another. */
function wayOn(entity) {
  if (!entity.node) return [];
  const depth = view.around?.entity === entity ? view.around.depth : 0;
  const choices = [0, 1, 2, 3, 4].map((steps) => depthButton(entity, steps, depth));
  const name = say("neighbourhood");
  return [
    make(
      "div",
      { class: "way" },
      make("span", { class: "quiet" }, name),
      make("div", { class: "choices", role: "group", "aria-label": name }, ...choices),
    ),
    make(
      "div",
      { class: "way" },
      searchField({ id: "path-to", label: say("pathTo"), hint: say("pathTo"), choose: (to) => choosePath(entity, to) }),
    ),
  ];
}

function depthButton(entity, steps, depth) {
  const choice = button(
    "",
    () => change({ around: steps ? { entity, depth: steps } : null }, { isFitted: true }),
    steps ? String(steps) : say("all"),
  );
  choice.id = `depth-${steps}`;
  choice.setAttribute("aria-pressed", String(steps === depth));
  if (steps) choice.setAttribute("aria-label", say("steps", { n: steps }));
  return choice;
}

function hiddenNote(entity, own) {
  const hidden = statementsOf(entity).length - own.length;
  return hidden ? [make("p", { class: "hint" }, say("hiddenHere", { n: hidden }))] : [];
}
