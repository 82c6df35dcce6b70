// Where the keyboard stands: a control that is built anew keeps the focus, one that has gone hands it to its neighbours,
// a panel that opens takes it, and one that closes gives it back.

/** On a narrow or low screen the panel lies over the page; else it takes the place of the list. */
const narrow = window.matchMedia("(max-width: 759px), (max-height: 480px)");
const PARTS = "#panel, #list, #notices, #filters, #table";
const CONTROLS = "button, input, a[href], summary";

/** What the panel was opened from. */
let opener = null;

/** Return what has the focus, in terms that still hold when it has been built anew. */
function focusPlace() {
  const element = document.activeElement;
  return { element, id: element?.id, opens: element?.dataset.opens, part: element?.closest(PARTS)?.id };
}

function isUsable(element) {
  return Boolean(element?.isConnected && element.checkVisibility());
}

/** Return the control that stands where another did; what opens the same entity, in the same part of the page, is the same. */
function sameControl({ element, id, opens, part }) {
  const twin = opens && document.querySelector(`#${part ?? "list"} [data-opens="${opens}"]`);
  return [element, id && document.getElementById(id), twin].find(isUsable);
}

/** Give the focus back if it was lost: to the same control, or to the first of its part of the page, or to the drawing. */
function keepFocus(place) {
  if (place.element === document.body || isUsable(document.activeElement?.closest(`${CONTROLS}, [tabindex]`))) return;
  const part = place.part ? [...document.querySelectorAll(`#${place.part} :is(${CONTROLS})`)] : [];
  const next = sameControl(place) ?? part.find(isUsable) ?? document.getElementById("canvas");
  next.focus({ preventScroll: true });
}

/** Let a panel that has opened take the focus, except where the reader clicks about in the drawing or the table beside it. */
function enterPanel(place) {
  if (place.part !== "panel") opener = place;
  const isMouse = place.element === document.body || place.id === "canvas" || place.id === "table";
  if (narrow.matches || !isMouse) document.getElementById("panel").focus({ preventScroll: true });
  if (narrow.matches && (place.element === document.body || place.id === "canvas")) scrollAbovePanel();
}

/** Scroll the page until what was chosen on the drawing stands above the sheet that the panel is. */
function scrollAbovePanel() {
  const { nodes, edges } = drawing.network.getSelection();
  const ends = [...nodes, ...edges.flatMap((id) => drawing.network.getConnectedNodes(id))];
  const lowest = Math.max(...ends.map((id) => drawing.network.canvasToDOM(drawing.network.getPosition(id)).y));
  const canvas = document.getElementById("canvas").getBoundingClientRect();
  const over =
    canvas.top + Math.min(lowest + 40, canvas.height) - document.getElementById("panel").getBoundingClientRect().top;
  if (ends.length && over > 0) window.scrollBy(0, over);
}

/** Close what is open – a sentence on a path leads back to the path – and go back to where it was opened. */
function closePanel() {
  const place = focusPlace();
  const { statement, entity } = view.selected ?? {};
  change(view.selected && view.path ? { selected: null } : { selected: null, path: null });
  if (place.part !== "panel" || !document.getElementById("panel").hidden) return;
  const opens = statement ? `s${statement.number}` : `n${entity?.number}`;
  const control = (opener?.element !== document.body && opener && sameControl(opener)) || sameControl({ opens });
  (control ?? document.getElementById("canvas")).focus({ preventScroll: true });
}
