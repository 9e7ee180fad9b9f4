// What anywidget calls to draw the desk.

export default {
  render({ model, el }) {
    const View = model.get("screen") === "ladders" ? LadderView : CandidateView;
    const view = new View(model, el);
    return () => view.end();
  },
};
