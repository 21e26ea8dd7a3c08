// Texts: the form in which they are searched, and characters that would not be seen or would turn the line around.
"use strict";

const foldedLetters = { "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "’": "'", "‘": "'" };

/** Without diacritics, tatweel, hamza signs and case; spaces, digits and apostrophes in one form. */
function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/[\p{Mn}\p{Me}\p{Cf}\u0640]/gu, "")
    .replace(/[ٱىیةک’‘]/g, (letter) => foldedLetters[letter])
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.codePointAt(0) & 15))
    .replace(/\s+/g, " ")
    .toLowerCase();
}

/** The words that are looked for, folded. */
function searchTerms(query) {
  return fold(query).split(" ").filter(Boolean);
}

/** Where folded terms stand in a text: [begin, end) in its UTF-16 units. */
function hits(text, terms) {
  let folded = "";
  const begins = []; // of each unit of `folded`, where it comes from
  const ends = [];
  let at = 0;
  for (const character of text) {
    const form = fold(character);
    const space = form === " " && folded.endsWith(" ");
    if (!space) folded += form;
    for (let k = space ? form.length : 0; k < form.length; k++) {
      begins.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
    if (form === "" && ends.length > 0) ends[ends.length - 1] = at; // marks belong to their letter
  }
  const found = [];
  for (const term of terms) {
    for (let k = folded.indexOf(term); k >= 0; k = folded.indexOf(term, k + term.length)) {
      found.push([begins[k], ends[k + term.length - 1]]);
    }
  }
  return found;
}

const bidiNames = {
  "\u202A": "LRE", "\u202B": "RLE", "\u202C": "PDF", "\u202D": "LRO", "\u202E": "RLO",
  "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI", "\uFEFF": "BOM",
};
const unseen = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/;

/** A sign for a character that has none: ␀ for NUL, RLO for U+202E. */
function signOf(character) {
  const code = character.codePointAt(0);
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return bidiNames[character] ?? "U+" + code.toString(16).toUpperCase().padStart(4, "0");
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/** Appends a text as text, whatever it holds. */
function appendText(to, text) {
  for (const part of text.split(new RegExp(`(${unseen.source})`))) {
    if (part.length === 1 && unseen.test(part)) {
      const code = "U+" + part.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
      to.append(element("span", { class: "unseen", title: code, dir: "ltr" }, signOf(part)));
    } else if (part) {
      to.append(part);
    }
  }
}

/** Appends a text cut at the ends of marks: {begin, end, class, pair}. Where several cover a place, it has all classes. */
function appendMarked(to, text, marks) {
  const cuts = new Set([0, text.length]);
  for (const mark of marks) cuts.add(mark.begin).add(mark.end);
  const places = [...cuts].sort((x, y) => x - y);
  for (let k = 0; k + 1 < places.length; k++) {
    const begin = places[k], end = places[k + 1];
    const over = marks.filter((mark) => mark.begin <= begin && end <= mark.end);
    const piece = text.slice(begin, end);
    if (over.length === 0) {
      appendText(to, piece);
      continue;
    }
    const hit = over.some((mark) => mark.class === "hit");
    const span = element(hit ? "mark" : "span", {
      class: [...new Set(over.map((mark) => mark.class))].join(" "),
      "data-pair": over.find((mark) => mark.pair !== undefined)?.pair,
    });
    appendText(span, piece);
    to.append(span);
  }
}
