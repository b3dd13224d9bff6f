"""Corrects the teacher's labels in this domain.

Reads the raw labels of entities.py and writes entities.jsonl.zst (to learn from)
and judge.jsonl.zst (to be compared with). What is certain is laid over what the
teacher guessed: actors of the register, places resolved by hand, answer keys,
dates, weapons; then one article's wordings of one name are made to agree.
"""

import argparse
import collections
import json
import os
import re

import corpora
import lexicon
import patterns

MAP = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "FAC": "FAC", "NORP": "NORP", "EVENT": "EVENT",
       "DATE": "DATE", "TIME": "DATE", "CARDINAL": "NUMBER", "QUANTITY": "NUMBER", "MONEY": "NUMBER", "PERCENT": "NUMBER"}
NAMED = {"PERSON", "ORG", "ARMED_GROUP", "GPE", "LOC", "FAC", "NORP"}
EDGE = " \t\n\r\"“”'‘’`´()[]{}<>,;:.!?-–—_*|/&·•…"
MARK = re.compile(r"(?i)\[(?:text|report|excerpts?|editorial report|summary|passage (?:omitted|indistinct)|(?:begin|end) recording|"
                  r"words? indistinct|as (?:heard|received|published|printed)|no dateline as received|article|communique|sentence (?:omitted|as received)|"
                  r"indistinct|sic|applause|video[^\]]*|unidentified[^\]]*|continued?)[^\]\n]{0,40}\]")
DATELINE = re.compile(r"\s*(?P<place>[A-Z][A-Z .'-]+?)(?:\s+\([A-Z ]+\))?,\s+(?P<date>\d{1,2} [A-Z]{3,4} \d\d)(?:\s+\((?P<outlet>[^)\n]+)\))?\s+--")
STATE = {"army", "armed", "forces", "police", "government", "guard", "battalion", "brigade", "military", "ministry", "air", "navy"}
REBEL = {"liberation", "revolutionary", "guerrilla", "jihad", "mujahideen", "mujahedeen", "resistance", "rebel", "insurgent",
         "martyrs", "martyr", "popular", "people's", "peoples", "islamic", "patriotic", "armed"}
DIVISION = {"department", "departments", "province", "provinces", "governorate", "municipality", "district", "jurisdiction",
            "canton", "county", "city", "town", "village", "hamlet", "neighborhood", "neighbourhood", "suburb", "prefecture"}
LAND = {"river", "mountain", "mountains", "hill", "hills", "volcano", "valley", "lake", "sea", "gulf", "bay", "island",
        "islands", "peninsula", "desert", "coast", "ocean", "stream", "region", "zone", "strait", "highlands", "jungle"}
BUILT = {"airport", "avenue", "street", "boulevard", "highway", "bridge", "palace", "hotel", "prison", "cathedral", "mosque",
         "stadium", "farm", "plaza", "park", "barracks", "plant", "base", "building", "tower", "road", "dam", "cemetery", "square"}
SURE = 5  # what a name fixed by a table weighs against the teacher's guesses in one article


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

    def __init__(self, tables, share):
        self.tables, self.share = tables, share

    def correct(self, text, raw):
        """Returns the corrected entities of a document: [start, end, type]."""
        guessed = longest(self.shape(text, raw))
        fixed = longest(list(self.actors(text)) + list(self.given(text)))
        fixed = [span for span in fixed if not self.inside(text, span, guessed)]
        guessed = [[s, e, self.retype(text, s, e, kind)] for s, e, kind in guessed]
        spans = overlay(guessed, fixed)
        spans = self.agree(text, [span for span in spans if span[2]], {tuple(span) for span in fixed})
        weapons = [[s, e, "WEAPON"] for s, e in patterns.weapons(text.view, text.upper)]
        spans = overlay([span for span in spans if span[2] in ("DATE", "NUMBER")], overlay(weapons, [s for s in spans if s[2] not in ("DATE", "NUMBER")]))
        spans = self.times(text, spans)
        spans = overlay([[s, e, "NUMBER"] for s, e in patterns.numbers(text.view)], spans)
        marks = [mark.span() for mark in MARK.finditer(text.view)] if text.upper else []
        return [span for span in spans if not any(span[0] < end and start < span[1] for start, end in marks)]

    # The teacher's spans, cut to what a name is.

    def shape(self, text, raw):
        """Yields the teacher's spans of wanted types, trimmed."""
        for start, end, label in raw:
            kind = MAP.get(label)
            if kind is None:
                continue
            if kind in ("DATE", "NUMBER") and patterns.AGE.search(text.view[start:end]):
                continue
            cuts = [start] + [i for i in range(start, end) if text.view[i] in "[]()"] + [end] if kind in NAMED else [start, end]
            for a, b in zip(cuts, cuts[1:]):
                a, b = self.trim(text, a, b, kind)
                if a < b and any(c.isalnum() for c in text.view[a:b]):
                    yield [a, b, kind]

    def trim(self, text, start, end, kind):
        """Cuts what is no part of a name off both ends."""
        view = text.view
        while True:
            before = start, end
            while start < end and view[start] in EDGE and not (kind == "NUMBER" and view[start] in ".-"):
                start += 1
            while end > start and view[end - 1] in EDGE and not self.dotted(view, start, end):
                end -= 1
            lead = re.match(r"(?:the|a|an)\s+" if kind != "NUMBER" else r"the\s+", view[start:end], re.I)
            if lead:
                start += lead.end()
            if kind == "NUMBER":
                about = patterns.ABOUT.match(view[start:end])
                start += about.end() if about else 0
            if kind in NAMED:
                tail = re.search(r"['’]s?$", view[start:end], re.I)
                end -= len(tail.group()) if tail and end - start > len(tail.group()) + 1 else 0
            if kind == "PERSON":
                start = self.untitled(view, start, end)
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
            name = self.tables.actors.longest(text.tokens, text.folded, i, text.upper)
            if name is None or name.acronym and not self.alone(text, i):
                i += 1
                continue
            size = len(name.folded)
            yield [text.spans[i].start(), text.spans[i + size - 1].end(), name.kind]
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
                kind = "ORG" if official or STATE & set(phrase) else "ARMED_GROUP"
                for i, start, end in text.find(phrase) if phrase else ():
                    if self.proper(text, i, len(phrase)):
                        yield [start, end, kind]
        for filler in template["HUM TGT: NAME"]:
            for string in filler.get("strings", []):
                phrase = lexicon.split(string)
                for _, start, end in text.find(phrase) if phrase else ():
                    yield [*self.trim(text, start, end, "PERSON"), "PERSON"]

    def proper(self, text, i, size):
        """Reports whether a phrase is a name: its words of weight begin in capitals."""
        words = [text.tokens[j] for j in range(i, i + size) if text.folded[j] not in lexicon.SMALL and text.tokens[j][0].isalpha()]
        return bool(words) and all(word[0].isupper() for word in words) and not {w.lower() for w in words} <= self.tables.heads["group"] | lexicon.HEADS

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
        if words in tables.peoples:
            return "NORP"
        if words in tables.areas:
            return "LOC"
        if len(words) < 2:
            return "PERSON" if words in tables.figures and kind != "PERSON" else kind
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
        if head in DIVISION and kind in ("PERSON", "ORG", "LOC", "FAC") and not (head == "department" and kind == "ORG"):
            return "GPE"
        if head in LAND and kind in ("PERSON", "ORG", "GPE", "FAC"):
            return "LOC"
        if head in BUILT and kind in ("PERSON", "ORG", "GPE", "LOC"):
            return "FAC"
        if told in ("force", "organization", "media", "state") and kind in ("PERSON", "GPE", "LOC", "NORP", "FAC", "EVENT"):
            return kind if kind == "EVENT" and head in ("campaign", "conference", "campaigns") else "ORG"
        return kind

    # One article's wordings of one name.

    def agree(self, text, spans, fixed):
        """Makes the same words one type in an article and finds the ones the teacher missed."""
        votes = collections.defaultdict(collections.Counter)
        for start, end, kind in spans:
            if kind in NAMED:
                votes[text.words(start, end)][kind] += SURE if (start, end, kind) in fixed else 1
        surnames = {words[-1] for words, kinds in votes.items() if len(words) > 1 and best(kinds) == "PERSON" and len(words[-1]) > 3}
        settled = {words: self.settle(words, kinds, surnames) for words, kinds in votes.items()}
        out = [[s, e, settled[text.words(s, e)] if kind in NAMED and (s, e, kind) not in fixed else kind] for s, e, kind in spans]
        missed = []
        for words, kind in sorted(settled.items()):
            if sum(votes[words].values()) > (0 if len(words) > 1 else 1) and len("".join(words)) > 3:
                missed += self.missed(text, words, kind)
        for surname in sorted(surnames):
            missed += self.missed(text, (surname,), settled.get((surname,), "PERSON"))
        return overlay(longest(missed), out)

    def settle(self, words, kinds, surnames):
        """Returns the type of a name by its votes here and in the other articles."""
        if len(words) == 1 and words[0] in surnames and max(kinds.values()) < SURE and words not in self.tables.countries | self.tables.peoples:
            return "PERSON"
        score = collections.Counter(kinds)
        for kind, part in self.share.get(words, {}).items():
            score[kind] += 3 * part
        return best(score)

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
                if other == "DATE" and a < end and start < b:
                    start, end = min(a, start), max(b, end)
            merged.append([start, end, "DATE"])
        return overlay([span for span in spans if span[2] in ("DATE", "NUMBER")], overlay(longest(merged), solid))


def best(kinds):
    """Returns the type with the most votes, the first by name among equals."""
    return max(sorted(kinds), key=lambda kind: kinds[kind])


def shares(documents, corrector):
    """Returns how often each name has each type in all articles, where it is frequent."""
    votes = collections.defaultdict(collections.Counter)
    for text, raw in documents:
        for start, end, kind in longest(corrector.shape(text, raw)):
            kind = corrector.retype(text, start, end, kind)
            if kind in NAMED:
                votes[text.words(start, end)][kind] += 1
    out = {}
    for words, kinds in votes.items():
        total = sum(kinds.values())
        if total >= 8:
            out[words] = {kind: n / total for kind, n in kinds.items()}
    return out


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

    tables = lexicon.Lexicon(args.extract)
    documents = list(load(args))
    corrector = Corrector(tables, {})
    corrector.share = shares(documents, corrector)
    lines = {"entities": [], "judge": []}
    for text, raw in documents:
        entities = corrector.correct(text, raw)
        line = {"set": text.set, "id": text.record["id"], "sha256": corpora.digest(text.record["text"]), "entities": entities}
        lines["judge" if text.set in corpora.JUDGED else "entities"].append(json.dumps(line) + "\n")
    for name, content in lines.items():
        corpora.write(os.path.join(args.out, name + ".jsonl.zst"), content)


if __name__ == "__main__":
    main()
