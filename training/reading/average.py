"""The mean of several checkpoints' weights (Wortsman et al. 2022): `average.py OUT.pt IN.pt IN.pt …`"""
import sys

import torch

out, *paths = sys.argv[1:]
states = [torch.load(path, map_location='cpu') for path in paths]
torch.save({name: sum(state[name].float() for state in states) / len(states) for name in states[0]}, out)
