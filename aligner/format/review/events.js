// Keys, tools and links; and, at the end, how the page begins.
"use strict";

const gridKeys = {
  a: "accept", x: "wrong", m: "merge", M: "mergeUp", s: "split", p: "pair", u: "alone", Delete: "takeBack", Backspace: "takeBack",
};
const moves = { ArrowUp: -1, ArrowDown: 1, k: -1, j: 1, PageUp: -10, PageDown: 10 };

/** Keys of the grid; false for others. */
function gridKey(event) {
  const { key } = event;
  if (event.shiftKey && (key === "ArrowUp" || key === "ArrowDown")) return act(key === "ArrowUp" ? "up" : "down"), true;
  if (gridKeys[key]) return act(gridKeys[key]), true;
  if (key === "n" || key === "N") return nextFinding(key === "n" ? 1 : -1), true;
  if (key === "Home" || key === "End") {
    const row = grid.shown.at(key === "Home" ? 0 : -1);
    return row && grid.goTo(row), true;
  }
  let found = null;
  if (moves[key]) found = grid.neighbour(moves[key]);
  else if (key === "ArrowLeft" || key === "ArrowRight") found = beside(key === "ArrowLeft" ? "en" : "ar");
  else return false;
  if (found) {
    grid.choose(found);
    found.scrollIntoView({ block: Math.abs(moves[key] ?? 1) > 1 ? "center" : "nearest" });
  }
  return true;
}

function beside(side) {
  const { element: found } = grid.chosen;
  if (found.dataset.side === side) return null;
  const others = found.closest(".row").querySelectorAll(`.${side} .sentence`);
  return others[Math.min([...found.parentElement.children].indexOf(found), others.length - 1)];
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || byId("help").open) return;
  const inField = event.target.matches("input, select, textarea");
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase();
    const name = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : "";
    if (key === "s") save();
    else if (name && !inField) act(name);
    else return;
    event.preventDefault();
    return;
  }
  if (event.key === "Escape" && (pairFrom || event.target === byId("search"))) {
    if (pairFrom) stopPairing();
    else grid.chosen?.element.focus();
  } else if (inField) {
    return;
  } else if (event.key === "?") {
    byId("help").showModal();
  } else if (event.key === "/") {
    byId("search").focus();
  } else if (!byId("grid").contains(event.target) && event.target !== document.body) {
    return;
  } else if (event.target.matches("button, a") || !gridKey(event)) {
    return;
  }
  event.preventDefault();
});

byId("grid").addEventListener("click", (event) => {
  const judge = event.target.closest("[data-judge]");
  if (judge) {
    const { row } = judge.closest(".row");
    const sentence = judge.closest(".row").querySelector(".sentence[data-sentence]");
    grid.choose(sentence, false);
    act(row.verdict === judge.dataset.judge ? "takeBack" : judge.dataset.judge === "right" ? "accept" : "wrong");
    return;
  }
  const sentence = event.target.closest(".sentence");
  if (!sentence || !getSelection().isCollapsed) return;
  grid.choose(sentence);
  if (pairFrom && pairFrom.side !== sentence.dataset.side) act("pair");
});
byId("grid").addEventListener("focusin", (event) => {
  const sentence = event.target.closest(".sentence");
  if (sentence) grid.choose(sentence, false);
});

/** A sentence under the pointer lights its counterpart; a marked value or name its own. */
function light(on, event) {
  const sentence = event.target.closest?.(".sentence");
  if (!sentence) return;
  const row = sentence.closest(".row");
  row.classList.toggle(`from-${sentence.dataset.side}`, on);
  const pair = event.target.closest("[data-pair]")?.dataset.pair;
  if (pair) document.querySelectorAll(`[data-pair="${pair}"]`).forEach((part) => part.classList.toggle("lit", on));
}
byId("grid").addEventListener("pointerover", (event) => light(true, event));
byId("grid").addEventListener("pointerout", (event) => light(false, event));

byId("filters").addEventListener("click", (event) => {
  const kind = event.target.closest("button")?.dataset.kind;
  if (!kind) return;
  if (kind === "all") chosenKinds.clear();
  else if (!chosenKinds.delete(kind)) chosenKinds.add(kind);
  showFilters();
  listRows();
  sayCount();
});
byId("order").addEventListener("change", listRows);
let searching = 0;
byId("search").addEventListener("input", () => {
  clearTimeout(searching);
  searching = setTimeout(() => {
    terms = searchTerms(byId("search").value);
    listRows();
    sayCount();
  }, 150);
});
byId("tools").addEventListener("pointerdown", (event) => event.preventDefault()); // the sentence keeps the focus
byId("tools").addEventListener("click", (event) => {
  const name = event.target.closest("button")?.dataset.do;
  if (name) act(name);
});
byId("save").addEventListener("click", save);
byId("load").addEventListener("click", () => byId("file").click());
byId("file").addEventListener("change", async () => {
  const [file] = byId("file").files;
  byId("file").value = "";
  try {
    if (file) load(readDecisions(await file.text()), `of ${file.name} taken`);
  } catch (error) {
    say(error.message);
  }
});
byId("forget").addEventListener("click", () => {
  decisions.forgetLost();
  decided();
});
byId("help-open").addEventListener("click", () => byId("help").showModal());
byId("help").addEventListener("close", () => {
  if (byId("help").returnValue === "clear") show(alignment.clear(), "All decisions are taken back; undo brings them again.");
  byId("help").returnValue = "";
});
addEventListener("scroll", showWindow, { passive: true });
addEventListener("resize", showWindow);
addEventListener("beforeprint", () => grid.fillAll());
addEventListener("hashchange", followLink);
addEventListener("load", followLink); // the browser looks for the row itself and moves the focus
addEventListener("pagehide", () => keeping && keep());
addEventListener("beforeunload", (event) => {
  if (keeping) keep();
  if (!saved) event.preventDefault();
});

/** #bead-12: the row of that name, or else the one that the bead of that number is part of now. */
function followLink() {
  const name = /^#bead-(\d+)([b-z]?)$/.exec(location.hash);
  const bead = name && alignment.first[Number(name[1]) - 1];
  if (!bead) return false;
  let place = bead.m ? alignment.placeOf("ar", bead.a) : alignment.placeOf("en", bead.e);
  while (name[2] && alignment.rows[place + 1] && alignment.nameOf(alignment.rows[place]) !== name[1] + name[2]) place++;
  reveal(alignment.rows[place]);
  return true;
}

// ---- begin ----

document.title = `${data.id || "alignment"} · review`;
byId("name").textContent = data.id || "alignment";
const paired = data.beads.filter(([m, n]) => m && n).length;
const share = (side) => `${(100 * data.coverage[side]).toFixed(1)} %`;
byId("summary").textContent =
  `As aligned: ${paired} pairs, which hold of the words: English ${share("en")}, Arabic ${share("ar")}`;
byId("notes").append(...data.notes.map((note) => {
  const line = element("li", {});
  appendText(line, note);
  return line;
}));
byId("notes").hidden = data.notes.length === 0;
showFilters();
listRows();
restore();
