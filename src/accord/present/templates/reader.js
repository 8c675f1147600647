
/* The reader pane: one document with a record's words marked and in view. */

const data = JSON.parse(document.getElementById("accord-data").textContent);
const byId = (id) => document.getElementById(id);
const records = new Map();
for (const table of data.tables) {
  for (const row of table.rows) records.set(row[0], { table, row });
}

/** Make an element; text is always set as text, never as markup. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

function tile(stance) {
  const known = Object.hasOwn(data.glyphs, stance);
  return make(
    "span",
    { class: `tile ${known ? stance : "unclear"}`, "aria-hidden": "true" },
    known ? data.glyphs[stance] : "?",
  );
}

/** Write the address that opens a record; ids may hold any character. */
function address(id, place) {
  return `#r=${encodeURIComponent(id)}${place ? `&n=${place}` : ""}`;
}

/** Read a record's cell by the name of its column. */
function cell({ table, row }, name) {
  const at = table.columns.findIndex((column) => column.name === name);
  return at < 0 ? null : row[at + 2];
}

/** List where a record is to be read: its own places, or those of its members. */
function placesOf(record) {
  const places = [];
  for (const place of record.row[1]) {
    if (typeof place !== "string") {
      places.push({ document: place[0], marks: place[1], record: null });
      continue;
    }
    const member = records.get(place);
    const own = member && member.row[1].find((one) => typeof one !== "string");
    if (own) places.push({ document: own[0], marks: own[1], record: member });
  }
  return places;
}

/** Cut a text at the edges of marks and furniture, and say what covers each piece. */
function segments(doc, marks) {
  doc.astral ??= astralOffsets(doc.text);
  const ranges = [];
  for (let n = 0; n < marks.length; n += 3) {
    ranges.push([marks[n], marks[n + 1], data.roles[marks[n + 2]]]);
  }
  for (let n = 0; n < doc.furniture.length; n += 3) {
    ranges.push([doc.furniture[n], doc.furniture[n + 1], "furniture"]);
  }
  const edges = [];
  for (const [start, end, role] of ranges) {
    edges.push([toUnits(start, doc.astral), 1, role]);
    edges.push([toUnits(end, doc.astral), -1, role]);
  }
  edges.sort((a, b) => a[0] - b[0]);
  const pieces = [];
  const covering = new Map();
  let begin = 0;
  for (const [at, change, role] of [...edges, [doc.text.length, 0, null]]) {
    if (at > begin) {
      const roles = [...covering.keys()].filter((one) => covering.get(one) > 0);
      pieces.push({ text: doc.text.slice(begin, at), roles });
      begin = at;
    }
    if (role !== null) covering.set(role, (covering.get(role) ?? 0) + change);
  }
  return pieces;
}

/** Set a text; where one line break ends a paragraph, leave a little room after it. */
function fill(element, text, tight) {
  if (!tight) {
    element.append(text);
    return element;
  }
  for (const line of text.split(/(?<=\n)/)) {
    element.append(line);
    if (line.endsWith("\n")) element.append(make("span", { class: "gap" }));
  }
  return element;
}

function drawText(doc, marks) {
  const text = byId("reader-text");
  doc.tight ??= !/\n\s*\n\s*\S/.test(doc.text);
  const pieces = segments(doc, marks);
  text.replaceChildren();
  for (const piece of pieces) {
    const marked = piece.roles.some((role) => role !== "furniture");
    if (piece.roles.length === 0) fill(text, piece.text, doc.tight);
    else {
      const element = make(marked ? "mark" : "span", { class: piece.roles.join(" ") });
      text.append(fill(element, piece.text, doc.tight));
    }
  }
  const used = new Set(pieces.flatMap((piece) => piece.roles));
  const names = {
    source: "source", cue: "cue", content: "content", evidence: "evidence",
    condition: "condition", sign: "deciding words", furniture: "page furniture",
  };
  byId("reader-key").replaceChildren(
    ...Object.keys(names)
      .filter((role) => used.has(role))
      .map((role) => make(role === "furniture" ? "span" : "mark", { class: role }, names[role])),
  );
}

function drawDocument(doc) {
  const line = [doc.outlet, doc.section, doc.date ?? "no date", doc.author, doc.dateline].filter(Boolean).join(" · ");
  const path = doc.url
    ? make("a", { href: doc.url, rel: "noopener noreferrer", target: "_blank" }, doc.path)
    : doc.path;
  byId("reader-document").replaceChildren(
    make("h3", {}, doc.title ?? doc.path),
    make("p", { class: "aside" }, line),
    make("p", { class: "aside path" }, path),
  );
}

/** Say in a few words which record a place belongs to. */
function caption(place) {
  const doc = data.documents[place.document];
  const parts = [];
  if (place.record) {
    const stance = cell(place.record, "stance");
    if (stance) parts.push(tile(stance));
    const name = cell(place.record, "name") ?? cell(place.record, "speaker");
    if (name) parts.push(make("b", {}, name));
  }
  const where = [place.record && cell(place.record, "date"), doc.outlet ?? doc.path];
  parts.push(make("span", { class: "where" }, where.filter(Boolean).join(" · ")));
  if (place.record) {
    const words = cell(place.record, "evidence") ?? cell(place.record, "content");
    if (words) parts.push(make("span", { class: "words" }, words));
  }
  return parts;
}

const HIDDEN_FACTS = new Set(["document", "outlet", "title", "author", "section", "dateline", "length"]);

function drawFacts(record, title) {
  const facts = [];
  record.table.columns.forEach((column, at) => {
    const value = record.row[at + 2];
    if (value === null || value === title) return;
    if (column.kind === "quote" || HIDDEN_FACTS.has(column.name)) return;
    const written = typeof value === "number" ? value.toLocaleString("en") : String(value);
    const shown = make("dd", {}, column.name === "issue" ? written.replaceAll("-", " ") : written);
    if (column.kind === "stance") shown.prepend(tile(value), " ");
    facts.push(make("div", {}, make("dt", {}, column.label), shown));
  });
  byId("reader-facts").replaceChildren(...facts);
}

function titleOf(record) {
  for (const name of ["name", "speaker", "title", "words", "note", "amount", "reason", "item"]) {
    const value = cell(record, name);
    if (value !== null) return String(value);
  }
  const first = record.row.slice(2).find((value) => value !== null);
  return first === undefined ? "" : String(first);
}

const reader = { id: null, at: 0, opener: null };

function linksTo(id) {
  return document.querySelectorAll(`a[href="${CSS.escape(address(id))}"]`);
}

function showPlace(places, at) {
  reader.at = at;
  const place = places[at];
  const body = byId("reader-body");
  body.hidden = !place;
  if (!place) return;
  const doc = data.documents[place.document];
  drawDocument(doc);
  drawText(doc, place.marks);
  byId("reader-places").querySelectorAll("a").forEach((link, n) => {
    if (n === at) {
      link.setAttribute("aria-current", "true");
      link.scrollIntoView({ block: "nearest" });
    } else link.removeAttribute("aria-current");
  });
  body.scrollTop = 0;
  const first = byId("reader-text").querySelector("mark");
  if (first) {
    const gap = first.getBoundingClientRect().top - body.getBoundingClientRect().top;
    if (gap > body.clientHeight * 0.6) body.scrollTop = gap - body.clientHeight / 3;
  }
}

function openReader(id, at) {
  const record = records.get(id);
  const pane = byId("reader");
  if (!record) {
    closeReader();
    return;
  }
  const opening = pane.hidden;
  if (opening) reader.opener = document.activeElement;
  pane.hidden = false;
  document.body.classList.add("reading");
  const places = placesOf(record);
  if (reader.id !== id || opening) {
    reader.id = id;
    byId("reader-kind").textContent = record.table.heading;
    const title = titleOf(record);
    byId("reader-title").textContent = title;
    drawFacts(record, title);
    byId("reader-places").hidden = places.length < 2;
    byId("reader-places").replaceChildren(
      ...places.map((place, n) =>
        make("li", {}, make("a", { href: address(id, n + 1) }, ...caption(place))),
      ),
    );
    document.querySelectorAll(".opened").forEach((one) => one.classList.remove("opened"));
    linksTo(id).forEach((link) => {
      (link.closest("tr.row, td.held") ?? link).classList.add("opened");
    });
    byId("reader-title").focus({ preventScroll: true });
  }
  showPlace(places, Math.min(Math.max(at, 0), Math.max(places.length - 1, 0)));
}

function closeReader() {
  const pane = byId("reader");
  if (pane.hidden) return;
  pane.hidden = true;
  document.body.classList.remove("reading");
  document.querySelectorAll(".opened").forEach((one) => one.classList.remove("opened"));
  const fallback = linksTo(reader.id ?? "")[0];
  const opener = reader.opener?.isConnected && reader.opener !== document.body ? reader.opener : fallback;
  opener?.focus({ preventScroll: true });
  reader.id = null;
}
