// The page as a whole: what rows are of which kind, filters, search and order, keys and tools, saving and restoring.
"use strict";

const ownKinds = ["omission", "addition", "unsure"]; // what the alignment itself tells; findings have their rules
const kindNames = {
  all: "All", omission: "Omissions", addition: "Additions", unsure: "Unsure", accepted: "Right", wrong: "Wrong",
};
const byId = (id) => document.getElementById(id);

const data = JSON.parse(byId("data").textContent);
for (const side of ["ar", "en"]) {
  const headings = new Set(data[side].headings);
  data[side].headings = { includes: (k) => headings.has(k) };
}
const alignment = new Alignment(data);
const decisions = new Decisions(alignment);

// ---- what is known of rows and sentences ----

const sentenceFindings = { ar: new Map(), en: new Map() }; // by the sentence that a finding is shown with
const sentenceMarks = { ar: new Map(), en: new Map() };

function addTo(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

data.pairs.forEach(([arabic, arabicBegin, arabicEnd, english, englishBegin, englishEnd], pair) => {
  addTo(sentenceMarks.ar, arabic, { begin: arabicBegin, end: arabicEnd, class: "pair", pair });
  addTo(sentenceMarks.en, english, { begin: englishBegin, end: englishEnd, class: "pair", pair });
});
for (const finding of data.findings) {
  for (const side of ["ar", "en"]) {
    for (const [sentence, begin, end] of finding[side]) {
      addTo(sentenceMarks[side], sentence, { begin, end, class: `found ${finding.severity}` });
    }
  }
  const bead = alignment.first[finding.bead];
  if (finding.en.length) addTo(sentenceFindings.en, finding.en[0][0], finding);
  else if (finding.ar.length) addTo(sentenceFindings.ar, finding.ar[0][0], finding);
  else if (bead) addTo(sentenceFindings[bead.n ? "en" : "ar"], bead.n ? bead.e : bead.a, finding);
}

function findingsOf(row) {
  const found = [];
  for (let k = row.e; k < row.e + row.n; k++) found.push(...(sentenceFindings.en.get(k) ?? []));
  for (let k = row.a; k < row.a + row.m; k++) found.push(...(sentenceFindings.ar.get(k) ?? []));
  return found;
}

const knownKinds = new WeakMap(); // rows are never changed

function kindsOf(row) {
  if (knownKinds.has(row)) return knownKinds.get(row);
  const kinds = new Set(findingsOf(row).map(({ rule }) => rule));
  if (row.n === 0) kinds.add("omission");
  if (row.m === 0) kinds.add("addition");
  if (!row.verdict && (row.p === null || row.p < data.unsure)) kinds.add("unsure");
  if (row.verdict) kinds.add(row.verdict === "right" ? "accepted" : "wrong");
  knownKinds.set(row, [...kinds]);
  return knownKinds.get(row);
}

/** How probably something is wrong here; what is decided comes last. */
function expectedError(row) {
  if (row.verdict) return -1;
  return 1 - findingsOf(row).reduce((right, { probability }) => right * (1 - probability), row.p ?? 0.5);
}

// ---- filters, search and order ----

let terms = [];
const chosenKinds = new Set();
const foldedRows = { ar: [], en: [] };

function foldedText(side, sentence) {
  return (foldedRows[side][sentence] ??= fold(data[side].texts[sentence]));
}

function holdsTerms(row) {
  const parts = [];
  for (let k = row.e; k < row.e + row.n; k++) parts.push(foldedText("en", k));
  for (let k = row.a; k < row.a + row.m; k++) parts.push(foldedText("ar", k));
  return terms.every((term) => parts.some((part) => part.includes(term)));
}

function marksOf(side, sentence, looked) {
  const marks = sentenceMarks[side].get(sentence) ?? [];
  if (!looked?.length) return marks;
  return [...marks, ...hits(data[side].texts[sentence], looked).map(([begin, end]) => ({ begin, end, class: "hit" }))];
}

const grid = new Grid(byId("grid"), alignment,
  (row) => ({ kinds: kindsOf(row), findings: findingsOf(row), terms }), marksOf);
const strip = new Strip(byId("strip"), alignment, kindsOf, (row) => reveal(row));

function listRows() {
  let rows = alignment.rows;
  if (chosenKinds.size) rows = rows.filter((row) => kindsOf(row).some((kind) => chosenKinds.has(kind)));
  if (terms.length) rows = rows.filter(holdsTerms);
  if (byId("order").value === "error") {
    const errors = new Map(rows.map((row) => [row, expectedError(row)]));
    rows = [...rows].sort((x, y) => errors.get(y) - errors.get(x));
  }
  grid.list([...rows]);
  showWindow();
}

function countKinds() {
  const counts = new Map();
  for (const row of alignment.rows) for (const kind of kindsOf(row)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const rules = [...new Set(data.findings.map(({ rule }) => rule))].filter((rule) => !ownKinds.includes(rule));
  return [["all", alignment.rows.length], ...[...ownKinds, ...rules, "accepted", "wrong"].map((kind) => [kind, counts.get(kind) ?? 0])];
}

function showFilters() {
  const had = document.activeElement?.dataset?.kind;
  byId("filters").replaceChildren(...countKinds().map(([kind, count]) => {
    const pressed = kind === "all" ? chosenKinds.size === 0 : chosenKinds.has(kind);
    return element("button", { type: "button", "data-kind": kind, class: kind, "aria-pressed": String(pressed), disabled: count === 0 && !pressed },
      element("i", { "aria-hidden": "true" }), `${kindNames[kind] ?? kind} `, element("b", {}, String(count)));
  }));
  if (had) byId("filters").querySelector(`[data-kind="${had}"]`)?.focus();
}

function sayCount() {
  say(grid.shown.length === 1 ? "1 row." : `${grid.shown.length} rows.`);
}

/** Shows a row, by taking filters and search away where they hide it. */
function reveal(row, side, sentence) {
  if (!grid.shown.includes(row)) {
    chosenKinds.clear();
    terms = [];
    byId("search").value = "";
    showFilters();
    listRows();
  }
  grid.goTo(row, side, sentence);
}

let windowAsked = false;

/** Which rows are in the window, as a frame on the strip. */
function showWindow() {
  if (windowAsked) return;
  windowAsked = true;
  requestAnimationFrame(() => {
    windowAsked = false;
    const top = document.querySelector(".controls").getBoundingClientRect().bottom;
    const x = grid.root.getBoundingClientRect().left + 30;
    const at = (y) => document.elementFromPoint(x, y)?.closest?.(".row:not(.heads)")?.row;
    const ordered = byId("order").value === "document" && !chosenKinds.size && !terms.length;
    const first = at(Math.max(top, 0) + 50) ?? alignment.rows[0], last = at(innerHeight - 12) ?? alignment.rows.at(-1);
    if (ordered && first && last) strip.show(alignment.places.get(first) ?? 0, (alignment.places.get(last) ?? 0) + 1);
    else strip.show(0, 0);
  });
}

// ---- steps ----

let pairFrom = null; // {side, sentence} that waits for its counterpart
let saved = true; // whether a file has all decisions

function say(text) {
  byId("said").textContent = "";
  byId("said").textContent = text;
}

/** Shows what a step changed; a string says why there was none. */
function show(step, words) {
  if (typeof step === "string" || !step) {
    say(step || words);
    return;
  }
  const focused = byId("grid").contains(document.activeElement) || document.activeElement === document.body;
  const { side, sentence } = grid.current;
  if (!grid.replace(step.before, step.after)) listRows();
  const row = step.after.find((x) => {
    const { begin, end } = Alignment.span(x, side);
    return sentence >= begin && sentence < end;
  }) ?? step.after[0];
  if (row && step.after.length <= groupSize && grid.shown.includes(row)) {
    const made = grid.elements.get(row);
    const found = made?.querySelector(`.${side} [data-sentence="${sentence}"]`) ?? made?.querySelector(`.${side} .sentence`);
    if (found) {
      grid.choose(found, focused);
      found.scrollIntoView({ block: "nearest" });
    }
  }
  decided();
  say(words);
}

function decided() {
  saved = decisions.count === 0 && decisions.absent.length === 0;
  strip.changed();
  showFilters();
  showWindow();
  showState();
  keepSoon();
}

function showState() {
  const count = decisions.count;
  byId("save").textContent = count ? `Save ${count} decision${count === 1 ? "" : "s"}` : "Save decisions";
  byId("save").classList.toggle("waiting", !saved);
  document.querySelector("[data-do=undo]").disabled = alignment.done.length === 0;
  document.querySelector("[data-do=redo]").disabled = alignment.undone.length === 0;
  document.querySelector("[data-do=pair]").setAttribute("aria-pressed", String(pairFrom !== null));
  document.body.classList.toggle("pairing", pairFrom !== null);
  const { lost } = decisions;
  byId("lost").hidden = lost.length === 0;
  if (lost.length === 0) return;
  byId("lost").querySelector("summary").textContent =
    lost.length === 1 ? "1 decision no longer applies" : `${lost.length} decisions no longer apply`;
  byId("lost").querySelector("ol").replaceChildren(...lost.map(({ decision, reason }) => {
    const line = element("li", {}, `${decision.verdict}, ${reason}: `);
    for (const side of ["en", "ar"]) {
      const text = element("bdi", { lang: side, dir: "auto" });
      appendText(text, decision[side].text || "—");
      line.append(text, side === "en" ? " = " : "");
    }
    return line;
  }));
}

function startOrEndPair({ side, sentence }) {
  if (sentence < 0) return say("There is no sentence here.");
  if (pairFrom && pairFrom.side !== side) {
    const spans = { [side]: sentence, [pairFrom.side]: pairFrom.sentence };
    stopPairing();
    return show(alignment.pair(spans.ar, spans.en), "Paired.");
  }
  stopPairing();
  pairFrom = { side, sentence };
  document.querySelector(grid.currentSelector())?.classList.add("waiting");
  showState();
  return say(`Now choose its counterpart in ${side === "en" ? "Arabic" : "English"}, and press P or Pair again. Esc gives it up.`);
}

function stopPairing() {
  pairFrom = null;
  document.querySelectorAll(".sentence.waiting").forEach((found) => found.classList.remove("waiting"));
  showState();
}

const actions = {
  accept: ({ row }) => show(alignment.judge(row, "right"), "Right."),
  wrong: ({ row }) => show(alignment.judge(row, "wrong"), "Wrong."),
  takeBack: ({ row }) => show(alignment.judge(row, ""), "No decision."),
  merge: ({ row }) => show(alignment.merge(row), "Merged with the next row."),
  mergeUp: ({ row }) => {
    const above = alignment.rows[alignment.places.get(row) - 1];
    if (above) show(alignment.merge(above), "Merged with the row above.");
    else say("There is no row above.");
  },
  split: ({ row, side, sentence }) => show(alignment.split(row, side, sentence), "Split."),
  up: ({ row, side, sentence }) => show(alignment.move(row, side, sentence, false), "Given to the row above."),
  down: ({ row, side, sentence }) => show(alignment.move(row, side, sentence, true), "Given to the row below."),
  alone: ({ row, side, sentence }) => show(alignment.leaveAlone(row, side, sentence), "Without counterpart."),
  pair: startOrEndPair,
  undo: () => show(alignment.undo(), alignment.done.length || alignment.undone.length ? "Undone." : "There is nothing to undo."),
  redo: () => show(alignment.redo(), "Redone."),
};

function act(name) {
  const { chosen } = grid;
  if (chosen || name === "undo" || name === "redo") actions[name](chosen);
}

function nextFinding(step) {
  const { shown } = grid;
  const telling = (row) => kindsOf(row).some((kind) => kind !== "accepted") && row.verdict !== "right";
  for (let k = shown.indexOf(grid.chosen?.row) + step; k >= 0 && k < shown.length; k += step) {
    if (telling(shown[k])) {
      const side = shown[k].n === 0 ? "ar" : shown[k].m === 0 ? "en" : grid.current.side;
      return grid.goTo(shown[k], side);
    }
  }
  return say(step > 0 ? "No further finding." : "No earlier finding.");
}

// ---- saving and restoring ----

const storageKey = `muwazi-review:${location.pathname}:${data.id}`;
let keeping = 0;

function keep() {
  clearTimeout(keeping);
  keeping = 0;
  try {
    const list = decisions.list();
    if (list.length === 0) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify({ saved, decisions: list }));
  } catch {
    say("This browser cannot keep the decisions: save them as a file.");
  }
}

function keepSoon() {
  clearTimeout(keeping);
  keeping = setTimeout(keep, 300);
}

function save() {
  const link = element("a", {
    href: URL.createObjectURL(new Blob([JSON.stringify(decisions.file(), null, 1), "\n"], { type: "application/json" })),
    download: `${data.id || "review"}.decisions.json`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  saved = true;
  keep();
  showState();
  say(`Saved as ${link.download}.`);
}

function load(list, from) {
  const { placed, lost } = decisions.load(list);
  listRows();
  decided();
  say(`${placed} of ${list.length} decisions ${from}${lost.length ? `; ${lost.length} no longer apply` : ""}.`);
}

function restore() {
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(storageKey));
    if (kept) readDecisions(JSON.stringify({ muwazi: "decisions", version: 1, decisions: kept.decisions }));
  } catch {
    kept = null; // what another program left there
  }
  if (kept?.decisions.length) {
    load(kept.decisions, "restored");
    saved = kept.saved === true;
  } else if (data.decisions.length) {
    load(data.decisions, "shown");
    saved = true;
  }
  alignment.done = []; // undo ends at what the page began with
  showState();
}

// ---- events ----

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
  if (sentence && getSelection().isCollapsed) grid.choose(sentence);
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
byId("summary").textContent = `As aligned: ${paired} pairs, which hold of the words: English ${(100 * data.coverage.en).toFixed(1)} %, Arabic ${(100 * data.coverage.ar).toFixed(1)} %`;
byId("notes").append(...data.notes.map((note) => {
  const line = element("li", {});
  appendText(line, note);
  return line;
}));
byId("notes").hidden = data.notes.length === 0;
showFilters();
listRows();
restore();
