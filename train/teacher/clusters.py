"""Word clusters for the features of tagger, parser and entity model.

Two tables, each a vocabulary with the class of every word, no text:

clusters.tsv.zst  word TAB coarse TAB fine. k-means over the word vectors of
    en_core_web_md: what a word means. 64 coarse classes, about 1024 fine ones,
    each fine one inside one coarse one.
brown.tsv.zst     word TAB path. The Brown clusters of spacy-lookups-data: how a
    word behaves among its neighbours. The path from the root of the tree, in
    bits; a prefix of it is a coarser class.

Words are lower case. Of the first table, the case variants of a word are
averaged by how frequent each is, and the vocabulary is the words of the corpora
that the vectors know, then the most frequent words of English, up to WORDS. Of
the second, the most frequent variant gives the class, and the vocabulary is
that of the package.
"""

import argparse
import collections
import gzip
import json
import math
import os
import re

import numpy
import spacy

import corpora

WORDS = 100_000
COARSE, FINE = 64, 1024
ROUNDS = 40
SEED = 20
RARE = -20.0  # the log probability of a form that the frequency list lacks
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
TOKEN = re.compile(r"'?[^\W\d_](?:[^\W\d_]|[-.&'])*")
PLAIN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
COUNTED = ("polnear/train", "fa-kes/train", "geo/geovirus", "muc4/train")


def count(data):
    """Counts the lower-cased words of the corpora."""
    seen = collections.Counter()
    for name in COUNTED:
        for _, text in corpora.documents(data, name):
            seen.update(WORD.findall(text.lower()))
    for name in corpora.TREES:
        for words in corpora.sentences(data, name):
            seen.update(word.lower() for word in words)
    return seen


def variants(vocab):
    """Maps each lower-cased word of the vector table to its forms and rows."""
    forms = collections.defaultdict(list)
    for key, row in vocab.vectors.key2row.items():
        form = vocab.strings[key]
        lower = form.lower()
        if len(lower) > 1 and PLAIN.fullmatch(lower) or lower in ("a", "i"):
            forms[lower].append((form, row))
    return {word: sorted(pairs) for word, pairs in forms.items()}


def choose(forms, seen, prob):
    """Returns the vocabulary, sorted: the corpora's words, then the frequent."""
    def rank(word):
        chance = sum(math.exp(prob.get(form, RARE)) for form, _ in forms[word])
        return (word not in seen, -chance, word)
    return sorted(sorted(forms, key=rank)[:WORDS])


def embed(words, forms, prob, table):
    """Returns a unit vector a word, the mean of its forms by frequency, centred."""
    out = numpy.zeros((len(words), table.shape[1]), dtype=numpy.float64)
    for i, word in enumerate(words):
        for form, row in forms[word]:
            out[i] += math.exp(prob.get(form, RARE)) * table[row]
    out /= numpy.linalg.norm(out, axis=1, keepdims=True)
    out -= out.mean(axis=0)
    out /= numpy.linalg.norm(out, axis=1, keepdims=True)
    return out


def nearest(points, centres):
    """Returns the index of the centre closest to each point, by cosine."""
    return numpy.argmax(points @ centres.T, axis=1)


def seeds(points, weights, k, rng):
    """Chooses k first centres far from one another (k-means++)."""
    first = rng.choice(len(points), p=weights / weights.sum())
    chosen = [first]
    gap = 1 - points @ points[first]
    while len(chosen) < k:
        chance = numpy.clip(gap, 0, None) * weights
        if chance.sum() <= 0:
            break
        pick = rng.choice(len(points), p=chance / chance.sum())
        chosen.append(pick)
        gap = numpy.minimum(gap, 1 - points @ points[pick])
    return points[chosen].copy()


def kmeans(points, weights, k, rng):
    """Returns up to k unit centres of weighted points on the sphere."""
    centres = seeds(points, weights, k, rng)
    before = None
    for _ in range(ROUNDS):
        member = nearest(points, centres)
        if before is not None and (member == before).all():
            break
        before = member
        for c in range(len(centres)):
            inside = member == c
            if inside.any():
                mean = weights[inside] @ points[inside]
                centres[c] = mean / numpy.linalg.norm(mean)
    return centres


def shares(mass, total):
    """Splits total among the coarse classes by their mass, at least two each."""
    share = numpy.maximum(2, numpy.floor(mass / mass.sum() * total)).astype(int)
    return share


def classify(words, points, seen):
    """Returns the coarse and the fine class of every word."""
    rng = numpy.random.default_rng(SEED)
    known = numpy.array([seen[word] for word in words])
    taught = known > 0
    weights = numpy.log2(1 + known[taught])
    learn = points[taught]
    centres = kmeans(learn, weights, COARSE, rng)
    member, coarse = nearest(learn, centres), nearest(points, centres)
    mass = numpy.bincount(member, weights=weights, minlength=len(centres))
    fine, offset = numpy.zeros(len(words), dtype=int), 0
    for c, k in enumerate(shares(mass, FINE)):
        inside = member == c
        below = kmeans(learn[inside], weights[inside], k, rng)
        fine[coarse == c] = offset + nearest(points[coarse == c], below)
        offset += len(below)
    return coarse, fine


def lookup(folder, table):
    """Reads a table of spacy-lookups-data."""
    with gzip.open(os.path.join(folder, "en_lexeme_" + table + ".json.gz"), "rt", encoding="utf-8") as packed:
        return json.load(packed)


def path(number):
    """Returns the bits of a Brown cluster from the root; spaCy stores them reversed."""
    return bin(number)[:1:-1]


def brown(cluster, prob):
    """Returns the lines of the Brown table: the class of the most frequent form."""
    forms = collections.defaultdict(list)
    for form in cluster:
        if cluster[form] > 0 and TOKEN.fullmatch(form):
            forms[form.lower()].append(form)
    for word in sorted(forms):
        best = max(forms[word], key=lambda form: (prob.get(form, RARE), form))
        yield f"{word}\t{path(cluster[best])}\n"


def main():
    """Writes both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("ASCRIBE_DATA"), help="the data folder (or ASCRIBE_DATA)")
    parser.add_argument("--model", required=True, help="the unpacked folder of en_core_web_md")
    parser.add_argument("--lookups", required=True, help="the folder data of spacy-lookups-data")
    parser.add_argument("--out", default=os.path.dirname(os.path.abspath(__file__)))
    args = parser.parse_args()

    vocab = spacy.load(args.model).vocab
    prob, seen, forms = lookup(args.lookups, "prob"), count(args.data), variants(vocab)
    words = choose(forms, seen, prob)
    points = embed(words, forms, prob, vocab.vectors.data)
    coarse, fine = classify(words, points, seen)
    corpora.write(os.path.join(args.out, "clusters.tsv.zst"),
                  [f"{word}\t{c}\t{f}\n" for word, c, f in zip(words, coarse, fine)])
    corpora.write(os.path.join(args.out, "brown.tsv.zst"),
                  list(brown(lookup(args.lookups, "cluster"), prob)))


if __name__ == "__main__":
    main()
