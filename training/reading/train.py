"""
Trains the reading model: `train.py --words DIR --base MODEL_DIR --out FILE [--epochs 10] [--seed 1]`

DIR holds train.jsonl and dev.jsonl (words.ts); MODEL_DIR all-MiniLM-L6-v2 (model.safetensors, tokenizer.json).
"""
import argparse
import json
import os
import random
import subprocess
import time

import numpy as np
import torch
import torch.nn.functional as F

import data
import decode
from model import LABELS, ROLES, Reader, pretrained

RELATIONS = ('punct case nmod nsubj det compound amod dobj root advmod mark aux cc conj nmod:poss ccomp xcomp advcl cop dep acl:relcl '
             'nummod acl neg appos auxpass nsubjpass nmod:tmod compound:prt parataxis mwe expl nmod:npmod csubj iobj det:predet '
             'cc:preconj discourse csubjpass').split()

SMOOTH = 0.03  # of labels: annotators differ

tensors = lambda batch: {k: torch.from_numpy(v) for k, v in batch.items()}


def word_vectors(x, first):
    return torch.gather(x, 1, first[..., None].expand(-1, -1, x.shape[-1]))


def paragraph_vectors(words, cues, width):
    """[n, width, hidden] of each cue's paragraph, and its mask"""
    b, base, n, at = cues.unbind(1)
    place = torch.clamp(base[:, None] + torch.arange(width)[None], max=words.shape[1] - 1)
    mask = torch.arange(width)[None] < n[:, None]
    return words[b[:, None], place], mask


def losses(reader, t):
    x = reader.encoder.vectors(t['ids'], t['case'], t['quoted'], t['mask'])
    words = word_vectors(x, t['first'])
    known = t['words'].float()
    cue = reader.encoder.cue(words).float()
    bce = F.binary_cross_entropy_with_logits
    loss = {
        'cue': 6 * (bce(cue[..., 0], t['outer'], reduction='none') * known).sum() / known.sum(),
        'any': 3 * (bce(cue[..., 1], t['every'], reduction='none') * known * t['every_known']).sum() / known.sum(),
        'flat': 0.5 * F.cross_entropy(reader.auxiliary.flat(words).float()[t['words']], t['flat'][t['words']]),
    }
    if len(t['cues']):
        inside, mask = paragraph_vectors(words, t['cues'], t['labels'].shape[1])
        scores = reader.roles(inside, t['cues'][:, 3], mask).float()
        loss['roles'] = 2 * F.cross_entropy(scores.reshape(-1, len(LABELS)), t['labels'].reshape(-1), ignore_index=-100, label_smoothing=SMOOTH)
    arcs = reader.auxiliary.arcs(words).float()
    same = (t['sentence'][:, :, None] == t['sentence'][:, None, :]) & t['words'][:, None, :]
    same = torch.cat([torch.ones_like(same[..., :1]), same], -1)
    arcs = arcs.masked_fill(~same, -1e4)
    h = t['heads']
    ok = (h >= 0) & same.gather(-1, h.clamp(min=0)[..., None])[..., 0]
    loss['arcs'] = 0.15 * F.cross_entropy(arcs[ok], h[ok])
    related = reader.auxiliary.relations(words, h.clamp(min=0)).float()
    ok = ok & (t['relations'] >= 0)
    loss['relations'] = 0.1 * F.cross_entropy(related[ok], t['relations'][ok])
    return loss


@torch.no_grad()
def predict(reader, articles, paragraphs, pieces, least=0.3):
    """Attributions of articles, each with its cue's probability and its labels'."""
    reader.eval()
    out = []
    for article, paras in zip(articles, paragraphs):
        found = []
        windows = data.windows_of(paras, pieces)
        for k in range(0, len(windows), 8):
            part = windows[k:k + 8]
            t = tensors(data.batch_of(part))
            with torch.autocast('cpu', torch.bfloat16):
                x = reader.encoder.vectors(t['ids'], t['case'], t['quoted'], t['mask'])
                words = word_vectors(x, t['first'])
                p = torch.sigmoid(reader.encoder.cue(words).float())[..., 0]
            cues = []
            for b, window in enumerate(part):
                base = 0
                for para in window:
                    for w in range(len(para.words)):
                        if p[b, base + w] >= least:
                            cues.append((b, base, len(para.words), w, para.start, float(p[b, base + w])))
                    base += len(para.words)
            if not cues:
                continue
            c = torch.tensor([x[:4] for x in cues])
            width = int(c[:, 2].max())
            with torch.autocast('cpu', torch.bfloat16):
                inside, mask = paragraph_vectors(words, c, width)
                scores = F.log_softmax(reader.roles(inside, c[:, 3], mask).float(), -1).numpy()
            labels = decode.best(scores, c[:, 2].numpy())
            for i, (b, base, n, at, start, prob) in enumerate(cues):
                own = labels[i, :n]
                lp = scores[i, np.arange(n), own]
                found.append({'at': start + at, 'p': prob, 'spans': {r: [[s + start, e + start] for s, e in v] for r, v in decode.spans(own).items()},
                              'sure': {r: float(lp[[k for k in range(n) if LABELS[own[k]].endswith(r)]].sum()) for r in ROLES}})
        out.append({'id': article['name'], 'found': found})
    return out


def kept(found, least):
    """One attribution a cue: likelier cues first, none whose head stands in another's cue."""
    taken, out = set(), []
    for f in sorted(found, key=lambda f: -f['p']):
        if f['p'] < least or not f['spans']['content'] or f['at'] in taken:
            continue
        taken.update(w for s, e in f['spans']['cue'] for w in range(s, e))
        taken.add(f['at'])
        out.append(f)
    return out


def write(path, articles, predictions, least):
    with open(path, 'w') as f:
        for a, p in zip(articles, predictions):
            rows = [{r: [[a['starts'][s], a['ends'][e - 1]] for s, e in x['spans'][r]] for r in ROLES} for x in kept(p['found'], least)]
            f.write(json.dumps({'id': a['name'], 'attributions': rows}) + '\n')


def score(path, shared, part='dev'):
    said = subprocess.run(['node', f'{shared}/bench/score-attributions.mjs', '--gold', f'{shared}/data/polnear/{part}', '--pred', path, '--json'],
                          capture_output=True, text=True)
    rows = json.loads(said.stdout)
    return {k.replace('cofenet ', ''): round(100 * rows[k]['f1'], 1) for k in ('cofenet source', 'cofenet cue', 'cofenet content', 'triple', 'strict')}


def main():
    a = argparse.ArgumentParser()
    a.add_argument('--words', required=True)
    a.add_argument('--base', required=True)
    a.add_argument('--out', required=True)
    a.add_argument('--shared', default='../shared')
    a.add_argument('--epochs', type=int, default=9)
    a.add_argument('--seed', type=int, default=1)
    a.add_argument('--rate', type=float, default=2.5e-4)
    a.add_argument('--batch', type=int, default=8)
    a.add_argument('--stop', type=int, help='the last epoch that is run of the schedule')
    a.add_argument('--start', help='weights to go on from, instead of the pretrained ones')
    a.add_argument('--steps', type=int, default=0)
    a.add_argument('--dev-articles', type=int, default=84)
    o = a.parse_args()
    torch.manual_seed(o.seed)
    torch.set_num_threads(int(os.environ.get('THREADS', '2')))
    rng = random.Random(o.seed)
    pieces = data.Pieces(f'{o.base}/tokenizer.json')
    _, train = data.load(f'{o.words}/train.jsonl', RELATIONS)
    dev, dev_paragraphs = data.load(f'{o.words}/dev.jsonl', RELATIONS)
    reader = Reader(pieces.tokenizer.get_vocab_size(), len(RELATIONS))
    pretrained(reader, f'{o.base}/model.safetensors')
    if o.start:
        reader.load_state_dict(torch.load(o.start))
    reader.encoder.words.weight.requires_grad = False  # so that words which training never shows keep their place
    old = [p for n, p in reader.encoder.named_parameters() if not n.startswith(('cue', 'case', 'quoted')) and p.requires_grad]
    ids = {id(p) for p in old}
    new = [p for p in reader.parameters() if p.requires_grad and id(p) not in ids]
    opt = torch.optim.AdamW([{'params': old, 'lr': o.rate}, {'params': new, 'lr': 5 * o.rate}], weight_decay=0.01, fused=True)
    per_epoch = len(data.training_windows(train, pieces, random.Random(0))) // o.batch
    total = o.epochs * per_epoch
    curve = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min(s / (0.06 * total), max(0.0, (total - s) / (0.94 * total))))
    average = {k: v.detach().clone() for k, v in reader.state_dict().items()}
    step, began, sums = 0, time.time(), {}
    print(f'{per_epoch} steps an epoch', flush=True)
    for epoch in range(o.stop or o.epochs):
        windows = data.training_windows(train, pieces, rng)
        rng.shuffle(windows)
        for k in range(0, len(windows) - o.batch + 1, o.batch):
            if step >= total:
                break
            reader.train()
            t = tensors(data.batch_of(windows[k:k + o.batch], rng, 0.03))
            with torch.autocast('cpu', torch.bfloat16):
                loss = losses(reader, t)
            whole = sum(loss.values())
            opt.zero_grad(set_to_none=True)
            whole.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            opt.step()
            curve.step()
            step += 1
            if step % 4 == 0:
                with torch.no_grad():
                    keep = min(0.99, step / (step + 40))
                    for n, v in reader.state_dict().items():
                        average[n].lerp_(v, 1 - keep) if v.dtype.is_floating_point else average[n].copy_(v)
            for n, v in loss.items():
                sums[n] = sums.get(n, 0) + float(v.detach())
            if step % 50 == 0:
                print(f'{step} {(time.time() - began) / 60:.1f} min ' + ' '.join(f'{n} {v / 50:.3f}' for n, v in sums.items()), flush=True)
                sums = {}
            if o.steps and step >= o.steps:
                return
        now = {k: v.clone() for k, v in reader.state_dict().items()}
        torch.save(average, f'{o.out}.epoch{epoch + 1}')
        if epoch % 2 == 1 or epoch == o.epochs - 1 or o.start:
            reader.load_state_dict(average)
            n = o.dev_articles
            found = predict(reader, dev[:n], dev_paragraphs[:n], pieces)
            for least in (0.5, 0.6):
                write(f'{o.out}.dev.jsonl', dev[:n], found, least)
                print('epoch', epoch + 1, least, score(f'{o.out}.dev.jsonl', o.shared), f'{(time.time() - began) / 60:.1f} min', flush=True)
            reader.load_state_dict(now)
    torch.save(average, o.out)


if __name__ == '__main__':
    main()
