"""Texts with planted faults, made of gold alignments; scripts/check-faults says which."""
import collections
import hashlib
import pathlib
import random
import re

from faults_change import CHANGES, MONTHS, NAME, clauses, phone_pair, plain, without

GAPS, VALUES = ("sentence", "passage", "added"), ("link", "unit", "name")  # the latter are planted in texts of their own

DICTIONARIES = ("freedict", "wiktionary")


def seeded(*words):
    return random.Random(hashlib.sha256("\0".join(map(str, words)).encode()).digest())


def read_gold(stem):
    """A document: a list of beads, each (Arabic lines, English lines)."""
    sides = [stem.with_suffix(f".{side}").read_text("utf8").split("\n")[:-1] for side in ("ar", "en")]
    beads = []
    for line in stem.with_suffix(".gold").read_text("utf8").splitlines():
        match = re.match(r"\[([\d, ]*)\]:\[([\d, ]*)\]", line)
        if match:
            numbers = [[int(n) for n in group.split(",") if n.strip()] for group in match.groups()]
            beads.append(tuple([sides[k][n] for n in numbers[k]] for k in (0, 1)))
    return beads


def documents(shared, names):
    """Of each set, which is a folder or a name below data/gold: its name, and of each document the name and the beads."""
    for name in names:
        folder = pathlib.Path(name)
        if not folder.is_dir():
            folder = shared / "data/gold" / name
        for gold in sorted(folder.glob("*.gold")):
            yield name.rstrip("/"), gold.stem, read_gold(gold.with_suffix(""))


def person_names(shared):
    """Words that are names of people and that no dictionary has in lower case, with the ways that they are written in Arabic."""
    names = collections.defaultdict(set)
    words = {line.split("\t")[1].strip() for name in DICTIONARIES
             for line in (shared / f"data/train/dict/{name}.tsv").read_text("utf8").splitlines()}
    for line in (shared / "data/train/dict/names-google.tsv").read_text("utf8").splitlines():
        arabic, english = line.split("\t")
        if english.lower() not in words:
            names[english.lower()].add(plain(arabic))
    return names


def known_names(beads, people):
    """Names of people that the English text has as such: capitalised, never in lower case; and names that it has not."""
    text = " ".join(line for _, lines in beads for line in lines)
    lower = set(re.findall(r"\b[a-z]+\b", text))
    own = {n: [people[w.lower()] for w in n.split()] for n in sorted(set(NAME.findall(text)))
           if all(w.lower() in people and w.lower() not in lower and w not in MONTHS for w in n.split())}
    return own, [n.title() for n in sorted(people) if re.fullmatch("[a-z]{4,}", n) and n.title() not in text and n not in lower]


def dictionary(shared):
    """Of English words the Arabic ones that they stand for, and of these the English ones."""
    english, arabic = (collections.defaultdict(set) for _ in range(2))
    for name in DICTIONARIES:
        for line in (shared / f"data/train/dict/{name}.tsv").read_text("utf8").splitlines():
            a, e = (cell.strip() for cell in line.split("\t")[:2])
            if " " not in a and re.fullmatch("[a-z]{5,}", e):
                english[e].add(plain(a))
                arabic[plain(a)].add(e)
    return english, arabic


def known_terms(beads, words):
    """English words that six pairs or more have: of each its Arabic ones, and other English ones that the text has not."""
    english, arabic = words
    times = collections.Counter(w for _, lines in beads for w in set(re.findall(r"\b[a-z]{5,}\b", " ".join(lines))))
    terms = {}
    for word in sorted(w for w, n in times.items() if n >= 6 and w in english):
        others = sorted({e for a in english[word] for e in arabic[a] if e not in times and e[:4] != word[:4]})
        if others:
            terms[word] = (sorted(english[word]), others)
    return terms


class Planted:
    """A document with its faults: lines of each side, what each line is, and the share of its words that has a counterpart."""

    def __init__(self, beads, foreign, names, rng, plan="all"):
        """`plan`: "all" faults but those of the others; "values": names, units and links; "places": order and length;
        "terms": terms and phone numbers, with `names` from known_terms(); None: no faults."""
        self.sides = ([], [])  # per line: [text, fault kind or None, bead number, share covered]
        self.lost = {}         # by bead number: where the clause stood in its side, as shares of it
        self.faults = []       # (kind, side of the finding, bead number)
        self.changed = {}      # by bead number: (what, became what)
        kinds = {"all": self.choose, "values": self.choose_values, "places": self.choose_places, "terms": self.choose_terms, None: lambda *_: {}}[plan](beads, rng)
        for number, bead in enumerate(beads):
            texts = [list(lines) for lines in bead]
            kind = kinds.get(number)
            if kind in ("sentence", "passage") and all(texts):
                self.keep(texts, number, kind, kinds[(number, "side")])
            elif (kind in CHANGES or kind == "values") and len(texts[0]) == len(texts[1]) == 1:
                self.change(texts, number, kind, names, rng)
            elif kind == "clause" and len(texts[0]) == len(texts[1]) == 1:
                self.cut(texts, number, rng)
            elif kind == "phone" and len(texts[0]) == len(texts[1]) == 1:
                self.add_phone(texts, number, rng)
            elif kind == "length" and len(texts[0]) == len(texts[1]) == 1:
                self.shorten(texts, number, rng)
            else:
                self.keep(texts, number, None, None)
            if kind == "added":
                side = rng.randrange(2)
                self.sides[side].append([rng.choice(foreign[side]), "added", (number, "added"), 0.0])
                self.faults.append(("added", side, (number, "added")))
        for number, kind in kinds.items():
            if kind == "order":
                self.move(number, rng)

    @staticmethod
    def choose(beads, rng):
        kinds, number = {}, 1
        while number < len(beads) - 1:
            roll = rng.random()
            if roll < 0.03:
                side = rng.randrange(2)
                for k in range(number, min(number + rng.randint(2, 6), len(beads) - 1)):
                    kinds[k], kinds[(k, "side")] = "passage", side
                    number = k
            elif roll < 0.09:
                kinds[number], kinds[(number, "side")] = "sentence", rng.randrange(2)
            elif roll < 0.12:
                kinds[number] = "added"
            elif roll < 0.20:
                kinds[number] = "clause"
            elif roll < 0.45:
                kinds[number] = rng.choice(("date", "date", "number", "number"))
            number += 2
        return kinds

    @staticmethod
    def choose_values(beads, rng):
        """In every second pair, where it has one."""
        return {number: "values" for number in range(1, len(beads) - 1, 2)}

    @staticmethod
    def choose_terms(beads, rng):
        return {number: "term" if number % 4 == 1 else "phone" for number in range(1, len(beads) - 1, 2)}

    @staticmethod
    def choose_places(beads, rng):
        """One pair of ten stands at another place in the English, one of ten lost most of its text on one side."""
        kinds = {}
        for number in range(2, len(beads) - 10, 10):
            kinds[number] = "order"
            kinds[number + rng.randint(3, 6)] = "length"
        return {n: kind for n, kind in kinds.items() if all(len(side) == 1 and len(side[0].split()) >= 6 for side in beads[n])}

    def keep(self, texts, number, kind, lost):
        for side in (0, 1):
            if kind and side == lost:
                continue
            for text in texts[side]:
                null = kind is not None or not texts[1 - side]
                self.sides[side].append([text, kind or ("gold" if null else None), number, 0.0 if null else 1.0])
                if kind:
                    self.faults.append((kind, side, (number, len(self.sides[side]) - 1)))
                    self.sides[side][-1][2] = (number, len(self.sides[side]) - 1)

    def change(self, texts, number, kind, names, rng):
        for kind in VALUES if kind == "values" else (kind, "number"):
            found = CHANGES[kind](texts[1][0], rng, (texts[0][0], names))
            if found:
                break
        if found:
            begin, end, new = found
            self.changed[number] = (texts[1][0][begin:end], new)
            texts[1][0] = texts[1][0][:begin] + new + texts[1][0][end:]
            self.faults.append((kind, 1, number))
        for side in (0, 1):
            self.sides[side].append([texts[side][0], kind if found else None, number, 1.0])

    def add_phone(self, texts, number, rng):
        """Gives both sides a phone number, of which every second one is another one in the English."""
        changed = rng.random() < 0.5
        for side, word, phone in zip((0, 1), ("هاتف", "phone"), phone_pair(rng, changed)):
            self.sides[side].append([f"{texts[side][0]} ({word}: {phone})", "phone" if changed else None, number, 1.0])
        if changed:
            self.faults.append(("phone", 1, number))

    def shorten(self, texts, number, rng):
        """Leaves the first third of a side, and its last mark."""
        side = rng.randrange(2)
        words = texts[side][0].split()
        if len(words) < 9:
            return self.keep(texts, number, None, None)
        left = len(words) // 3
        texts[side][0] = " ".join(words[:left]).rstrip(".,;:،؛") + words[-1][-1:]
        self.faults.append(("length", side, number))
        for k in (0, 1):
            self.sides[k].append([texts[k][0], "length", number, 1.0 if k == side else left / len(words)])
        return None

    def move(self, number, rng):
        """Puts the English sentence of a pair behind another one, seven or more sentences away."""
        lines = self.sides[1]
        at = next(k for k, line in enumerate(lines) if line[2] == number)
        places = [k for k in range(len(lines)) if abs(k - at) >= 7]
        if not places:
            return
        for side in self.sides:
            next(line for line in side if line[2] == number)[1] = "order"
        line = lines.pop(at)
        lines.insert(rng.choice(places), line)
        self.faults.append(("order", 1, number))

    def cut(self, texts, number, rng):
        side = rng.randrange(2)
        parts = list(clauses(texts[side][0], side))
        share = 0.0
        if parts:
            begin, end = rng.choice(parts)
            share = (end - begin) / len(texts[side][0])
            self.lost[number] = (begin / len(texts[side][0]), end / len(texts[side][0]))
            texts[side][0] = without(texts[side][0], begin, end)
            self.faults.append(("clause", 1 - side, number))
        for k in (0, 1):
            lost = share if parts and k == 1 - side else 0.0
            self.sides[k].append([texts[k][0], "clause" if parts else None, number, 1.0 - lost])
