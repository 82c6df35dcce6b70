// Elements are built, never parsed: text of an article can only become text.

/** Return a new element. `attributes` may hold `class`, `on` (listeners) and plain attributes; children are text or nodes. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Return words of an article, kept from turning the words around them. */
function foreign(text) {
  return make("bdi", {}, text);
}

function button(className, action, ...children) {
  return make("button", { type: "button", class: className, on: { click: action } }, ...children);
}

/** Return a link, or the bare address when it is no web address. */
function webLink(address) {
  let url = null;
  try {
    url = new URL(address);
  } catch {
    return foreign(address);
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return foreign(address);
  return make("a", { href: url.href, rel: "noopener noreferrer", target: "_blank" }, foreign(address));
}

function fill(id, ...children) {
  const element = document.getElementById(id);
  element.replaceChildren(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
