// What a person does: steps on rows, and their decisions as files.
"use strict";

let pairFrom = null; // {side, sentence} that waits for its counterpart
let saved = true; // whether a file has all decisions

let saying = 0;

function say(text) {
  clearTimeout(saying);
  byId("said").textContent = "";
  byId("said").textContent = text;
  saying = setTimeout(() => (byId("said").textContent = ""), 10000);
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
  document.querySelector("[data-do=undo]").disabled = !alignment.canUndo;
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
  return say(`Now click its counterpart in ${side === "en" ? "Arabic" : "English"}, or go there and press P. Esc gives it up.`);
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
  undo: () => show(alignment.undo(), "Undone."),
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

// ---- files ----

function save() {
  const link = element("a", {
    href: URL.createObjectURL(new Blob([decisions.file()], { type: "application/json" })),
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
