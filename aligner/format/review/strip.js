// The strip: the whole document in one picture. English above, Arabic below, as wide as their texts are long. What each
// kind of row looks like differs in colour, in pattern and in place, so that no one of them is needed to tell it.
"use strict";

class Strip {
  constructor(canvas, alignment, kindsOf, go) {
    Object.assign(this, { canvas, alignment, kindsOf });
    this.view = [0, 0];
    this.measure();
    canvas.addEventListener("click", (event) => {
      const row = this.rowAt(event.offsetX / canvas.clientWidth);
      if (row) go(row);
    });
    new ResizeObserver(() => this.draw()).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
  }

  /** Where each row begins, 0 to 1, and the end. */
  measure() {
    const { rows, data } = this.alignment;
    const begins = new Float64Array(rows.length + 1);
    rows.forEach((row, place) => {
      let length = 1;
      for (let k = row.a; k < row.a + row.m; k++) length += data.ar.texts[k].length;
      for (let k = row.e; k < row.e + row.n; k++) length += data.en.texts[k].length;
      begins[place + 1] = begins[place] + length;
    });
    const all = begins[rows.length] || 1;
    this.begins = begins.map((begin) => begin / all);
  }

  rowAt(share) {
    let low = 0, high = this.alignment.rows.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.begins[middle + 1] > share) high = middle;
      else low = middle + 1;
    }
    return this.nearestSeen(low, share);
  }

  /** A click beside a mark that is drawn wider than its text means the mark. */
  nearestSeen(place, share) {
    const { rows } = this.alignment, reach = 4 / this.canvas.clientWidth;
    const telling = (k) => this.kindsOf(rows[k]).some((kind) => kind !== "accepted");
    if (!rows.length || telling(place)) return rows[place];
    for (let off = 1; ; off++) {
      const near = [place - off, place + off].filter((k) => k >= 0 && k < rows.length &&
        Math.max(this.begins[k] - share, share - this.begins[k + 1]) < reach);
      if (near.length === 0) return rows[place];
      const found = near.find(telling);
      if (found !== undefined) return rows[found];
    }
  }

  /** Rows from the first to the last that are in the window. */
  show(first, last) {
    this.view = [first, last];
    this.draw();
  }

  changed() {
    this.measure();
    this.draw();
  }

  draw() {
    const { canvas } = this;
    const scale = devicePixelRatio, width = canvas.clientWidth, height = canvas.clientHeight;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext("2d");
    context.scale(scale, scale);
    const style = getComputedStyle(canvas);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    const top = 7, lane = (height - top - 4) / 2; // above for findings, below for decisions
    const marks = { addition: [top, lane], omission: [top + lane, lane], unsure: [top, 2 * lane], wrong: [top, 2 * lane] };
    context.fillStyle = colour("paired");
    context.fillRect(0, top, width, 2 * lane);
    context.fillStyle = colour("back");
    context.fillRect(0, top + lane - 0.5, width, 1);
    const fills = new Map();
    const fillOf = (kind) => {
      if (!fills.has(kind)) fills.set(kind, patternOf(context, kind, colour(kind), colour("back")));
      return fills.get(kind);
    };
    this.alignment.rows.forEach((row, place) => {
      const kinds = this.kindsOf(row);
      if (kinds.length === 0) return;
      const x = this.begins[place] * width;
      const wide = Math.max((this.begins[place + 1] - this.begins[place]) * width, 2);
      let finding = false;
      for (const kind of kinds) {
        if (kind === "accepted") {
          context.fillStyle = colour("accepted");
          context.fillRect(x, height - 3, wide, 3);
        } else if (marks[kind]) {
          context.fillStyle = fillOf(kind);
          context.fillRect(x, marks[kind][0], Math.max(wide, 4), marks[kind][1]);
        } else {
          finding = true;
        }
      }
      if (finding) drawPointer(context, x + wide / 2, colour("finding"));
    });
    const [first, last] = this.view;
    if (last > first) {
      context.strokeStyle = colour("text");
      context.lineWidth = 1.5;
      const x = this.begins[first] * width;
      context.strokeRect(x + 0.75, 0.75, Math.max((this.begins[last] ?? 1) * width - x, 4) - 1.5, height - 1.5);
    }
  }
}

/** A downward triangle at the upper edge. */
function drawPointer(context, x, colour) {
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(x - 5, 1);
  context.lineTo(x + 5, 1);
  context.lineTo(x, 9);
  context.fill();
}

/** Stripes for an omission, dots for an addition, upright lines for what is unsure, a lattice for what is wrong. */
function patternOf(context, kind, colour, back) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 6;
  const pen = tile.getContext("2d");
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 6, 6);
  pen.strokeStyle = pen.fillStyle = back;
  pen.lineWidth = 1;
  const line = (x, y, toX, toY) => {
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(toX, toY);
    pen.stroke();
  };
  if (kind === "addition") pen.fillRect(2, 2, 2, 2);
  if (kind === "omission" || kind === "wrong") {
    line(-1, 1, 1, -1);
    line(-1, 7, 7, -1);
    line(5, 7, 7, 5);
  }
  if (kind === "wrong") line(-1, -1, 7, 7);
  if (kind === "unsure") line(1.5, 0, 1.5, 6);
  return context.createPattern(tile, "repeat");
}
