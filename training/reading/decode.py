"""Labels' scores -> spans: the best sequence in which every span begins and ends."""
import numpy as np

from model import LABELS, ROLES

N = len(LABELS)
OPENS = [l == 'O' or l[0] in 'BS' for l in LABELS]
CLOSES = [l == 'O' or l[0] in 'ES' for l in LABELS]
NEXT = np.full((N, N), -1e9, np.float32)
for i, a in enumerate(LABELS):
    for j, b in enumerate(LABELS):
        if CLOSES[i] and OPENS[j]:
            NEXT[i, j] = 0
        if a[0] in 'BI' and b[0] in 'IE' and a[2:] == b[2:]:
            NEXT[i, j] = 0
START = np.where(OPENS, 0, -1e9).astype(np.float32)
END = np.where(CLOSES, 0, -1e9).astype(np.float32)


def best(scores, lengths):
    """scores [n, w, labels] (log probabilities) -> labels [n, w] by Viterbi, over each row's own length"""
    n, w, _ = scores.shape
    back = np.zeros((n, w, N), np.int64)
    now = scores[:, 0] + START
    ends = [None] * n
    for t in range(w):
        if t:
            step = now[:, :, None] + NEXT[None]
            back[:, t] = step.argmax(1)
            now = step.max(1) + scores[:, t]
        for i in np.nonzero(lengths == t + 1)[0]:
            ends[i] = int((now[i] + END).argmax())
    out = np.zeros((n, w), np.int64)
    for i in range(n):
        at = ends[i]
        for t in range(lengths[i] - 1, -1, -1):
            out[i, t] = at
            at = back[i, t, at]
    return out


def spans(labels):
    """{'source': [[first, last], ...], ...} in words, last exclusive"""
    found = {r: [] for r in ROLES}
    for t, l in enumerate(labels):
        if l == 0:
            continue
        p, r = LABELS[l].split('-')
        if p in 'BS':
            found[r].append([t, t + 1])
        elif found[r]:
            found[r][-1][1] = t + 1
    return found
