"""Reading CoNLL-U, and the small inventories (tags, relations) that come of it."""

import gzip
import json
from dataclasses import dataclass, field


@dataclass
class Sentence:
    """One sentence: its words and, when it is annotated, what stands on them.

    heads are 1-based, 0 is the root; tags are "UPOS|XPOS"; names are BIO
    labels, or None where the treebank marks no names.
    """

    words: list
    tags: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    rels: list = field(default_factory=list)
    names: list | None = None
    id: str = ""


def read(path):
    """Yields the sentences of a CoNLL-U file (plain or .gz).

    Ranges of multiword tokens and empty nodes are passed over: the syntactic
    words are what is tagged and parsed.
    """
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        sentence = Sentence([])
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if sentence.words:
                    yield sentence
                sentence = Sentence([])
            elif line.startswith("# sent_id = "):
                sentence.id = line[len("# sent_id = "):]
            elif not line.startswith("#"):
                columns = line.split("\t")
                if not columns[0].isdigit():
                    continue
                sentence.words.append(columns[1])
                sentence.tags.append(columns[3] + "|" + columns[4])
                sentence.heads.append(int(columns[6]))
                sentence.rels.append(columns[7])
        if sentence.words:
            yield sentence


def inventory(sentences, pick, least=1):
    """The labels that pick(sentence) yields at least so often, in sorted order."""
    count = {}
    for sentence in sentences:
        for label in pick(sentence):
            count[label] = count.get(label, 0) + 1
    return sorted(label for label, n in count.items() if n >= least)


def name(sentences, paths):
    """Puts the names that "ascribe-lab names" prints on the sentences they are of."""
    by_id = {s.id: s for s in sentences}
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                named = json.loads(line)
                sentence = by_id.get(named["id"])
                if sentence is None:
                    continue
                if len(sentence.words) != named["words"]:
                    raise SystemExit(f"{path}: {named['id']} has other words than the treebank: print the names anew")
                sentence.names = ["O"] * len(sentence.words)
                for first, last, kind in named["names"]:
                    sentence.names[first:last] = ["B-" + kind] + ["I-" + kind] * (last - first - 1)
