"""One name, one type: in an article, and by how all articles use it."""

import collections
import re

import gazetteer
import lexicon

NAMED = {"PERSON", "ORG", "ARMED_GROUP", "GPE", "LOC", "FAC", "NORP"}
SURE = 5      # what a name fixed by a table weighs against the teacher's guesses in one article
OFTEN = 8     # how many sightings make the usage of all articles count
WEIGHT = 3    # and how much it counts then
PLACE = (r"(?:city|cities|towns?|villages?|provinces?|department|municipality|district|neighbou?rhood|countryside|suburbs?|governorate|"
         r"outskirts|port|capital)")
OF = re.compile(PLACE + r"\s+of\s+$", re.I)
BESIDE = re.compile(PLACE + r"\s+$", re.I)
IN = re.compile(r"\b(?:in|near|outside|around|from|at)\s+(?:the\s+)?$", re.I)
AFTER = re.compile(r"['’]?s?\s+(?:and\s+[A-Z][\w-]+\s+)?(?:province|city|governorate|countryside|district|neighbou?rhood|municipality|suburb|"
                   r"town|village|canton|departments?|jurisdiction)\b", re.I)
SAID = re.compile(r"\s+(?:said|says|added|told|stated|noted|reported)\b", re.I)


def best(kinds):
    """Returns the type with the most votes, the first by name among equals."""
    return max(sorted(kinds), key=lambda kind: kinds[kind])


class Votes:
    """What speaks for each type of each name."""

    def __init__(self, tables, share):
        self.tables, self.share = tables, share
        self.people = collections.defaultdict(set)  # by set, the surnames of those whom its articles name in full

    def evidence(self, text, start, end, kind):
        """Returns the votes of one occurrence: the teacher's, and its neighbours'."""
        votes = collections.Counter({kind: 1})
        if kind not in NAMED or kind == "ARMED_GROUP":
            return votes
        before, after = text.view[max(0, start - 30):start], text.view[end:end + 40]
        words = text.words(start, end)
        if words in self.tables.peoples:
            return votes
        title = re.search(r"([\w-]+)\.?\s+$", before)
        if OF.search(before) or BESIDE.search(before) and kind != "ORG" or AFTER.match(after):
            votes["GPE"] += 3
        elif IN.search(before) and kind == "ORG" and text.set in self.tables.bare and words[-1] not in self.tables.words:
            votes["GPE"] += 0.6
        elif IN.search(before) and kind in ("PERSON", "NORP", "FAC") and words not in self.tables.peoples and len(words) < 4:
            votes["GPE"] += 0.6
        if title and lexicon.fold(title.group(1)) in self.tables.titles and kind != "ORG":
            votes["PERSON"] += 2
        if 1 < len(words) < 5 and words[0] in self.tables.firstnames and words[-1] not in self.tables.words and words not in self.tables.guide:
            votes["PERSON"] += 2 if words[-1] not in lexicon.HEADS and all(word.isalpha() for word in words) else 0
        if SAID.match(after) and kind == "GPE" and words[-1] in self.tables.surnames:
            votes["PERSON"] += 1
        known = words in self.tables.guide or words in self.tables.countries or text.set in self.tables.bare
        if len(words) == 1 and words[0] in self.people[text.set] and not known:
            votes["PERSON"] += 2
        self.region(text, words, votes)
        return votes

    def region(self, text, words, votes):
        """Adds what the gazetteer knows of the countries that a set is about."""
        if words in self.tables.peoples or words[-1] in self.tables.words or words[-1:] in self.tables.figures:
            return
        if text.upper and words in self.tables.guide and not (len(words) == 1 and words[0] in self.tables.surnames):
            votes[self.tables.guide[words]] += 2
        if text.set in self.tables.bare and len(words) > 1 and words[0] in lexicon.ARABIC:
            votes["GPE"] += 3
        towns = self.tables.towns.get(text.set, {})
        known = towns.get(gazetteer.key(" ".join(words).replace(" - ", " ")))
        if known and (len(words) > 1 and words[0] not in self.tables.firstnames or not text.upper and words[0] not in self.tables.firstnames):
            votes["LOC" if known[1] else "GPE"] += 3 if not text.upper else 1.5

    def settle(self, words, kinds, surnames):
        """Returns the type of a name by its votes here and in the other articles; surnames are of this one."""
        if len(words) == 1 and words[0] in surnames and words not in self.tables.countries and words not in self.tables.peoples:
            return "PERSON"
        score = collections.Counter(kinds)
        for kind, part in self.share.get(words, {}).items():
            score[kind] += WEIGHT * part
        return best(score)

    def agree(self, text, spans, fixed):
        """Returns the spans of an article with one type a name, and the types settled on."""
        votes, times, certain = collections.defaultdict(collections.Counter), collections.Counter(), set()
        for start, end, kind in spans:
            if kind in NAMED:
                words = text.words(start, end)
                sure = (start, end, kind) in fixed
                if sure:
                    certain.update(words[:1] if len(words) == 1 else ())
                votes[words] += collections.Counter({kind: SURE}) if sure else self.evidence(text, start, end, kind)
                times[words] += 1
        surnames = {words[-1] for words, kinds in votes.items()
                    if len(words) > 1 and best(kinds) == "PERSON" and len(words[-1]) > 3 and words[-1].isalpha()} - certain
        surnames = {surname for surname in surnames if text.set not in self.tables.bare or surname not in self.tables.towns[text.set]}
        settled = {words: self.settle(words, kinds, surnames) for words, kinds in votes.items()}
        out = [[s, e, settled[text.words(s, e)] if kind in NAMED and (s, e, kind) not in fixed else kind] for s, e, kind in spans]
        return out, settled, times, surnames


def shares(documents, corrector):
    """Returns how often each name has each type in all articles, where it is frequent."""
    guesses = [(text, corrector.guessed(text, raw)) for text, raw in documents]
    named = collections.defaultdict(collections.Counter)
    for text, spans in guesses:
        people = {text.words(s, e) for s, e, kind in spans if kind == "PERSON"}
        named[text.set].update({words[-1] for words in people if 1 < len(words) < 5 and words[-1].isalpha() and len(words[-1]) > 3})
    for name, surnames in named.items():
        corrector.votes.people[name] = {surname for surname, n in surnames.items() if n > 1}
    votes, times = collections.defaultdict(collections.Counter), collections.Counter()
    for text, spans in guesses:
        for start, end, kind in spans:
            if kind in NAMED:
                words = text.words(start, end)
                votes[words] += corrector.votes.evidence(text, start, end, kind)
                times[words] += 1
    return {words: {kind: n / sum(kinds.values()) for kind, n in kinds.items()} for words, kinds in votes.items() if times[words] >= OFTEN}


def rates(results):
    """Returns the names that upper-case articles label more often than not, with their type, and those that they hardly ever label."""
    labelled, kinds, total = collections.Counter(), collections.defaultdict(collections.Counter), collections.Counter()
    texts = [(text, spans) for text, spans in results if text.upper]
    for text, spans in texts:
        for start, end, kind in spans:
            if kind in NAMED:
                words = text.words(start, end)
                labelled[words] += 1
                kinds[words][kind] += 1
    first = collections.defaultdict(list)
    for words, n in labelled.items():
        if n >= 3:
            first[words[0]].append(words)
    for text, _ in texts:
        for i, token in enumerate(text.folded):
            for words in first.get(token, ()):
                total[words] += tuple(text.folded[i:i + len(words)]) == words
    always = {words: best(kinds[words]) for words, n in total.items() if n >= OFTEN and labelled[words] >= 0.5 * n}
    never = {words for words, n in total.items() if n >= OFTEN and labelled[words] < 0.15 * n}
    return always, never
