"""The best projective tree with one root (Eisner 1996), for a batch at once."""

import numpy as np


def decode(scores, lengths):
    """Heads of the best projective single-rooted trees.

    scores[b, d, h] is the score of head h for dependent d; 0 is the root.
    Returns heads[b, d] with heads[b, 0] == 0; past lengths[b] it is 0 too.
    """
    size, n = scores.shape[0], scores.shape[1] - 1
    heads = np.zeros((size, n + 1), dtype=np.int64)
    if n == 0:
        return heads
    word = scores[:, 1:, 1:].astype(np.float64)
    chart = _fill(word, n)
    for b in range(size):
        length = lengths[b]
        left, right = chart["left"][b], chart["right"][b]
        whole = scores[b, 1:length + 1, 0] + left[0, :length] + right[np.arange(length), length - 1]
        root = int(np.argmax(whole))
        heads[b, root + 1] = 0
        _trace(chart, b, [("left", 0, root), ("right", root, length - 1)], heads[b])
    return heads


def _fill(word, n):
    """Complete and incomplete spans over the words alone, by width.

    right[i, j]: i governs i..j; left[i, j]: j governs i..j. "over" spans are
    the same with the arc between i and j just drawn.
    """
    size = word.shape[0]
    shape = (size, n, n)
    chart = {k: np.full(shape, -np.inf) for k in ("left", "right", "over_left", "over_right")}
    for k in ("at_over", "at_left", "at_right"):
        chart[k] = np.zeros(shape, dtype=np.int32)
    every = np.arange(n)
    chart["left"][:, every, every] = 0
    chart["right"][:, every, every] = 0
    for width in range(1, n):
        i = np.arange(n - width)
        j = i + width
        cut = i[:, None] + np.arange(width)[None, :]  # i <= cut < j
        joined = chart["right"][:, i[:, None], cut] + chart["left"][:, cut + 1, j[:, None]]
        at = joined.argmax(-1)
        best = np.take_along_axis(joined, at[..., None], -1)[..., 0]
        chart["at_over"][:, i, j] = at + i
        chart["over_left"][:, i, j] = best + word[:, i, j]
        chart["over_right"][:, i, j] = best + word[:, j, i]
        done = chart["left"][:, i[:, None], cut] + chart["over_left"][:, cut, j[:, None]]
        at = done.argmax(-1)
        chart["at_left"][:, i, j] = at + i
        chart["left"][:, i, j] = np.take_along_axis(done, at[..., None], -1)[..., 0]
        cut = cut + 1  # i < cut <= j
        done = chart["over_right"][:, i[:, None], cut] + chart["right"][:, cut, j[:, None]]
        at = done.argmax(-1)
        chart["at_right"][:, i, j] = at + i + 1
        chart["right"][:, i, j] = np.take_along_axis(done, at[..., None], -1)[..., 0]
    return chart


def _trace(chart, b, open_spans, heads):
    """Writes the heads of the spans into heads (1-based words)."""
    while open_spans:
        kind, i, j = open_spans.pop()
        if i == j:
            continue
        if kind == "left":
            cut = int(chart["at_left"][b, i, j])
            open_spans += [("left", i, cut), ("over_left", cut, j)]
        elif kind == "right":
            cut = int(chart["at_right"][b, i, j])
            open_spans += [("over_right", i, cut), ("right", cut, j)]
        else:
            if kind == "over_left":
                heads[i + 1] = j + 1
            else:
                heads[j + 1] = i + 1
            cut = int(chart["at_over"][b, i, j])
            open_spans += [("right", i, cut), ("left", cut + 1, j)]
