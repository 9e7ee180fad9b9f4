// A row of another table, made at the desk for candidates: a round, an expectation, an event.

class RowForm {
  constructor(desk) {
    this.desk = desk;
    this.controls = {};
    this.heading = make("h3");
    this.fields = make("div", { className: "cq-new" });
    this.known = {
      sources: make("datalist", { id: `${desk.id}-row-sources` }),
      statements: make("datalist", { id: `${desk.id}-row-statements` }),
    };
    const button = (label, act, className = "") => {
      const made = make("button", { type: "button", className }, label);
      made.addEventListener("click", act);
      return made;
    };
    this.root = make("section", { className: "cq-form cq-row-form", "aria-label": "A new row", hidden: true }, this.heading, this.fields,
      ...Object.values(this.known),
      make("div", { className: "cq-actions" }, button("Add", () => this.add(), "cq-main"), button("Cancel", () => this.show(null))));
    const ask = (table, label) => button(label, () => desk.step("new row", { table, form: desk.filled() }));
    this.buttons = make("div", { className: "cq-actions", role: "group", "aria-label": "Add a row" },
      ask("rounds", "Add a round"), ask("expectations", "Add an expectation"), ask("events", "Add an event"));
  }

  show(row) {
    this.root.hidden = !row;
    this.table = row?.table ?? null;
    this.controls = {};
    this.fields.replaceChildren();
    if (!row) return;
    this.heading.textContent = `A new ${row.called}`;
    this.known.sources.replaceChildren(option("+", "the new source of this candidate, as filled in below"),
      ...(this.desk.options?.sources ?? []).map((item) => option(item.id, item.label)));
    this.known.statements.replaceChildren(...row.statements.map((item) => option(item.id, item.label)));
    for (const column of row.fields) {
      const control = this.control(column);
      control.value = row.values[column.id] ?? "";
      this.controls[column.id] = control;
      this.fields.append(this.desk.field(`row_${column.id}`, column.required ? column.label : `${column.label} (may be empty)`, control, column.hint));
    }
    this.controls[row.fields[0].id].focus();
  }

  control({ kind, choices, refers_to: place }) {
    if (choices.length) {
      const select = make("select");
      fill(select, option("", "choose …"), choices.map((item) => option(item.id, item.label)));
      return select;
    }
    const control = make("input", { type: kind === "day" ? "date" : "text", autocomplete: "off" });
    const list = this.known[place.split(".")[0]];
    if (list) control.setAttribute("list", list.id);
    if (list === this.known.sources) control.placeholder = "id of a source, or + for the new one below";
    return control;
  }

  add() {
    const row = Object.fromEntries(Object.entries(this.controls).map(([name, control]) => [name, control.value]));
    this.desk.step("add row", { table: this.table, row, form: this.desk.filled() });
  }

  /** Mark the cells that a refusal names. */
  mark(message) {
    const wrong = (message.fields || []).filter((name) => name.startsWith("row_"));
    for (const [name, control] of Object.entries(this.controls)) this.desk.mark(control, wrong.includes(`row_${name}`) ? message.text : "");
    if (wrong.length) this.controls[wrong[0].slice(4)].focus();
  }
}
