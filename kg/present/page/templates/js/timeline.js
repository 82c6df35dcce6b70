// When entities happened: a bar for each month, year or decade, and a range that filters.

/** How many characters of an ISO date name a bin, and how many such bins are still few enough. */
const WIDTHS = [
  [7, 36],
  [4, 120],
  [3, 120],
  [2, 100],
];
const bins = allBins(
  facts.statements
    .map((one) => one.when?.from)
    .filter(Boolean)
    .sort(),
);
const TALL = 34;

/** Return all bins from the first day to the last, in the finest width that gives few enough. */
function allBins(days) {
  for (const [width, most] of days.length ? WIDTHS : []) {
    const found = binsBetween(days[0], days[days.length - 1], width);
    if (found.length <= most) return found;
  }
  return [];
}

/** Return the bins from one to another; none follows that of the last year of four digits. */
function binsBetween(first, last, width) {
  const found = [];
  for (
    let bin = first.slice(0, width);
    bin.length === width && bin <= last.slice(0, width) && found.length < 400;
    bin = nextBin(bin)
  )
    found.push(bin);
  return found;
}

function nextBin(bin) {
  if (bin.length < 7) return String(Number(bin) + 1).padStart(bin.length, "0");
  const month = Number(bin.slice(5)) + 1;
  return month > 12 ? `${nextBin(bin.slice(0, 4))}-01` : `${bin.slice(0, 5)}${String(month).padStart(2, "0")}`;
}

/** Return the bin that a statement begins in; its date is that of the event where the text gives one. */
function binOf({ when }) {
  return when && bins.length ? when.from.slice(0, bins[0].length) : null;
}

function firstDay(bin) {
  return bin.length === 7 ? `${bin}-01` : `${bin.padEnd(4, "0")}-01-01`;
}

function lastDay(bin) {
  return bin.length === 7 ? `${bin}-31` : `${bin.padEnd(4, "9")}-12-31`;
}

function binText(bin) {
  return bin.length >= 4 ? dateText(bin) : `${bin.padEnd(4, "0")} – ${bin.padEnd(4, "9")}`;
}

/** Build the strip; it is changed in place afterwards, so that a thumb can be dragged while the page follows. */
function buildTimeline() {
  document.getElementById("timeline").hidden = bins.length < 2;
  const thumb = (id) =>
    make("input", {
      type: "range",
      id,
      min: 0,
      max: bins.length - 1,
      step: 1,
      on: { input: followThumb, change: keepRange },
    });
  const picture = svg("svg", {
    id: "bars",
    viewBox: `0 0 ${bins.length} ${TALL}`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  });
  picture.append(...bins.map((_, place) => svg("rect", { x: place + 0.06, width: 0.88 })));
  picture.addEventListener("pointerdown", startBrush);
  const heading = make(
    "p",
    { class: "heading" },
    make("span", { id: "when-name" }),
    make("output", { id: "when-range", for: "since until" }),
  );
  fill("timeline", heading, picture, make("div", { class: "thumbs" }, thumb("since"), thumb("until")));
}

function showTimeline() {
  if (bins.length < 2) return;
  const [low, high] = chosenBins();
  const highest = Math.max(1, ...bins.map((bin) => shown.counts.when.get(bin) ?? 0));
  [...document.getElementById("bars").children].forEach((bar, place) => {
    const count = shown.counts.when.get(bins[place]) ?? 0;
    // A root lets a single statement be seen beside a month of hundreds.
    const height = count ? Math.max(2, TALL * Math.sqrt(count / highest)) : 0;
    bar.setAttribute("y", TALL - height);
    bar.setAttribute("height", height);
    bar.classList.toggle("out", place < low || place > high);
  });
  fill("when-name", say("when"));
  fill("when-range", rangeText(low, high));
  [
    ["since", low],
    ["until", high],
  ].forEach(([id, place]) => placeThumb(id, place));
}

function placeThumb(id, place) {
  const thumb = document.getElementById(id);
  thumb.value = place;
  thumb.setAttribute("aria-label", say(id));
  thumb.setAttribute("aria-valuetext", binText(bins[place]));
}

function rangeText(low, high) {
  const range = low === high ? binText(bins[low]) : `${binText(bins[low])} – ${binText(bins[high])}`;
  const undated = view.since || view.until ? facts.statements.filter((one) => !one.when).length : 0;
  return undated ? `${range} (${say("undated", { n: undated })})` : range;
}

/** Return the places of the first and last bin of the range. */
function chosenBins() {
  const width = bins[0].length;
  const low = view.since ? bins.findIndex((bin) => bin >= view.since.slice(0, width)) : 0;
  const later = view.until ? bins.findIndex((bin) => bin > view.until.slice(0, width)) : -1;
  const high = later < 0 ? bins.length - 1 : later - 1;
  return [low < 0 ? bins.length - 1 : low, Math.max(low, high, 0)];
}

function setRange(low, high) {
  view.since = low > 0 ? firstDay(bins[low]) : "";
  view.until = high < bins.length - 1 ? lastDay(bins[high]) : "";
  refreshSoon();
}

function followThumb(event) {
  const [since, until] = ["since", "until"].map((id) => Number(document.getElementById(id).value));
  if (event.target.id === "since") setRange(Math.min(since, until), until);
  else setRange(since, Math.max(since, until));
}

function keepRange() {
  setAddress();
}

/** Let a drag over the bars choose a range; a click on one chooses it alone, and once more gives all back. */
function startBrush(event) {
  const picture = event.currentTarget;
  const place = (at) => {
    const { left, width } = picture.getBoundingClientRect();
    return Math.max(0, Math.min(bins.length - 1, Math.floor(((at.clientX - left) / width) * bins.length)));
  };
  const start = place(event);
  const before = chosenBins();
  const move = (at) => setRange(Math.min(start, place(at)), Math.max(start, place(at)));
  const stop = (at) => {
    picture.removeEventListener("pointermove", move);
    const again = place(at) === start && before[0] === start && before[1] === start;
    if (again) setRange(0, bins.length - 1);
    else move(at);
    keepRange();
  };
  event.preventDefault();
  picture.setPointerCapture(event.pointerId);
  picture.addEventListener("pointermove", move);
  picture.addEventListener("pointerup", stop, { once: true });
}
