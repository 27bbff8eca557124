"""Articles (words.ts writes them) -> windows of whole paragraphs, as the model sees them in training and in use."""
import json
import os
import random
import unicodedata
from dataclasses import dataclass, field

import numpy as np
from tokenizers import Tokenizer

from model import LABELS, ROLES

PIECES = 254  # of a window, without [CLS] and [SEP]
LONGEST_WORD = 8  # pieces of a word that are read
CLS, SEP, UNK, MASK = 101, 102, 100, 103


class Pieces:
    """Word pieces of a word: lower case, no accents, as the vocabulary wants them."""

    def __init__(self, path):
        self.tokenizer = Tokenizer.from_file(path)
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known = {}

    def __call__(self, word):
        if word not in self.known:
            self.known[word] = self.tokenizer.encode(word, add_special_tokens=False).ids[:LONGEST_WORD] or [UNK]
        return self.known[word]


def case_of(word):
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 4
    if not any(c.isupper() for c in letters):
        return 0
    if word[0].isupper() and not any(c.isupper() for c in letters[1:]):
        return 1
    return 2 if all(c.isupper() for c in letters) else 3


@dataclass
class Paragraph:
    """Words with what is marked in them; places count from the paragraph's first word."""
    words: list
    quoted: list
    heads: list  # -1 root, -2 unknown
    relations: list
    gold: list  # {'source': [...], 'cue': [...], 'content': [...], 'at': cue head, 'inner': bool}
    sentences: list  # runs
    start: int = 0  # first word's place in the article
    sealed: bool = False  # what stands inside contents is marked, too
    unknown: frozenset = frozenset()  # words that may be the head of a cue inside a content
    ids: list = field(default_factory=list)


NOT_A_HEAD = {'punct', 'aux', 'auxpass', 'mark', 'advmod', 'cc', 'neg'}


def cue_head(cue, heads, names):
    inside = set(cue)
    tops = [w for w in cue if heads[w] not in inside]
    good = [w for w in tops if names[w] not in NOT_A_HEAD and heads[w] != -2]
    return (good or tops or cue)[0]


def paragraphs_of(article, relation_names, longest=200):
    """An article's paragraphs; long ones cut between sentences."""
    out = []
    names = [relation_names[r] if r >= 0 else 'dep' for r in article['labels']]
    runs = []
    sentences = article['sentences']
    for first, last in article['paragraphs']:
        inside = [s for s in sentences if s[0] >= first and s[1] <= last]
        run = None
        for s in inside:
            if run and s[1] - run[0] > longest:
                runs.append(run)
                run = None
            run = [run[0], s[1]] if run else list(s)
        if run:
            runs.append(run)
    for first, last in runs:
        gold = []
        for g in article['gold']:
            every = g['source'] + g['cue'] + g['content']
            if not g['cue'] or min(every) < first or max(every) >= last:
                continue
            at = cue_head(g['cue'], article['heads'], names)
            gold.append({**{r: [w - first for w in g[r]] for r in ROLES}, 'at': at - first, 'inner': False})
        for g in article.get('inner', []):
            every = g['source'] + g['cue'] + g['content'] + [g['at']]
            if min(every) >= first and max(every) < last:
                gold.append({**{r: [w - first for w in g[r]] for r in ROLES}, 'at': g['at'] - first, 'inner': True})
        heads = [h if h < 0 else (h - first if first <= h < last else -2) for h in article['heads'][first:last]]
        out.append(Paragraph(article['words'][first:last], article['quoted'][first:last], heads,
                             article['labels'][first:last], gold,
                             [[s[0] - first, s[1] - first] for s in sentences if s[0] >= first and s[1] <= last], first,
                             'inner' in article, frozenset(w - first for w in article.get('unknown', []))))
    return out


def labels_of(n, spans_by_role):
    y = np.zeros(n, dtype=np.int64)
    for role in ('content', 'source', 'cue'):
        words = sorted(spans_by_role[role])
        run = []
        for w in words + [None]:
            if run and (w is None or w != run[-1] + 1):
                name = LABELS.index(f'B-{role}')
                if len(run) == 1:
                    y[run[0]] = name + 3
                else:
                    y[run[0]] = name
                    y[run[1:-1]] = name + 1
                    y[run[-1]] = name + 2
                run = []
            if w is not None:
                run.append(w)
    return y


# ---- what training changes -------------------------------------------------------------------------------------------

QUOTES = [{'“': '"', '”': '"', '‘': "'", '’': "'"}, {'“': '‘', '”': '’', '‘': '“', '’': '”'}]


def other_marks(paragraph, style):
    words = [style.get(w, w) if len(w) == 1 else w for w in paragraph.words]
    return Paragraph(words, paragraph.quoted, paragraph.heads, paragraph.relations, paragraph.gold, paragraph.sentences,
                     paragraph.start, paragraph.sealed, paragraph.unknown)


def without_sentences(paragraph, rate, rng):
    """Leaves out sentences that hold nothing, as the gate does in use."""
    held = set()
    for g in paragraph.gold:
        held.update(g['source'] + g['cue'] + g['content'])
    keep = [s for s in paragraph.sentences if any(w in held for w in range(*s)) or rng.random() > rate]
    if len(keep) == len(paragraph.sentences):
        return paragraph
    old = [w for s in keep for w in range(*s)]
    if not old:
        return None
    new = {w: i for i, w in enumerate(old)}
    move = lambda ws: [new[w] for w in ws]
    gold = [{**{r: move(g[r]) for r in ROLES}, 'at': new[g['at']], 'inner': g['inner']} for g in paragraph.gold]
    heads = [h if h < 0 else new.get(h, -2) for h in (paragraph.heads[w] for w in old)]
    sentences, at = [], 0
    for s in keep:
        sentences.append([at, at + s[1] - s[0]])
        at += s[1] - s[0]
    return Paragraph([paragraph.words[w] for w in old], [paragraph.quoted[w] for w in old], heads,
                     [paragraph.relations[w] for w in old], gold, sentences, paragraph.start, paragraph.sealed,
                     frozenset(new[w] for w in paragraph.unknown if w in new))


PASSERS = [s.split() for s in '''state media
state television
the state news agency
the news agency
the newspaper
the daily
the broadcaster
Western officials
officials
two officials
a senior official
a spokesman
people familiar with the matter
a person briefed on the talks
the report
the document
court papers
the indictment
prosecutors
analysts
an aide
three diplomats
the ministry
the agency
the statement
local media
witnesses
residents
the company
Western officials cited by the newspaper
a government source quoted by the agency
officials briefed on the matter
the spokeswoman
researchers
The Times
Reuters
the BBC
his lawyer
the club
the minutes'''.split('\n')]
SAYS = ['said', 'said', 'said', 'says', 'reported', 'reported', 'reports', 'wrote', 'claimed', 'added', 'alleged', 'confirmed', 'noted', 'announced', 'suggested', 'told reporters']


def wrapped(paragraph, rng):
    """A sentence with one attribution, put into the mouth of somebody else: an attribution inside another."""
    fit = []
    for s in paragraph.sentences:
        inside = [g for g in paragraph.gold if s[0] <= g['at'] < s[1]]
        if len(inside) == 1 and not any(w in paragraph.unknown for w in range(*s)) and 6 <= s[1] - s[0] <= 45:
            every = inside[0]['source'] + inside[0]['cue'] + inside[0]['content']
            if min(every) >= s[0] and max(every) < s[1] and inside[0]['source']:
                fit.append((s, inside[0]))
    if not fit:
        return None
    (first, last), g = rng.choice(fit)
    words = paragraph.words[first:last]
    stop = len(words) - 1 if words[-1] in '.' else len(words)
    words, quoted = words[:stop], paragraph.quoted[first:first + stop]
    if max(g['source'] + g['cue'] + g['content']) - first >= stop:
        return None
    who = list(rng.choice(PASSERS))
    says = rng.choice(SAYS).split()
    title = lambda ws: [ws[0][:1].upper() + ws[0][1:]] + ws[1:]
    kind = rng.randrange(6)
    if kind == 0:  # According to X, S.
        before, after, cue, source = ['According', 'to', *who, ','], ['.'], [0, 1], list(range(2, 2 + len(who)))
        at = 0
    elif kind in (1, 2):  # X said (that) S.
        that = ['that'] if kind == 1 else []
        before, after = [*title(who), *says, *that], ['.']
        source, cue = list(range(len(who))), [len(who)]
        at = len(who)
    elif kind == 3:  # S, X said.
        n = len(words)
        before, after = [], [',', *who, *says, '.']
        source, cue = list(range(n + 1, n + 1 + len(who))), [n + 1 + len(who)]
        at = cue[0]
    elif kind == 4:  # S, according to X.
        n = len(words)
        before, after = [], [',', 'according', 'to', *who, '.']
        cue, source = [n + 1, n + 2], list(range(n + 3, n + 3 + len(who)))
        at = n + 1
    else:  # S, said X.
        n = len(words)
        before, after = [], [',', says[0], *who, '.']
        cue, source = [n + 1], list(range(n + 2, n + 2 + len(who)))
        at = n + 1
    shift = len(before)
    inner = {r: [w - first + shift for w in g[r]] for r in ROLES}
    content = list(range(shift - (1 if kind == 1 else 0), shift + len(words)))
    if shift and words[0] in ('The', 'A', 'An', 'He', 'She', 'They', 'It', 'In', 'But', 'Some', 'Many', 'His', 'Her'):
        words = [words[0].lower(), *words[1:]]
    every = before + words + after
    return Paragraph(every, [0] * shift + quoted + [0] * len(after), [-2] * len(every), [-1] * len(every),
                     [{'source': source, 'cue': cue, 'content': content, 'at': at, 'inner': False},
                      {**inner, 'at': g['at'] - first + shift, 'inner': True}],
                     [[0, len(every)]], -1, True)


def windows_of(paragraphs, pieces, room=PIECES):
    """Packs whole paragraphs into windows."""
    windows, now, size = [], [], 0
    for p in paragraphs:
        p.ids = [pieces(w) for w in p.words]
        n = sum(map(len, p.ids))
        if n > room:  # one endless sentence
            keep, n = 0, 0
            while n + len(p.ids[keep]) <= room:
                n += len(p.ids[keep])
                keep += 1
            p = Paragraph(p.words[:keep], p.quoted[:keep], [h if h < keep else -2 for h in p.heads[:keep]], p.relations[:keep],
                          [g for g in p.gold if max(g['source'] + g['cue'] + g['content']) < keep], [[0, keep]], p.start, p.sealed, p.unknown, p.ids[:keep])
        if now and size + n > room:
            windows.append(now)
            now, size = [], 0
        now.append(p)
        size += n
    if now:
        windows.append(now)
    return windows


def training_windows(articles, pieces, rng):
    out = []
    for paragraphs in articles:
        rate = rng.choice([0, 0, 0.3, 0.6])
        style = rng.choice([None, None, None, QUOTES[0], QUOTES[1]])
        kept = []
        for p in paragraphs:
            if rate:
                p = without_sentences(p, rate, rng)
            if p is None:
                continue
            kept.append(other_marks(p, style) if style else p)
        extra = [w for w in (wrapped(p, rng) for p in rng.sample(kept, min(len(kept), 3))) if w]
        for w in extra:
            kept.insert(rng.randrange(len(kept) + 1), w)
        out += windows_of(kept, pieces, rng.choice([PIECES, PIECES, 200, 128]))
    return out


def batch_of(windows, rng=None, word_dropout=0.0):
    """Arrays of a batch of windows."""
    T = 2 + max(sum(len(i) for p in w for i in p.ids) for w in windows)
    W = max(sum(len(p.words) for p in w) for w in windows)
    B = len(windows)
    ids = np.zeros((B, T), np.int64); case = np.full((B, T), 4, np.int64); quoted = np.zeros((B, T), np.int64); mask = np.zeros((B, T), bool)
    first = np.zeros((B, W), np.int64); words = np.zeros((B, W), bool)
    outer = np.zeros((B, W), np.float32); every = np.zeros((B, W), np.float32); every_known = np.zeros((B, W), np.float32)
    flat = np.zeros((B, W), np.int64); heads = np.full((B, W), -1, np.int64); relations = np.full((B, W), -1, np.int64)
    sentence = np.full((B, W), -1, np.int64)
    cues, runs, labels = [], [], []
    for b, window in enumerate(windows):
        t, w, s = 1, 0, 0
        ids[b, 0] = CLS
        for p in window:
            base = w
            for k, word in enumerate(p.words):
                piece = p.ids[k]
                first[b, w] = t
                c = case_of(word)
                n = len(piece)
                drop = rng is not None and rng.random() < word_dropout
                ids[b, t:t + n] = MASK if drop else piece
                case[b, t:t + n] = c
                quoted[b, t:t + n] = p.quoted[k]
                t += n
                w += 1
            n = len(p.words)
            words[b, base:base + n] = True
            for run in p.sentences:
                sentence[b, base + run[0]:base + run[1]] = s
                s += 1
            inside = set()
            spans = {r: set() for r in ROLES}
            for g in p.gold:
                if not g['inner']:
                    outer[b, base + g['at']] = 1
                    inside.update(g['content'])
                    for r in ROLES:
                        spans[r].update(g[r])
                every[b, base + g['at']] = 1
            for k in range(n):
                every_known[b, base + k] = every[b, base + k] or (k not in p.unknown if p.sealed else k not in inside)
            y = np.zeros(n, np.int64)
            for g in p.gold:  # piece by piece, so that neighbours stay apart
                if not g['inner']:
                    own = labels_of(n, g)
                    y[own > 0] = own[own > 0]
            flat[b, base:base + n] = y
            for k in range(n):
                h = p.heads[k]
                if h == -1:
                    heads[b, base + k] = 0
                elif h >= 0:
                    heads[b, base + k] = 1 + base + h
                relations[b, base + k] = p.relations[k] if h != -2 else -1
            for g in p.gold:
                cues.append((b, base, n, g['at']))
                labels.append(labels_of(n, g))
        ids[b, t] = SEP
        mask[b, :t + 1] = True
    P = max([n for _, _, n, _ in cues], default=1)
    N = len(cues)
    y = np.full((N, P), -100, np.int64)
    for i, l in enumerate(labels):
        y[i, :len(l)] = l
    return dict(ids=ids, case=case, quoted=quoted, mask=mask, first=first, words=words, outer=outer, every=every,
                every_known=every_known, flat=flat, heads=heads, relations=relations, sentence=sentence,
                cues=np.array(cues, np.int64).reshape(N, 4), labels=y)


def load(path, relation_names):
    articles = [json.loads(line) for line in open(path, encoding='utf8')]
    inner = path.replace('.jsonl', '.inner.jsonl')
    if os.path.exists(inner):
        articles = [{**a, **json.loads(line)} for a, line in zip(articles, open(inner))]
    return articles, [paragraphs_of(a, relation_names) for a in articles]
