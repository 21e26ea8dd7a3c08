// What the browser keeps over a reload: the decisions, which hold for any alignment of the texts, and the steps that
// led to them, which hold for this one only and can be undone and redone as before.
"use strict";

const storageKey = `muwazi-review:${location.pathname}:${data.id}`;
let keeping = 0;

function keep() {
  clearTimeout(keeping);
  keeping = 0;
  const list = decisions.list();
  const steps = { page: data.key, absent: decisions.absent.map(({ reason }) => reason), ...alignment.history };
  const withoutTexts = ({ verdict, ar, en }) => ({ verdict, ar: { ...ar, text: "" }, en: { ...en, text: "" } });
  const anything = list.length > 0 || alignment.done.length + alignment.undone.length > 0;
  // Browsers keep about five million characters: what can be missed best is left out first.
  const ways = [
    () => ({ saved, decisions: list, steps }),
    () => ({ saved, decisions: list.map(withoutTexts), steps }),
    () => ({ saved, decisions: list.map(withoutTexts) }),
  ];
  for (const kept of ways) {
    try {
      localStorage.removeItem(storageKey);
      if (anything) localStorage.setItem(storageKey, JSON.stringify(kept()));
      return;
    } catch {
      // too much, or nothing may be kept at all
    }
  }
  if (list.length) say("This browser cannot keep the decisions: save them as a file.");
}

function keepSoon() {
  clearTimeout(keeping);
  keeping = setTimeout(keep, 300);
}

/** What was kept; null for nothing, and for what another program left there. */
function keptBefore() {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey));
    readDecisions(JSON.stringify({ muwazi: "decisions", version: 1, decisions: kept.decisions }));
    return kept;
  } catch {
    return null;
  }
}

/** Takes the steps up where the page was left; false where they are not of this page. */
function resume({ steps, decisions: list }) {
  if (steps?.page !== data.key || !alignment.resume(steps)) return false;
  const absent = steps.absent.length ? list.slice(-steps.absent.length) : [];
  decisions.absent = absent.map((decision, k) => ({ decision, reason: steps.absent[k] }));
  listRows();
  decided();
  if (list.length) say(`${list.length} of ${list.length} decisions restored, and what can be undone.`);
  return true;
}

function restore() {
  const kept = keptBefore();
  if (kept && resume(kept)) {
    saved = kept.saved === true;
  } else if (kept?.decisions.length) {
    load(kept.decisions, "restored");
    saved = kept.saved === true;
    alignment.begin();
  } else if (data.decisions.length) {
    load(data.decisions, "shown");
    saved = true;
    alignment.begin();
  }
  showState();
}
