"""The decoder against all trees of small sentences: python -m unittest."""

import itertools
import unittest

import numpy as np

import eisner


def is_tree(heads):
    """Whether heads (1-based, heads[0] == 0) make a projective tree with one root."""
    for word in range(1, len(heads)):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word]
    arcs = [tuple(sorted((d, heads[d]))) for d in range(1, len(heads))]
    crossing = any(a < c < b < d for a, b in arcs for c, d in arcs)
    return not crossing and sum(h == 0 for h in heads[1:]) == 1


def best(scores, n):
    """The best tree over the first n words, by trying all."""
    trees = ((0,) + h for h in itertools.product(range(n + 1), repeat=n))
    return max((h for h in trees if is_tree(h)), key=lambda h: sum(scores[d, h[d]] for d in range(1, n + 1)))


class Eisner(unittest.TestCase):
    def test_best_tree(self):
        dice = np.random.default_rng(0)
        for lengths in ([5, 3, 1], [4, 5, 2]) * 10:
            scores = dice.normal(size=(3, 6, 6))
            heads = eisner.decode(scores, lengths)
            for b, n in enumerate(lengths):
                self.assertEqual(tuple(heads[b, :n + 1]), best(scores[b], n))


if __name__ == "__main__":
    unittest.main()
