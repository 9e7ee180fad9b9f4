// The desk in the browser: shows what Python tells it to, and sends back what a person did. It decides nothing.
//
// Text that comes from data reaches the page as text nodes only, never as markup, and addresses only as http(s) links.
// The files of this folder are one script, put together by widget.py in the order elements, desk, rows, candidates, ladders, view.

// JupyterLab leaves the keys alone where the element that has the focus says so itself; its parents are asked too late,
// since what stands for "anything in a notebook that has the focus" has matched by then, and D D deletes the cell.
const QUIET = "data-lm-suppress-shortcuts";
const FOCUSED = new Set(["a", "button", "input", "select", "summary", "textarea"]);

/** An element with properties (or attributes, for names with "-" and role) and children; strings become text nodes. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role" || name === "list" || name === "for") element.setAttribute(name, value);
    else element[name] = value;
  }
  if (FOCUSED.has(tag) || "tabIndex" in properties) element.setAttribute(QUIET, "true");
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** A link where the address is one of the web, else its text. */
function link(address, text) {
  if (!/^https?:\/\//i.test(address || "")) return text;
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

function option(value, label) {
  return make("option", { value }, label);
}

/** Put options into a select where they are not there already, and keep what was chosen, if it is still there. */
function fill(select, ...options) {
  const chosen = select.value;
  const wanted = options.flat();
  const same = (one, at) => one.isEqualNode(wanted[at]);
  if (select.children.length === wanted.length && [...select.children].every(same)) return;
  select.replaceChildren(...wanted);
  select.value = chosen;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}

function waiting(item) {
  return option(item.id, `${item.label} (${item.waiting})`);
}
