
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
    const at = view.sortBy;
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

/** The columns a table shows; the others stand in the reader. */
function shownColumns() {
  return view.table.columns
    .map((column, at) => ({ ...column, at: at + 2 }))
    .filter((column) => column.reach !== "detail");
}

function linkColumn(columns) {
  const quote = columns.findIndex((column) => column.kind === "quote");
  if (quote >= 0) return quote;
  const named = columns.findIndex((column) => ["title", "name", "reason", "note", "words"].includes(column.name));
  return Math.max(named, 0);
}

/** Where the outlet is not known, the document's path says where words are from. */
function standIn(row) {
  const place = row[1].find((one) => typeof one !== "string");
  return place ? make("span", { class: "stand-in" }, data.documents[place[0]].path) : null;
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
  if (row[columns[preferred].at] !== null) return preferred;
  const filled = columns.findIndex((column) => column.kind === "text" && row[column.at] !== null);
  return Math.max(filled, 0);
}

function drawMoreRows() {
  const columns = shownColumns();
  const next = view.rows.slice(view.drawn, view.drawn + CHUNK);
  const fragment = document.createDocumentFragment();
  for (const row of next) {
    const link = linkOf(row, columns);
    const cells = columns.map((column, at) => {
      const drawn = drawCell(column, row[column.at], at === link ? address(row[0]) : null);
      if (column.name === "outlet" && row[column.at] === null) drawn.append(standIn(row) ?? "");
      return drawn;
    });
    fragment.append(make("tr", { class: row[0] === reader.id ? "row opened" : "row" }, ...cells));
  }
  byId("rows").tBodies[0].append(fragment);
  view.drawn += next.length;
  const rest = view.rows.length - view.drawn;
  byId("more").hidden = rest <= 0;
  byId("more").textContent = `Show more rows (${rest.toLocaleString("en")} left)`;
}

function drawHead() {
  const cells = shownColumns().map((column) => {
    const button = make("button", { type: "button" }, column.label);
    button.addEventListener("click", () => {
      view.falling = view.sortBy === column.at && !view.falling;
      view.sortBy = column.at;
      markSorted();
      arrangeRows();
    });
    return make("th", { scope: "col", class: `${column.kind} ${column.name}` }, button);
  });
  byId("rows").tHead.replaceChildren(make("tr", {}, ...cells));
}

function markSorted() {
  const columns = shownColumns();
  byId("rows").tHead.querySelectorAll("th").forEach((head, n) => {
    if (columns[n].at === view.sortBy) head.setAttribute("aria-sort", view.falling ? "descending" : "ascending");
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
