"""Gives upper-case text the letter case it would have in print.

The MUC reports are written in capitals, and the teacher reads mixed case. The
truecaser learns from the mixed-case corpora in which case a word stands, given
the word before and the word after; what it has never seen it takes for a name.
It changes letters one by one, so that every offset stays what it was.
"""

import collections
import csv
import math
import re

import corpora

LEARNED = ("polnear/train", "fa-kes/train", "geo/geovirus")
TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_|\n\n")
START = {".", "!", "?", "\n\n", "["}
OPENING = {'"', "“", "(", "'", "‘", "`", "-"}
MARKS = {"text", "report", "excerpts", "excerpt", "recording", "omitted", "summary", "editorial", "article", "communique"}
NUMBER = "0"
CONTEXT = 2.0   # how many sightings of a neighbour outweigh the word alone
PRIOR = 0.5     # what the frequency list of English adds to the corpora's counts
COMMON = -13.0  # the log probability above which the letters of an acronym are a word: far, let
ACRONYM = re.compile(r"[\[(]([A-Z][A-Z0-9-]{1,9})[\])]")
ENDING = re.compile(r"\w{4,}(?:ed|ing|ly|tions?|ness|ments?|ive|able|ized|ous|ship)$")  # an unknown word that is no name
SMALL = {"of", "the", "and", "for", "de", "del", "la", "las", "los", "el", "in", "to", "y", "on", "e", "a", "an", "al"}


def fold(text):
    """Returns text in lower case, a code point for a code point."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def capitals(text):
    """Returns text in capitals, a code point for a code point."""
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def title(word):
    """Returns a word with its first letter as it is in capitals."""
    return word[:1].upper() + word[1:] if len(word[:1].upper()) == 1 else word


def shape(form):
    """Returns how a form is written: lower, title, upper or mixed."""
    if form == fold(form):
        return "lower"
    if len(form) > 1 and form.isupper():
        return "upper"
    return "title" if form == title(fold(form)) else "mixed"


def heading(forms):
    """Reports whether a line is written in capitals or with capital initials."""
    words = [form for form in forms if len(form) > 3 and form[0].isalpha()]
    high = sum(form[0].isupper() for form in words)
    return len(words) > 2 and high > 0.6 * len(words)


class Truecaser:
    """Counts of forms, alone and beside their neighbours."""

    def __init__(self, prob=None):
        self.alone = collections.defaultdict(collections.Counter)
        self.after = collections.defaultdict(collections.Counter)
        self.before = collections.defaultdict(collections.Counter)
        self.acronyms = set()
        self.phrases = {}
        for form, chance in (prob or {}).items():
            if form.isalpha() and len(form) > 1:
                self.alone[fold(form)][form] += PRIOR * math.exp(chance + 16)

    def learn(self, forms):
        """Counts the forms of one sentence; the first tells nothing of case."""
        if heading(forms):
            return
        lower = [key(form) for form in forms]
        first = True
        for i, form in enumerate(forms):
            if not form[0].isalpha():
                first = first and form in OPENING or form in (":", "“", '"')
                continue
            if not first:
                self.alone[lower[i]][form] += 1
                self.after[lower[i - 1], lower[i]][form] += 1
                if i + 1 < len(forms):
                    self.before[lower[i], lower[i + 1]][form] += 1
            first = False

    def read(self, text):
        """Learns from a mixed-case text."""
        for line in re.split(r"\n+|(?<=[.!?])\s+", text):
            self.learn(TOKEN.findall(line))

    def name(self, phrase):
        """Learns a name that is always written with capitals."""
        folded = tuple(fold(word) for word in TOKEN.findall(phrase))
        if len(folded) > 1:
            self.phrases.setdefault(folded[0], set()).add(folded)
        elif folded:
            self.alone[folded[0]][title(folded[0])] += 1

    def choose(self, before, word, after):
        """Returns the likeliest form of a word between two others."""
        if word in self.acronyms:
            return capitals(word)
        alone = self.alone.get(word)
        if not alone:
            return word if ENDING.match(word) else title(word)
        total = sum(alone.values())
        left, right = self.after.get((before, word), {}), self.before.get((word, after), {})
        nleft, nright = sum(left.values()), sum(right.values())

        def score(form):
            base = alone[form] / total
            return (math.log((left.get(form, 0) + CONTEXT * base) / (nleft + CONTEXT))
                    + math.log((right.get(form, 0) + CONTEXT * base) / (nright + CONTEXT)) - math.log(base))
        return max(sorted(alone), key=score)

    def names(self, tokens):
        """Returns the indexes of the words inside a phrase known as a name."""
        inside, i = set(), 0
        while i < len(tokens):
            best = 0
            for phrase in self.phrases.get(tokens[i], ()):
                if len(phrase) > best and tuple(tokens[i:i + len(phrase)]) == phrase:
                    best = len(phrase)
            inside.update(range(i, i + best))
            i += max(best, 1)
        return inside

    def restore(self, text):
        """Returns an upper-case text in mixed case, of the same length."""
        spans = list(TOKEN.finditer(text))
        tokens = [fold(span.group()) for span in spans]
        named = self.names(tokens)
        out, first = list(text), True
        for i, span in enumerate(spans):
            word = tokens[i]
            if not word[0].isalpha():
                first = word in START or first and word in OPENING or word == "]" and i > 0 and tokens[i - 1] in MARKS
                if word == "." and i and len(tokens[i - 1]) == 1:
                    first = False
                continue
            before = key(tokens[i - 1]) if i else "^"
            after = key(tokens[i + 1]) if i + 1 < len(tokens) else "."
            form = self.form(word, before, after, i in named)
            if before in "[(" and after in "])" and len(word) < 8 and not self.alone.get(word):
                form = capitals(word)
            if first and shape(form) == "lower":
                form = title(form)
            out[span.start():span.end()] = form
            first = False
        result = "".join(out)
        if len(result) != len(text):
            raise ValueError("truecasing changed the length of a text; fold() must keep it")
        return result

    def form(self, word, before, after, named):
        """Returns the form of a word that does not begin a sentence."""
        if before in ("'", "’") and word in ("s", "t", "ll", "re", "ve", "m"):
            return word
        if len(word) == 1:
            return word if word == "a" and after != "." else capitals(word)
        if word in self.acronyms:
            return capitals(word)
        if named:
            return word if word in SMALL else title(word)
        return self.choose(before, word, after)


def key(token):
    """Returns what stands for a token beside another."""
    return NUMBER if token[0].isdigit() else fold(token)


def initials(words):
    """Returns the first letters of the words that an acronym would keep."""
    return "".join(word[0] for word in words if fold(word) not in SMALL)


def bracketed(caser, text):
    """Learns the acronyms in square brackets and the names before them."""
    for found in ACRONYM.finditer(text):
        short = found.group(1)
        ahead = re.findall(r"[^\W\d_]+|[.,;\]\[]", text[max(0, found.start() - 120):found.start()])
        for n in range(2, 10):
            tail = ahead[-n:]
            if len(tail) == n and all(word.isalpha() for word in tail) and initials(tail) == short:
                caser.acronyms.add(fold(short))
                caser.name(" ".join(tail))
                break


def keys(data, caser):
    """Learns the names in the answer keys of the upper-case reports and in the guide's list of places."""
    with open(data + "/muc4/guide/set-list-location.v4", encoding="latin-1") as table:
        for line in table:
            place = re.fullmatch(r"([A-Z][A-Z .'-]+) \([A-Z ]+\)\s*", line)
            if place:
                caser.name(place.group(1))
    for report in corpora.records(data, "muc4/train"):
        for template in report["templates"]:
            for slot in ("HUM TGT: NAME", "PERP: ORGANIZATION ID"):
                for filler in template[slot]:
                    for name in filler.get("strings", []):
                        if not any(fold(word) == "the" for word in name.split()):
                            caser.name(name)


def train(data, lexicon, prob):
    """Returns a truecaser that has read the mixed-case corpora and the lexicon."""
    caser = Truecaser(prob)
    for name in LEARNED:
        for _, text in corpora.documents(data, name):
            caser.read(text)
    for name in corpora.TREES:
        for words in corpora.sentences(data, name):
            caser.learn([form for word in words for form in TOKEN.findall(word)])
    with open(lexicon + "/actors.csv", encoding="utf-8") as table:
        for row in csv.DictReader(line for line in table if not line.startswith("#")):
            for name in [row["name"], *row["aliases"].split("|")]:
                if name != name.lower():
                    words = name.split()
                    if all(word[:1].isupper() or word in SMALL for word in words) and len(words) > 1:
                        caser.name(name)
            for short in row["acronyms"].split("|"):
                if short.isupper() and short.isalpha() and len(short) > 2 and (prob or {}).get(fold(short), COMMON) <= COMMON:
                    caser.acronyms.add(fold(short))
    for name in corpora.UPPER:
        for _, text in corpora.documents(data, name):
            bracketed(caser, text)
    keys(data, caser)
    return caser
