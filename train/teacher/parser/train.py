"""Trains the teacher on CoNLL-U and on the names of its sentences."""

import argparse
import os
import random
import time

import torch
from torch.nn import functional as F

import batch
import conllu
import model as models
import score


def targets(group, model, index):
    """Gold tensors of a batch; -100 where nothing is to be learned."""
    width = max(len(s.words) for s in group) + 1
    blank = lambda: torch.full((len(group), width), -100)
    tags, heads, rels, names = blank(), blank(), blank(), blank()
    for b, s in enumerate(group):
        upto = slice(1, len(s.words) + 1)
        if s.heads:
            tags[b, upto] = torch.tensor([index["tags"].get(t, -100) for t in s.tags])
            heads[b, upto] = torch.tensor(s.heads)
            rels[b, upto] = torch.tensor([index["rels"][r] for r in s.rels])
        if s.names is not None and model.names:
            names[b, upto] = torch.tensor([index["names"][n] for n in s.names])
    return tags, heads, rels, names


def loss_of(model, pieces, group, index, dice, dropped=0.5):
    """The sum of the losses of the heads that have something to learn."""
    hidden = {id(s): batch.shouted(s.words) or dice.random() < dropped for s in group}
    x = batch.make(group, pieces, lambda s: hidden[id(s)])
    tags, heads, rels, names = targets(group, model, index)
    parsed, named = bool((heads >= 0).any()), bool((names >= 0).any())
    tasks = [t for t, wanted in zip(models.TASKS, (parsed, parsed, named)) if wanted]
    losses = []
    with torch.autocast("cpu", torch.bfloat16):
        words = dict(zip(tasks, model(x, tasks)))
        if parsed:
            losses += [pick(model.tag(words[models.TAGS]), tags),
                       F.nll_loss(model.arcs(words[models.TREES], x).flatten(0, 1), heads.flatten()),
                       pick(model.relations(words[models.TREES], heads.clamp(min=0)), rels)]
        if named:
            losses.append(pick(model.name(words[models.NAMES]), names))
    return sum(losses)


def pick(scores, gold):
    return F.cross_entropy(scores.float().flatten(0, 1), gold.flatten())


class Average:
    """A running mean of the trained weights.

    It takes the place of a falling learning rate: the mean can be used
    whenever the training is stopped.
    """

    EVERY, KEEP = 4, 0.99

    def __init__(self, model):
        self.model, self.taken = model, 0
        self.trained = [p for p in model.parameters() if p.requires_grad]
        self.mean = [p.detach().clone() for p in self.trained]

    @torch.no_grad()
    def take(self):
        self.taken += 1
        keep = min(self.KEEP, (1 + self.taken) / (10 + self.taken))
        torch._foreach_lerp_(self.mean, self.trained, 1 - keep)

    @torch.no_grad()
    def swap(self):
        """Puts the mean into the model and the model's weights here; twice undoes it."""
        for mine, its in zip(self.mean, self.trained):
            held = its.clone()
            its.copy_(mine)
            mine.copy_(held)


def run(model, pieces, sentences, a, look):
    """The training loop; look(step) is called with the averaged weights in the model."""
    index = {"tags": {t: i for i, t in enumerate(model.tags)}, "rels": {r: i for i, r in enumerate(model.rels)},
             "names": {n: i for i, n in enumerate(model.names)}}
    dice = random.Random(a.seed)
    optimiser = torch.optim.AdamW([{"params": model.body_parameters(), "lr": a.body}, {"params": model.head_parameters(), "lr": a.heads}],
                                  weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1.0, (step + 1) / a.warm, (a.steps - step) / max(1, a.cool)))
    average = Average(model)
    started = time.time()
    model.train()
    for step, group in zip(range(1, a.steps + 1), endless(sentences, a)):
        loss = loss_of(model, pieces, group, index, dice)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(average.trained, 5.0)
        optimiser.step()
        plan.step()
        if step % Average.EVERY == 0:
            average.take()
        if step % 20 == 0:
            print(f"step {step} loss {loss.item():.3f} {time.time() - started:.0f} s", flush=True)
        if step % a.every == 0 or step == a.steps:
            average.swap()
            model.eval()
            look(step)
            model.train()
            average.swap()


def endless(sentences, a):
    """The batches of one epoch after the other."""
    epoch = 0
    while True:
        epoch += 1
        yield from batch.by_length(sentences, a.words, a.seed * 100 + epoch)


def options():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--encoder", required=True, help="folder with the encoder's config, weights and tokenizer.json")
    p.add_argument("--out", required=True, help="checkpoint to write, again and again")
    p.add_argument("--dev", nargs="*", default=[])
    p.add_argument("--steps", type=int, default=1600)
    p.add_argument("--warm", type=int, default=60, help="steps until the full learning rate")
    p.add_argument("--cool", type=int, default=0, help="last steps in which it falls to nothing")
    p.add_argument("--every", type=int, default=200, help="steps between two checkpoints; dev is scored at each")
    p.add_argument("--words", type=int, default=800, help="of one batch")
    p.add_argument("--body", type=float, default=1.5e-4, help="learning rate of the encoder")
    p.add_argument("--heads", type=float, default=1.5e-3, help="learning rate of the heads")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1, help="more than one only on an idle machine: they wait for each other")
    p.add_argument("--names", nargs="*", default=[], help='what "ascribe-lab names" prints of the treebanks')
    p.add_argument("--begin", help="checkpoint to go on from; lists of labels may have grown")
    p.add_argument("train", nargs="+")
    return p.parse_args()


def main():
    a = options()
    torch.manual_seed(a.seed)
    torch.set_num_threads(a.threads)
    sentences = [s for path in a.train for s in conllu.read(path) if len(s.words) <= batch.MAX_WORDS]
    tags = conllu.inventory(sentences, lambda s: s.tags, least=2)
    rels = conllu.inventory(sentences, lambda s: s.rels)
    conllu.name(sentences, a.names)
    kinds = conllu.inventory(sentences, lambda s: [n[2:] for n in s.names or [] if n != "O"], least=20)
    for s in sentences:
        if s.names and any(n[2:] not in kinds for n in s.names if n != "O"):
            s.names = None  # of a kind too rare to be learned
    names = ["O"] + [bi + kind for kind in kinds for bi in ("B-", "I-")] if kinds else []
    pieces = batch.Pieces(a.encoder + "/tokenizer.json")
    model = models.Teacher(a.encoder, tags, rels, names)
    if a.begin:
        model.adopt(a.begin)
    print(f"{len(sentences)} sentences, {sum(len(s.words) for s in sentences)} words, {len(tags)} tags, {len(rels)} relations, names {kinds}", flush=True)

    def look(step):
        model.save(a.out + ".part", {"step": step, "seed": a.seed})
        os.replace(a.out + ".part", a.out)
        for path in a.dev:
            dev = list(conllu.read(path))
            conllu.name(dev, a.names)
            table = score.measure(model, pieces, dev)
            print(f"after step {step}: {path.split('/')[-1]}: {score.line(table)}", flush=True)

    run(model, pieces, sentences, a, look)


if __name__ == "__main__":
    main()
