"""Scores of the teacher on annotated sentences with gold words."""

import argparse
import math
import time

import batch
import conllu
import model as models
import predict


def measure(model, pieces, sentences, uncase=None):
    """A table of figures in per cent."""
    n = upos = xpos = uas = las = 0
    right, given, gold = {}, {}, {}
    arcs, doubts = [], []
    for sentence, reading in predict.read(model, pieces, sentences, uncase=uncase):
        if sentence.heads:
            for i, tag in enumerate(sentence.tags):
                u, x = reading.tags[i].split("|")
                n += 1
                upos += u == tag.split("|")[0]
                xpos += x == tag.split("|")[1]
                attached = reading.heads[i] == sentence.heads[i]
                same = attached and reading.rels[i] == sentence.rels[i]
                uas += attached
                las += same
                arcs.append((min(9, int(10 * reading.sure[i])), attached))
                bump(right, sentence.rels[i], same)
                bump(gold, sentence.rels[i], 1)
                bump(given, reading.rels[i], 1)
            doubt = -sum(math.log(max(p, 1e-6)) for p in reading.sure) / len(reading.sure)
            doubts.append((doubt, len(sentence.words), sum(h == g for h, g in zip(reading.heads, sentence.heads))))
        if sentence.names is not None and model.names:
            want, got = set(predict.gather(sentence.names)), set(reading.names)
            for kind in {s[2] for s in want | got}:
                of = lambda spans: {s for s in spans if s[2] == kind}
                for key in ("name " + kind, "names"):
                    bump(right, key, len(of(want) & of(got)))
                    bump(gold, key, len(of(want)))
                    bump(given, key, len(of(got)))
    table = {"words": n}
    if n:
        table |= {"UPOS": per(upos, n), "XPOS": per(xpos, n), "UAS": per(uas, n), "LAS": per(las, n)}
        table |= trust(arcs, doubts)
    for key in sorted(gold):
        table["F " + key] = per(2 * right[key], gold[key] + given.get(key, 0))
    return table


def trust(arcs, doubts):
    """How far the probability of an arc and the doubt of a sentence tell what is right."""
    table = {}
    for low, high in ((0, 4), (5, 8), (9, 9)):
        own = [ok for sure, ok in arcs if low <= sure <= high]
        table[f"sure {low}-{high}: words"] = per(len(own), len(arcs))
        table[f"sure {low}-{high}: UAS"] = per(sum(own), len(own))
    for low, high in ((0, 0.05), (0.05, 0.1), (0.1, 0.2), (0.2, 0.4), (0.4, 99)):
        own = [(n, ok) for doubt, n, ok in doubts if low <= doubt < high]
        table[f"doubt {low}-{high}: words"] = per(sum(n for n, _ in own), len(arcs))
        table[f"doubt {low}-{high}: UAS"] = per(sum(ok for _, ok in own), sum(n for n, _ in own))
    return table


def bump(count, key, by):
    count[key] = count.get(key, 0) + by


def per(part, whole):
    return round(100 * part / whole, 2) if whole else 0.0


SHOWN = ("UPOS", "XPOS", "UAS", "LAS", "F appos", "F parataxis", "F conj", "F nsubj", "F ccomp", "F acl:relcl",
         "F names", "F name person", "F name organization", "F name place")


def line(table, keys=SHOWN):
    return "  ".join(f"{k} {table[k]}" for k in keys if k in table)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--encoder", required=True)
    p.add_argument("--checkpoint", required=True)
    p.add_argument("--names", nargs="*", default=[], help='what "ascribe-lab names" prints of the files')
    p.add_argument("--all", action="store_true", help="print every relation and type")
    p.add_argument("files", nargs="+")
    a = p.parse_args()
    pieces = batch.Pieces(a.encoder + "/tokenizer.json")
    model = models.load(a.checkpoint, a.encoder)
    for path in a.files:
        sentences = list(conllu.read(path))
        conllu.name(sentences, a.names)
        for how, uncase in (("as written", None), ("case withheld", lambda s: True)):
            started = time.time()
            table = measure(model, pieces, sentences, uncase)
            print(path, how, f"{table['words'] / (time.time() - started):.0f} words/s")
            print("  ", line(table, table.keys() if a.all else SHOWN), flush=True)


if __name__ == "__main__":
    main()
