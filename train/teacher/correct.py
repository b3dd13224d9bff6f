"""Corrects the teacher's labels in this domain.

Reads the raw labels of entities.py and writes entities.jsonl.zst (to learn from)
and judge.jsonl.zst (to be compared with). What is certain is laid over what the
teacher guessed: actors of the register, places resolved by hand, answer keys,
dates, weapons; then one article's wordings of one name are made to agree.
"""

import argparse
import json
import os
import re

import agree
import corpora
import lexicon
import noise
import patterns

MAP = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "FAC": "FAC", "NORP": "NORP", "EVENT": "EVENT",
       "DATE": "DATE", "TIME": "DATE", "CARDINAL": "NUMBER", "QUANTITY": "NUMBER", "MONEY": "NUMBER", "PERCENT": "NUMBER"}
NAMED = agree.NAMED
EDGE = " \t\n\r\"“”'‘’`´()[]{}<>,;:.!?-–—_*|/&·•…"
TAIL = re.compile(r"(?<=\w)\s+(?:et\s+al|terrorists?|militants?|rebels?|guerrillas?|fighters?|troops|soldiers|spokesm[ae]n|spokeswoman|"
                  r"spokesperson)$", re.I)
MARK = re.compile(r"(?i)\[(?:text|report|excerpts?|editorial report|summary|passage (?:omitted|indistinct)|(?:begin|end) recording|"
                  r"words? indistinct|as (?:heard|received|published|printed)|no dateline as received|article|communique|sentence (?:omitted|as received)|"
                  r"indistinct|sic|applause|video[^\]]*|unidentified[^\]]*|continued?)[^\]\n]{0,40}\]")
DATELINE = re.compile(r"\s*(?P<place>[A-Z][A-Z .'-]+?)(?:\s+\([A-Z ]+\))?,\s+(?P<date>\d{1,2} [A-Z]{3,4} \d\d)(?:\s+\((?P<outlet>[^)\n]+)\))?\s+--")
GENERIC = {"government", "army", "police", "navy", "regime", "authorities", "people", "troops", "state", "president", "military", "soldiers"}
STATE = {"army", "armed", "forces", "police", "government", "guard", "battalion", "brigade", "military", "ministry", "air", "navy"}
REBEL = {"liberation", "revolutionary", "guerrilla", "jihad", "mujahideen", "mujahedeen", "resistance", "rebel", "insurgent",
         "martyrs", "martyr", "islamic", "patriotic"}
DIVISION = {"department", "departments", "province", "provinces", "governorate", "municipality", "district", "jurisdiction",
            "canton", "county", "city", "town", "village", "hamlet", "neighborhood", "neighbourhood", "suburb", "prefecture"}
LAND = {"river", "mountain", "mountains", "hill", "hills", "volcano", "valley", "lake", "sea", "gulf", "bay", "island",
        "islands", "peninsula", "desert", "coast", "ocean", "stream", "region", "zone", "strait", "highlands", "jungle"}
BUILT = {"airport", "avenue", "street", "boulevard", "highway", "bridge", "palace", "hotel", "prison", "cathedral", "mosque",
         "stadium", "farm", "plaza", "park", "barracks", "plant", "base", "building", "tower", "road", "dam", "cemetery", "square"}


class Text:
    """One document as the corrections see it."""

    def __init__(self, name, record, view):
        self.set, self.record, self.view = name, record, view
        self.upper = name in corpora.UPPER
        self.spans = list(lexicon.TOKEN.finditer(view))
        self.tokens = [span.group() for span in self.spans]
        self.folded = [lexicon.fold(token) for token in self.tokens]
        self.starts = {span.start(): i for i, span in enumerate(self.spans)}
        self.ends = {span.end(): i + 1 for i, span in enumerate(self.spans)}

    def words(self, start, end):
        """Returns the folded tokens of a span."""
        return lexicon.split(self.view[start:end])

    def capital(self, i):
        """Reports whether a token is a capitalised word."""
        return 0 <= i < len(self.tokens) and self.tokens[i][0].isupper()

    def find(self, phrase):
        """Yields the spans where a folded phrase stands."""
        size = len(phrase)
        for i in range(len(self.folded) - size + 1):
            if self.folded[i] == phrase[0] and tuple(self.folded[i:i + size]) == phrase:
                yield i, self.spans[i].start(), self.spans[i + size - 1].end()


def overlay(below, above):
    """Returns the spans of above and those of below that touch none of them."""
    taken = sorted(above)
    out = list(above)
    for span in below:
        if not any(span[0] < end and start < span[1] for start, end, *_ in taken):
            out.append(span)
    return sorted(out)


def longest(spans):
    """Returns the spans without those that overlap a longer one."""
    out = []
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        if not any(span[0] < end and start < span[1] for start, end, *_ in out):
            out.append(span)
    return sorted(out)


class Corrector:
    """The rules, with the lexicon that they rest on."""

    def __init__(self, tables):
        self.tables = tables
        self.votes = agree.Votes(tables, {})

    def correct(self, text, raw):
        """Returns the corrected entities of a document: [start, end, type]."""
        guessed = self.guessed(text, raw)
        fixed = longest(list(self.actors(text)) + list(self.given(text)))
        fixed = [span for span in fixed if not self.inside(text, span, guessed)]
        spans = self.named(text, overlay(guessed, fixed), {tuple(span) for span in fixed})
        spans = [span for span in spans if noise.sound(text, *span, self.tables)]
        times = [span for span in spans if span[2] in ("DATE", "NUMBER")]
        weapons = [[s, e, "WEAPON"] for s, e in patterns.weapons(text.view, text.upper)]
        spans = overlay(times, overlay(weapons, [span for span in spans if span not in times]))
        spans = self.times(text, spans)
        spans = overlay([[s, e, "NUMBER"] for s, e in patterns.numbers(text.view)], spans)
        spans = [self.money(text, *span) for span in spans]
        marks = [mark.span() for mark in MARK.finditer(text.view)] if text.upper else []
        return [span for span in spans if not any(span[0] < end and start < span[1] for start, end in marks)]

    def guessed(self, text, raw):
        """Returns the teacher's spans, cut to size and typed by their words."""
        spans = [[s, e, self.retype(text, s, e, kind)] for s, e, kind in longest(self.shape(text, raw))]
        return [span for span in spans if span[2]]

    def money(self, text, start, end, kind):
        """Returns a number with the sign of its currency."""
        sign = re.search(r"(?:US|C)?[$€£]$", text.view[max(0, start - 3):start]) if kind == "NUMBER" else None
        return [start - len(sign.group()) if sign else start, end, kind]

    # The teacher's spans, cut to what a name is.

    def shape(self, text, raw):
        """Yields the teacher's spans of wanted types, trimmed."""
        for start, end, label in raw:
            kind = MAP.get(label)
            if kind is None:
                continue
            if kind in ("DATE", "NUMBER") and patterns.AGE.search(text.view[start:end]):
                continue
            runs = list(self.run(text, start, end)) if kind in NAMED else []
            for a, b in runs:
                yield [a, b, "GPE"]
            cuts = [i for i in range(start, end) if text.view[i] in "[]()"] if kind in NAMED else []
            cuts = sorted({start, end, *cuts, *(i for run in runs for i in run)})
            for a, b in zip(cuts, cuts[1:]):
                a, b = self.trim(text, a, b, kind)
                if text.upper and kind in NAMED:
                    b, kind = self.bodiless(text, a, b, kind)
                if a < b and any(c.isalnum() for c in text.view[a:b]) and (a, b) not in runs:
                    yield [a, b, kind]

    def bodiless(self, text, start, end, kind):
        """Cuts the army or government off the people or person whose it is: case does not tell whether it is a name."""
        parts = text.view[start:end].rsplit(None, 1)
        if len(parts) < 2 or lexicon.fold(parts[1]) not in GENERIC:
            return end, kind
        owner = lexicon.split(parts[0])
        for names, own in ((self.tables.peoples, "NORP"), (self.tables.countries, "GPE"), (self.tables.figures, "PERSON")):
            if owner in names or owner in (("u", ".", "s", "."), ("u", ".", "s")):
                return start + len(parts[0]), "GPE" if owner[0] == "u" and len(owner) > 2 else own
        return end, kind

    def run(self, text, start, end):
        """Yields the names of countries that lost their apostrophes inside a longer span: "Syrias Idlib"."""
        words = list(re.finditer(r"\S+", text.view[start:end]))
        for word in words:
            bare = word.group().removesuffix("s")
            if text.set in self.tables.bare and len(words) > 1 and bare != word.group() and lexicon.split(bare) in self.tables.countries:
                yield start + word.start(), start + word.end()

    def trim(self, text, start, end, kind):
        """Cuts what is no part of a name off both ends."""
        view = text.view
        while True:
            before = start, end
            while start < end and view[start] in EDGE and not (kind == "NUMBER" and view[start] in ".-"):
                start += 1
            while end > start and view[end - 1] in EDGE and not self.dotted(view, start, end):
                end -= 1
            lead = re.match(r"(?:the|a|an|these|those|this|our|their|his|her|its)\s+" if kind != "NUMBER" else r"the\s+", view[start:end], re.I)
            if lead:
                start += lead.end()
            if kind == "NUMBER":
                about = patterns.ABOUT.match(view[start:end])
                start += about.end() if about else 0
            if kind == "DATE":
                about = patterns.ABOUTDATE.match(view[start:end])
                start += about.end() if about else 0
            if kind in NAMED and not noise.BRAND.search(view[start:end]):
                tail = re.search(r"['’]s?$", view[start:end], re.I)
                end -= len(tail.group()) if tail and end - start > len(tail.group()) + 1 else 0
            if kind == "PERSON":
                start = self.untitled(view, start, end)
            if kind in NAMED:
                tail = TAIL.search(view[start:end])
                end -= len(tail.group()) if tail else 0
                start -= 3 if re.search(r"(?<!\w)[Aa]l-$", view[max(0, start - 4):start]) and view[start:start + 1].isupper() else 0
            if (start, end) == before:
                return start, end

    def dotted(self, view, start, end):
        """Reports whether a span ends in an abbreviation's full stop: U.S., Jr., Inc."""
        return view[end - 1] == "." and re.search(r"(?:\b[A-Za-z]\.[A-Za-z]\.|\b(?:Jr|Sr|Inc|Corp|Ltd|Co)\.)$", view[start:end]) is not None

    def untitled(self, view, start, end):
        """Returns where a person's name begins after the titles before it."""
        while True:
            word = re.match(r"([\w-]+)\.?\s+(?=\S)", view[start:end])
            if not word or lexicon.fold(word.group(1)) not in self.tables.titles - {"don", "st", "judge", "king", "prince", "chief"}:
                return start
            start += word.end()

    # What is known for certain.

    def actors(self, text):
        """Yields the spans of actors of the register."""
        i = 0
        while i < len(text.tokens):
            name = self.tables.actors.longest(text.tokens, text.folded, i, text.upper, text.set in self.tables.bare)
            if name is None or name.acronym and not self.alone(text, i):
                i += 1
                continue
            size = len(name.folded)
            first = i + 1 if size > 1 and name.folded[0] == "the" else i
            first = i - 2 if i > 1 and text.folded[i - 2:i] == ["al", "-"] else first
            yield [text.spans[first].start(), text.spans[i + size - 1].end(), name.kind]
            i += size

    def alone(self, text, i):
        """Reports whether an acronym does not stand in a line of capitals."""
        near = [text.tokens[j] for j in (i - 1, i + 1) if 0 <= j < len(text.tokens)]
        if text.folded[i] in ("is", "let", "far", "as", "uno") and text.upper:
            return "[" in near or "(" in near
        return not all(len(token) > 1 and token.isupper() for token in near) or text.upper

    def given(self, text):
        """Yields the spans that people marked: resolved places, answer keys, datelines."""
        for place in text.record.get("toponyms", []):
            start, end = place["start"], place["end"]
            folded = text.words(start, end)
            yield [start, end, "LOC" if folded in self.tables.areas or folded[-1] in LAND else "GPE"]
        if not text.upper:
            return
        line = DATELINE.match(text.record["text"])
        if line:
            if line.group("place") != "CLANDESTINE":
                yield [*line.span("place"), "GPE"]
            yield [*line.span("date"), "DATE"]
            if line.group("outlet"):
                yield [*line.span("outlet"), "ORG"]
        for template in text.record["templates"]:
            yield from self.keyed(text, template)

    def keyed(self, text, template):
        """Yields the spans of the names in an answer key."""
        official = any("STATE" in value for filler in template["PERP: INCIDENT CATEGORY"] for value in filler.get("value", []))
        for filler in template["PERP: ORGANIZATION ID"]:
            for string in filler.get("strings", []):
                phrase = lexicon.split(string)
                while len(phrase) > 1 and phrase[-1] in lexicon.HEADS:
                    phrase = phrase[:-1]
                kind = "ORG" if official or STATE & set(phrase) else "ARMED_GROUP"
                for i, start, end in text.find(phrase) if phrase else ():
                    if self.proper(text, i, len(phrase)):
                        yield [*self.trim(text, start, end, kind), kind]
        for filler in template["HUM TGT: NAME"]:
            for string in filler.get("strings", []):
                phrase = lexicon.split(string)
                for _, start, end in text.find(phrase) if phrase else ():
                    yield [*self.trim(text, start, end, "PERSON"), "PERSON"]

    def proper(self, text, i, size):
        """Reports whether a phrase is a name: its words of weight begin in capitals."""
        words = [text.tokens[j] for j in range(i, i + size) if text.folded[j] not in lexicon.SMALL and text.tokens[j][0].isalpha()]
        common = self.tables.heads["group"] | lexicon.HEADS | noise.COMMON | {word for people in self.tables.peoples for word in people}
        return bool(words) and all(word[0].isupper() for word in words) and not {w.lower() for w in words} <= common

    def inside(self, text, span, guessed):
        """Reports whether a short fixed name is only a part of a longer one."""
        for start, end, kind in guessed:
            if start <= span[0] and span[1] <= end and end - start > span[1] - span[0]:
                rest = [w for w in text.words(start, span[0]) + text.words(span[1], end) if w.isalpha() and w not in lexicon.HEADS]
                capital = any(token[0].isupper() for token in lexicon.TOKEN.findall(text.view[start:span[0]] + " " + text.view[span[1]:end]))
                if rest and capital and kind in {"ORG", "FAC", "EVENT", "ARMED_GROUP"} | ({"PERSON"} if span[2] == "GPE" else set()):
                    return True
        return False

    # The type of a span by its words.

    def retype(self, text, start, end, kind):
        """Returns the type that the words of a span tell, or the teacher's."""
        if kind not in NAMED and kind != "EVENT":
            return kind
        words, tables = text.words(start, end), self.tables
        if not text.upper and text.view[start:end].islower() and kind in ("PERSON", "GPE", "LOC"):
            return None
        if words in tables.countries or words in (("u", ".", "s", "."), ("u", ".", "s"), ("us",), ("usa",), ("uk",)):
            return "GPE"
        if text.set in self.tables.bare and len(words) == 1 and words[0].endswith("s") and (words[0][:-1],) in tables.countries:
            return "GPE"
        if words in tables.peoples:
            return "NORP"
        if words in tables.areas:
            return "LOC"
        if len(words) < 2:
            town = kind == "GPE" and (not text.upper or words in tables.guide)
            return "PERSON" if words in tables.figures and kind != "PERSON" and not town else kind
        return self.headed(words, kind)

    def headed(self, words, kind):
        """Returns the type that the head of a longer name tells."""
        head = words[-1]
        if "of" in words[1:] and self.tables.words.get(words[words.index("of") - 1]):
            head = words[words.index("of") - 1]
        told = self.tables.words.get(head)
        if told == "group" and (REBEL & set(words) or head in ("cartel", "brigades", "guerrillas", "militia", "jihad", "mujahideen")):
            return "ARMED_GROUP" if kind != "EVENT" else kind
        if told == "force" and {"liberation", "revolutionary", "rebel", "guerrilla", "insurgent"} & set(words):
            return "ARMED_GROUP"
        if head == "department" and (words[:-1] in self.tables.guide or words[:-1] in self.tables.countries):
            return "GPE"
        if head in DIVISION and kind in ("PERSON", "ORG", "LOC", "FAC") and not (head == "department" and kind == "ORG"):
            return "GPE"
        if head in LAND and kind in ("PERSON", "ORG", "GPE", "FAC"):
            return "LOC"
        if head in BUILT and kind in ("PERSON", "ORG", "GPE", "LOC"):
            return "FAC"
        if head == "convention" and "geneva" not in words:
            return "EVENT"
        if words[0] == "operation" or head in ("war", "revolution") and kind in ("LOC", "GPE", "ORG", "FAC", "PERSON"):
            return "EVENT"
        if told in ("group", "force", "organization", "media", "state") and kind in ("PERSON", "GPE", "LOC", "NORP", "FAC", "EVENT"):
            return kind if kind == "EVENT" and head in ("campaign", "conference", "campaigns") else "ORG"
        return kind

    # One article's wordings of one name.

    def named(self, text, spans, fixed):
        """Makes the same words one type in an article and finds the ones the teacher missed."""
        out, settled, times, surnames = self.votes.agree(text, spans, fixed)
        missed = []
        for words, kind in sorted(settled.items()):
            if times[words] > (0 if len(words) > 1 else 1) and len("".join(words)) > 3:
                missed += self.missed(text, words, kind)
        for surname in sorted(surnames):
            missed += self.missed(text, (surname,), settled.get((surname,), "PERSON"))
        return overlay(longest(missed), out)

    def level(self, text, spans, always, never):
        """Labels what upper-case articles mostly label and frees what they mostly do not: there the truecaser tossed a coin."""
        kept = [span for span in spans if span[2] not in NAMED or text.words(span[0], span[1]) not in never]
        first = {words[0]: [] for words in always}
        for words in sorted(always):
            first[words[0]].append(words)
        found = []
        for i, token in enumerate(text.folded):
            for words in first.get(token, ()):
                if tuple(text.folded[i:i + len(words)]) == words:
                    found.append([text.spans[i].start(), text.spans[i + len(words) - 1].end(), always[words]])
        return overlay(longest(found), kept)

    def missed(self, text, words, kind):
        """Yields the places where a name stands that is known from elsewhere in the article."""
        for i, start, end in text.find(words):
            last = i + len(words) - 1
            if not all(text.tokens[j][0].isupper() or text.folded[j] in lexicon.SMALL or not text.tokens[j][0].isalpha() for j in range(i, last + 1)):
                continue
            if text.capital(i) and not self.beside(text, i - 1) and not self.beside(text, last + 1):
                yield [start, end, kind]

    def beside(self, text, i):
        """Reports whether a neighbour may be a part of the same name: a capitalised word that is no title or function word."""
        if not text.capital(i) or text.folded[i] in self.tables.titles or text.folded[i] in lexicon.SMALL:
            return False
        return len(text.tokens[i]) > 1 and (i == 0 or text.tokens[i - 1][-1] not in ".!?\"“")

    def timely(self, rest):
        """Reports whether every word that a date would gain speaks of time."""
        return all(patterns.DATEWORD.match(word) for word in lexicon.TOKEN.findall(rest))

    def times(self, text, spans):
        """Joins the dates that patterns find with the teacher's."""
        found = longest([[s, e, "DATE"] for s, e in patterns.dates(text.view)])
        solid = [span for span in spans if span[2] not in ("DATE", "NUMBER")]
        found = overlay(found, solid)
        merged = []
        for start, end, kind in found:
            if kind != "DATE":
                continue
            for a, b, other in spans:
                if other == "DATE" and a < end and start < b and self.timely(text.view[a:start] + " " + text.view[end:b]):
                    start, end = min(a, start), max(b, end)
            merged.append([start, end, "DATE"])
        return overlay([span for span in spans if span[2] in ("DATE", "NUMBER")], overlay(longest(merged), solid))


def load(args):
    """Yields every document with its raw labels."""
    lines = iter(corpora.read(args.raw))
    for name in corpora.LABELLED + corpora.JUDGED:
        for record in corpora.records(args.data, name):
            known = json.loads(next(lines))
            if (known["set"], known["sha256"]) != (name, corpora.digest(record["text"])):
                raise SystemExit(f"{name} {record['id']}: the raw labels are of another text; run entities.py again")
            yield Text(name, record, known.get("view") or record["text"]), known["entities"]


def main():
    """Writes the corrected labels."""
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ASCRIBE_DATA"), help="the data folder (or ASCRIBE_DATA)")
    parser.add_argument("--raw", default="raw.jsonl.zst", help="what entities.py wrote")
    parser.add_argument("--extract", default=os.path.join(here, "../../extract"))
    parser.add_argument("--out", default=here)
    args = parser.parse_args()

    corrector = Corrector(lexicon.Lexicon(args.extract, args.data))
    documents = list(load(args))
    corrector.votes.share = agree.shares(documents, corrector)
    results = [(text, corrector.correct(text, raw)) for text, raw in documents]
    always, never = agree.rates(results)
    lines = {"entities": [], "judge": []}
    for text, entities in results:
        if text.upper:
            entities = corrector.level(text, entities, always, never)
        line = {"set": text.set, "id": text.record["id"], "sha256": corpora.digest(text.record["text"]), "entities": entities}
        lines["judge" if text.set in corpora.JUDGED else "entities"].append(json.dumps(line) + "\n")
    for name, content in lines.items():
        corpora.write(os.path.join(args.out, name + ".jsonl.zst"), content)


if __name__ == "__main__":
    main()
