"""
The reading model: a small pretrained encoder (all-MiniLM-L6-v2), fine-tuned to find cues first and then, for each cue,
its source and content.

encoder  word pieces of whole paragraphs -> a vector a word, and for each word how likely it is the head of a cue
         (`outer`: as PolNeAR marks them, none inside another's content; `any`: also inside)
roles    a paragraph's vectors and one cue's place -> a label a word: begin, inside, end or single of source, cue, content
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

ROLES = ('source', 'cue', 'content')
LABELS = ['O'] + [f'{p}-{r}' for r in ROLES for p in 'BIES']
HIDDEN, HEADS, LAYERS = 384, 12, 6
RATE = 0.1  # of dropout
FAR = 48  # words from the cue: further ones share one place


class Dropout(nn.Module):
    """Dropout whose masks are cut from one long random strip: drawing each anew takes a tenth of the training time on a CPU."""

    strip = None

    def forward(self, x):
        if not self.training:
            return x
        if Dropout.strip is None:
            Dropout.strip = (torch.rand(1 << 24) >= RATE).to(torch.bfloat16) / (1 - RATE)
        n = x.numel()
        at = int(torch.randint(0, Dropout.strip.numel() - n, ()))
        return x * Dropout.strip[at:at + n].view(x.shape).to(x.dtype)


def hidden(mask, dtype):
    """What keeps words from looking at the padding."""
    return ((~mask).to(dtype) * -1e4)[:, None, None, :]


class Attention(nn.Module):
    def __init__(self, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)

    def forward(self, x, mask):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, HIDDEN // self.heads).permute(2, 0, 3, 1, 4)
        # plain products: on a CPU, faster to train than the fused kernel
        scores = (q * (HIDDEN // self.heads) ** -0.5) @ k.transpose(-1, -2)
        y = torch.softmax(scores + hidden(mask, scores.dtype), -1) @ v
        return self.out(y.transpose(1, 2).reshape(b, t, HIDDEN))


class Layer(nn.Module):
    """A BERT layer: post-norm."""

    def __init__(self, heads=HEADS, wide=1536):
        super().__init__()
        self.attention = Attention(heads)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, wide)
        self.down = nn.Linear(wide, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = Dropout()

    def forward(self, x, mask):
        x = self.norm1(x + self.drop(self.attention(x, mask)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


CASES = 5  # lower, Title, UPPER, mixed, no letters


class Encoder(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.places = nn.Embedding(512, HIDDEN)
        self.case = nn.Embedding(CASES, HIDDEN)
        self.quoted = nn.Embedding(2, HIDDEN)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.quoted.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = Dropout()
        self.cue = nn.Sequential(nn.Linear(HIDDEN, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, 2))

    def vectors(self, ids, case, quoted, mask):
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(places)[None] + self.case(case) + self.quoted(quoted)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, ids, case, quoted, mask):
        x = self.vectors(ids, case, quoted, mask)
        return x, self.cue(x)


class Roles(nn.Module):
    def __init__(self):
        super().__init__()
        self.own = nn.Linear(HIDDEN, HIDDEN)
        self.of_cue = nn.Linear(HIDDEN, HIDDEN)
        self.near = nn.Embedding(2 * FAR + 1, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN)
        self.layer = Layer(heads=6, wide=512)
        self.label = nn.Linear(HIDDEN, len(LABELS))

    def forward(self, words, cue, mask):
        """words [n, w, HIDDEN]; cue [n]: place of the cue's head; mask [n, w] -> [n, w, LABELS]"""
        w = words.shape[1]
        of_cue = self.of_cue(words[torch.arange(words.shape[0], device=words.device), cue])
        apart = torch.clamp(torch.arange(w, device=words.device)[None] - cue[:, None], -FAR, FAR) + FAR
        x = self.norm(self.own(words) + of_cue[:, None] + self.near(apart))
        return self.label(self.layer(x, mask))


class Auxiliary(nn.Module):
    """Tasks that only training has: flat labels, and CoreNLP's automatic trees."""

    def __init__(self, relations, size=128):
        super().__init__()
        self.flat = nn.Linear(HIDDEN, len(LABELS))
        self.head = nn.Linear(HIDDEN, size)
        self.child = nn.Linear(HIDDEN, size)
        self.arc = nn.Parameter(torch.randn(size + 1, size) * 0.02)
        self.root = nn.Parameter(torch.zeros(HIDDEN))
        self.relation = nn.Sequential(nn.Linear(2 * HIDDEN, 128), nn.GELU(), nn.Linear(128, relations))

    def arcs(self, words):
        """[b, w, 1 + w]: the root, then each word, as head"""
        above = torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1)
        child = F.gelu(self.child(words))
        child = torch.cat([child, torch.ones_like(child[..., :1])], -1)
        return child @ self.arc.to(child.dtype) @ F.gelu(self.head(above)).transpose(1, 2)

    def relations(self, words, heads):
        above = torch.cat([self.root.expand(words.shape[0], 1, -1).to(words.dtype), words], 1)
        picked = torch.gather(above, 1, heads[..., None].expand(-1, -1, HIDDEN))
        return self.relation(torch.cat([words, picked], -1))


class Reader(nn.Module):
    def __init__(self, vocabulary, relations):
        super().__init__()
        self.encoder = Encoder(vocabulary)
        self.roles = Roles()
        self.auxiliary = Auxiliary(relations)


def pretrained(reader, path):
    """Copies the weights of a BERT in safetensors into the encoder."""
    from safetensors.torch import load_file
    old = load_file(path)
    e = reader.encoder
    def put(target, name):
        assert target.shape == old[name].shape, name
        target.data.copy_(old[name])
    put(e.words.weight, 'embeddings.word_embeddings.weight')
    put(e.places.weight, 'embeddings.position_embeddings.weight')
    e.places.weight.data += old['embeddings.token_type_embeddings.weight'][0]
    put(e.norm.weight, 'embeddings.LayerNorm.weight')
    put(e.norm.bias, 'embeddings.LayerNorm.bias')
    for i, layer in enumerate(e.layers):
        at = f'encoder.layer.{i}.'
        for kind in ('weight', 'bias'):
            parts = [old[f'{at}attention.self.{n}.{kind}'] for n in ('query', 'key', 'value')]
            getattr(layer.attention.qkv, kind).data.copy_(torch.cat(parts))
            for module, name in ((layer.attention.out, 'attention.output.dense'), (layer.norm1, 'attention.output.LayerNorm'),
                                 (layer.up, 'intermediate.dense'), (layer.down, 'output.dense'), (layer.norm2, 'output.LayerNorm')):
                put(getattr(module, kind), f'{at}{name}.{kind}')
