// A box for a sentence, and its reading below it as one types.

function render({ model, el }) {
  const box = document.createElement("div");
  box.className = "cq-sentence";
  const label = document.createElement("label");
  const field = document.createElement("textarea");
  const read = document.createElement("div");
  read.className = "jp-RenderedHTMLCommon jp-OutputArea";
  read.setAttribute("aria-live", "polite");
  label.append("A sentence of your own", field);
  box.append(label, read);
  el.append(box);
  let number = 0;
  let begun = false;

  field.addEventListener("input", () => model.send({ text: field.value, number: ++number }));
  model.on("msg:custom", (answer) => {
    if (!begun) field.value = answer.text ?? "";
    begun = true;
    if (answer.problem) read.textContent = answer.problem;
    else if (answer.number === number) read.innerHTML = answer.read; // an answer to what stood there before is late
  });
  model.send({});
}

export default { render };
