// Taking it along: what is shown as PNG, SVG or a table, a link to it, and paper.

const LARGEST = 8000;

function saveMenu() {
  const kinds = [
    ["PNG", savePng],
    ["SVG", saveSvg],
    ["CSV", saveCsv],
  ];
  const items = kinds.map(([kind, action]) =>
    make(
      "li",
      {},
      button("", () => action(), say(`save${kind}`)),
    ),
  );
  const menu = make(
    "details",
    { class: "menu", id: "save" },
    make("summary", {}, say("save")),
    make("ul", { class: "plain" }, ...items),
  );
  menu.addEventListener("click", (event) => event.target.closest("li") && menu.removeAttribute("open"));
  menu.addEventListener("keydown", (event) => event.key === "Escape" && closeMenu(menu, event));
  menu.addEventListener("focusout", (event) => menu.contains(event.relatedTarget) || menu.removeAttribute("open"));
  return menu;
}

function closeMenu(menu, event) {
  if (!menu.open) return;
  menu.removeAttribute("open");
  menu.querySelector("summary").focus();
  event.stopPropagation();
}

function pageTitle() {
  return facts.title;
}

/** Hand a file to the browser; its name comes from the title, in plain letters. */
function download(blob, ending) {
  const name =
    folded(pageTitle())
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "graph";
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: `${name}.${ending}` }).click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function svgText() {
  // XML has no place for most control characters, escaped or not.
  const text = new XMLSerializer().serializeToString(drawingPicture()).toWellFormed();
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");
}

function saveSvg() {
  download(new Blob([svgText()], { type: "image/svg+xml" }), "svg");
}

/** Save the drawing as pixels, twice as fine as on the screen unless that would be more than a browser can hold. */
async function savePng() {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText())}`;
  await image.decode();
  const scale = Math.min(2, LARGEST / image.width, LARGEST / image.height);
  const canvas = make("canvas", { width: Math.ceil(image.width * scale), height: Math.ceil(image.height * scale) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => download(blob, "png"));
}

function copyButton() {
  const copy = button("plain-button", () => copyLink(copy), say("copyLink"));
  return copy;
}

/** Put the link to exactly this view into the clipboard; where the browser refuses, show it to be copied by hand. */
async function copyLink(copy) {
  if (!view.camera) view.camera = cameraNow();
  setAddress({ isStep: false });
  try {
    await navigator.clipboard.writeText(window.location.href);
    copy.textContent = say("copied");
  } catch {
    const field = make("input", {
      type: "text",
      readonly: true,
      class: "link",
      "aria-label": say("copyLink"),
      value: window.location.href,
    });
    copy.replaceWith(field);
    field.select();
  }
}

/** Lay out one sheet before printing. */
function preparePaper() {
  fill("paper", ...onPaper(paperParts));
}

/** Return title, drawing, and what its signs mean. */
function paperParts() {
  const legend = Object.keys(facts.classes).filter((name) => [...shown.nodes].some((node) => node.cls === name));
  const signs = legend.map((cls) => make("li", {}, swatch({ cls }), className(cls)));
  const lines = Object.keys(facts.modalities).filter((name) => shown.statements.some((one) => one.modality === name));
  const drawn = lines.map((name) => make("li", {}, sampleOf(name), modalityName(name)));
  return [
    make("h1", {}, foreign(pageTitle())),
    make("p", {}, countText()),
    drawingPicture(),
    make("ul", { class: "plain" }, ...signs, ...drawn),
  ];
}
