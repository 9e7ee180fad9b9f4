// The screen on which a coder reads the ladders of a round.

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
    this.alone = make("button", { type: "button", title: "The other coder can still read it later, without seeing yours" }, "Enter as read by one coder");
    this.agreement = make("section", { className: "cq-agreement", "aria-label": "Agreement" });
    this.form = make("form", { className: "cq-form", "aria-label": "Your reading" }, this.heading, this.before, this.ladder, this.movement,
      this.field("rationale", "Why, in a sentence", this.rationale),
      make("fieldset", { className: "cq-source" }, make("legend", {}, "Statements it rests on"), this.ticked,
        this.field("find", "Show those with", this.find), this.statements), this.lacking);
    this.work = make("div", { className: "cq-work cq-work-ladders" }, this.list, this.form);
    this.root.append(make("header", {}, this.title, this.state),
      make("div", { className: "cq-filters" }, this.field("round", "Round", this.round)), this.status, this.work,
      make("div", { className: "cq-actions" }, this.finish, this.reopen, this.alone), this.agreement, this.help());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", (event) => this.changed(event));
    this.round.addEventListener("change", () => this.go({ action: "round", round: Number(this.round.value) }));
    // Statements may have been entered at the other desk, and a colleague's readings have come in.
    this.root.addEventListener("pointerenter", () => this.go({ action: "hello" }));
    this.finish.addEventListener("click", () => this.go({ action: "finish" }));
    this.alone.addEventListener("click", () => this.go({ action: "alone" }));
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
    const reading = {
      stage: chosen(this.ladder), movement: chosen(this.movement), rationale: this.rationale.value, evidence: this.tickedIds(),
    };
    this.send({ action: "reading", round: this.number, dimension: this.cell.id, reading });
  }

  narrow() {
    const words = this.find.value.trim().toLocaleLowerCase();
    for (const item of this.statements.children) item.hidden = Boolean(words) && !item.textContent.toLocaleLowerCase().includes(words);
  }

  tickedIds() {
    return [...this.statements.querySelectorAll("input:checked")].map((box) => box.value);
  }

  countTicked() {
    const ids = this.tickedIds();
    this.ticked.textContent = ids.length ? `Ticked: ${ids.join(", ")}` : "None ticked yet.";
  }

  show(view) {
    if (view.cells) this.showCells(view);
    if (view.kept) this.showKept(view);
    else if (view.cell) this.showRound(view);
    else this.tell(view.message);
  }

  showKept(view) {
    if (view.kept.dimension === this.cell?.id) this.lacking.textContent = view.kept.lacking.join(" ");
    if (view.message.text) this.tell(view.message);
  }

  showRound(view) {
    this.title.textContent = view.title;
    fill(this.round, view.rounds.map((each) => option(String(each.id), each.label)));
    this.round.value = String(view.round);
    this.state.textContent = {
      open: `You read as coder ${view.coder}. What coder ${view.others} reads stays hidden until you both have finished the round.`,
      finished: `Finished by coder ${view.coder}, waiting for coder ${view.others}.`,
      alone: `Entered as read by coder ${view.coder} alone; reports say so. Coder ${view.others} can still read it.`,
      published: "Read by all coders; the readings are in assessments.csv and stand.",
    }[view.state];
    if (view.cell.id !== this.cell?.id || view.round !== this.number || view.state !== this.stateNow) {
      this.flush();
      [this.number, this.stateNow] = [view.round, view.state];
      this.showCell(view);
    } else {
      // The same as before: what is chosen and typed here is newer than what Python knows of it.
      this.showStatements(view.cell.statements, new Set(this.tickedIds()));
    }
    this.finish.hidden = view.state !== "open";
    this.reopen.hidden = this.alone.hidden = view.state !== "finished";
    this.agreement.replaceChildren(...(view.agreement ? this.agreementOf(view.agreement) : []));
    this.tell(view.message);
  }

  showCells(view) {
    this.cells = view.cells;
    const done = view.cells.filter((each) => each.done).length;
    // Buttons stay where they are once they stand, so that neither a focus nor a click on its way is lost.
    if (!this.list.children.length) this.list.replaceChildren(...view.cells.map((each) => this.buttonOf(each)));
    view.cells.forEach((each, at) => {
      const [label, stage] = this.list.children[at].children;
      label.textContent = (each.done ? "✓ " : each.begun ? "… " : "") + each.label;
      stage.textContent = each.stage || "not read yet";
      this.list.children[at].setAttribute("aria-label", `${each.label}: ${stage.textContent}${each.done ? ", complete" : ""}`);
    });
    this.here(view.cell?.id ?? this.cell?.id);
    this.finish.textContent = `Finish the round (${done} of ${view.cells.length} complete)`;
  }

  buttonOf(cell) {
    const button = make("button", { type: "button" }, make("span"), make("small"));
    button.dataset.cell = cell.id;
    button.addEventListener("click", () => this.go({ action: "dimension", dimension: cell.id }));
    return button;
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
    this.drawn = "";
    this.showStatements(cell.statements, new Set(cell.reading.evidence));
    for (const control of this.form.querySelectorAll("input, textarea")) control.disabled = closed && control !== this.find;
    this.lacking.textContent = closed ? "" : cell.lacking.join(" ");
    this.countTicked();
  }

  /** Draw the statements with some of them ticked, where they are not those that stand there already. */
  showStatements(statements, ticked) {
    const drawn = JSON.stringify(statements);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const none = make("li", { className: "cq-hint" }, "No statement of this round is in the data yet.");
    this.statements.replaceChildren(...(statements.length ? statements.map((each) => this.statementOf(each, ticked.has(each.id))) : [none]));
    this.narrow();
  }

  statementOf(each, checked) {
    const box = make("input", { type: "checkbox", value: each.id, checked, id: `${this.id}-${each.id}` });
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
