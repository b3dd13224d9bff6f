"""What no entity looks like, whatever the teacher says."""

import re

import lexicon

BRAND = re.compile(r"\b(?:McDonald|Macy|Lloyd|Moody|Wendy|Sotheby|Kohl|Domino|Levi|Denny|Christie|Carl|Arby)['’]s$")
COMMON = {"death", "squad", "squads", "drug", "mafia", "mafias", "the", "cartel", "cartels", "terrorist", "terrorists", "urban", "commando",
          "commandos", "extremist", "paramilitary", "traffickers", "of", "guerrillas", "subversive", "subversives", "peasant", "group", "groups",
          "members", "organization", "national", "army", "war"}
DISEASE = re.compile(r"\b(?:flu|virus|influenza|ebola|marburg|anthrax|cholera|sars|mers|zika|malaria|tamiflu|tylenol|staphylococcus|salmonella|"
                     r"e\. coli|bse|hfmd|tb|h\d+n\d+|trypanosoma|listeria|dengue|measles|polio|west nile|erv)\b", re.I)
FURNITURE = re.compile(r"\b(?:Tags|Subscribe|Follow|Latest News|Showcase|Satellite Coverage|Live News|Top Tweet|Comment via|pic\.twitter|https?|www)\b")
ALONE = {"mr", "mrs", "ms", "sir", "press", "state", "eastern", "western", "northern", "southern", "popular", "chemical", "monitor", "islam",
         "is", "the", "area", "northwestern", "northeastern", "southeastern", "southwestern", "lake", "sea", "first", "judiciary", "insurrectional",
         "underground", "new", "civilians", "coalition", "gmt", "god", "allah", "3d", "machinegunned", "ceasefire", "armed", "united", "site", "nuns", "democratic convergence", "war", "massacre"}
HAPPENING = {"war", "wars", "revolution", "olympics", "games", "convention", "bowl", "tuesday", "spring", "summit", "championship", "series",
             "hurricane", "festival", "operation", "holocaust", "uprising", "intifada", "conference", "depression", "recession", "debate", "forum",
             "day", "eve", "massacre", "ramadan", "crisis", "watergate", "wwii", "invasion", "coup", "storm", "11th", "9", "marathon", "cup", "shield"}
BUILT = {"airport", "airports", "avenue", "street", "boulevard", "highway", "interstate", "route", "bridge", "palace", "hotel", "inn", "prison", "jail", "cathedral",
         "church", "mosque", "stadium", "arena", "coliseum", "farm", "farms", "plaza", "park", "barracks", "plant", "base", "building", "tower",
         "towers", "road", "dam", "cemetery", "square", "room", "house", "hall", "center", "centre", "wall", "fort", "garden", "gardens", "hospital",
         "clinic", "school", "university", "library", "museum", "theater", "theatre", "camp", "station", "terminal", "pier", "canal", "club",
         "capitol", "broadway", "gitmo", "guantanamo", "harbor", "market", "souq", "temple", "synagogue", "estate", "mansion", "quarter", "field",
         "headquarters", "crossing", "bank", "refinery", "mill", "tunnel", "pipeline", "lodge", "resort", "café", "cafe", "grill", "shrine", "way"}


def sound(text, start, end, kind, tables):
    """Reports whether a span can be an entity of its type."""
    if kind in ("DATE", "NUMBER"):
        return True
    span = text.view[start:end]
    words = text.words(start, end)
    if not any(token[0].isupper() or token[0].isdigit() for token in lexicon.TOKEN.findall(span)) and (kind,) != ("ARMED_GROUP",):
        return kind == "NORP"
    if len(words) == 1 and words[0] in ALONE or FURNITURE.search(span) or DISEASE.search(span) and kind != "EVENT":
        return False
    if re.fullmatch(r"[RDI]-[A-Z][a-z]*\.?", span) or "@" in span or "#" in span:
        return False
    if heading(text, start, end, words):
        return False
    if set(words) <= COMMON or text.upper and words in (("democratic",), ("christian", "democratic"), ("democrats",)):
        return False
    if kind == "PERSON" and words[-1] in lexicon.HEADS | tables.heads["group"] | tables.heads["force"] | {"squads", "squad", "massacre"}:
        return False
    if kind == "PERSON":
        return not any(c.isdigit() for c in span) and words[-1] not in tables.titles - {"king", "judge", "chief", "prince", "bishop", "pope", "major", "general", "marshal"}
    if kind == "EVENT":
        return bool(HAPPENING & set(words))
    if kind == "ORG" and text.upper and len(words) == 1 and words[0] in tables.words and words[0] not in ("congress", "senate", "parliament"):
        return False
    if kind == "FAC":
        return bool((BUILT | tables.heads["facility"]) & set(words))
    if kind in ("GPE", "LOC"):
        return not any(c.isdigit() for c in span)
    return len(words) < 13


def heading(text, start, end, words):
    """Reports whether a span is a whole headline, or most of it."""
    if len(words) < 6:
        return False
    line = text.view.rfind("\n", 0, start) + 1, text.view.find("\n", end)
    whole = text.view[line[0]:line[1] if line[1] > 0 else len(text.view)].strip()
    return end - start > 0.7 * len(whole) and not text.upper
