// The desk in the browser: shows what Python tells it to, and sends back what a person did. It decides nothing.
//
// Text that comes from data reaches the page as text nodes only, never as markup, and addresses only as http(s) links.

const DRAFT_AFTER = 400; // milliseconds without typing until a draft is sent
const PATIENCE = 8000; // milliseconds until a silent kernel is told of

const KEYS = {
  candidates: [
    ["KeyY", "Y", "accept", "accept what is in the form"],
    ["KeyR", "R", "reject", "reject the candidate"],
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

let views = 0;

// --- elements ----------------------------------------------------------------------------------------------------------

/** An element with properties (or attributes, for names with "-" and role) and children; strings become text nodes. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role" || name === "list" || name === "for") element.setAttribute(name, value);
    else element[name] = value;
  }
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

/** Put options into a select and keep what was chosen, if it is still there. */
function fill(select, ...options) {
  const chosen = select.value;
  select.replaceChildren(...options.flat());
  select.value = chosen;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}

function waiting(item) {
  return option(item.id, `${item.label} (${item.waiting})`);
}

// --- what both screens share -------------------------------------------------------------------------------------------

/** Messages to Python and back, the status line, and the keyboard of one view of the widget. */
class Desk {
  constructor(model, root, screen) {
    this.model = model;
    this.screen = screen;
    this.id = `cq${++views}-${Math.random().toString(36).slice(2, 7)}`;
    this.sent = 0;
    this.patience = null;
    this.actions = {};
    this.status = make("p", { className: "cq-status", role: "status", "aria-live": "polite" });
    // With this attribute JupyterLab leaves all keys within the desk alone: D D deletes no cell, Shift+Enter runs none.
    this.root = make("div", { className: "cq-desk", role: "region", "aria-label": "Coding desk", "data-lm-suppress-shortcuts": "true" });
    this.root.addEventListener("keydown", (event) => this.pressed(event));
    root.append(this.root);
    this.received = (answer) => this.answered(answer);
    model.on("msg:custom", this.received);
  }

  send(message) {
    this.model.send({ ...message, number: `${this.id}/${++this.sent}` });
    if (this.patience === null) this.patience = setTimeout(() => this.silent(), PATIENCE);
  }

  silent() {
    this.tell({ kind: "error", text: "The kernel does not answer. It may be busy; if it was restarted, run the cell again." });
  }

  answered(answer) {
    clearTimeout(this.patience);
    this.patience = null;
    const own = String(answer.answers || "").startsWith(`${this.id}/`);
    this.show(answer, own);
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

// --- candidates --------------------------------------------------------------------------------------------------------

class CandidateView extends Desk {
  constructor(model, root) {
    super(model, root, "candidates");
    this.candidate = null;
    this.options = null;
    this.draft = null;
    this.tried = false;
    this.build();
    this.actions = {
      accept: () => this.accept(),
      reject: () => this.decide("reject"),
      undo: () => this.step("undo"),
      next: () => this.step("next"),
      previous: () => this.step("previous"),
      "own words": () => this.controls.text.focus(),
    };
    this.send({ action: "hello" });
  }

  build() {
    const text = (rows) => make("textarea", { rows });
    const input = (type = "text") => make("input", { type, autocomplete: "off" });
    const select = () => make("select");
    const c = (this.controls = {
      text: text(4), speaker: select(), actor_name: input(), actor_role: input(), actor_side: select(), actor_aliases: input(),
      date: input("date"), round: select(), phase: select(), occasion: select(), source: input(), source_publisher: input(),
      source_title: input(), source_title_kind: select(), source_url: input("url"), source_published: input("date"),
      source_kind: select(), source_language: input(), note: text(2),
    });
    this.title = make("h2");
    this.tally = make("p", { className: "cq-tally" });
    this.place = make("span", { className: "cq-place" });
    this.filters = { document: select(), speaker: select(), shown: select(), repeats: input("checkbox") };
    this.evidence = make("section", { className: "cq-evidence", "aria-label": "What the source says" });
    this.baskets = make("fieldset", { className: "cq-baskets" }, make("legend", {}, "Baskets"));
    this.known = make("datalist", { id: `${this.id}-sources` });
    c.source.setAttribute("list", this.known.id);
    c.source.placeholder = "type a publisher, title or id";
    this.sourceTold = make("p", { className: "cq-hint" });
    this.ways = ["new", "known"].map((value) => make("input", { type: "radio", name: `${this.id}-way`, value, id: `${this.id}-way-${value}` }));
    this.newActor = make("fieldset", { className: "cq-new" }, make("legend", {}, "New actor"),
      this.field("actor_name", "Name", c.actor_name), this.field("actor_side", "Side", c.actor_side),
      this.field("actor_role", "Role", c.actor_role), this.field("actor_aliases", "Other names, with | between", c.actor_aliases));
    this.newSource = make("div", { className: "cq-new" },
      this.field("source_publisher", "Publisher", c.source_publisher), this.field("source_kind", "Kind of publisher", c.source_kind),
      this.field("source_title", "Title", c.source_title), this.field("source_title_kind", "The title is", c.source_title_kind),
      this.field("source_url", "Address of the page", c.source_url), this.field("source_published", "Published", c.source_published),
      this.field("source_language", "Language, two letters", c.source_language));
    this.oldSource = this.field("source", "Source on record", c.source);
    this.oldSource.append(this.sourceTold);
    const way = (at, label) => make("label", { for: this.ways[at].id, className: "cq-choice" }, this.ways[at], label);
    this.form = make("form", { className: "cq-form", "aria-label": "What enters the data" },
      this.field("text", "In your own words", c.text, "Reported speech; keep the speaker's key words and their force. Copies are refused."),
      this.field("speaker", "Speaker", c.speaker), this.newActor,
      make("div", { className: "cq-row" },
        this.field("date", "Said on", c.date), this.field("round", "Round", c.round),
        this.field("phase", "Phase", c.phase), this.field("occasion", "Occasion", c.occasion)),
      this.baskets,
      make("fieldset", { className: "cq-source" }, make("legend", {}, "Source"),
        make("div", { className: "cq-ways" }, way(1, "on record"), way(0, "new")), this.oldSource, this.newSource),
      this.field("note", "Note", c.note, "What a reader must know of date, source or wording."));
    const button = (label, key, act, kind = "") => {
      const made = make("button", { type: "button", className: kind, title: `Alt+${key}` }, label);
      made.addEventListener("click", act);
      return made;
    };
    this.buttons = {
      accept: button("Accept", "Y", () => this.accept(), "cq-main"),
      reject: button("Reject", "R", () => this.decide("reject")),
      undo: button("Undo", "U", () => this.step("undo")),
      back: make("button", { type: "button" }, "Take this decision back"),
    };
    this.buttons.back.addEventListener("click", () => this.step("take back"));
    this.together = make("input", { type: "checkbox", checked: true, id: `${this.id}-together` });
    this.togetherTold = make("label", { for: this.together.id });
    this.togetherRow = make("p", { className: "cq-together" }, this.together, this.togetherTold);
    this.lacking = make("p", { className: "cq-lacking", id: `${this.id}-lacking` });
    this.buttons.accept.setAttribute("aria-describedby", this.lacking.id);
    this.nothing = make("p", { className: "cq-nothing" }, "No candidate to look at. Choose something else above, or read documents in with make ingest.");
    this.work = make("div", { className: "cq-work" }, this.evidence,
      make("div", {}, this.form, this.known, this.togetherRow, this.lacking,
        make("div", { className: "cq-actions" }, this.buttons.accept, this.buttons.reject, this.buttons.back)));
    this.root.append(
      make("header", {}, this.title, this.tally),
      make("div", { className: "cq-filters", role: "group", "aria-label": "What to look at" },
        this.field("document", "Document", this.filters.document), this.field("by", "Speaker", this.filters.speaker),
        this.field("shown", "Show", this.filters.shown),
        make("label", { className: "cq-choice" }, this.filters.repeats, "repeats too")),
      make("div", { className: "cq-steps" }, button("‹ Previous", "P", () => this.step("previous")), this.place,
        button("Next ›", "N", () => this.step("next")), this.buttons.undo),
      this.status, this.nothing, this.work, this.help());
    this.listen();
  }

  listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.changed(event));
    for (const [name, control] of Object.entries(this.filters)) {
      control.addEventListener("change", () => {
        this.flush();
        this.send({ action: "filter", [name]: control.type === "checkbox" ? control.checked : control.value });
      });
    }
  }

  // What the person does

  changed(event) {
    this.arrange();
    clearTimeout(this.draft?.timer);
    const date = event.target === this.controls.date || this.draft?.date;
    this.draft = { date, timer: setTimeout(() => this.flush(), event.target === this.controls.date ? 0 : DRAFT_AFTER) };
  }

  flush() {
    if (!this.draft) return;
    clearTimeout(this.draft.timer);
    const changed = this.draft.date ? "date" : "";
    this.draft = null;
    this.send({ action: "draft", id: this.candidate.id, form: this.filled(), changed });
  }

  accept() {
    if (!this.candidate || this.buttons.accept.disabled) return;
    clearTimeout(this.draft?.timer);
    this.draft = null;
    this.tried = true;
    this.decide("accept", { form: this.filled() });
  }

  decide(action, more = {}) {
    if (!this.candidate || this.buttons.accept.disabled) return;
    clearTimeout(this.draft?.timer);
    this.draft = null;
    const repeats = this.together.checked && !this.togetherRow.hidden;
    this.send({ action, id: this.candidate.id, repeats, ...more });
  }

  step(action, more = {}) {
    this.flush();
    this.send({ action, ...more });
  }

  filled() {
    const form = {};
    for (const [name, control] of Object.entries(this.controls)) form[name] = control.value;
    form.source = this.ways[0].checked ? "+" : this.controls.source.value.trim();
    form.baskets = [...this.baskets.querySelectorAll("input:checked")].map((box) => box.value);
    return form;
  }

  // What Python tells

  show(view, own) {
    if (view.draft !== undefined) {
      if (own && this.candidate?.id === view.draft) this.advise(view.advice, view.form);
      return;
    }
    if (!("candidate" in view)) return this.tell(view.message);
    if (view.options) this.offer(view.options);
    this.title.textContent = view.title;
    const n = view.counts;
    this.tally.textContent = view.tally;
    this.place.textContent = n.place ? `${n.place} of ${n.of}` : `${n.of} to look at`;
    this.buttons.undo.textContent = view.undo ? `Undo ${view.undo}` : "Undo";
    this.buttons.undo.disabled = !view.undo;
    this.offerFilters(view);
    const before = this.candidate?.id;
    this.candidate = view.candidate;
    this.nothing.hidden = Boolean(view.candidate);
    this.work.hidden = !view.candidate;
    if (view.candidate) this.showCandidate(view, view.candidate.id !== before || view.message.kind === "done");
    this.tell(view.message);
    const wrong = (view.message.fields || []).find((name) => this.controls[name]);
    if (own && wrong) this.controls[wrong].focus();
    else if (own && view.message.kind === "done" && this.root.contains(document.activeElement)) this.controls.text.focus({ preventScroll: true });
  }

  offer(options) {
    const plain = (items) => items.map((item) => option(item.id, item.label));
    const c = this.controls;
    const choose = option("", "choose …");
    this.options = options;
    fill(c.actor_side, choose.cloneNode(true), plain(options.sides));
    fill(c.round, choose.cloneNode(true), plain(options.rounds));
    fill(c.phase, choose.cloneNode(true), plain(options.phases));
    fill(c.occasion, choose.cloneNode(true), plain(options.occasions));
    fill(c.source_title_kind, plain(options.title_kinds));
    fill(c.source_kind, choose.cloneNode(true), plain(options.source_kinds));
    this.known.replaceChildren(...options.sources.map((item) => option(item.id, item.label)));
    this.baskets.replaceChildren(this.baskets.firstChild, ...options.baskets.map((item) =>
      make("label", { className: "cq-choice" }, make("input", { type: "checkbox", value: item.id }), item.label)));
  }

  offerFilters(view) {
    fill(this.filters.document, option("", "all documents"), view.lists.documents.map(waiting));
    fill(this.filters.speaker, option("", "all speakers"), view.lists.speakers.map(waiting));
    fill(this.filters.shown, view.lists.shown.map((item) => option(item.id, item.label)));
    for (const name of ["document", "speaker", "shown"]) this.filters[name].value = view.filter[name];
    this.filters.repeats.checked = view.filter.repeats;
  }

  offerSpeakers(candidate) {
    const by = new Map(this.options.actors.flatMap((side) => side.items.map((item) => [item.id, item])));
    const named = (item) => option(item.id, item.role ? `${item.name ?? item.label} – ${item.role}` : item.label);
    const group = (label, items) => make("optgroup", { label }, items.map(named));
    const maybe = candidate.may_be.map((id) => by.get(id)).filter(Boolean);
    fill(this.controls.speaker, option("", "choose …"), option("+", "a new actor …"),
      maybe.length ? [group("may be", maybe)] : [], this.options.actors.map((side) => group(side.label, side.items)));
  }

  showCandidate(view, anew) {
    const candidate = view.candidate;
    const decided = candidate.decision.decision;
    if (anew) {
      clearTimeout(this.draft?.timer);
      this.draft = null;
      this.tried = false;
      this.offerSpeakers(candidate);
      this.put(candidate.form);
    }
    this.evidence.replaceChildren(...this.evidenceOf(candidate));
    for (const control of this.form.querySelectorAll("input, select, textarea")) control.disabled = Boolean(decided);
    this.buttons.accept.hidden = this.buttons.reject.hidden = Boolean(decided);
    this.buttons.accept.disabled = this.buttons.reject.disabled = Boolean(decided);
    this.buttons.back.hidden = !decided;
    const others = candidate.repeats.filter((each) => each.waits).length;
    this.togetherRow.hidden = Boolean(decided) || !others;
    this.togetherTold.textContent = others === 1 ? "decide its repeat with it" : `decide its ${others} repeats with it`;
    this.advise(candidate.advice, null, view.message.kind === "error" ? view.message : null);
  }

  put(form) {
    for (const [name, control] of Object.entries(this.controls)) control.value = form[name] ?? "";
    const isNew = form.source === "+";
    this.ways[0].checked = isNew;
    this.ways[1].checked = !isNew;
    this.controls.source.value = isNew ? "" : form.source;
    for (const box of this.baskets.querySelectorAll("input")) box.checked = form.baskets.includes(box.value);
    this.arrange();
  }

  /** Show the fields that what is chosen calls for. */
  arrange() {
    const isNew = this.ways[0].checked;
    this.newActor.hidden = this.controls.speaker.value !== "+";
    this.newSource.hidden = !isNew;
    this.oldSource.hidden = isNew;
    const known = this.options?.sources.find((item) => item.id === this.controls.source.value.trim());
    this.sourceTold.textContent = known ? known.label : "";
  }

  advise(advice, form, error = null) {
    if (form && this.draft === null) {
      for (const name of ["round", "phase"]) if (this.controls[name].value !== form[name]) this.controls[name].value = form[name];
    }
    for (const item of this.controls.phase.options) {
      const fits = !item.value || !advice.phases.length || advice.phases.includes(item.value);
      item.textContent = (this.options.phases.find((each) => each.id === item.value)?.label ?? "choose …") + (fits ? "" : " (not on that day)");
    }
    for (const [name, control] of Object.entries(this.controls)) {
      const found = advice.problems.find((each) => each.field === name);
      const refused = error && (error.fields || []).includes(name) && !found ? error.text : "";
      // An empty field is told of once accepting was tried; a copied paraphrase at once.
      const now = found && (this.tried || (name === "text" && control.value.trim()));
      this.mark(control, now ? found.text : refused);
    }
    const decided = this.candidate.decision.decision;
    const needed = advice.problems.length;
    this.lacking.textContent = decided ? "" : needed ? `Still needed: ${advice.problems.map((each) => each.text).join(" ")}` : "";
    this.buttons.accept.textContent = advice.corrected.length ? `Accept, with ${advice.corrected.join(", ")} corrected` : "Accept";
  }

  evidenceOf(candidate) {
    const d = candidate.document;
    const context = make("blockquote", { className: "cq-context", dir: "auto" }, candidate.pieces.map((piece) => {
      const kind = ["speaker", "said", "progress", ""].includes(piece.led_to) ? piece.led_to : "basket";
      if (!kind && !piece.said) return piece.text;
      const label = this.options.baskets.find((each) => each.id === piece.led_to)?.label ?? piece.led_to;
      return make(piece.said ? "mark" : "span", { className: `cq-piece cq-led-${kind || "none"}`, title: label && `led to: ${label}` }, piece.text);
    }));
    const told = candidate.decision;
    const facts = [
      ["Named as", candidate.surface || "nobody"],
      ["Reported by", candidate.chain],
      ["Terms", candidate.mentions],
      ["Led to it", candidate.led_to.join("; ")],
      ["Found as", `${candidate.kind} speech in the ${candidate.where}, confidence ${candidate.confidence}`],
    ];
    return [
      make("h3", {}, link(d.url, d.title || d.file)),
      make("p", { className: "cq-hint" }, [d.publisher, d.author, d.published, d.file].filter(Boolean).join(" · ")),
      told.decision ? make("p", { className: "cq-decided" }, `${told.decision} by ${told.decided_by} on ${told.decided_on}${told.statement_id ? ` as ${told.statement_id}` : ""}`) : "",
      context,
      make("ul", { className: "cq-legend", "aria-label": "How words are marked" },
        make("li", {}, make("mark", {}, "the statement")), make("li", {}, make("span", { className: "cq-led-speaker" }, "speaker")),
        make("li", {}, make("span", { className: "cq-led-said" }, "said")), make("li", {}, make("span", { className: "cq-led-basket" }, "basket")),
        make("li", {}, make("span", { className: "cq-led-progress" }, "progress"))),
      make("dl", { className: "cq-facts" }, facts.filter(([, what]) => what).map(([name, what]) => make("div", {}, make("dt", {}, name), make("dd", {}, what)))),
      this.repeatsOf(candidate),
    ].filter(Boolean);
  }

  repeatsOf(candidate) {
    if (!candidate.repeats.length) return "";
    const others = candidate.repeats.map((each) => {
      const button = make("button", { type: "button", className: "cq-quiet" }, `${each.publisher || each.file}${each.published ? `, ${each.published}` : ""}`);
      button.addEventListener("click", () => this.step("show", { id: each.id }));
      return make("li", {}, button, each.waits ? "" : " (decided)");
    });
    return make("div", { className: "cq-repeats" }, make("p", {}, "The same is told in (choose the best source):"), make("ul", {}, others));
  }

  end() {
    this.flush();
    super.end();
  }
}

// --- ladders -----------------------------------------------------------------------------------------------------------

class LadderView extends Desk {
  constructor(model, root) {
    super(model, root, "ladders");
    this.cell = null;
    this.draft = null;
    this.build();
    this.actions = { next: () => this.step(1), previous: () => this.step(-1), "own words": () => this.rationale.focus() };
    this.send({ action: "hello" });
  }

  build() {
    this.title = make("h2");
    this.round = make("select");
    this.state = make("p", { className: "cq-tally" });
    this.list = make("nav", { className: "cq-cells", "aria-label": "Dimensions" });
    this.heading = make("h3");
    this.before = make("p", { className: "cq-hint" });
    this.ladder = make("fieldset", { className: "cq-ladder" });
    this.movement = make("fieldset", { className: "cq-ways" });
    this.rationale = make("textarea", { rows: 3 });
    this.find = make("input", { type: "search", autocomplete: "off" });
    this.statements = make("ul", { className: "cq-statements" });
    this.ticked = make("p", { className: "cq-hint", role: "status" });
    this.lacking = make("p", { className: "cq-lacking" });
    this.finish = make("button", { type: "button", className: "cq-main" }, "Finish the round");
    this.reopen = make("button", { type: "button" }, "Open the round again");
    this.agreement = make("section", { className: "cq-agreement", "aria-label": "Agreement" });
    this.form = make("form", { className: "cq-form", "aria-label": "Your reading" }, this.heading, this.before, this.ladder, this.movement,
      this.field("rationale", "Why, in a sentence", this.rationale),
      make("fieldset", { className: "cq-source" }, make("legend", {}, "Statements it rests on"), this.ticked,
        this.field("find", "Show those with", this.find), this.statements), this.lacking);
    this.work = make("div", { className: "cq-work cq-work-ladders" }, this.list, this.form);
    this.root.append(make("header", {}, this.title, this.state),
      make("div", { className: "cq-filters" }, this.field("round", "Round", this.round)), this.status, this.work,
      make("div", { className: "cq-actions" }, this.finish, this.reopen), this.agreement, this.help());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.changed(event));
    this.round.addEventListener("change", () => this.go({ action: "round", round: Number(this.round.value) }));
    this.finish.addEventListener("click", () => this.go({ action: "finish" }));
    this.reopen.addEventListener("click", () => this.go({ action: "reopen" }));
  }

  go(message) {
    this.flush();
    this.send(message);
  }

  step(by) {
    const at = this.cells.findIndex((each) => each.id === this.cell.id) + by;
    if (at >= 0 && at < this.cells.length) this.go({ action: "dimension", dimension: this.cells[at].id });
    else this.tell({ kind: "info", text: by > 0 ? "This is the last dimension." : "This is the first dimension." });
  }

  changed(event) {
    if (event.target === this.find) return this.narrow();
    this.countTicked();
    clearTimeout(this.draft);
    this.draft = setTimeout(() => this.flush(), event.target === this.rationale ? DRAFT_AFTER : 0);
  }

  flush() {
    if (this.draft === null) return;
    clearTimeout(this.draft);
    this.draft = null;
    const chosen = (group) => {
      const found = group.querySelector("input:checked");
      return found ? Number(found.value) : null;
    };
    const evidence = [...this.statements.querySelectorAll("input:checked")].map((box) => box.value);
    const reading = { stage: chosen(this.ladder), movement: chosen(this.movement), rationale: this.rationale.value, evidence };
    this.send({ action: "reading", dimension: this.cell.id, reading });
  }

  narrow() {
    const words = this.find.value.trim().toLocaleLowerCase();
    for (const item of this.statements.children) item.hidden = Boolean(words) && !item.textContent.toLocaleLowerCase().includes(words);
  }

  countTicked() {
    const ids = [...this.statements.querySelectorAll("input:checked")].map((box) => box.value);
    this.ticked.textContent = ids.length ? `Ticked: ${ids.join(", ")}` : "None ticked yet.";
  }

  show(view) {
    if (view.cells) this.showCells(view);
    if (view.kept) {
      if (view.kept.dimension === this.cell?.id) this.lacking.textContent = view.kept.lacking.join(" ");
      if (view.message.text) this.tell(view.message);
      return;
    }
    if (!view.cell) return this.tell(view.message);
    this.title.textContent = view.title;
    fill(this.round, view.rounds.map((each) => option(String(each.id), each.label)));
    this.round.value = String(view.round);
    this.state.textContent = {
      open: `You read as coder ${view.coder}. What coder ${view.others} reads stays hidden until you both have finished the round.`,
      finished: `Finished by coder ${view.coder}, waiting for coder ${view.others}.`,
      published: "Read by all coders; the readings are in assessments.csv and stand.",
    }[view.state];
    const anew = view.cell.id !== this.cell?.id || view.round !== this.number || view.state !== this.stateNow || this.draft === null;
    this.number = view.round;
    this.stateNow = view.state;
    if (anew) this.showCell(view);
    this.finish.hidden = view.state !== "open";
    this.reopen.hidden = view.state !== "finished";
    this.agreement.replaceChildren(...(view.agreement ? this.agreementOf(view.agreement) : []));
    this.tell(view.message);
  }

  showCells(view) {
    this.cells = view.cells;
    const done = view.cells.filter((each) => each.done).length;
    const buttons = view.cells.map((each) => {
      const sign = each.done ? "✓ " : each.begun ? "… " : "";
      const button = make("button", { type: "button" }, make("span", {}, sign + each.label), make("small", {}, each.stage || "not read yet"));
      button.dataset.cell = each.id;
      button.setAttribute("aria-label", `${each.label}: ${each.stage || "not read yet"}${each.done ? ", complete" : ""}`);
      button.addEventListener("click", () => this.go({ action: "dimension", dimension: each.id }));
      return button;
    });
    const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset.cell : null;
    this.list.replaceChildren(...buttons);
    buttons.find((button) => button.dataset.cell === focused)?.focus();
    this.here(view.cell?.id ?? this.cell?.id);
    this.finish.textContent = `Finish the round (${done} of ${view.cells.length} complete)`;
  }

  here(id) {
    for (const button of this.list.children) {
      if (button.dataset.cell === id) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  showCell(view) {
    const cell = (this.cell = view.cell);
    const closed = view.state !== "open";
    const radio = (group, value, checked) => make("input", { type: "radio", name: `${this.id}-${group}`, value: String(value), checked });
    this.here(cell.id);
    this.heading.textContent = cell.label;
    this.before.textContent = cell.before;
    this.before.hidden = !cell.before;
    this.ladder.replaceChildren(make("legend", {}, "Stage reached, with the codebook's meaning"), ...cell.ladder.toReversed().map((step) =>
      make("label", { className: "cq-stage" }, radio("stage", step.stage, cell.reading.stage === step.stage),
        make("span", {}, make("strong", {}, `${step.stage} ${step.name}`), step.meaning && make("span", {}, step.meaning)))));
    this.movement.replaceChildren(make("legend", {}, cell.first ? "Movement: 0 in the first round of a process" : "Movement against the round before"),
      ...cell.movements.map((each) => make("label", { className: "cq-choice" }, radio("movement", each.id, cell.reading.movement === each.id), each.label)));
    this.rationale.value = cell.reading.rationale;
    this.find.value = "";
    this.statements.replaceChildren(...cell.statements.map((each) => this.statementOf(each)));
    for (const control of this.form.querySelectorAll("input, textarea")) control.disabled = closed && control !== this.find;
    this.lacking.textContent = closed ? "" : cell.lacking.join(" ");
    this.countTicked();
  }

  statementOf(each) {
    const box = make("input", { type: "checkbox", value: each.id, checked: each.ticked, id: `${this.id}-${each.id}` });
    const told = make("span", { className: "cq-hint" }, `${each.id} · ${each.speaker}, ${each.side} · ${each.date}, ${each.phase} · `, link(each.url, each.publisher));
    return make("li", { className: each.near ? "cq-near" : "" }, box,
      make("div", {}, make("label", { for: box.id, dir: "auto" }, each.text), told, each.note && make("span", { className: "cq-hint" }, each.note)));
  }

  agreementOf(agreement) {
    const moved = { "-1": "went back", 0: "held", 1: "advanced" };
    const head = (...names) => make("thead", {}, make("tr", {}, names.map((name) => make("th", { scope: "col" }, name))));
    const differ = agreement.differ.flatMap((cell) => cell.readings.map((each, at) => make("tr", {},
      at ? "" : make("th", { scope: "row", rowSpan: cell.readings.length }, cell.label),
      make("td", {}, each.coder), make("td", {}, `${each.stage} ${each.name}`), make("td", {}, moved[each.movement]), make("td", {}, each.rationale))));
    const alphas = agreement.alpha.map((each) => make("tr", {}, make("th", { scope: "row" }, each.label),
      make("td", { className: "cq-number" }, each.alpha === null ? "undefined" : each.alpha.toFixed(2)),
      make("td", { className: "cq-number" }, `${Math.round(each.same * 100)} % of ${each.rounds}`), make("td", {}, each.reading)));
    const scroll = (label, ...parts) => make("div", { className: "cq-scroll", role: "region", "aria-label": label, tabIndex: 0 }, make("table", {}, ...parts));
    return [
      make("h3", {}, `Agreement: one stage on ${agreement.same} of ${agreement.cells} dimensions of this round`),
      differ.length ? scroll("Readings that differ", make("caption", {}, "Where the coders differ"), head("Dimension", "Coder", "Stage", "Movement", "Why"), make("tbody", {}, differ))
        : make("p", {}, "The coders differ nowhere in this round."),
      scroll("Agreement by dimension", make("caption", {}, "Krippendorff's alpha by dimension, stages, over all rounds"),
        head("Dimension", "Alpha", "Same stage, rounds", "Reading"), make("tbody", {}, alphas)),
    ];
  }

  end() {
    this.flush();
    super.end();
  }
}

export default {
  render({ model, el }) {
    const View = model.get("screen") === "ladders" ? LadderView : CandidateView;
    const view = new View(model, el);
    return () => view.end();
  },
};
