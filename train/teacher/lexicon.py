"""The project's own tables, as the corrections use them."""

import collections
import csv
import os
import re

import gazetteer

TOKEN = re.compile(r"[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*|[^\w\s]|_")
ARMED = {"rebel_group", "political_militia", "identity_militia"}
KINDS = dict.fromkeys(ARMED, "ARMED_GROUP") | dict.fromkeys(
    ("state_forces", "external_forces", "government", "media", "organization"), "ORG") | {"public_figure": "PERSON"}
HEADS = {"group", "groups", "rebels", "rebel", "guerrillas", "guerrilla", "militants", "militia", "fighters", "army",
         "military", "forces", "police", "government", "faction", "dissidents", "insurgents", "militias", "gang"}
REGIONS = {  # the countries that a set is about: their towns are towns before they are anything else
    "fa-kes/train": {"SYR", "IRQ", "TUR", "LBN", "JOR"},
    "muc4/train": {"SLV", "GTM", "HND", "NIC", "CRI", "PAN", "COL", "PER", "ECU", "BOL", "CHL", "ARG", "VEN", "MEX", "BRA", "PRY", "URY",
                   "CUB", "DOM", "HTI", "ESP"},
}
GUIDE = "muc4/guide/set-list-location.v4"
SETTLED = {"CITY", "TOWN", "DEPARTMENT", "MUNICIPALITY", "PROVINCE", "NEIGHBORHOOD", "JURISDICTION", "CANTON", "VILLAGE", "DISTRICT",
           "STATE", "COUNTY", "HAMLET", "SUBURB", "CORREGIMIENTO", "OFFICIAL REGION", "PORT"}
NATURAL = {"AREA", "REGION", "RIVER", "HILL", "ISLAND", "ISLANDS", "LAKE", "VALLEY", "ZONE", "VOLCANO", "BAY", "GULF", "MOUNTAIN", "MOUNTAINS"}
BARE = ("fa-kes/train",)  # sets whose texts have lost their apostrophes
SPELT = {  # spellings of the corpora that the register lacks
    "al-Nusra": "ARMED_GROUP", "Nusra": "ARMED_GROUP", "al-Qaida": "ARMED_GROUP", "Jund al-Aqsa": "ARMED_GROUP", "Asharq Al-Awsat": "ORG",
    "Ghouta": "LOC", "Eastern Ghouta": "LOC", "Western Ghouta": "LOC", "Falklands": "LOC", "Foua": "GPE", "al-Foua": "GPE", "Fua": "GPE",
    "Kefraya": "GPE", "Kafraya": "GPE", "Atmeh": "GPE", "Atme": "GPE", "Rityan": "GPE", "Abu Kamal": "GPE", "Aamaq": "ORG", "Amaq": "ORG", "Sana": "ORG",
    "Peshmerga": "ORG", "White Helmets": "ORG", "Daily Beast": "ORG", "Twitter": "ORG",
    "Facebook": "ORG", "YouTube": "ORG", "Youtube": "ORG",
    "Instagram": "ORG", "Google": "ORG", "Snapchat": "ORG", "Netflix": "ORG", "Benghazi": "GPE", "Asayesh": "ORG",
}
ARABIC = {"khan", "tel", "tal", "tell", "deir", "bab", "ain", "ayn", "ras", "kafr", "kafar", "maarat", "maaret", "jabal", "wadi", "bir", "umm",
          "albu", "jisr"}  # with what the names of Arab places begin
NATIONS = ("England", "Scotland", "Wales", "Northern Ireland", "Chechnya", "Crimea", "Kosovo", "Taiwan", "Hong Kong", "Palestine")
CREEDS = ("jesuit jesuits catholic catholics christian christians muslim muslims moslem moslems jew jews jewish sunni sunnis shia shias shiite "
          "shiites alawite alawites druze yazidi yazidis islamist islamists kurd kurds kurdish arab arabs islamic maoist maoists marxist marxists "
          "takfiri takfiris salafist sandinist sandinists assyrian assyrians turkmen turkmens latino latinos latina latinas hispanic hispanics").split()
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


def words(folder, name):
    """Returns the words of a list."""
    with open(os.path.join(folder, name), encoding="utf-8") as table:
        return {word for line in table if not line.startswith("#") for word in line.split()}


def guide(path):
    """Yields the places of the answer keys' guide with their types."""
    with open(path, encoding="latin-1") as table:
        for line in table:
            place = re.fullmatch(r"([A-Z][A-Z .'-]+) \(([A-Z ]+)\)\s*", line)
            if place and place.group(2) in SETTLED | NATURAL:
                yield split(place.group(1)), "GPE" if place.group(2) in SETTLED else "LOC"


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

    def longest(self, tokens, folded, at, upper, bare=False):
        """Returns the longest name that stands at a token, or None; bare texts write "Daeshs" for "Daesh's"."""
        best = None
        if bare and folded[at].endswith("s") and len(folded[at]) > 4:
            folded = folded[:at] + [folded[at][:-1]] if folded[at][:-1] in self.first and folded[at] not in self.first else folded
        for name in self.first.get(folded[at], ()):
            size = len(name.folded)
            last = at + size - 1
            here = tuple(folded[at:at + size])
            if bare and last < len(folded) and size > 1 and folded[last] == name.folded[-1] + "s":
                here = here[:-1] + name.folded[-1:]
            if here == name.folded and (best is None or size > len(best.folded)):
                if name.fits(tokens[at:at + size], upper):
                    best = name
        return best


class Lexicon:
    """Actors, countries, peoples, areas, titles, and the nouns that tell a kind; without data, no towns."""

    def __init__(self, extract, data):
        folder, places = os.path.join(extract, "lexicon"), os.path.join(extract, "gazetteer")
        self.actors, self.figures = Names(), set()
        self.countries, self.peoples, self.areas = set(), set(), set()
        self.bare = BARE
        self.divide(places)
        for row in rows(os.path.join(folder, "actors.csv")):
            self.actor(row)
        for name, kind in SPELT.items():
            self.actors.add(Name(name, kind))
        self.titles = {row["word"] for row in rows(os.path.join(folder, "titles.csv"))}
        self.words = {row["word"]: row["kind"] for row in rows(os.path.join(folder, "orgwords.csv"))}
        self.firstnames, self.surnames = words(folder, "firstnames.txt"), words(folder, "surnames.txt")
        self.towns = {name: gazetteer.load(os.path.join(places, "gazetteer.bin.zst"), codes) for name, codes in REGIONS.items() if data}
        self.guide = dict(guide(os.path.join(data, GUIDE))) if data else {}
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
        self.countries.update(split(name) for name in NATIONS)
        self.areas -= self.countries
        self.peoples.update((word,) for word in CREEDS)
        self.peoples -= self.countries

    def actor(self, row):
        """Adds the names of an actor; a head noun at the end is no part of a name."""
        kind = KINDS.get(row["kind"])
        for form in [row["name"], *row["aliases"].split("|")]:
            words = form.split()
            while len(words) > 1 and words[-1] in HEADS and kind == "ARMED_GROUP":
                words.pop()
            bare = " ".join(words)
            folded = split(bare)
            if not words or folded in self.peoples or folded in self.countries or folded in self.areas:
                continue
            if kind == "PERSON":
                self.figures.add(folded[-1:])
                if len(words) == 1:
                    continue
            lower = bare == bare.lower()
            if lower and (len(words) > 1 or kind == "PERSON"):
                continue
            if any(word[0].islower() and fold(word) not in SMALL and "-" not in word for word in words) and not lower:
                continue
            self.actors.add(Name(bare, kind, acronym=len(words) == 1 and bare.isupper()))
            if "'s" in bare:
                self.actors.add(Name(bare.replace("'s", "s"), kind))
        for short in row["acronyms"].split("|"):
            if len(short) > 1:
                self.actors.add(Name(short, kind, acronym=True))
