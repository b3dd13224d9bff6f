"""Tags, trees and names of sentences by a trained teacher."""

from dataclasses import dataclass

import torch

import batch
import eisner


@dataclass
class Reading:
    """What the teacher makes of one sentence; sure[i] is the probability of arc i."""

    tags: list
    heads: list
    rels: list
    sure: list
    names: list


def read(model, pieces, sentences, size=3000, uncase=None):
    """Yields (sentence, Reading), in batches by length."""
    for group in batch.by_length(sentences, size):
        x = batch.make(group, pieces, uncase)
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            for_tags, for_trees, for_names = model(x)
            tags = model.tag(for_tags).argmax(-1)
            arcs = model.arcs(for_trees, x)
            lengths = [len(s.words) for s in group]
            heads = torch.from_numpy(eisner.decode(arcs.numpy(), lengths))
            scores = model.relations(for_trees, heads)
            names = model.name(for_names).float()
            root = model.rels.index("root")
            scores[:, :, root] = torch.where(heads == 0, 1e4, -1e4)
            rels = scores.argmax(-1)
            sure = torch.gather(arcs, 2, heads.unsqueeze(-1)).squeeze(-1).exp()
        for b, sentence in enumerate(group):
            upto = slice(1, lengths[b] + 1)
            yield sentence, Reading(
                [model.tags[t] for t in tags[b, upto]], heads[b, upto].tolist(),
                [model.rels[r] for r in rels[b, upto]], sure[b, upto].tolist(),
                spans(model.names, names[b, upto]) if model.names else [])


def spans(labels, scores):
    """Spans (first, last+1, type) of the best BIO sequence that is well formed."""
    best = [labels[i] for i in scores.argmax(-1)]
    if any(after.startswith("I-") and before[2:] != after[2:] for before, after in zip(["O"] + best, best)):
        best = viterbi(labels, scores)
    return gather(best)


def viterbi(labels, scores):
    """The best sequence in which every I- follows its like."""
    allowed = torch.tensor([[-1e4 if after.startswith("I-") and before[2:] != after[2:] else 0.0 for after in labels]
                            for before in labels])
    logs = torch.log_softmax(scores, -1)
    best, back = logs[0] + allowed[labels.index("O")], []
    for row in logs[1:]:
        total, at = (best.unsqueeze(1) + allowed).max(0)
        best = total + row
        back.append(at)
    path = [int(best.argmax())]
    for at in reversed(back):
        path.append(int(at[path[-1]]))
    return [labels[i] for i in reversed(path)]


def gather(bio):
    """Spans (first, last+1, type) of BIO labels."""
    found, start = [], None
    for i, label in enumerate(list(bio) + ["O"]):
        if start is not None and not label.startswith("I-"):
            found.append((start, i, bio[start][2:]))
            start = None
        if label.startswith("B-"):
            start = i
    return found
