// The colours of the ontology, moved towards black or white until they can be seen on the page of the moment.

const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");

// Asking the page for a colour is slow, and a large graph asks a hundred thousand times.
const knownColours = new Map();

function remembered(key, find) {
  if (!knownColours.has(key)) knownColours.set(key, find());
  return knownColours.get(key);
}

/** Return a colour of `palette.css` as it is in the scheme of the moment, or its font. */
function palette(name) {
  const read = () => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  return remembered(`palette ${name}`, read);
}

/** Return what `draw` makes in the colours of paper: black on white, whatever the scheme of the screen. */
function onPaper(draw) {
  document.documentElement.dataset.paper = "";
  knownColours.clear();
  const drawn = draw();
  delete document.documentElement.dataset.paper;
  knownColours.clear();
  return drawn;
}

function channels(colour) {
  const hex = /^#([0-9a-f]{6})$/i.exec(colour ?? "")?.[1];
  return hex ? [0, 2, 4].map((start) => parseInt(hex.slice(start, start + 2), 16)) : null;
}

function luminance(rgb) {
  const [r, g, b] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Return the contrast of two colours as WCAG 2 defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** Return the colour, as near as it can be to itself with that contrast to the page and to what is raised on it. */
function readable(colour, ratio) {
  return remembered(`${colour} ${ratio}`, () => moved(colour, ratio));
}

function moved(colour, ratio) {
  const grounds = ["page", "raised"].map((name) => channels(palette(name)));
  const own = channels(colour) ?? channels(palette("quiet"));
  const goal = luminance(grounds[0]) < 0.2 ? 255 : 0;
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = own.map((value) => Math.round(value + (goal - value) * share));
    if (grounds.every((ground) => contrast(mixed, ground) >= ratio)) return `rgb(${mixed.join(", ")})`;
  }
  return palette("ink");
}

/** Return black or white, whichever reads better on the colour. */
function textOn(colour) {
  const own = channels(colour) ?? channels(palette("quiet"));
  return contrast(own, [0, 0, 0]) >= contrast(own, [255, 255, 255]) ? "#000000" : "#ffffff";
}

function classColour(name) {
  const colour = facts.classes[name]?.colour;
  return channels(colour) ? colour : palette("quiet");
}

function relationColour(item) {
  return isDenied(item) ? palette("denied") : readable(facts.relations[item.relation]?.colour, 3);
}
