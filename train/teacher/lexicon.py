"""The project's own tables, as the corrections use them."""

import collections
import csv
import os
import re

TOKEN = re.compile(r"[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*|[^\w\s]|_")
ARMED = {"rebel_group", "political_militia", "identity_militia"}
KINDS = dict.fromkeys(ARMED, "ARMED_GROUP") | dict.fromkeys(
    ("state_forces", "external_forces", "government", "media", "organization"), "ORG") | {"public_figure": "PERSON"}
HEADS = {"group", "groups", "rebels", "rebel", "guerrillas", "guerrilla", "militants", "militia", "fighters", "army",
         "military", "forces", "police", "government", "faction", "dissidents", "insurgents", "militias", "gang"}
SMALL = {"of", "the", "and", "for", "de", "del", "la", "las", "los", "el", "al", "ad", "in", "to", "y", "i", "e", "on"}


def rows(path):
    """Yields the rows of a table, without its comments."""
    with open(path, encoding="utf-8") as table:
        yield from csv.DictReader(line for line in table if not line.startswith("#"))


def fold(text):
    """Returns text in lower case with straight apostrophes."""
    return text.lower().replace("’", "'")


def split(text):
    """Returns the tokens of a text, folded."""
    return tuple(fold(token) for token in TOKEN.findall(text))


class Name:
    """One way to write an actor or a place."""

    def __init__(self, form, kind, acronym=False):
        self.tokens = TOKEN.findall(form)
        self.folded = tuple(fold(token) for token in self.tokens)
        self.kind, self.acronym = kind, acronym
        self.anycase = form == form.lower()

    def fits(self, seen, upper):
        """Reports whether tokens of a text, equal when folded, are written as the name is."""
        if self.anycase or upper and len(self.tokens) > 1:
            return True
        if upper:
            return seen[0].isupper() if self.acronym else seen[0][0].isupper()
        if self.acronym:
            return seen == self.tokens
        return all(not own[0].isupper() or token[0].isupper() for own, token in zip(self.tokens, seen))


class Names:
    """Names by their first token."""

    def __init__(self):
        self.first = collections.defaultdict(list)

    def add(self, name):
        """Adds a name."""
        if name.folded and name not in self.first[name.folded[0]]:
            self.first[name.folded[0]].append(name)

    def longest(self, tokens, folded, at, upper):
        """Returns the longest name that stands at a token, or None."""
        best = None
        for name in self.first.get(folded[at], ()):
            size = len(name.folded)
            if tuple(folded[at:at + size]) == name.folded and (best is None or size > len(best.folded)):
                if name.fits(tokens[at:at + size], upper):
                    best = name
        return best


class Lexicon:
    """Actors, countries, peoples, areas, titles, and the nouns that tell a kind."""

    def __init__(self, extract):
        folder, places = os.path.join(extract, "lexicon"), os.path.join(extract, "gazetteer")
        self.actors, self.figures = Names(), set()
        self.countries, self.peoples, self.areas = set(), set(), set()
        self.divide(places)
        for row in rows(os.path.join(folder, "actors.csv")):
            self.actor(row)
        self.titles = {row["word"] for row in rows(os.path.join(folder, "titles.csv"))}
        self.words = {row["word"]: row["kind"] for row in rows(os.path.join(folder, "orgwords.csv"))}
        self.heads = collections.defaultdict(set)
        for row in rows(os.path.join(folder, "heads.csv")):
            self.heads[row["kind"]].add(row["word"])

    def divide(self, places):
        """Reads the names of countries, their peoples, their states and the areas."""
        for row in rows(os.path.join(places, "countries.csv")):
            names = [row["name"], *row["aliases"].split("|")]
            self.countries.update(split(name) for name in names if name)
            peoples = [name for name in row["demonyms"].split("|") if name]
            self.peoples.update(split(form) for name in peoples for form in (name, name + "s"))
        for row in rows(os.path.join(places, "states.csv")):
            self.countries.add(split(row["division"]))
        for row in rows(os.path.join(places, "areas.csv")):
            self.areas.update(split(name) for name in [row["name"], *row["aliases"].split("|")] if name)
        self.areas -= {split("European Union"), split("EU"), split("E.U.")}
        self.peoples -= self.countries

    def actor(self, row):
        """Adds the names of an actor; a head noun at the end is no part of a name."""
        kind = KINDS.get(row["kind"])
        for form in [row["name"], *row["aliases"].split("|")]:
            words = form.split()
            while words and len(words) > 1 and words[-1] in HEADS:
                words.pop()
            bare = " ".join(words)
            folded = split(bare)
            if not words or folded in self.peoples or folded in self.countries or folded in self.areas:
                continue
            if kind == "PERSON" and len(words) == 1:
                self.figures.add(folded)
                continue
            lower = bare == bare.lower()
            if lower and (len(words) > 1 or kind == "PERSON"):
                continue
            if any(word[0].islower() and fold(word) not in SMALL and "-" not in word for word in words) and not lower:
                continue
            self.actors.add(Name(bare, kind))
        for short in row["acronyms"].split("|"):
            if len(short) > 1:
                self.actors.add(Name(short, kind, acronym=True))
