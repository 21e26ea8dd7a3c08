// Decisions as they are saved: bound to the texts of sentences, by keys that the page's data has, and to the keys of
// their neighbours. README.md describes the file; `muwazi align --apply` finds their places by the same rules.
"use strict";

const neighbourCount = 2;

class Decisions {
  constructor(alignment) {
    this.alignment = alignment;
    this.absent = []; // decisions without a row here: {decision, reason}
    this.sentences = { ar: new Map(), en: new Map() }; // places of each key
    for (const side of ["ar", "en"]) {
      alignment.data[side].keys.forEach((key, place) => {
        const places = this.sentences[side].get(key);
        if (places) places.push(place);
        else this.sentences[side].set(key, [place]);
      });
    }
  }

  get count() {
    return this.alignment.rows.reduce((sum, row) => sum + (row.verdict ? 1 : 0), 0);
  }

  // ---- out ----

  sideOf(row, side) {
    const { keys, texts } = this.alignment.data[side];
    const { begin, end } = Alignment.span(row, side);
    const before = [], after = [];
    for (let k = 0; k < neighbourCount; k++) {
      before.push(keys[begin - 1 - k] ?? "");
      after.push(keys[end + k] ?? "");
    }
    return { sentences: keys.slice(begin, end), before, after, text: texts.slice(begin, end).join(" ") };
  }

  list() {
    const made = this.alignment.rows
      .filter((row) => row.verdict)
      .map((row) => ({ verdict: row.verdict, ar: this.sideOf(row, "ar"), en: this.sideOf(row, "en") }));
    return [...made, ...this.absent.map(({ decision }) => decision)];
  }

  /** The file's text, a decision a line. */
  file() {
    const lines = this.list().map((decision) => JSON.stringify(decision));
    const id = JSON.stringify(this.alignment.data.id);
    return `{"muwazi": "decisions", "version": 1, "document": ${id},\n"decisions": [\n${lines.join(",\n")}\n]}\n`;
  }

  // ---- in ----

  /** Where a side's sentences stand best; null where they do not stand in this order. */
  find(side, decided, isTaken) {
    const { keys } = this.alignment.data[side], wanted = decided.sentences;
    if (wanted.length === 0) return { begin: 0, end: 0, neighbours: 0 };
    let best = null;
    for (const begin of this.sentences[side].get(wanted[0]) ?? []) {
      if (!wanted.every((key, k) => keys[begin + k] === key)) continue;
      const end = begin + wanted.length;
      let neighbours = 0;
      for (let k = 0; k < neighbourCount; k++) {
        neighbours += (decided.before[k] ?? "") === (keys[begin - 1 - k] ?? "") ? 1 : 0;
        neighbours += (decided.after[k] ?? "") === (keys[end + k] ?? "") ? 1 : 0;
      }
      const rank = 2 * neighbours + (isTaken(side, begin, end) ? 0 : 1);
      if (!best || rank > best.rank) best = { begin, end, neighbours, rank };
    }
    return best;
  }

  /** Whether a row that is right lies where a row is to be made of the two spans, and is another one. */
  contradicted(arabic, english, [at, count, rows]) {
    const kept = new Set(rows.filter((row) => row.verdict === "right").map(Alignment.key));
    return this.alignment.rows
      .slice(at, at + count)
      .some((row) => row.verdict === "right" && row.m + row.n > 0 && !kept.has(Alignment.key(row)));
  }

  /** Puts decisions on the rows as one step. Gives {rows, lost}: how many took effect, and those that have no place. */
  load(list) {
    const { alignment } = this;
    const before = alignment.rows;
    const taken = { ar: new Set(), en: new Set() };
    const isTaken = (side, begin, end) => {
      for (let k = begin; k < end; k++) if (taken[side].has(k)) return true;
      return false;
    };
    let placed = 0;
    const absent = [];
    for (const decision of list) {
      const arabic = this.find("ar", decision.ar, isTaken), english = this.find("en", decision.en, isTaken);
      const reason = !arabic || !english ? "its text has changed"
        : arabic.neighbours + english.neighbours === 0 ? "nothing around it is as it was"
        : this.put(decision.verdict, arabic, english);
      if (reason) {
        absent.push({ decision, reason });
        continue;
      }
      placed++;
      for (let k = arabic.begin; k < arabic.end; k++) taken.ar.add(k);
      for (let k = english.begin; k < english.end; k++) taken.en.add(k);
    }
    const after = alignment.rows;
    alignment.rows = before;
    if (placed > 0) alignment.step(0, before.length, after);
    const known = new Set(this.absent.map(({ decision }) => JSON.stringify(decision)));
    this.absent.push(...absent.filter(({ decision }) => !known.has(JSON.stringify(decision))));
    return { placed, lost: this.lost };
  }

  /** One decision on the rows; gives why not where it cannot be. */
  put(verdict, arabic, english) {
    const { alignment } = this;
    if (verdict === "wrong") {
      const [a, m, e, n] = [arabic.begin, arabic.end - arabic.begin, english.begin, english.end - english.begin];
      const key = Alignment.key({ a, m, e, n });
      const at = m > 0 ? alignment.placeOf("ar", a) : alignment.placeOf("en", e);
      const row = alignment.rows[at];
      if (Alignment.key(row) !== key || row.verdict === "right") return notPaired;
      alignment.rows = [...alignment.rows.slice(0, at), { ...row, verdict }, ...alignment.rows.slice(at + 1)];
      return "";
    }
    const step = alignment.fitted(arabic, english);
    if (this.contradicted(arabic, english, step)) return "another decision contradicts it";
    const [at, count, rows] = step;
    alignment.rows = [...alignment.rows.slice(0, at), ...rows, ...alignment.rows.slice(at + count)];
    return "";
  }

  /** Those that no longer apply. What is wrong and not paired here any more applies: it is kept without being one. */
  get lost() {
    return this.absent.filter(({ reason }) => reason !== notPaired);
  }

  forgetLost() {
    this.absent = this.absent.filter(({ reason }) => reason === notPaired);
  }
}

const notPaired = "not paired";

/** The decisions of a file's text; throws an Error with words for a person. */
function readDecisions(text) {
  let file = null;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Error("This file is no JSON.");
  }
  if (file?.muwazi !== "decisions" || !Array.isArray(file.decisions)) throw new Error("This file holds no decisions.");
  if (file.version !== 1) throw new Error("This file is of a version that the page does not know.");
  const isSide = (side) => ["sentences", "before", "after"].every((name) => Array.isArray(side?.[name]));
  const isDecision = ({ verdict, ar, en }) =>
    ["right", "wrong"].includes(verdict) && isSide(ar) && isSide(en) && ar.sentences.length + en.sentences.length > 0;
  if (!file.decisions.every((decision) => decision && isDecision(decision))) {
    throw new Error("A decision of this file lacks a part.");
  }
  return file.decisions;
}
