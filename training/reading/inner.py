"""
PolNeAR marks no attribution inside another. This labels them with a model trained on what it marks: each content is read
as a text of its own, and what is outermost there is inside here. Twice over, so that those inside those are found, too.

    inner.py --weights FILE.pt --words DIR --base MODEL_DIR     writes DIR/train.inner.jsonl

A line an article: {"inner": attributions as in train.jsonl with "at", the cue's head; "unknown": words that may be one}.
"""
import argparse
import json

import torch

import data
from model import ROLES, Reader
from train import RELATIONS, kept, predict

SURE, DOUBTFUL = 0.6, 0.1  # of being a cue: one, and perhaps one
SHORTEST = 4  # words of a content that may hold an attribution


def pieces_of(article, contents):
    """Contents as paragraphs of their own, without the marks around them."""
    out = []
    for words in contents:
        runs = [[words[0], words[0] + 1]]
        for w in words[1:]:
            if w == runs[-1][1]:
                runs[-1][1] = w + 1
            else:
                runs.append([w, w + 1])
        for first, last in runs:
            while first < last and article['words'][first] in '“”"‘’\'':
                first += 1
            while last > first and article['words'][last - 1] in '“”"‘’\'':
                last -= 1
            if last - first >= SHORTEST:
                n = last - first
                out.append(data.Paragraph(article['words'][first:last], [0] * n, [-2] * n, [-1] * n, [], [[0, n]], first))
    return out


def main():
    a = argparse.ArgumentParser()
    a.add_argument('--weights', required=True)
    a.add_argument('--words', required=True)
    a.add_argument('--base', required=True)
    o = a.parse_args()
    pieces = data.Pieces(f'{o.base}/tokenizer.json')
    articles, _ = data.load(f'{o.words}/train.jsonl', RELATIONS)
    state = torch.load(o.weights)
    reader = Reader(state['encoder.words.weight'].shape[0], len(RELATIONS))
    reader.load_state_dict(state)
    inner, unknown = [[] for _ in articles], [set() for _ in articles]
    contents = [[g['content'] for g in a['gold']] for a in articles]
    for depth in range(2):
        found = predict(reader, articles, [pieces_of(a, c) for a, c in zip(articles, contents)], pieces, DOUBTFUL)
        contents = []
        for i, p in enumerate(found):
            sure = kept(p['found'], SURE)
            unknown[i].update(f['at'] for f in p['found'])
            words = lambda f, r: [w for s, e in f['spans'][r] for w in range(s, e)]
            more = [{**{r: words(f, r) for r in ROLES}, 'at': f['at']} for f in sure]
            unknown[i].difference_update(m['at'] for m in more)
            inner[i] += more
            contents.append([m['content'] for m in more])
        print(f'depth {depth + 1}: {sum(map(len, contents))} attributions', flush=True)
    with open(f'{o.words}/train.inner.jsonl', 'w') as f:
        for i, u in zip(inner, unknown):
            f.write(json.dumps({'inner': i, 'unknown': sorted(u)}) + '\n')


if __name__ == '__main__':
    main()
