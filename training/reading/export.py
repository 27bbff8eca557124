"""
Writes the trained reading model for use: encoder.onnx and roles.onnx in 8-bit integers, the vocabulary, the manifest.

    export.py --weights FILE.pt --base MODEL_DIR --out models/attribution-en [--float]
"""
import argparse
import hashlib
import json
import os
import shutil
import tempfile

import onnxruntime as ort
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from model import FAR, HIDDEN, Reader
from train import RELATIONS


class EncoderGraph(nn.Module):
    """One window of word pieces, no padding -> its words' vectors, and how likely each is a cue's head."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, ids, case, quoted, first):
        e = self.encoder
        places = torch.arange(ids.shape[0])
        x = e.norm(e.words(ids) + e.places(places) + e.case(case) + e.quoted(quoted))[None]
        for layer in e.layers:
            x = self.layer(layer, x)
        words = x[0][first.long()]
        return words, torch.sigmoid(e.cue(words))

    @staticmethod
    def layer(layer, x):
        a = layer.attention
        b, t = x.shape[0], x.shape[1]
        size = HIDDEN // a.heads
        q, k, v = (p.view(b, t, a.heads, size).transpose(1, 2) for p in a.qkv(x).split(HIDDEN, -1))
        y = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(b, t, HIDDEN)
        x = layer.norm1(x + a.out(y))
        return layer.norm2(x + layer.down(F.gelu(layer.up(x))))


class RolesGraph(nn.Module):
    """The words of one paragraph and the places of its cues -> log probabilities of labels, [cues, words, labels]."""

    def __init__(self, roles):
        super().__init__()
        self.roles = roles

    def forward(self, words, cue):
        r = self.roles
        of_cue = r.of_cue(words[cue.long()])
        apart = torch.clamp(torch.arange(words.shape[0])[None] - cue.long()[:, None], -FAR, FAR) + FAR
        x = r.norm(r.own(words)[None] + of_cue[:, None] + r.near(apart))
        return torch.log_softmax(r.label(EncoderGraph.layer(r.layer, x)), -1)


OPSET = 23  # has GELU and attention as single steps


def export(graph, inputs, names, outputs, dynamic, path):
    torch.onnx.export(graph, inputs, path, input_names=names, output_names=outputs, dynamic_shapes=dynamic, dynamo=True,
                      opset_version=OPSET, external_data=False)


def quantized(source, target):
    with tempfile.TemporaryDirectory() as d:
        ready = os.path.join(d, 'ready.onnx')
        quant_pre_process(source, ready, skip_symbolic_shape=True)
        # 7 of 8 bits: processors without VNNI add up pairs in 16 bits, and full weights overflow them. So every processor
        # reads alike (checked under qemu as Haswell and Skylake), for 0.3 points of content F1
        quantize_dynamic(ready, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                         op_types_to_quantize=['MatMul', 'Gemm', 'Gather'], extra_options={'MatMulConstBOnly': True})
        fused(target)


def fused(path):
    """
    Fuses steps once, so that loading needs not. All but "skip layer norm": onnxruntime 1.30 runs it one number at a
    time, and takes a quarter longer over a window.
    """
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = path
    options.log_severity_level = 3
    ort.InferenceSession(path, options, providers=['CPUExecutionProvider'], disabled_optimizers=['SkipLayerNormFusion'])


def main():
    a = argparse.ArgumentParser()
    a.add_argument('--weights', required=True)
    a.add_argument('--base', required=True)
    a.add_argument('--out', required=True)
    a.add_argument('--float', action='store_true')
    o = a.parse_args()
    state = torch.load(o.weights, map_location='cpu')
    reader = Reader(state['encoder.words.weight'].shape[0], len(RELATIONS))
    reader.load_state_dict(state)
    reader.eval()
    os.makedirs(o.out, exist_ok=True)
    T, W, N = torch.export.Dim('T', min=3, max=512), torch.export.Dim('W', min=2, max=512), torch.export.Dim('N', min=1, max=256)
    i = lambda *x: torch.tensor(x, dtype=torch.int32)
    with tempfile.TemporaryDirectory() as d:
        e, r = os.path.join(d, 'encoder.onnx'), os.path.join(d, 'roles.onnx')
        export(EncoderGraph(reader.encoder), (i(101, 2002, 2056, 2009, 102), i(4, 1, 0, 0, 4), i(0, 0, 0, 0, 0), i(1, 2, 3)),
               ['ids', 'case', 'quoted', 'first'], ['words', 'cues'], ({0: T}, {0: T}, {0: T}, {0: W}), e)
        export(RolesGraph(reader.roles), (torch.randn(7, HIDDEN), i(1, 2, 3)), ['words', 'cues'], ['labels'], ({0: W}, {0: N}), r)
        for path in (e, r):
            target = os.path.join(o.out, os.path.basename(path))
            if o.float:
                shutil.copy(path, target)
            else:
                quantized(path, target)
    shutil.copy(os.path.join(o.base, 'vocab.txt'), os.path.join(o.out, 'vocabulary.txt'))
    files = {f: hashlib.sha256(open(os.path.join(o.out, f), 'rb').read()).hexdigest() for f in ('encoder.onnx', 'roles.onnx', 'vocabulary.txt')}
    # calibrate.ts puts its own in the place of these
    none = dict(bias=0, likely=1, cue=0, content=0, outside=0, sourceless=0)
    manifest = {'name': 'attribution-en', 'version': 1, 'files': files, 'least': dict(outer=0.6, inner=0.4, sourceless=0), 'confidence': none}
    json.dump(manifest, open(os.path.join(o.out, 'manifest.json'), 'w'), indent=2)


if __name__ == '__main__':
    main()
