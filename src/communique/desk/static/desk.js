// What both screens share: messages to Python and back, the status line, the keyboard, fields with what is wrong with them.

const KEYS = {
  candidates: [
    ["KeyY", "Y", "accept", "accept what is in the form"],
    ["KeyR", "R", "reject", "reject the candidate"],
    ["KeyS", "S", "set aside", "set the candidate aside"],
    ["KeyU", "U", "undo", "take your last decision back"],
    ["KeyN", "N", "next", "next candidate"],
    ["KeyP", "P", "previous", "previous candidate"],
    ["KeyO", "O", "own words", "go to the paraphrase"],
  ],
  ladders: [
    ["KeyN", "N", "next", "next dimension"],
    ["KeyP", "P", "previous", "previous dimension"],
    ["KeyO", "O", "own words", "go to the reason"],
  ],
};

const DRAFT_AFTER = 400; // milliseconds without typing until a draft is sent
const PATIENCE = 8000; // milliseconds until a silent kernel is told of

let views = 0;

/** Messages to Python and back, the status line, and the keyboard of one view of the widget. */
class Desk {
  constructor(model, root, screen) {
    this.model = model;
    this.screen = screen;
    this.id = `cq${++views}-${Math.random().toString(36).slice(2, 7)}`;
    this.sent = 0;
    this.heard = 0; // number of the last message sent that was answered
    this.patience = null;
    this.actions = {};
    this.status = make("p", { className: "cq-status", role: "status", "aria-live": "polite" });
    // Not in the order of Tab, but a click anywhere in it brings the keyboard along.
    this.root = make("div", { className: "cq-desk", role: "region", "aria-label": "Coding desk", tabIndex: -1 });
    this.root.addEventListener("keydown", (event) => this.pressed(event));
    root.append(this.root);
    this.received = (answer) => this.answered(answer);
    model.on("msg:custom", this.received);
  }

  send(message) {
    this.model.send({ ...message, number: `${this.id}/${++this.sent}` });
    if (this.patience === null) this.wait();
  }

  wait() {
    this.patience = setTimeout(() => this.silent(), PATIENCE);
  }

  silent() {
    this.tell({ kind: "error", text: "The kernel does not answer. It may be busy; if it was restarted, run the cell again." });
  }

  answered(answer) {
    clearTimeout(this.patience);
    this.patience = null;
    const [view, number] = String(answer.answers || "").split("/");
    const own = view === this.id;
    if (own) this.heard = Number(number);
    if (!this.current) this.wait();
    this.show(answer, own);
  }

  /** Whether Python has answered all that was sent: what it shows then is no older than what stands here. */
  get current() {
    return this.heard === this.sent;
  }

  tell(message) {
    if (!message) return;
    this.status.className = `cq-status cq-${message.kind || "none"}`;
    // Emptied first, so that the same words said twice are read out twice.
    this.status.textContent = "";
    this.status.textContent = message.text || "";
  }

  pressed(event) {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.code === "KeyS") {
      event.preventDefault();
      this.tell({ kind: "info", text: "The desk saves by itself. To save the notebook, click outside the desk first." });
      return;
    }
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.getModifierState("AltGraph")) return;
    const key = KEYS[this.screen].find(([code]) => code === event.code);
    if (!key) return;
    event.preventDefault();
    event.stopPropagation();
    this.actions[key[2]]();
  }

  help() {
    const rows = KEYS[this.screen].map(([, letter, , what]) =>
      make("li", {}, make("kbd", {}, "Alt"), " + ", make("kbd", {}, letter), ` ${what}`));
    return make("details", { className: "cq-help" },
      make("summary", {}, "Keyboard"),
      make("p", {}, "While the focus is in the desk, JupyterLab's own keys rest, and these work (Option in place of Alt on a Mac):"),
      make("ul", {}, rows));
  }

  /** A label with its control below, and room for what is wrong with it. */
  field(name, label, control, hint = "") {
    control.id = `${this.id}-${name}`;
    const trouble = make("p", { className: "cq-trouble", id: `${control.id}-trouble`, hidden: true });
    control.setAttribute("aria-describedby", trouble.id);
    return make("div", { className: `cq-field cq-field-${name}` },
      make("label", { for: control.id }, label), control, hint && make("p", { className: "cq-hint" }, hint), trouble);
  }

  mark(control, text) {
    const trouble = this.root.querySelector(`#${control.id}-trouble`);
    if (!trouble) return;
    trouble.textContent = text || "";
    trouble.hidden = !text;
    if (text) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }

  end() {
    clearTimeout(this.patience);
    this.model.off("msg:custom", this.received);
  }
}
