// The rows on the screen: a grid of three columns, and below a row what was found in it. Rows come in groups that are
// filled when they come near the window, and in idle time; the browser lays out only those that are seen.
"use strict";

const groupSize = 40;
const columns = ["Row", "English", "Arabic"];

class Grid {
  /** `describe(row)`: {kinds, findings, terms}; `marksOf(side, sentence)`: what is marked in its text. */
  constructor(root, alignment, describe, marksOf) {
    Object.assign(this, { root, alignment, describe, marksOf });
    this.groups = [];
    this.shown = [];
    this.current = { side: "en", sentence: 0 };
    this.observer = new IntersectionObserver(
      (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => this.fill(entry.target)),
      { rootMargin: "1500px" },
    );
    const { names, coverage } = alignment.data;
    const share = (side) => `${(100 * coverage[side]).toFixed(1)} % in pairs`;
    const nameOf = (side) => (names.ar === names.en ? "" : names[side]);
    const heads = ["", ...["en", "ar"].map((side) => [nameOf(side), share(side)].filter(Boolean).join(" · "))];
    this.head = element("div", { role: "row", class: "row heads", "aria-rowindex": 1 });
    columns.forEach((title, k) => {
      const cell = element("div", { role: "columnheader", "aria-colindex": k + 1 }, element("b", {}, title));
      if (heads[k]) cell.append(" ", element("bdi", {}, heads[k]));
      this.head.append(cell);
    });
    root.setAttribute("aria-colcount", columns.length);
  }

  // ---- which rows ----

  /** Shows these rows in this order. */
  list(rows) {
    this.shown = rows;
    this.observer.disconnect();
    this.elements = new Map();
    this.groups = [];
    const parts = [this.head];
    for (let k = 0; k < rows.length; k += groupSize) {
      const group = element("div", { role: "rowgroup", class: "group" });
      group.rows = rows.slice(k, k + groupSize);
      group.style.containIntrinsicBlockSize = `auto ${group.rows.length * 3.4}rem`;
      this.groups.push(group);
      parts.push(group);
      this.observer.observe(group);
    }
    if (rows.length === 0) {
      parts.push(element("div", { role: "row", class: "nothing" }, element("div", { role: "gridcell" }, "No row is like that.")));
    }
    this.root.replaceChildren(...parts);
    this.root.setAttribute("aria-rowcount", rows.length + 1);
    this.groups.slice(0, 2).forEach((group) => this.fill(group));
    this.markCurrent();
    this.fillInIdleTime();
  }

  fill(group) {
    if (group.filled) return;
    group.filled = true;
    this.observer.unobserve(group);
    group.append(...group.rows.map((row) => this.elementOf(row)));
    this.number(group);
    if (group.querySelector(this.currentSelector())) this.markCurrent();
  }

  fillAll() {
    this.groups.forEach((group) => this.fill(group));
  }

  fillInIdleTime() {
    const groups = this.groups;
    let next = 0;
    const later = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 8 }), 50));
    const work = (deadline) => {
      while (next < groups.length && deadline.timeRemaining() > 4) this.fill(groups[next++]);
      if (next < groups.length && this.groups === groups) later(work);
    };
    later(work);
  }

  /** Row numbers as a screen reader tells them, from a group on. */
  number(only) {
    let index = 2;
    for (const group of this.groups) {
      if (group.filled && (!only || only === group)) {
        [...group.children].forEach((row, k) => row.setAttribute("aria-rowindex", index + k));
      }
      index += group.rows.length;
    }
  }

  /** After a step: rows where others stood; false where those are not shown here, so that all is to be listed anew. */
  replace(before, after) {
    const places = before.map((row) => this.shown.indexOf(row));
    const at = Math.min(...places);
    if (before.length === 0 || at < 0 || before.length > groupSize || places.some((place, k) => place !== at + k)) return false;
    this.shown.splice(at, before.length, ...after);
    let into = null;
    for (const row of before) {
      const group = this.groups.find(({ rows }) => rows.includes(row));
      const place = group.rows.indexOf(row);
      into ??= { group, place };
      group.rows.splice(place, 1);
      this.elements.get(row)?.remove();
      this.elements.delete(row);
    }
    this.fill(into.group);
    into.group.rows.splice(into.place, 0, ...after);
    const made = after.map((row) => this.elementOf(row));
    const behind = into.group.children[into.place];
    made.forEach((row) => into.group.insertBefore(row, behind ?? null));
    // What rows around are called may depend on these.
    this.renameBehind(at + after.length);
    this.root.setAttribute("aria-rowcount", this.shown.length + 1);
    this.number();
    this.markCurrent();
    return true;
  }

  renameBehind(at) {
    for (const row of this.shown.slice(at, at + 12)) {
      const made = this.elements.get(row);
      if (made) this.setName(made, row);
    }
  }

  // ---- one row ----

  setName(made, row) {
    const name = this.alignment.nameOf(row);
    made.id = `bead-${name}`;
    const link = made.querySelector(".number");
    link.textContent = name;
    link.href = `#bead-${name}`;
    link.setAttribute("aria-label", `Row ${name}, link`);
    const about = [...made.querySelectorAll(".chance, .note")];
    about.forEach((part) => (part.id = `${part.className}-${name}`));
    made.querySelectorAll(".sentence").forEach((sentence) =>
      sentence.setAttribute("aria-describedby", about.map(({ id }) => id).join(" ")));
  }

  elementOf(row) {
    const { kinds, findings, terms } = this.describe(row);
    const head = element("div", { role: "gridcell", class: "head", "aria-colindex": 1 },
      element("a", { class: "number", tabindex: -1 }), ...this.chanceOf(row, kinds), this.buttonsOf(row));
    const made = element("div", { role: "row", class: ["row", ...kinds.map((kind) => `kind-${kind}`)].join(" ") }, head,
      this.cellOf(row, "en", terms), this.cellOf(row, "ar", terms));
    made.row = row;
    if (findings.length) {
      const cell = element("div", { role: "gridcell", class: "findings" });
      for (const finding of findings) {
        const message = element("bdi", { dir: "ltr" });
        appendText(message, finding.message);
        cell.append(element("p", { class: finding.severity }, element("b", {}, finding.rule), " ", message,
          ` (${Math.round(100 * finding.probability)} %)`));
      }
      made.append(cell);
    }
    this.setName(made, row);
    this.elements.set(row, made);
    return made;
  }

  chanceOf(row, kinds) {
    const chance = row.verdict === "right" ? "✓ right" : row.verdict === "wrong" ? "✗ wrong"
      : row.p === null ? "open" : `${Math.floor(1000 * row.p) / 10} %`;
    const note = row.n === 0 ? "◨ only Arabic" : row.m === 0 ? "◧ only English"
      : kinds.includes("unsure") ? "≈ unsure" : "";
    const made = [element("span", { class: "chance" }, chance)];
    return note ? [...made, element("span", { class: "note" }, note)] : made;
  }

  buttonsOf(row) {
    const button = (what, sign, label) => element("button", { type: "button", tabindex: -1, "data-judge": what,
      title: label, "aria-label": label, "aria-pressed": String(row.verdict === what) }, sign);
    return element("span", { class: "judge" },
      button("right", "✓", "Accept this row"), button("wrong", "✗", "Mark this row as wrong"));
  }

  cellOf(row, side, terms) {
    const cell = element("div", { role: "gridcell", class: `text ${side}`, lang: side, dir: side === "ar" ? "rtl" : "ltr",
      "aria-colindex": side === "en" ? 2 : 3 });
    const { begin, end } = Alignment.span(row, side);
    const { texts, paragraphs, headings } = this.alignment.data[side];
    for (let k = begin; k < end; k++) {
      const text = element("bdi");
      appendMarked(text, texts[k].replace(/\s+/g, (space) => " ".repeat(space.length)), this.marksOf(side, k, terms));
      const title = `sentence ${k + 1}, paragraph ${paragraphs[k]}`;
      const place = element("span", { class: "place", dir: "ltr", title }, `${k + 1} ¶${paragraphs[k]}`);
      cell.append(element("div", { class: headings.has(k) ? "sentence heading" : "sentence", tabindex: -1,
        "data-side": side, "data-sentence": k }, text, place));
    }
    if (begin === end) {
      cell.append(element("div", { class: "sentence none", tabindex: -1, "data-side": side, lang: "en", dir: "ltr" },
        "no counterpart"));
    }
    return cell;
  }

  // ---- the sentence that is marked ----

  currentSelector() {
    const { side, sentence } = this.current;
    return `.sentence[data-side="${side}"][data-sentence="${sentence}"]`;
  }

  /** The one place of the grid that the Tab key reaches. */
  markCurrent() {
    this.root.querySelector(".sentence[tabindex='0']")?.setAttribute("tabindex", -1);
    const found = this.currentElement() ?? this.root.querySelector(".sentence");
    found?.setAttribute("tabindex", 0);
  }

  currentElement() {
    const { side, row } = this.current;
    if (row) return this.elements.get(row)?.querySelector(`.${side} .none`) ?? null;
    return this.root.querySelector(this.currentSelector());
  }

  /** The row, and the side and number of its sentence, that keys and tools act on. */
  get chosen() {
    const found = this.currentElement() ?? this.root.querySelector(".sentence");
    if (!found) return null;
    const { row } = found.closest(".row");
    return { row, side: found.dataset.side, sentence: Number(found.dataset.sentence ?? -1), element: found };
  }

  choose(sentence, focus = true) {
    const { side, sentence: number } = sentence.dataset;
    this.current = number === undefined ? { side, row: sentence.closest(".row").row } : { side, sentence: Number(number) };
    this.markCurrent();
    if (focus) sentence.focus({ preventScroll: true });
  }

  /** Brings a row into the window, and its first sentence of a side, or the one named. */
  goTo(row, side = this.current.side, sentence, where = "center") {
    const group = this.groups.find(({ rows }) => rows.includes(row));
    if (!group) return false;
    this.fill(group);
    const made = this.elements.get(row);
    const found = made.querySelector(`.${side} [data-sentence="${sentence}"]`) ?? made.querySelector(`.${side} .sentence`);
    this.choose(found);
    const scroll = () => found.scrollIntoView({ block: where });
    scroll();
    requestAnimationFrame(scroll); // groups on the way have their true heights now
    return true;
  }

  /** The sentence `steps` below the current one in its column, above where negative. */
  neighbour(steps) {
    const { element: found, side } = this.chosen;
    const inCell = [...found.parentElement.children];
    let at = inCell.indexOf(found) + steps;
    if (at >= 0 && at < inCell.length) return inCell[at];
    let place = this.shown.indexOf(found.closest(".row").row);
    if (place + Math.sign(steps) < 0 || place + Math.sign(steps) >= this.shown.length) return null;
    place = Math.min(Math.max(place + steps, 0), this.shown.length - 1);
    this.fill(this.groups.find(({ rows }) => rows.includes(this.shown[place])));
    const sentences = this.elements.get(this.shown[place]).querySelectorAll(`.${side} .sentence`);
    return steps > 0 ? sentences[0] : sentences[sentences.length - 1];
  }
}
