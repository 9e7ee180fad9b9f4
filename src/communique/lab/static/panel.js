// The panel of a report's notebook: what Python offers, and what is chosen handed back.

function control({ name, label, options, value }, choose) {
  const box = document.createElement("label");
  const field = document.createElement(options ? "select" : "input");
  field.name = name;
  if (options) field.append(...options.map(([key, text]) => new Option(text, key, false, key === value)));
  else Object.assign(field, { type: "date", value });
  field.addEventListener("change", () => choose(name, field.value));
  box.append(label, field);
  return box;
}

function choices(sides, choose) {
  const group = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = "What these sides said";
  const boxes = sides.map(({ id, name, on }) => {
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "sides", value: id, checked: on });
    box.addEventListener("change", () => choose("sides", chosen(group)));
    label.append(box, name);
    return label;
  });
  group.append(legend, ...boxes);
  return group;
}

const chosen = (group) => [...group.querySelectorAll("input:checked")].map((each) => each.value);

function render({ model, el }) {
  const form = document.createElement("div");
  form.className = "cq-panel";
  const told = document.createElement("p");
  told.className = "cq-told";
  told.setAttribute("role", "status");
  const said = document.createElement("div");
  said.className = "cq-said jp-RenderedHTMLCommon jp-OutputArea";
  el.append(form, said);
  let running = false;

  function tell(text, problem = false) {
    told.textContent = text;
    told.classList.toggle("cq-problem", problem);
  }

  async function choose(name, value) {
    if (running && name !== "sides") await window.communique?.interrupt(el);
    model.send({ name, value });
  }

  async function run() {
    running = true;
    tell("Running the cells below …");
    const began = await window.communique?.runBelow(el);
    running = false;
    tell(began ? "" : "Chosen. Now run the cells below this one.");
  }

  model.on("msg:custom", (answer) => {
    if (answer.problem) return tell(answer.problem, true);
    const focus = form.querySelector(":focus")?.name;
    const place = [...form.querySelectorAll("input, select")].indexOf(document.activeElement);
    const parts = answer.controls.map((each) => control(each, choose));
    form.replaceChildren(...parts, choices(answer.sides, choose), told);
    if (focus) form.querySelectorAll("input, select")[place]?.focus();
    said.innerHTML = answer.said;
    if (answer.run) void run();
    else if (!running) tell("");
  });
  model.send({});
}

export default { render };
