"""Reads the project's packed gazetteer: which names are places, in which country."""

import unicodedata

import zstandard

MAGIC = b"ascribe gazetteer 1\n"
COLUMNS = ("lat", "lon", "population", "id", "name", "country", "admin", "kind")
KEEP = ("population", "country", "kind")
AREA = 4


class Reader:
    """The sections of a packed gazetteer."""

    def __init__(self, raw):
        if not raw.startswith(MAGIC):
            raise ValueError("not a gazetteer of the version that this script reads; see extract/gazetteer/pack.go")
        self.raw, self.at = raw, len(MAGIC)

    def uvarint(self):
        """Returns the next unsigned number."""
        value, shift = 0, 0
        while True:
            byte = self.raw[self.at]
            self.at += 1
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7

    def section(self):
        """Returns a reader of the next section."""
        size = self.uvarint()
        part = Reader.__new__(Reader)
        part.raw, part.at = self.raw[self.at:self.at + size], 0
        self.at += size
        return part

    def differences(self):
        """Returns a column, which is written as signed differences."""
        out, last = [], 0
        while self.at < len(self.raw):
            value = self.uvarint()
            last += (value >> 1) ^ -(value & 1)
            out.append(last)
        return out


def key(name):
    """Returns a name as the gazetteer keeps it: plain lower-case letters, single spaces."""
    out = []
    for c in unicodedata.normalize("NFKD", name.lower()):
        if unicodedata.combining(c) or c in "'’‘`´.":
            continue
        out.append(c if c.isalnum() else " ")
    words = "".join(out).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def load(path, countries):
    """Maps the names of the places of some countries to (largest population, whether an area)."""
    with open(path, "rb") as packed:
        reader = Reader(zstandard.ZstdDecompressor().decompressobj().decompress(packed.read()))
    codes = reader.section().raw.decode().split("\x00")
    reader.section(), reader.section(), reader.section()
    keys, postings = reader.section(), reader.section()
    rows = {}
    for column in COLUMNS:
        part = reader.section()
        if column in KEEP:
            rows[column] = part.differences()
    wanted = {i for i, code in enumerate(codes) if code in countries}
    out, name = {}, b""
    while keys.at < len(keys.raw):
        shared, size = keys.uvarint(), keys.uvarint()
        name = name[:shared] + keys.raw[keys.at:keys.at + size]
        keys.at += size
        row = 0
        for _ in range(postings.uvarint()):
            row += postings.uvarint()
            i = row >> 1
            if rows["country"][i] in wanted:
                area = rows["kind"][i] & 7 == AREA
                people, known = out.get(name.decode(), (0, True))
                out[name.decode()] = max(people, rows["population"][i]), known and area
    return out
