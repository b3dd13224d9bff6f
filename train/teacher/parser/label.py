"""Puts the teacher's trees and names on articles: standoff labels, no words.

Reads what "ascribe-lab words" prints, and the articles of ASCRIBE_DATA.
"""

import argparse
import hashlib
import json
import math
import os
import time

import torch
import zstandard

import batch
import conllu
import model as models
import predict

PORTION = 40  # documents read at once, so that batches hold sentences of like length

# The teacher's names, in the words of the entity labels beside it. GUM does not
# tell seats of power from other places; what is not here is not written.
TYPES = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "people": "NORP", "event": "EVENT"}


def articles(data, name):
    """The texts of a set by digest."""
    texts = {}
    with open(os.path.join(data, name + ".jsonl"), encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            texts[hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]] = text
    return texts


def documents(cuts, data, name):
    """Yields (document, sentences) of a set."""
    texts = articles(data, name)
    for cut in cuts:
        if cut["set"] != name:
            continue
        text = texts[cut["sha256"]]
        sentences = []
        for offsets in cut["sentences"]:
            spans = list(zip(offsets[::2], offsets[1::2]))
            if len(spans) <= batch.MAX_WORDS:
                sentence = conllu.Sentence([text[s:e] for s, e in spans])
                sentence.spans = spans
                sentences.append(sentence)
        yield cut, sentences


def evenly(sets):
    """Portions of documents, now of this set and now of that, so that all end together."""
    waiting = [(name, list(portions(documents, PORTION))) for name, documents in sets]
    order = sorted(((i + 0.5) / len(own), rank, i) for rank, (_, own) in enumerate(waiting) for i in range(len(own)))
    for _, rank, i in order:
        yield waiting[rank][1][i]


def tree_line(cut, sentences, readings, model):
    """One article of a file of trees; see train/silver.Parsed."""
    line = {"set": cut["set"], "id": cut["id"], "sha256": cut["sha256"], "sentences": [], "doubt": [],
            "gap": [], "length": [], "tag": [], "head": [], "relation": [], "sure": []}
    tags = {t: i for i, t in enumerate(model.tags)}
    rels = {r: i for i, r in enumerate(model.rels)}
    end = 0
    for sentence, reading in zip(sentences, readings):
        doubt = -sum(math.log(max(p, 1e-6)) for p in reading.sure) / len(reading.sure)
        line["sentences"].append(len(sentence.words))
        line["doubt"].append(round(100 * doubt))
        for i, (first, last) in enumerate(sentence.spans):
            line["gap"].append(first - end)
            line["length"].append(last - first)
            end = last
            line["tag"].append(tags[reading.tags[i]])
            line["head"].append(reading.heads[i] - (i + 1) if reading.heads[i] else 0)
            line["relation"].append(rels[reading.rels[i]])
            line["sure"].append(min(9, int(10 * reading.sure[i])))
    return line


def name_line(cut, sentences, readings):
    """One article of a file of names; see train/silver.ReadNames."""
    found = [[s.spans[first][0], s.spans[last - 1][1], TYPES[kind]]
             for s, r in zip(sentences, readings) for first, last, kind in r.names if kind in TYPES]
    return {"set": cut["set"], "id": cut["id"], "sha256": cut["sha256"], "entities": found}


class Out:
    """A file of JSON lines below zstd, sorted by set and place in it."""

    def __init__(self, path, order):
        self.path, self.order, self.lines = path, order, []

    def write(self, value):
        text = json.dumps(value, separators=(",", ":"), ensure_ascii=False) + "\n"
        rank = self.order.get((value["set"], value["sha256"]), -1) if "set" in value else -1
        self.lines.append((rank, text))

    def save(self):
        whole = "".join(text for _, text in sorted(self.lines, key=lambda line: line[0]))
        with open(self.path, "wb") as out:
            out.write(zstandard.ZstdCompressor(level=19).compress(whole.encode("utf-8")))


def portions(items, size):
    """Items in lists of size."""
    held = []
    for item in items:
        held.append(item)
        if len(held) == size:
            yield held
            held = []
    if held:
        yield held


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--encoder", required=True)
    p.add_argument("--checkpoint", required=True)
    p.add_argument("--words", required=True, help='what "ascribe-lab words" printed')
    p.add_argument("--data", default=os.environ.get("ASCRIBE_DATA"))
    p.add_argument("--trees", help="file to write: trees.zst")
    p.add_argument("--names", help="file to write: names.jsonl.zst")
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--minutes", type=float, default=1e9, help="stop after the portion that goes on so long")
    p.add_argument("sets", nargs="+")
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    pieces = batch.Pieces(a.encoder + "/tokenizer.json")
    model = models.load(a.checkpoint, a.encoder)
    with open(a.words, encoding="utf-8") as lines:
        cuts = [json.loads(line) for line in lines]
    ranks = {(name, c["sha256"]): (a.sets.index(name), i) for i, c in enumerate(cuts) for name in [c["set"]] if name in a.sets}
    order = {key: i for i, key in enumerate(sorted(ranks, key=ranks.get))}
    trees, names = (Out(path, order) if path else None for path in (a.trees, a.names))
    if trees:
        trees.write({"tags": model.tags, "relations": model.rels})
    started, words = time.time(), 0
    for portion in evenly([(name, documents(cuts, a.data, name)) for name in a.sets]):
        if time.time() - started > 60 * a.minutes:
            break
        sentences = [s for _, own in portion for s in own]
        readings = {id(s): r for s, r in predict.read(model, pieces, sentences)}
        words += sum(len(s.words) for s in sentences)
        for cut, own in portion:
            read = [readings[id(s)] for s in own]
            if trees:
                trees.write(tree_line(cut, own, read, model))
            if names:
                names.write(name_line(cut, own, read))
        print(f"{portion[-1][0]['set']}: {words} words, {time.time() - started:.0f} s", flush=True)
    for out in (trees, names):
        if out:
            out.save()


if __name__ == "__main__":
    main()
