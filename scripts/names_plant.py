"""Names of all kinds that become others, people, places, companies: what scripts/train-checks learns names from besides those
of faults_plant.py, which are of people and known to the lists."""
import collections
import re

import numpy

import faults_plant as faults
from faults_change import MONTHS, plain

RUN = re.compile(r"\b[A-Z][a-z'’]*[a-zA-Z]{2,}(?: (?:al-|Al-|de |von |van |of |the )?[A-Z][a-zA-Z]{2,})*\b")
TEXTS = ("tatoeba", "geneval", "webdocs", "bible", "quran")
NAMES = ("names-google", "names-wikidata")  # the dictionaries have names among other words
# How consonants of English may be written in Arabic; what is not here often has no letter.
LETTERS = {"b": "ب", "p": "ب", "t": "تط", "d": "دضذ", "k": "كق", "c": "كسقش", "q": "قك", "g": "غجقك", "j": "جي", "r": "ر", "l": "ل", "m": "م",
           "n": "ن", "f": "ف", "v": "ف", "s": "سصشز", "z": "زسظ", "x": "كس"}
GROUPS = (("sh", "s"), ("ch", "c"), ("kh", "h"), ("gh", "g"), ("th", "t"), ("ph", "f"), ("ck", "k"))
PARTICLES = "[وفبلك]*(ال)?"


def consonants(english):
    word = english.lower()
    for group, letter in GROUPS:
        word = word.replace(group, letter)
    letters = [c for c in word if c in LETTERS]
    return [c for k, c in enumerate(letters) if k == 0 or letters[k - 1] != c]


def alike(english, arabic):
    """Whether at most a fourth of the consonants of two words differ."""
    own = consonants(english)
    other = [c for c in re.sub(f"^{PARTICLES}", "", arabic) if c not in "اويىءئؤهةحع"]
    if len(own) < 2:
        return False
    row = numpy.arange(len(other) + 1.0)
    for k, letter in enumerate(own):
        before, row = row, numpy.empty_like(row)
        row[0] = k + 1
        for j, there in enumerate(other):
            row[j + 1] = min(before[j + 1] + 1, row[j] + 1, before[j] + (there not in LETTERS[letter]))
    return row[-1] <= 0.25 * max(len(own), len(other))


class NameLists:
    """What the dictionaries know of names."""

    def __init__(self, shared):
        folder = shared / "data/train"
        self.ways = collections.defaultdict(set)  # of English words, in lower case, the Arabic ones for them
        people = faults.person_names(shared)
        for name in (*NAMES, *faults.DICTIONARIES):
            for line in (folder / f"dict/{name}.tsv").read_text("utf8").splitlines():
                self.add(*line.split("\t")[:2], name in NAMES)
        self.lower = {word for name in TEXTS for line in (folder / f"{name}.tsv").read_text("utf8").splitlines()
                      for word in re.findall(r"(?<![A-Za-z])[a-z]+\b", line.split("\t")[1])}
        self.people = sorted(n.title() for n in people if re.fullmatch("[a-z]{4,}", n) and n not in self.lower)
        self.of_people = set(people)  # in lower case

    def add(self, arabic, english, name):
        """`name`: whether it is one; of other entries those are which begin with a capital."""
        arabic, words = [plain(word) for word in re.findall(r"[\u0600-\u06ff]+", arabic)], english.split()
        if not name and not english[:1].isupper():
            return
        if len(arabic) == len(words):
            for one, other in zip(words, arabic):
                self.ways[one.lower()].add(other)

    def stands_for(self, english, arabic):
        """Whether an Arabic word, in plain(), may be the name."""
        return alike(english, arabic) or any(re.fullmatch(f"{PARTICLES}{re.escape(way)}", arabic) for way in self.ways.get(english.lower(), ()))

    def runs(self, text):
        """Capitalised words side by side, of which not all are usual words: by place. The first word of a sentence belongs to it where
        it is no usual one."""
        for match in RUN.finditer(text):
            begin, words = match.start(), match.group().split()
            if (begin == 0 or text[:begin].rstrip()[-1:] in '.!?:"“') and words[0].lower() in self.lower:
                begin += len(words[0]) + 1
                words = words[1:]
            if words and not any(word in MONTHS for word in words):
                yield begin, match.end(), words


class AnyNames(faults.Planted):
    """Some pairs have another name, of the same text, of another one, or of the lists."""

    def __init__(self, beads, lists, others, share, rng):
        """`others`: names by their number of words, of other texts. `share`: of the pairs."""
        self.lists, self.others, self.share = lists, others, share
        self.own = names_of([beads], lists)
        super().__init__(beads, None, None, rng, "values")

    def choose_values(self, beads, rng):
        return {number: "values" for number in range(len(beads)) if rng.random() < self.share}

    def change(self, texts, number, kind, names, rng):
        found = self.swap(texts[1][0], texts[0][0], rng)
        if found:
            begin, end, new = found
            self.changed[number] = (texts[1][0][begin:end], new)
            texts[1][0] = texts[1][0][:begin] + new + texts[1][0][end:]
            self.faults.append(("name", 1, number))
        for side in (0, 1):
            self.sides[side].append([texts[side][0], "name" if found else None, number, 1.0])

    def swap(self, text, arabic, rng):
        there = [plain(word) for word in re.findall(r"[\u0600-\u06ff]+", arabic)]
        places = [(begin, end, words) for begin, end, words in self.lists.runs(text) if self.is_name(words, rng)
                  and any(self.lists.stands_for(word, other) for word in words for other in there)]
        if not places:
            return None
        begin, end, words = rng.choice(places)
        if len(words) > 1 and rng.random() < 0.25:  # one word of it
            word = rng.choice([word for word in words if word[0].isupper()])
            begin = text.index(word, begin)
            end, words = begin + len(word), [word]
        for _ in range(20):
            new = self.other(len(words), rng)
            if new and self.differs(new.split(), words) and not any(word in text for word in new.split()):
                return begin, end, new
        return None

    def is_name(self, words, rng):
        """Where all words are usual ones it is a name some of the time only: titles are written so, too."""
        if any(word.lower() not in self.lists.lower for word in words):
            return True
        return rng.random() < 0.7 if len(words) > 1 else words[0].lower() in self.lists.of_people and rng.random() < 0.5

    def other(self, count, rng):
        count = min(count if rng.random() < 0.7 else rng.choice((1, 2)), 3)
        roll = rng.random()
        if roll < 0.35 and self.own.get(count):
            return rng.choice(self.own[count])
        return rng.choice(self.lists.people if roll > 0.75 and count == 1 else self.others[count])

    def stands_for(self, english, arabic):
        return self.lists.stands_for(english, plain(arabic))

    @staticmethod
    def differs(words, others):
        return not {word.lower()[:4] for word in words} & {word.lower()[:4] for word in others}


def names_of(documents, lists):
    """By their number of words, three for more."""
    names = collections.defaultdict(set)
    for beads in documents:
        for _, english in beads:
            for text in english:
                for _, _, words in lists.runs(text):
                    if any(word.lower() not in lists.lower for word in words):
                        names[min(len(words), 3)].add(" ".join(words))
    return {count: sorted(own) for count, own in names.items()}
