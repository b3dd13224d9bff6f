"""What can be told by its wording alone: weapons, dates, numbers."""

import re

MONTHS = (r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
          r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)")
DAYS = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
DATES = [re.compile(p) for p in (
    rf"\b(?:{DAYS},?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTHS}\b\.?(?:,?\s+(?:19|20)?\d\d\b(?!\s*(?:,\d|%|percent)))?",
    rf"\b(?:{DAYS},?\s+)?{MONTHS}\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s+{MONTHS}\b)(?:,?\s+(?:19|20)\d\d\b)?",
    rf"\b{MONTHS}\b\.?\s+(?:19|20)\d\d\b",
    rf"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night))?\b",
    r"(?<=\b[Ii]n\s)(?:19|20)\d\d\b|(?<=\b[Ss]ince\s)(?:19|20)\d\d\b|(?<=\b[Bb]y\s)(?:19|20)\d\d\b",
    r"\b(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight)\b(?:\s+(?:morning|afternoon|evening|night)\b)?",
    r"\b\d{3,4}\s+(?:GMT|gmt|Gmt|hours)\b",
    r"\b(?:this|last)\s+(?:morning|afternoon|evening|night|week|month|year)\b",
)]
AGE = re.compile(r"\d+[\s-]+years?[\s-]+olds?|aged?\s+\d+", re.I)

SMALLNUMBERS = ("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
                "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety")
WORD = rf"(?:{'|'.join(SMALLNUMBERS.split())}|hundreds?|thousands?|millions?|billions?|dozens?)"
NUMBER = re.compile(
    rf"(?<![\w.,/:$€£-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?![\w/:]|[-.,]\d|-\w)(?:\s+{WORD})?|\b{WORD}(?:[\s-]+(?:and\s+)?{WORD})*\b", re.I)
ONE = re.compile(r"\bone\s+(?!of\b|day\b|that\b|who\b|is\b|was\b|can\b|another\b|thing\b|in\b|or\b|to\b|by\b|for\b|and\b)(?=[a-z])", re.I)
ABOUT = re.compile(
    r"(?:about|around|some|nearly|almost|approximately|roughly|only|just|over|under|(?:at|more|less|fewer|as\s+many|as\s+much|up|an)\s+"
    r"(?:least|most|than|as|to|estimated)|exactly|the|another|every|all|between)\s+", re.I)

ABOUTDATE = re.compile(r"(?:about|around|nearly|almost|approximately|roughly|(?:more|less|fewer)\s+than|at\s+least|some)\s+(?=\w)", re.I)
DATEWORD = re.compile(
    rf"(?:{MONTHS}|{DAYS}|\d{{1,4}}(?:st|nd|rd|th)?|early|late|mid|last|next|this|that|the|of|and|to|or|from|on|in|by|a\.?m|p\.?m|gmt|local|time|noon|"
    r"midnight|morning|afternoon|evening|night|dawn|dusk|weeks?|months?|years?|days?|hours?|minutes?|since|ago|past|yesterday|today|tomorrow|tonight|"
    r"[,.:-]|st|rd|th|half|spring|summer|fall|autumn|winter|end|beginning|middle|daybreak|hrs)$", re.I)

HEAVY = (r"guns?|rifles?|carbines?|pistols?|revolvers?|handguns?|firearms?|shotguns?|grenades?|bombs?|missiles?|rockets?|mortars?|"
         r"warheads?|torpedo(?:es|s)?|mines?|landmines?|bazookas?|howitzers?|cannons?|artillery|launchers?|machineguns?|"
         r"submachineguns?|explosives?|dynamite|ammunition|munitions|cartridges|bullets|shells|weapons?|weaponry|knife|knives|"
         r"machetes?|daggers?|bayonets?|swords?|drones?|detonators?|napalm|semtex|gelignite|sarin|molotovs?|firebombs?|ieds?|"
         r"flamethrowers?|mortar\s+rounds?|gas|cocktails?|devices?|charges?|vests?|belts?|gel")
LOOSE = {"gas", "cocktail", "cocktails", "device", "devices", "charge", "charges", "vest", "vests", "belt", "belts", "mine", "mines", "gel"}
BEFORE = (r"car|truck|hand|barrel|cluster|nail|pipe|petrol|gasoline|roadside|time|suicide|automatic|semi-?automatic|assault|sniper|machine|"
          r"sub-?machine|hunting|ballistic|cruise|scud|anti-?tank|anti-?aircraft|anti-?personnel|surface-to-air|air-to-air|"
          r"ground-to-air|rocket-propelled|fragmentation|improvised|explosive|plastic|chemical|nuclear|biological|atomic|atom|hydrogen|"
          r"mustard|chlorine|sarin|nerve|poison|toxic|tear|molotov|incendiary|mortar|artillery|rocket|grenade|guided|"
          r"m-?\d{1,3}|ak-?\d\d|g-3|r-15|rpg-?\d*|galil|uzi|kalashnikov|remote-control(?:led)?|\.?\d+(?:\.\d+)?[\s-]*(?:mm|caliber|calibre|cal)\.?|"
          r"dynamite|tnt|vehicle|vehicle-borne|parcel|letter|smoke|dum-?dum|high-powered|long-range|short-range|medium-range|heavy|light")
WEAPON = re.compile(
    rf"(?<![\w-])(?P<before>(?:(?:{BEFORE})[\s-]+)*)(?P<head>{HEAVY})(?![\w]|-\w)"
    r"|(?<![\w-])(?:M-(?:16|60|79|14)s?|AK-?4\d?s?|AR-15s?|RPG-?7?s?|C-4|TNT|R-15s?|G-3s?|SAM-\d+s?|Kalashnikovs?|Uzis?)(?![\w])", re.I)
TRUE = re.compile(r"explosive|dynamite|incendiary|chlorine|sarin|mustard|nerve|poison|toxic|tear|molotov|suicide|land|personnel|tank|tnt", re.I)
CIVIL = re.compile(  # a gun that is a matter of law, not a thing that was used
    r"\s+(?:control|rights?|laws?|violence|lobby|owners?(?:hip)?|safety|show|advocates?|groups?|reform|legislation|debate|issue|policy|"
    r"deal|agreement|program(?:me)?s?|power|plants?|energy|talks|inspectors?|proliferation|states?|treaty)\b", re.I)
NOTBEFORE = re.compile(r"(?:\b(?:to|will|would|not|n't|gold|coal|silver|diamond|natural|uranium|copper|of\s+mine|friend\s+of)\s+|['’])$", re.I)


def weapons(view, upper):
    """Yields the spans of weapons, with the words that tell their make."""
    for found in WEAPON.finditer(view):
        head, before = found.group("head"), found.group("before") or ""
        if head and not upper and head[0].isupper() and not before:
            continue
        if head and head.lower() in LOOSE and not TRUE.search(before):
            continue
        if CIVIL.match(view, found.end()) or NOTBEFORE.search(view[max(0, found.start() - 12):found.start()]):
            continue
        yield found.start(), found.end()


def dates(view):
    """Yields the spans of dates."""
    for pattern in DATES:
        for found in pattern.finditer(view):
            yield found.start(), found.end()


def numbers(view):
    """Yields the spans of numbers."""
    for found in NUMBER.finditer(view):
        if not re.search(r"\bno\.?\s*$", view[max(0, found.start() - 5):found.start()], re.I):
            yield found.start(), found.end()
    for found in ONE.finditer(view):
        yield found.start(), found.start() + 3
