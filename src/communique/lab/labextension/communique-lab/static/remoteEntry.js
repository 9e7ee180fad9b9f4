(() => {
  // What Communiqué adds to JupyterLab's page: the eye after Run All, tables that sort, cells run from a control.
  // A prebuilt extension written by hand: it asks nothing of other packages, so there is nothing to build or to bundle.

  let application;

  function notebookOf(element) {
    const found = [...(application?.shell.widgets("main") ?? [])].find((each) => each.node.contains(element));
    return found?.content?.widgets && found.sessionContext ? found : null;
  }

  const view = (notebook) => notebook.node.querySelector(".jp-WindowedPanel-outer") ?? notebook.content.node;
  const cellOf = (notebook, element) => notebook.content.widgets.findIndex((cell) => cell.node.contains(element));
  const failed = (cell) => {
    const outputs = cell.model.type === "code" ? cell.model.outputs : null;
    for (let place = 0; place < (outputs?.length ?? 0); place++) if (outputs.get(place).type === "error") return true;
    return false;
  };

  // Run the cells below the one that holds an element; the eye stays where it is.
  async function runBelow(element) {
    const notebook = notebookOf(element);
    if (!notebook) return false;
    const place = cellOf(notebook, element);
    const top = view(notebook).scrollTop;
    application.shell.activateById(notebook.id);
    notebook.content.activeCellIndex = place + 1;
    const done = application.commands.execute("notebook:run-all-below");
    const stay = () => (view(notebook).scrollTop = top);
    stay();
    await done;
    notebook.content.activeCellIndex = place;
    stay();
    return true;
  }

  const interrupt = (element) => notebookOf(element)?.sessionContext.session?.kernel?.interrupt();

  // --- the eye after Run All: at the first error, or at the top --------------------------------------------------------

  const RUNS = new Set(["notebook:run-all-cells", "runmenu:run-all", "notebook:restart-run-all", "runmenu:restart-and-run-all"]);

  async function settle(notebook) {
    const wrong = notebook.content.widgets.findIndex(failed);
    notebook.content.activeCellIndex = Math.max(wrong, 0);
    if (wrong < 0) view(notebook).scrollTop = 0;
    else await notebook.content.scrollToItem(wrong, "start");
  }

  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  async function settleOnceRun(notebook, result) {
    // JupyterLab would go to the last cell, and there is nothing there until all is done.
    notebook.content.activeCellIndex = 0;
    view(notebook).scrollTop = 0;
    await result.catch(() => {});
    await pause(50);
    await settle(notebook);
  }

  function watch() {
    application.commands.commandExecuted.connect((_, { id, result }) => {
      const notebook = application.shell.currentWidget;
      if (RUNS.has(id) && notebook?.content?.widgets) void settleOnceRun(notebook, result);
    });
  }

  // --- tables that sort and search --------------------------------------------------------------------------------------

  const FEW = 8; // rows that are seen at a glance and need no search
  const MONTHS = "January February March April May June July August September October November December".split(" ");

  // What a cell sorts by: a number, a day, or its words.
  function key(text) {
    const day = text.match(/^(\d{1,2}) ([A-Z]\w+) (\d{4})$/);
    if (day && MONTHS.includes(day[2])) return Date.UTC(+day[3], MONTHS.indexOf(day[2]), +day[1]);
    const number = text.replace("−", "-").match(/^[+-]?\d[\d.,]*/);
    return number && !/^\d+\S*[a-z]/i.test(text) ? parseFloat(number[0].replaceAll(",", "")) : text.toLowerCase();
  }

  function compare(one, other) {
    if (typeof one === typeof other) return typeof one === "number" ? one - other : one.localeCompare(other);
    return typeof one === "number" ? -1 : 1;
  }

  function sort(head) {
    const table = head.closest("table");
    const down = head.getAttribute("aria-sort") === "ascending";
    const place = head.cellIndex;
    for (const each of head.parentNode.children) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows].map((row) => [key(row.cells[place]?.textContent.trim() ?? ""), row]);
    rows.sort(([one], [other]) => (down ? compare(other, one) : compare(one, other)));
    table.tBodies[0].append(...rows.map(([, row]) => row));
  }

  function equip(table) {
    const rows = table.tBodies[0]?.rows.length ?? 0;
    const heads = table.tHead?.rows.length === 1 ? [...table.tHead.rows[0].cells] : [];
    if (table.dataset.communique || rows < 3 || !heads.length) return;
    table.dataset.communique = "equipped";
    for (const head of heads.filter((each) => each.textContent.trim())) {
      const button = document.createElement("button");
      button.className = "cq-sorts";
      button.title = "Sort by this column";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(head));
      head.append(button);
    }
    if (rows <= FEW) return;
    const tools = document.createElement("label");
    tools.className = "cq-tools";
    const box = document.createElement("input");
    box.type = "search";
    box.setAttribute("data-lm-suppress-shortcuts", "true");
    tools.append("Search ", box);
    box.addEventListener("input", () => {
      const wanted = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const row of table.tBodies[0].rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !wanted.every((word) => text.includes(word));
      }
    });
    table.before(tools);
  }

  const TABLES = ".jp-OutputArea .communique table, .jp-OutputArea table.dataframe";

  const STYLE = `
    .cq-tools { display: block; margin: 0 0 0.3rem; font-size: var(--jp-ui-font-size1); }
    .cq-tools input { font: inherit; color: inherit; background: var(--jp-layout-color1); padding: 0.1rem 0.4rem;
      border: 1px solid var(--jp-border-color1); }
    .cq-sorts { font: inherit; color: inherit; text-align: inherit; background: none; border: 0; padding: 0; cursor: pointer; }
    .cq-sorts:focus-visible, .cq-tools input:focus-visible { outline: 2px solid var(--jp-brand-color1); outline-offset: 1px; }
    th[aria-sort="ascending"] .cq-sorts::after { content: " ▲"; }
    th[aria-sort="descending"] .cq-sorts::after { content: " ▼"; }`;

  function equipTables() {
    document.head.append(Object.assign(document.createElement("style"), { textContent: STYLE }));
    let planned = false;
    const look = () => {
      planned = false;
      document.querySelectorAll(TABLES).forEach(equip);
    };
    new MutationObserver(() => {
      if (!planned) setTimeout(look, 100);
      planned = true;
    }).observe(document.body, { childList: true, subtree: true });
    look();
  }

  // --- where JupyterLab finds it ----------------------------------------------------------------------------------------

  const plugin = {
    id: "communique-lab:page",
    description: "The eye after Run All, tables that sort, cells run from a control.",
    autoStart: true,
    activate(app) {
      application = app;
      watch();
      equipTables();
      window.communique = { runBelow, interrupt };
    },
  };

  window._JUPYTERLAB = window._JUPYTERLAB ?? {};
  window._JUPYTERLAB["communique-lab"] = {
    init: () => {},
    get: async () => () => ({ __esModule: true, default: plugin }),
  };
})();
