// The screen on which candidates become statements.

class CandidateView extends Desk {
  constructor(model, root) {
    super(model, root, "candidates");
    this.candidate = null;
    this.options = null;
    this.draft = null;
    this.deciding = false;
    this.tried = false;
    this.build();
    this.actions = {
      accept: () => this.accept(),
      reject: () => this.decide("reject"),
      "set aside": () => this.decide("set aside"),
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
      source_kind: select(), source_language: input(), source_reference: input(), note: text(2),
    });
    this.title = make("h2");
    this.tally = make("p", { className: "cq-tally" });
    this.place = make("span", { className: "cq-place" });
    this.remark = text(2);
    this.remarks = make("div", { className: "cq-remarks" }, this.field("remark", "Private remark, for who codes this too", this.remark));
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
      this.field("source_url", "Address of the page", c.source_url),
      this.field("source_reference", "Reference of the document", c.source_reference, "Its number, or where it is kept; it is on no page."), this.field("source_published", "Published", c.source_published),
      this.field("source_language", "Language, two letters", c.source_language));
    this.oldSource = this.field("source", "Source on record", c.source);
    this.oldSource.append(this.sourceTold);
    this.nowhere = make("p", { className: "cq-trouble", role: "status", hidden: true });
    const way = (at, label) => make("label", { for: this.ways[at].id, className: "cq-choice" }, this.ways[at], label);
    this.form = make("form", { className: "cq-form", "aria-label": "What enters the data" },
      this.field("text", "In your own words", c.text, "Reported speech; keep the speaker's key words and their force. Copies are refused."),
      this.field("speaker", "Speaker", c.speaker), this.newActor,
      make("div", { className: "cq-row" },
        this.field("date", "Said on", c.date), this.field("round", "Round", c.round),
        this.field("phase", "Phase", c.phase), this.field("occasion", "Occasion", c.occasion)),
      this.nowhere, this.baskets,
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
      aside: button("Set aside", "S", () => this.decide("set aside")),
      undo: button("Undo", "U", () => this.step("undo")),
      back: make("button", { type: "button" }, "Take this decision back"),
    };
    this.buttons.back.addEventListener("click", () => this.step("take back"));
    const many = (label, of, as) => {
      const made = make("button", { type: "button" }, label);
      made.addEventListener("click", () => this.step("put away", { of, as, repeats: this.together.checked }));
      return made;
    };
    this.many = make("details", { className: "cq-many" }, make("summary", {}, "Many at once"),
      make("p", { className: "cq-hint" }, "Only those nobody has decided; Undo takes them all back as one."),
      make("div", { className: "cq-actions" },
        many("Reject this document", "document", "rejected"), many("Set this document aside", "document", "set_aside"),
        many("Reject all that is looked at", "filter", "rejected"), many("Set aside all that is looked at", "filter", "set_aside")));
    this.adding = new RowForm(this);
    this.together = make("input", { type: "checkbox", checked: true, id: `${this.id}-together` });
    this.togetherTold = make("label", { for: this.together.id });
    this.togetherRow = make("p", { className: "cq-together" }, this.together, this.togetherTold);
    this.lacking = make("p", { className: "cq-lacking", id: `${this.id}-lacking` });
    this.buttons.accept.setAttribute("aria-describedby", this.lacking.id);
    this.nothing = make("p", { className: "cq-nothing" }, "No candidate to look at. Choose something else above, or read documents in with make ingest.");
    this.work = make("div", { className: "cq-work" }, this.evidence,
      make("div", {}, this.form, this.known, this.togetherRow, this.lacking,
        make("div", { className: "cq-actions" }, this.buttons.accept, this.buttons.reject, this.buttons.aside, this.buttons.back),
        this.many, this.adding.buttons));
    this.root.append(
      make("header", {}, this.title, this.tally),
      make("div", { className: "cq-filters", role: "group", "aria-label": "What to look at" },
        this.field("document", "Document", this.filters.document), this.field("by", "Speaker", this.filters.speaker),
        this.field("shown", "Show", this.filters.shown),
        make("label", { className: "cq-choice" }, this.filters.repeats, "repeats too")),
      make("div", { className: "cq-steps" }, button("‹ Previous", "P", () => this.step("previous")), this.place,
        button("Next ›", "N", () => this.step("next")), this.buttons.undo),
      this.status, this.adding.root, this.nothing, this.work, this.help());
    this.listen();
  }

  listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.changed(event));
    this.form.addEventListener("change", () => this.arrange()); // where a choice is made for somebody, no input is told
    this.remark.addEventListener("change", () => this.flushRemark());
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

  flushRemark() {
    if (!this.candidate || this.remark.value === this.remarked) return;
    this.remarked = this.remark.value;
    this.send({ action: "remark", id: this.candidate.id, text: this.remark.value });
  }

  flush() {
    this.flushRemark();
    if (!this.draft) return;
    clearTimeout(this.draft.timer);
    const changed = this.draft.date ? "date" : "";
    this.draft = null;
    this.send({ action: "draft", id: this.candidate.id, form: this.filled(), changed });
  }

  accept() {
    if (!this.candidate || this.buttons.accept.disabled || this.deciding) return;
    clearTimeout(this.draft?.timer);
    this.draft = null;
    this.tried = true;
    this.decide("accept", { form: this.filled() });
  }

  decide(action, more = {}) {
    if (!this.candidate || this.buttons.accept.disabled || this.deciding) return;
    this.flushRemark();
    clearTimeout(this.draft?.timer);
    this.draft = null;
    const repeats = this.together.checked && !this.togetherRow.hidden;
    this.deciding = true; // until the answer is there, a key pressed twice must not decide the next one too
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
      if (own && this.current && this.candidate?.id === view.draft) this.advise(view.advice, view.form);
      return;
    }
    if (own) this.deciding = false;
    if ("row" in view && own) this.adding.show(view.row);
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
    if (own) this.adding.mark(view.message);
    const wrong = (view.message.fields || []).find((name) => this.controls[name]);
    if (own && wrong) this.controls[wrong].focus();
    else if (own && view.message.kind === "done" && this.root.contains(document.activeElement)) this.controls.text.focus({ preventScroll: true });
  }

  offer(options) {
    const plain = (items) => items.map((item) => option(item.id, item.label));
    const c = this.controls;
    const choose = option("", "choose …");
    this.options = options;
    for (const column of options.fields) if (!c[column.id]) this.ask(column);
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

  /** A field for a column of the statements that has no place of its own above: behind the others, told by its description. */
  ask({ id, label, hint, kind, choices }) {
    const control = choices.length ? make("select") : kind === "day" ? make("input", { type: "date" }) : make("textarea", { rows: 2 });
    if (choices.length) fill(control, option("", "choose …"), choices.map((item) => option(item.id, item.label)));
    this.controls[id] = control;
    this.form.append(this.field(id, label, control, hint));
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
    for (const each of [this.buttons.accept, this.buttons.reject, this.buttons.aside]) each.hidden = each.disabled = Boolean(decided);
    if (anew || document.activeElement !== this.remark) this.remark.value = this.remarked = candidate.remark;
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
    const isDocument = this.controls.source_kind.value === "document";
    this.controls.source_url.parentElement.hidden = isDocument;
    this.controls.source_reference.parentElement.hidden = !isDocument;
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
    this.nowhere.textContent = advice.nowhere;
    this.nowhere.hidden = !advice.nowhere;
    const decided = this.candidate.decision.decision;
    const needed = advice.problems.length;
    this.lacking.textContent = decided ? "" : needed ? `Still needed: ${advice.problems.map((each) => each.text).join(" ")}` : "";
    this.buttons.accept.textContent = advice.corrected.length ? `Accept, with ${advice.corrected.join(", ")} corrected` : "Accept";
  }

  evidenceOf(candidate) {
    const d = candidate.document;
    const context = make("blockquote", { className: "cq-context", dir: "auto", tabIndex: 0, "aria-label": "The words around it" }, candidate.pieces.map((piece) => {
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
      told.decision ? make("p", { className: "cq-decided" }, `${told.decision.replace("_", " ")} by ${told.decided_by} on ${told.decided_on}${told.statement_id ? ` as ${told.statement_id}` : ""}`) : "",
      context,
      make("ul", { className: "cq-legend", "aria-label": "How words are marked" },
        make("li", {}, make("mark", {}, "the statement")), make("li", {}, make("span", { className: "cq-led-speaker" }, "speaker")),
        make("li", {}, make("span", { className: "cq-led-said" }, "said")), make("li", {}, make("span", { className: "cq-led-basket" }, "basket")),
        make("li", {}, make("span", { className: "cq-led-progress" }, "progress"))),
      make("dl", { className: "cq-facts" }, facts.filter(([, what]) => what).map(([name, what]) => make("div", {}, make("dt", {}, name), make("dd", {}, what)))),
      this.repeatsOf(candidate),
      candidate.remarks.length ? make("ul", { className: "cq-hint", "aria-label": "Remarks of others" }, candidate.remarks.map((each) => make("li", {}, `${each.by}, ${each.on}: ${each.text}`))) : "",
      this.remarks,
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
