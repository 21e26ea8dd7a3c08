// What is shown: which rows are of which kind, filters, search and order.
"use strict";

const ownKinds = ["omission", "addition", "unsure"]; // what the alignment itself tells; findings have their rules
const kindNames = {
  all: "All", omission: "Omissions", addition: "Additions", unsure: "Unsure", accepted: "Right", wrong: "Wrong",
};
const byId = (id) => document.getElementById(id);

const data = JSON.parse(byId("data").textContent);
for (const side of ["ar", "en"]) data[side].headings = new Set(data[side].headings);
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
  for (const side of ["ar", "en"].filter((each) => each !== finding.context)) {
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
  const kinds = [...ownKinds, ...rules, "accepted", "wrong"];
  return [["all", alignment.rows.length], ...kinds.map((kind) => [kind, counts.get(kind) ?? 0])];
}

function showFilters() {
  const had = document.activeElement?.dataset?.kind;
  byId("filters").replaceChildren(...countKinds().map(([kind, count]) => {
    const pressed = kind === "all" ? chosenKinds.size === 0 : chosenKinds.has(kind);
    return element("button", { type: "button", "data-kind": kind, class: `kind-${kind}`,
      "aria-pressed": String(pressed), disabled: count === 0 && !pressed },
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
