"""Which findings of muwazi check meet what was planted; scripts/check-faults says when one is right."""
import collections
import pathlib

from faults_plant import GAPS, VALUES

DIFFERENCES = pathlib.Path(__file__).resolve().parent.parent / "tests/quality/differences.tsv"
RULES = {"number": {"number", "date", "unit", "placeholder"}, "date": {"number", "date"}, "name": {"name"}, "term": {"consistency"}, "phone": {"number"},
         "unit": {"unit", "number"}, "link": {"link"}, "order": {"order"}, "length": {"length", "omission", "addition"}}

# Findings in the gold sets as they are that somebody read and found right: document, number of the gold bead, rule.
REAL = {tuple(line.split("\t")[:3]) for line in DIFFERENCES.read_text("utf8").splitlines()[1:]} if DIFFERENCES.exists() else set()


def ranges(lines):
    """Where each line is in its file."""
    at, out = 0, []
    for line in lines:
        size = len(line[0].encode())
        out.append((at, at + size))
        at += size + 1
    return out


def overlap(x, y):
    return max(0, min(x[1], y[1]) - max(x[0], y[0]))


class Judge:
    def __init__(self, name, planted, record, plan):
        self.name, self.planted, self.record, self.plan = name, planted, record, plan
        self.at = [ranges(lines) for lines in planted.sides]
        self.right, self.wrong, self.found, self.missed = (collections.Counter() for _ in range(4))
        self.shown = []
        self.judge()

    def lines_of(self, side, places):
        for place in places:
            span = (place["start"], place["end"])
            for line, where in zip(self.planted.sides[side], self.at[side]):
                size = overlap(span, where)
                if size:
                    yield line, size, size / (where[1] - where[0])

    def judge(self):
        met = set()
        for finding in self.record["findings"]:
            if finding["severity"] == "info":
                continue
            errors = finding["severity"] == "error"
            kind, right = self.kind_of(finding, met)
            right = right or self.is_real(finding)
            for level in ("warning", "error")[: 2 if errors else 1]:
                (self.right if right else self.wrong)[kind, level] += 1
            if not right:
                self.show(kind, "WRONG", finding)
        for fault in self.planted.faults:
            for level in ("warning", "error"):
                hit = (fault, level) in met
                (self.found if hit else self.missed)[fault[0], level] += 1
            if (fault, "error") not in met:
                self.show(fault[0], "MISSED" if (fault, "warning") not in met else "MISSED (warned)", fault)

    def is_real(self, finding):
        """Whether somebody read it and found that the translation does differ there."""
        return any((self.name, str(bead), finding["rule"]) in REAL for bead in self.beads_of(finding))

    def beads_of(self, finding):
        for side, key in ((0, "ar"), (1, "en")):
            for line, _, _ in self.lines_of(side, finding[key]):
                yield line[2][0] if isinstance(line[2], tuple) else line[2]

    def kind_of(self, finding, met):
        levels = ("warning", "error") if finding["severity"] == "error" else ("warning",)
        rule, places = finding["rule"], (finding["ar"], finding["en"])
        if self.plan == "places":
            return self.kind_of_place(finding, met, levels)
        if rule in ("omission", "addition", "untranslated", "order", "duplicate"):
            side = 0 if rule == "omission" or (rule not in ("addition",) and places[0]) else 1
            lines = list(self.lines_of(side, places[side]))
            size = sum(n for _, n, _ in lines)
            planted = sum(n for line, n, _ in lines if line[1] in GAPS + ("gold",))
            part = len(lines) and all(share < 0.9 for _, _, share in lines) or bool(places[1 - side])
            for line, _, share in lines:
                for fault in self.planted.faults:
                    if fault[2] == line[2] and fault[1] == side and (share >= 0.5 or fault[0] == "clause"):
                        met.update((fault, level) for level in levels)
            clause = any(line[1] == "clause" and (line_side_lost(line)) for line, _, _ in lines)
            group = rule if rule not in ("omission", "addition") else "clause" if part else "gap"
            return group, 2 * planted >= size or (part and clause)
        beads = {line[2]: line[1] for side in (0, 1) for line, _, _ in self.lines_of(side, places[side])}
        kinds = {kind for kind in beads.values() if kind}
        if rule in ("number", "date", "name", "unit", "link", "placeholder", "consistency"):
            for fault in self.planted.faults:
                if fault[2] in beads and rule in RULES.get(fault[0], ()):
                    met.update((fault, level) for level in levels)
            group = rule if rule in VALUES + ("consistency",) else "value"
            wanted = {k for k, rules in RULES.items() if rule in rules} | {"clause"}
            return group, bool(kinds & (wanted | set(GAPS)))
        return rule, bool(kinds)

    def kind_of_place(self, finding, met, levels):
        """Of what moved or was shortened: a finding is right where it meets a fault of the kind."""
        rule, beads = finding["rule"], set(self.beads_of(finding))
        met_here = [fault for fault in self.planted.faults if fault[2] in beads]
        for fault in met_here:
            if rule in RULES[fault[0]]:
                met.update((fault, level) for level in levels)
        if rule in ("omission", "addition") and any(fault[0] == "order" for fault in met_here):
            return "moved as gap", True  # it is a gap in its place, though not the whole truth
        return ("length" if rule in RULES["length"] else rule), any(rule in RULES[fault[0]] for fault in met_here)

    def show(self, kind, what, thing):
        if isinstance(thing, tuple):
            texts = [line[0] for lines in self.planted.sides for line in lines if line[2] == thing[2]]
            changed = " -> ".join(self.planted.changed.get(thing[2], ()))
            self.shown.append((kind, f"{what} {self.name} {thing[0]} {changed}\n    " + "\n    ".join(texts)))
            return
        texts = [f"{line[1] or ''}: {line[0]}" for side, places in ((1, thing["en"]), (0, thing["ar"]))
                 for line, _, _ in self.lines_of(side, places)]
        raw = [self.text(side, places) for side, places in ((1, thing["en"]), (0, thing["ar"]))]
        beads = ",".join(map(str, dict.fromkeys(self.beads_of(thing))))
        self.shown.append((kind, f"{what} {self.name}:{beads} {thing['severity']} {thing['rule']} {thing['probability']} "
                                 f"{thing['message']} <{raw[0]}> <{raw[1]}>\n    " + "\n    ".join(texts)))

    def text(self, side, places):
        whole = "".join(line[0] + "\n" for line in self.planted.sides[side]).encode()
        return " … ".join(whole[p["start"]:p["end"]].decode() for p in places)

    def coverage(self):
        """Of each side whether the true share of words with a counterpart lies in the interval; and the width."""
        for side, name in ((0, "ar"), (1, "en")):
            lines = self.planted.sides[side]
            total = sum(len(line[0].split()) for line in lines)
            if total:
                true = sum(len(line[0].split()) * line[3] for line in lines) / total
                interval = self.record["coverage"][name]
                yield interval["low"] - 5e-4 <= true <= interval["high"] + 5e-4, true, interval


def line_side_lost(line):
    return line[3] < 1.0


def total(judges, counter):
    return sum((getattr(j, counter) for j in judges), collections.Counter())
