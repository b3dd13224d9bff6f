"""The documents that the workshop reads, and the files that it writes.

Every set is a file of JSON lines below the data folder; the text that is
labelled is the field "text" as it stands there, and offsets count its code
points.
"""

import gzip
import hashlib
import json
import os

import zstandard

LABELLED = ("polnear/train", "fa-kes/train", "geo/geovirus", "muc4/train")
JUDGED = ("polnear/dev",)
UPPER = ("muc4/train",)
TREES = ("ud/en_ewt-train", "ud/en_gum-train")
LEVEL = 19


def records(data, name):
    """Yields every record of a set, in the order of its file."""
    with open(os.path.join(data, name + ".jsonl"), encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def documents(data, name):
    """Yields (id, text) of every document of a set, in the order of its file."""
    for record in records(data, name):
        yield record["id"], record["text"]


def sentences(data, name):
    """Yields the word forms of every sentence of a treebank."""
    with gzip.open(os.path.join(data, name + ".conllu.gz"), "rt", encoding="utf-8") as lines:
        words = []
        for line in lines:
            if not line.strip():
                if words:
                    yield words
                words = []
                continue
            fields = line.rstrip("\n").split("\t")
            if fields[0].isdigit():
                words.append(fields[1])
        if words:
            yield words


def digest(text):
    """Returns the first 16 hexadecimal digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def write(path, lines):
    """Writes lines as a zstd file: the same lines give the same bytes."""
    packed = zstandard.ZstdCompressor(level=LEVEL, threads=0).compress("".join(lines).encode("utf-8"))
    with open(path, "wb") as out:
        out.write(packed)


def read(path):
    """Returns the lines of a zstd file."""
    with open(path, "rb") as packed:
        return zstandard.ZstdDecompressor().decompress(packed.read()).decode("utf-8").splitlines()
