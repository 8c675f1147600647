
/* The page: what an address opens, and what keys and clicks do. */

function follow() {
  const wanted = new URLSearchParams(window.location.hash.slice(1));
  if (wanted.has("r")) {
    openReader(wanted.get("r"), Number(wanted.get("n") ?? 1) - 1);
    return;
  }
  closeReader();
  if (wanted.has("t") && showTable(wanted.get("t"))) {
    byId("records").scrollIntoView();
    document.querySelector("[role=tab][aria-selected=true]").focus({ preventScroll: true });
  }
}

function leaveReader() {
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  closeReader();
}

function step(by) {
  const count = byId("reader-places").children.length;
  const next = reader.at + by;
  if (count > 1 && next >= 0 && next < count) {
    window.history.replaceState(null, "", address(reader.id, next + 1));
    follow();
  }
}

window.addEventListener("hashchange", follow);
byId("reader-close").addEventListener("click", leaveReader);
document.addEventListener("keydown", (event) => {
  if (byId("reader").hidden || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    event.preventDefault();
    leaveReader();
  } else if (byId("reader").contains(document.activeElement)) {
    if (event.key === "ArrowRight") step(1);
    if (event.key === "ArrowLeft") step(-1);
  }
});

document.querySelectorAll("[role=tab]").forEach((tab, at, tabs) => {
  tab.addEventListener("click", () => showTable(tab.dataset.kind));
  tab.addEventListener("keydown", (event) => {
    const moves = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
    if (!(event.key in moves)) return;
    event.preventDefault();
    const next = tabs[(moves[event.key] + tabs.length) % tabs.length];
    showTable(next.dataset.kind);
    next.focus();
  });
});

let waiting = 0;
byId("filter").addEventListener("input", (event) => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    view.words = event.target.value;
    arrangeRows();
  }, 80);
});

byId("more").addEventListener("click", drawMoreRows);
new IntersectionObserver((entries) => {
  if (entries.some((entry) => entry.isIntersecting) && !byId("more").hidden) drawMoreRows();
}, { rootMargin: "600px" }).observe(byId("more"));

byId("rows").addEventListener("click", (event) => {
  // A click anywhere in a row opens it, unless words are being selected.
  if (event.target.closest("a, button") || String(window.getSelection())) return;
  const link = event.target.closest("tr.row")?.querySelector("a");
  if (link) {
    link.focus({ preventScroll: true });
    link.click();
  }
});

byId("all-actors")?.addEventListener("click", (event) => {
  byId("matrix").classList.add("whole");
  event.target.remove();
});

if (data.tables.length > 0) {
  byId("tables").hidden = false;
  showTable(data.tables[0].kind);
}
follow();
