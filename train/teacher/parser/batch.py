"""From words to tensors: word pieces, case flags, batches by length."""

import random

import torch
from tokenizers import Tokenizer

MAX_PIECES = 8  # of one word; the tail of a longer one is not looked at
MAX_WORDS = 180  # of one sentence; position embeddings end at 512 pieces

# How a word is written. The encoder is uncased, so this is all it knows of capitals.
UNKNOWN, LOWER, CAPITALISED, ALLCAPS, OTHER = range(5)
CASES = 5


def case_of(word):
    """The case flag of one word."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return OTHER
    if all(c.islower() for c in letters):
        return LOWER
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return ALLCAPS
    if word[:1].isupper():
        return CAPITALISED
    return OTHER


def shouted(words):
    """Whether a sentence is in capitals throughout, so that case tells nothing."""
    letters = [c for word in words for c in word if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.8 * len(letters) and len(letters) > 3


class Pieces:
    """The word pieces of words, remembered."""

    def __init__(self, path):
        self.tokenizer = Tokenizer.from_file(path)
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.cls = self.tokenizer.token_to_id("[CLS]")
        self.sep = self.tokenizer.token_to_id("[SEP]")
        self.unknown = self.tokenizer.token_to_id("[UNK]")
        self.known = {}

    def of(self, word):
        """The piece ids of one word, never none."""
        ids = self.known.get(word)
        if ids is None:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES] or [self.unknown]
            self.known[word] = ids
        return ids


def make(sentences, pieces, uncase=None):
    """The input tensors of a batch.

    uncase(sentence) says whether the case flags are withheld; by default they
    are withheld from sentences in capitals.
    """
    uncase = uncase or (lambda sentence: shouted(sentence.words))
    rows = []
    for sentence in sentences:
        ids, cases, first, last = [pieces.cls], [UNKNOWN], [0], [0]
        hidden = uncase(sentence)
        for word in sentence.words:
            own = pieces.of(word)
            first.append(len(ids))
            last.append(len(ids) + len(own) - 1)
            ids += own
            cases += [UNKNOWN if hidden else case_of(word)] * len(own)
        rows.append((ids + [pieces.sep], cases + [UNKNOWN], first, last))
    width = max(len(row[0]) for row in rows)
    words = max(len(row[2]) for row in rows)

    def stack(i, length):
        return torch.tensor([row[i] + [0] * (length - len(row[i])) for row in rows])

    mask = torch.tensor([[1] * len(row[0]) + [0] * (width - len(row[0])) for row in rows])
    present = torch.tensor([[1] * len(row[2]) + [0] * (words - len(row[2])) for row in rows]).bool()
    return {"ids": stack(0, width), "cases": stack(1, width), "mask": mask,
            "first": stack(2, words), "last": stack(3, words), "present": present}


def by_length(sentences, size, seed=None):
    """Batches of about size words, of sentences of like length; shuffled by seed."""
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i].words), i))
    dice = random.Random(seed)
    if seed is not None:  # like, not equal: neighbours change from epoch to epoch
        noise = {i: len(sentences[i].words) * dice.uniform(0.85, 1.15) for i in order}
        order.sort(key=lambda i: noise[i])
    batches, batch, longest = [], [], 0
    for i in order:
        longest = max(longest, len(sentences[i].words))
        if batch and longest * (len(batch) + 1) > size:
            batches.append(batch)
            batch, longest = [], len(sentences[i].words)
        batch.append(i)
    batches.append(batch)
    if seed is not None:
        dice.shuffle(batches)
    return [[sentences[i] for i in batch] for batch in batches]
