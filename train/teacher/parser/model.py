"""The teacher: a small encoder with heads for tags, trees and names."""

import os

os.environ.setdefault("HF_HUB_OFFLINE", "1")

import torch
from torch import nn
from transformers import BertModel
from transformers.utils import logging

import batch

logging.set_verbosity_error()
logging.disable_progress_bar()

TASKS = TAGS, TREES, NAMES = range(3)
ARC, REL = 384, 160  # widths of the biaffine halves


class Biaffine(nn.Module):
    """Scores every pair of a dependent and a head, once for each of n labels."""

    def __init__(self, width, labels):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(labels, width + 1, width + 1))
        nn.init.normal_(self.weight, std=0.01)

    def forward(self, dependents, heads):
        one = dependents.new_ones(dependents.shape[:-1] + (1,))
        dependents = torch.cat([dependents, one], -1)
        heads = torch.cat([heads, heads.new_ones(heads.shape[:-1] + (1,))], -1)
        return torch.einsum("bix,lxy,bjy->bijl", dependents, self.weight, heads)

    def at(self, dependents, heads):
        """The same for one given head of each dependent."""
        dependents = torch.cat([dependents, dependents.new_ones(dependents.shape[:-1] + (1,))], -1)
        heads = torch.cat([heads, heads.new_ones(heads.shape[:-1] + (1,))], -1)
        return torch.einsum("bilx,bix->bil", torch.einsum("biy,lxy->bilx", heads, self.weight), dependents)


def half(width, out):
    return nn.Sequential(nn.Linear(width, out), nn.GELU(), nn.Dropout(0.2))


class Teacher(nn.Module):
    """Tags (UPOS|XPOS jointly), arcs, relations and BIO names over words.

    Position 0 of every word axis is the root, for which [CLS] stands.
    """

    def __init__(self, encoder, tags, rels, names):
        super().__init__()
        self.encoder = BertModel.from_pretrained(encoder, add_pooling_layer=False, attn_implementation="eager",
                                                 attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.0)
        # The word vectors stay as they are: rare words of the news keep their place beside
        # frequent ones, and the optimiser has 12 million weights less to carry.
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        self.tags, self.rels, self.names = list(tags), list(rels), list(names)
        size = self.encoder.config.hidden_size
        self.case = nn.Embedding(batch.CASES, size)
        nn.init.normal_(self.case.weight, std=0.01)
        layers = self.encoder.config.num_hidden_layers + 1
        self.mix = nn.Parameter(torch.zeros(3, layers))  # for tags, trees, names
        with torch.no_grad():
            self.mix[:, -1] = 2.0
        self.drop = nn.Dropout(0.2)
        self.tag = nn.Sequential(half(2 * size, size), nn.Linear(size, len(self.tags)))
        self.arc_dependent, self.arc_head = half(2 * size, ARC), half(2 * size, ARC)
        self.rel_dependent, self.rel_head = half(2 * size, REL), half(2 * size, REL)
        self.arc, self.rel = Biaffine(ARC, 1), Biaffine(REL, len(self.rels))
        self.name = nn.Sequential(half(2 * size, size), nn.Linear(size, max(1, len(self.names))))

    def head_parameters(self):
        return [p for n, p in self.named_parameters() if not n.startswith("encoder.")]

    def body_parameters(self):
        return [p for n, p in self.named_parameters() if n.startswith("encoder.") and p.requires_grad]

    def forward(self, x, tasks=TASKS):
        """The representations of words for each of the tasks."""
        embedded = self.encoder.embeddings.word_embeddings(x["ids"]) + self.case(x["cases"])
        out = self.encoder(inputs_embeds=embedded, attention_mask=x["mask"], output_hidden_states=True)
        layers = torch.stack(out.hidden_states, 0)
        weights = torch.softmax(self.mix, -1)
        return [self.words((weights[t, :, None, None, None] * layers).sum(0), x) for t in tasks]

    def words(self, hidden, x):
        """First and last piece of every word, side by side."""
        def pick(at):
            return torch.gather(hidden, 1, at.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
        return self.drop(torch.cat([pick(x["first"]), pick(x["last"])], -1))

    def arcs(self, words, x):
        """Log-probabilities [sentence, dependent, head]; what is no word is no head."""
        scores = self.arc(self.arc_dependent(words), self.arc_head(words)).squeeze(-1).float()
        scores = scores.masked_fill(~x["present"].unsqueeze(1), -1e4)
        eye = torch.eye(scores.shape[1], dtype=torch.bool)
        return torch.log_softmax(scores.masked_fill(eye, -1e4), -1)

    def relations(self, words, heads):
        """Scores of the relations to the given heads."""
        halves = self.rel_head(words)
        chosen = torch.gather(halves, 1, heads.unsqueeze(-1).expand(-1, -1, halves.shape[-1]))
        return self.rel.at(self.rel_dependent(words), chosen).float()

    def adopt(self, path):
        """Takes over the weights of a checkpoint, but for a head whose labels are others."""
        kept = torch.load(path, weights_only=True)
        state = kept["state"]
        for head, mine in (("tag.", self.tags), ("rel.", self.rels), ("name.", self.names)):
            if mine != kept[head[:-1] + "s"]:
                state = {k: v for k, v in state.items() if not k.startswith(head)}
        self.load_state_dict(state, strict=False)

    def save(self, path, meta):
        torch.save({"state": self.state_dict(), "tags": self.tags, "rels": self.rels,
                    "names": self.names, "meta": meta}, path)


def load(path, encoder):
    """The teacher of a checkpoint, ready to predict."""
    kept = torch.load(path, weights_only=True)
    model = Teacher(encoder, kept["tags"], kept["rels"], kept["names"])
    model.load_state_dict(kept["state"])
    return model.eval()
