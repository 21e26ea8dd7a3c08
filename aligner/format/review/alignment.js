// The alignment under review and what can be done to it. A row is a bead:
//   {a, m, e, n, p, verdict}   m Arabic sentences from number a on, n English ones from e on, confidence p (null where
//                              a person made it), verdict "", "right" or "wrong"
// Rows stand in the order of both texts and hold each sentence once. A row is never changed, only replaced, so that
// every step can be undone by putting rows back.
"use strict";

const otherSide = { ar: "en", en: "ar" };
const verdicts = ["", "right", "wrong"];

class Alignment {
  constructor(data) {
    this.data = data;
    this.done = [];
    this.undone = [];
    this.begun = 0; // undo ends before so many steps
    let a = 0, e = 0;
    this.rows = data.beads.map(([m, n, p]) => {
      const row = { a, m, e, n, p, verdict: "" };
      a += m;
      e += n;
      return row;
    });
    this.found = new Map(this.rows.map((row) => [Alignment.key(row), row]));
    this.origin = { ar: [], en: [] }; // the number of the bead that each sentence was in at first
    this.rows.forEach((row, number) => {
      for (let k = 0; k < row.m; k++) this.origin.ar.push(number);
      for (let k = 0; k < row.n; k++) this.origin.en.push(number);
    });
    this.first = this.rows;
    this.index();
  }

  static key({ a, m, e, n }) {
    return `${m ? a : ""},${m},${n ? e : ""},${n}`;
  }

  static span(row, side) {
    return side === "ar" ? { begin: row.a, end: row.a + row.m } : { begin: row.e, end: row.e + row.n };
  }

  index() {
    this.places = new Map(this.rows.map((row, place) => [row, place]));
  }

  /** The place of the row that holds a sentence. */
  placeOf(side, sentence) {
    let low = 0, high = this.rows.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Alignment.span(this.rows[middle], side).end > sentence) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** What a row is called: the number, from 1, of the bead it begins in; the second such row 12b, the third 12c. */
  nameOf(row) {
    const originOf = ({ a, m, e, n }) => Math.min(m ? this.origin.ar[a] : Infinity, n ? this.origin.en[e] : Infinity);
    const origin = originOf(row), place = this.places.get(row);
    let earlier = 0;
    while (place > earlier && originOf(this.rows[place - earlier - 1]) === origin) earlier++;
    return `${origin + 1}${earlier ? String.fromCodePoint(97 + Math.min(earlier, 25)) : ""}`;
  }

  // ---- steps ----

  /** A row of these sizes behind another one, or where `from` begins. */
  rowBehind(last, from, { m, n, verdict }) {
    const row = last ? { a: last.a + last.m, m, e: last.e + last.n, n } : { a: from.a, m, e: from.e, n };
    return { ...row, p: this.found.get(Alignment.key(row))?.p ?? null, verdict };
  }

  /** Rows of these sizes, one behind the other from where a row begins; nulls fall into single sentences. */
  laidOut(pieces, from) {
    const rows = [];
    const add = (m, n, verdict) => rows.push(this.rowBehind(rows.at(-1), from, { m, n, verdict }));
    for (const { m, n, verdict = "right" } of pieces) {
      if (m > 0 && n > 0) add(m, n, verdict);
      else for (let k = 0; k < m + n; k++) add(m > 0 ? 1 : 0, n > 0 ? 1 : 0, verdict);
    }
    return rows;
  }

  /** One step that can be undone: `count` rows from `at` on become `rows`. */
  step(at, count, rows) {
    const step = { at, before: this.rows.slice(at, at + count), after: rows };
    this.done.push(step);
    this.undone = [];
    return this.put(step.at, step.before, step.after);
  }

  put(at, before, after) {
    this.rows = [...this.rows.slice(0, at), ...after, ...this.rows.slice(at + before.length)];
    this.index();
    return { at, before, after };
  }

  get canUndo() {
    return this.done.length > this.begun;
  }

  undo() {
    if (!this.canUndo) return "There is nothing to undo.";
    const step = this.done.pop();
    this.undone.push(step);
    return this.put(step.at, step.after, step.before);
  }

  redo() {
    const step = this.undone.pop();
    if (!step) return "There is nothing to redo.";
    this.done.push(step);
    return this.put(step.at, step.before, step.after);
  }

  /** What was done so far is what the page begins with: undo ends here. */
  begin() {
    this.begun = this.done.length;
  }

  /** All steps as they can be written down: [where, how many rows before, of each row after it m, n, verdict]. */
  get history() {
    const short = ({ at, before, after }) =>
      [at, before.length, after.flatMap(({ m, n, verdict }) => [m, n, verdicts.indexOf(verdict)])];
    const all = [...this.done, ...[...this.undone].reverse()];
    return { list: all.map(short), begun: this.begun, undone: this.undone.length };
  }

  /** Takes a history up on a fresh alignment; false, and nothing is changed, where it does not fit. */
  resume({ list, begun, undone }) {
    const { rows } = this;
    this.done = [];
    try {
      for (const [at, count, sizes] of list) this.step(at, count, this.rowsOf(this.rows.slice(at, at + count), sizes));
      for (let k = 0; k < undone; k++) this.undo();
      this.begun = begun;
      return true;
    } catch {
      Object.assign(this, { rows, done: [], undone: [], begun: 0 });
      this.index();
      return false;
    }
  }

  /** Rows of these sizes and verdicts in the place of others; throws where those hold other sentences. */
  rowsOf(before, sizes) {
    const rows = [];
    for (let k = 0; k < sizes.length; k += 3) {
      const [m, n, verdict] = sizes.slice(k, k + 3);
      rows.push(this.rowBehind(rows.at(-1), before[0], { m, n, verdict: verdicts[verdict] }));
    }
    const sum = (list) => list.reduce(([m, n], row) => [m + row.m, n + row.n], [0, 0]).join();
    if (before.length === 0 || sum(before) !== sum(rows)) throw new Error("these steps are of another page");
    return rows;
  }

  /** Takes all decisions back, as one step. */
  clear() {
    return this.step(0, this.rows.length, this.first);
  }

  /** Verdict "" takes a decision back. */
  judge(row, verdict) {
    if (row.verdict === verdict) return verdict ? `It is ${verdict} already.` : "There is no decision here.";
    return this.step(this.places.get(row), 1, [{ ...row, verdict }]);
  }

  merge(row) {
    const at = this.places.get(row), next = this.rows[at + 1];
    if (!next) return "There is no row below.";
    return this.step(at, 2, this.laidOut([{ m: row.m + next.m, n: row.n + next.n }], row));
  }

  /** Cuts a row before a sentence; the other side is cut where about the same share of its text stands. */
  split(row, side, sentence) {
    const { begin, end } = Alignment.span(row, side);
    if (end - begin < 2) return "Go to the sentence before which the row is to be split.";
    const cut = Math.max(sentence, begin + 1);
    const other = Alignment.span(row, otherSide[side]);
    const otherCut = this.sameShare(side, begin, cut, end, other);
    const here = cut - begin, there = otherCut - other.begin;
    const [m, n] = side === "ar" ? [here, there] : [there, here];
    return this.step(this.places.get(row), 1, this.laidOut([{ m, n }, { m: row.m - m, n: row.n - n }], row));
  }

  sameShare(side, begin, cut, end, other) {
    const length = (which, from, to) => {
      let sum = 0;
      for (let k = from; k < to; k++) sum += this.data[which].texts[k].length;
      return sum;
    };
    const count = other.end - other.begin, which = otherSide[side];
    const share = length(side, begin, cut) / Math.max(1, length(side, begin, end));
    const all = Math.max(1, length(which, other.begin, other.end));
    const least = count > 1 ? 1 : 0;
    let best = other.begin + least, distance = Infinity;
    for (let k = other.begin + least; k <= other.end - least; k++) {
      const off = Math.abs(length(which, other.begin, k) / all - share);
      if (off < distance) [best, distance] = [k, off];
    }
    return best;
  }

  /** Gives the sentences of a side up to this one to the row above, or from this one on to the row below. */
  move(row, side, sentence, down) {
    const at = this.places.get(row), neighbour = this.rows[at + (down ? 1 : -1)];
    if (!neighbour) return down ? "There is no row below." : "There is no row above.";
    const { begin, end } = Alignment.span(row, side);
    if (begin === end) return "There is no sentence here.";
    const moved = down ? end - sentence : sentence - begin + 1;
    const change = ({ m, n }, by) => (side === "ar" ? { m: m + by, n } : { m, n: n + by });
    const smaller = change(row, -moved), larger = change(neighbour, moved);
    return down
      ? this.step(at, 2, this.laidOut([smaller, larger], row))
      : this.step(at - 1, 2, this.laidOut([larger, smaller], neighbour));
  }

  /** Leaves a sentence without counterpart; what its row holds beside it stays together. */
  leaveAlone(row, side, sentence) {
    const { begin, end } = Alignment.span(row, side);
    if (begin === end) return "There is no sentence here.";
    const other = Alignment.span(row, otherSide[side]);
    if (other.begin === other.end) return "It has no counterpart already; accept it.";
    if (sentence !== begin && sentence !== end - 1) return "It stands between others of its pair: split the row first.";
    const alone = side === "ar" ? { m: 1, n: 0 } : { m: 0, n: 1 };
    const rest = { m: row.m - alone.m, n: row.n - alone.n };
    const pieces = sentence === begin ? [alone, rest] : [rest, alone];
    return this.step(this.places.get(row), 1, this.laidOut(pieces, row));
  }

  pair(arabic, english) {
    return this.step(...this.fitted({ begin: arabic, end: arabic + 1 }, { begin: english, end: english + 1 }));
  }

  /** What step() takes to make one row of two spans. What their rows hold before and after them is undecided then. */
  fitted(arabic, english, verdict = "right") {
    const places = [];
    for (const [side, span] of [["ar", arabic], ["en", english]]) {
      if (span.begin < span.end) places.push(this.placeOf(side, span.begin), this.placeOf(side, span.end - 1));
    }
    const first = Math.min(...places);
    const rows = this.rows.slice(first, Math.max(...places) + 1);
    if (arabic.begin === arabic.end) arabic = Alignment.besideNull(rows, "en", english);
    if (english.begin === english.end) english = Alignment.besideNull(rows, "ar", arabic);
    const parts = (part) => rows.map((row) => {
      const size = (side, given) => {
        const { begin, end } = Alignment.span(row, side);
        return Math.max(0, part === "before" ? Math.min(end, given.begin) - begin : end - Math.max(begin, given.end));
      };
      const m = size("ar", arabic), n = size("en", english);
      return { m, n, verdict: m === row.m && n === row.n ? row.verdict : "" };
    });
    const given = { m: arabic.end - arabic.begin, n: english.end - english.begin, verdict };
    return [first, rows.length, this.laidOut([...parts("before"), given, ...parts("after")], rows[0])];
  }

  /** Where on the other side a null stands: before what its row holds there if it is the first in it, else behind it. */
  static besideNull(rows, side, span) {
    const isFirst = Alignment.span(rows[0], side).begin === span.begin;
    const other = Alignment.span(isFirst ? rows[0] : rows.at(-1), otherSide[side]);
    const place = isFirst ? other.begin : other.end;
    return { begin: place, end: place };
  }
}
