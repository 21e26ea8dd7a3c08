"""Changes that a sentence may suffer: each function gives (begin, end, new text), or None where there is nothing to change."""
import re

MONTHS = "January February March April May June July August September October November December".split()
WORDS = {w: n for n, w in enumerate("three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                                    "seventeen eighteen nineteen twenty".split(), 3)}
DIGITS = re.compile(r"(?<![\w.,/:#&-])\d+(?:[.,]\d+)*(?![\w/:-]|[.,]\d)")
DATE = re.compile(rf"\b(?:\d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}})?|(?:{'|'.join(MONTHS)}) \d{{1,2}}(?:, \d{{4}})?|"
                  rf"(?:{'|'.join(MONTHS)}) \d{{4}})\b")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?\b(?!')")
FIRST_NAME = re.compile(r"^[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?\b(?!')")


def other_number(text, rng):
    digits = re.sub(r"\D", "", text)
    while True:
        at = rng.randrange(len(digits))
        new = digits[:at] + rng.choice("123456789") + digits[at + 1:]
        if new != digits and int(new) > 2:
            break
    new = iter(new)
    return "".join(next(new) if c.isdigit() else c for c in text)


def change_number(text, rng, _others):
    places = [(m.start(), m.end()) for m in DIGITS.finditer(text) if m.start() > 0]
    words = [(m.start(), m.end()) for m in re.finditer(r"\b(?:%s)\b" % "|".join(WORDS), text)]
    if not places + words:
        return None
    begin, end = rng.choice(places or words)
    old = text[begin:end]
    if old in WORDS:
        return begin, end, rng.choice([w for w in WORDS if w != old])
    return begin, end, other_number(old, rng)


def change_date(text, rng, _others):
    places = [m.span() for m in DATE.finditer(text)]
    if not places:
        return None
    begin, end = rng.choice(places)
    old = text[begin:end]
    parts = [m.span() for m in re.finditer(r"\w+", old)]
    at, to = rng.choice(parts)
    part = old[at:to]
    if part in MONTHS:
        part = rng.choice([m for m in MONTHS if m != part])
    elif len(part) == 4:
        part = part[:3] + rng.choice([c for c in "0123456789" if c != part[3]])
    else:
        part = str(rng.choice([d for d in range(3, 28) if d != int(part)]))
    return begin, end, old[:at] + part + old[to:]


def change_name(text, rng, names):
    """`names`: those of the document, each with the ways that its words are spelled in Arabic; and others. One takes the place
    of a name of the document, one of the document or another one, as often."""
    arabic, (names, strangers) = names
    places = [m.span() for m in (*FIRST_NAME.finditer(text), *NAME.finditer(text))
              if m.group() in names and spelled(names[m.group()], arabic)]
    others = [n for n in names if not any(word in text for word in n.split())]
    if not places or not others:
        return None
    begin, end = rng.choice(places)
    return begin, end, rng.choice(others if rng.random() < 0.5 else strangers)


UNITS = [("kilometers", "miles", "meters", "feet", "inches"), ("kilometres", "miles", "metres", "feet", "inches"),
         ("days", "weeks", "months", "years"), ("hours", "minutes", "seconds"), ("dollars", "euros", "pounds"), ("$", "€", "£"),
         ("kilograms", "pounds", "tons"), ("°C", "°F")]
UNIT = re.compile(r"(?<=\d )(?:%s)\b|[$€£](?=\d)|(?<=\d)°[CF]|(?<=\d )°[CF]" % "|".join(u for us in UNITS for u in us if u.isalpha()))
LINK = re.compile(r"(?:https?://|www\.)[\w./~%-]*\w|\b[\w.-]+@[\w-]+\.[\w.-]*\w")


def change_unit(text, rng, _others):
    places = [m.span() for m in UNIT.finditer(text)]
    if not places:
        return None
    begin, end = rng.choice(places)
    others = sorted({u for us in UNITS if text[begin:end] in us for u in us if u != text[begin:end]})
    return begin, end, rng.choice(others)


def change_link(text, rng, _others):
    """Another letter in a link that the Arabic has as well."""
    places = [m.span() for m in LINK.finditer(text) if m.group() in _others[0]]
    if not places:
        return None
    begin, end = rng.choice(places)
    at = rng.choice([k for k in range(begin, end) if text[k].isalpha() and k > begin + 8] or [end - 1])
    return begin, end, text[begin:at] + rng.choice([c for c in "abcdehiklmnoprstu" if c != text[at].lower()]) + text[at + 1:end]


def change_term(text, rng, terms):
    """`terms`: words of the document that come again and again, each with the Arabic words they stand for and with other
    English words for these. Each is changed once: it is taken out."""
    arabic, terms = terms
    places = [(m, others) for m in re.finditer(r"\b[a-z]{5,}\b", text)
              for ways, others in [terms.get(m.group(), ((), ()))] if any(spelled([[way]], arabic) for way in ways)]
    if not places or len({m.group() for m, _ in places}) < len(places):
        return None
    match, others = rng.choice(places)
    del terms[match.group()]
    return match.start(), match.end(), rng.choice(others)


PHONES = ("{c} {a} {x} {y}", "00{c}-{a}-{x}{y}", "0{a}-{x}{y}", "(0{a}) {x} {y}")


def phone_pair(rng, changed):
    """A phone number in the ways of writing of two languages; with another digit on one side where it is changed."""
    parts = {"c": str(rng.choice((20, 44, 962, 966, 971))), "a": str(rng.randint(2, 9)) + str(rng.randint(0, 9)),
             "x": str(rng.randint(200, 999)), "y": str(rng.randint(1000, 9999))}
    ways = [PHONES[rng.randrange(4)].format(**parts)]
    if changed:
        part = rng.choice("xy")
        at = rng.randrange(len(parts[part]))
        other = rng.choice([d for d in "23456789" if d != parts[part][at]])
        parts[part] = parts[part][:at] + other + parts[part][at + 1:]
    ways.append(PHONES[rng.randrange(4)].format(**parts).replace("966 ", "+966 "))
    if rng.random() < 0.5:
        ways[0] = ways[0].translate({ord(str(d)): 0x660 + d for d in range(10)})
    return ways


def spelled(ways, arabic):
    """Whether the Arabic has every word of a name, behind a proclitic perhaps."""
    words = [plain(w) for w in re.findall(r"[\u0600-\u06ff]+", arabic)]
    return all(any(re.fullmatch(f"[وفبلك]*(ال)?{re.escape(way)}", w) for way in of_word for w in words) for of_word in ways)


def plain(arabic):
    return re.sub("[أإآٱ]", "ا", re.sub(r"[\u064b-\u0652\u0670\u0640]", "", arabic)).replace("ى", "ي").replace("ة", "ه")


CHANGES = {"number": change_number, "date": change_date, "name": change_name, "unit": change_unit, "link": change_link,
           "term": change_term}
CLAUSE = (re.compile(r"[،؛,;]|(?<=\w) [-–—](?= )"), re.compile(r"[,;]|(?<=\w) [-–—](?= )"))


def clauses(text, side):
    """Parts between two marks, or between a mark and an end, of five words or more that leave at least as much."""
    marks = [0] + [m.end() for m in CLAUSE[side].finditer(text)] + [len(text)]
    for begin, end in zip(marks, marks[1:]):
        part = text[begin:end]
        rest = text[:begin] + text[end:]
        if 5 <= len(part.split()) <= 25 and len(rest.split()) >= 5:
            yield begin, end


def without(text, begin, end):
    rest = (text[:begin].rstrip(" ،,;؛-–—") + (" " if begin else "") + text[end:].lstrip()).strip()
    stop = text.rstrip()[-1:]
    return rest + stop if stop in ".!?؟" and not rest.endswith(stop) else rest
