
/* The tables: filter, sort, and rows drawn only as they come into view. */

const CHUNK = 100;
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const view = { table: null, rows: [], drawn: 0, sortBy: -1, falling: false, words: "" };

/** Put a row's words together once, for the filter. */
function haystack(row) {
  row.haystack ??= row.slice(2).filter((value) => value !== null).join("\u0000").toLowerCase();
  return row.haystack;
}

function compareCells(a, b) {
  if (a === null || b === null) return (a === null) - (b === null);
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a), String(b));
}

function arrangeRows() {
  const words = view.words.toLowerCase().split(/\s+/).filter(Boolean);
  view.rows = view.table.rows.filter((row) => words.every((word) => haystack(row).includes(word)));
  if (view.sortBy >= 0) {
    const at = view.sortBy + 2;
    view.rows.sort((a, b) => {
      if (a[at] === null || b[at] === null) return compareCells(a[at], b[at]);
      return view.falling ? compareCells(b[at], a[at]) : compareCells(a[at], b[at]);
    });
  }
  byId("rows").tBodies[0].replaceChildren();
  view.drawn = 0;
  drawMoreRows();
  const total = view.table.rows.length;
  const count = view.rows.length;
  byId("shown").textContent =
    count === total ? `${total.toLocaleString("en")} rows` : `${count.toLocaleString("en")} of ${total.toLocaleString("en")} rows`;
}

function linkColumn(columns) {
  const quote = columns.findIndex((column) => column.kind === "quote");
  if (quote >= 0) return quote;
  const named = columns.findIndex((column) => ["title", "name", "reason", "note", "words"].includes(column.name));
  return Math.max(named, 0);
}

function drawCell(column, value, href) {
  const content = [];
  if (column.kind === "stance" && value !== null) content.push(tile(value), " ");
  const shown = value === null ? "" : typeof value === "number" ? value.toLocaleString("en") : String(value);
  content.push(column.name === "issue" ? shown.replaceAll("-", " ") : shown);
  const inner = href ? make("a", { href }, ...(shown ? content : ["open"])) : null;
  return make("td", { class: `${column.kind} ${column.name}`, "data-label": column.label }, ...(inner ? [inner] : content));
}

/** Choose which cell carries the link: the words if the row has any. */
function linkOf(row, columns) {
  const preferred = linkColumn(columns);
  if (row[preferred + 2] !== null) return preferred;
  const filled = columns.findIndex((column, at) => column.kind === "text" && row[at + 2] !== null);
  return Math.max(filled, 0);
}

function drawMoreRows() {
  const { columns } = view.table;
  const next = view.rows.slice(view.drawn, view.drawn + CHUNK);
  const fragment = document.createDocumentFragment();
  for (const row of next) {
    const link = linkOf(row, columns);
    const cells = columns.map((column, at) => drawCell(column, row[at + 2], at === link ? `#r=${row[0]}` : null));
    fragment.append(make("tr", { class: row[0] === reader.id ? "row opened" : "row" }, ...cells));
  }
  byId("rows").tBodies[0].append(fragment);
  view.drawn += next.length;
  const rest = view.rows.length - view.drawn;
  byId("more").hidden = rest <= 0;
  byId("more").textContent = `Show more rows (${rest.toLocaleString("en")} left)`;
}

function drawHead() {
  const cells = view.table.columns.map((column, at) => {
    const button = make("button", { type: "button" }, column.label);
    button.addEventListener("click", () => {
      view.falling = view.sortBy === at && !view.falling;
      view.sortBy = at;
      markSorted();
      arrangeRows();
    });
    return make("th", { scope: "col", class: `${column.kind} ${column.name}` }, button);
  });
  byId("rows").tHead.replaceChildren(make("tr", {}, ...cells));
}

function markSorted() {
  byId("rows").tHead.querySelectorAll("th").forEach((head, at) => {
    if (at === view.sortBy) head.setAttribute("aria-sort", view.falling ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
}

function showTable(kind) {
  const table = data.tables.find((one) => one.kind === kind);
  if (!table) return false;
  document.querySelectorAll("[role=tab]").forEach((tab) => {
    const chosen = tab.dataset.kind === kind;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    if (chosen) byId("panel").setAttribute("aria-labelledby", tab.id);
  });
  if (view.table === table) return true;
  Object.assign(view, { table, sortBy: -1, falling: false, words: "" });
  byId("filter").value = "";
  byId("rows").dataset.kind = kind;
  drawHead();
  arrangeRows();
  return true;
}
