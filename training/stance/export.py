"""Export the trained judge to ONNX with int8 arithmetic, and write the manifest.

python -m training.stance.export --base MODEL_DIR --weights OUT --to FOLDER
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from training.stance.network import Network


class OneByOne(nn.Module):
    """The network for cases without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: torch.Tensor, kinds: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return logits, and the means of all layers, which other judges read."""
        first, means = self.network.read(ids, torch.ones_like(ids), kinds)
        return self.network.judge(first, means), means


def export(base: Path, weights: Path, target: Path, version: str) -> None:
    """Write judge.onnx, tokenizer.json, record.json and manifest.json."""
    network = Network(str(base))
    network.load_state_dict(torch.load(weights / "weights.pt", map_location="cpu"))
    network.eval()
    target.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(2, 16, dtype=torch.long)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "judge.onnx"
        torch.onnx.export(
            OneByOne(network), (ids, ids), str(plain),
            input_names=["ids", "kinds"], output_names=["logits", "means"],
            dynamic_axes={"ids": {0: "cases", 1: "pieces"},
                          "kinds": {0: "cases", 1: "pieces"}, "logits": {0: "cases"}, "means": {0: "cases"}},
            opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            str(plain), str(target / "judge.onnx"),
            weight_type=QuantType.QInt8, per_channel=True,
        )  # fmt: skip
    shutil.copy(base / "tokenizer.json", target / "tokenizer.json")
    shutil.copy(weights / "record.json", target / "record.json")
    files = ("judge.onnx", "tokenizer.json", "record.json")
    hashes = {n: hashlib.sha256((target / n).read_bytes()).hexdigest() for n in files}
    manifest = {"version": version, "sha256": hashes}
    (target / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def main() -> None:
    """Read the options and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--version", default="v1")
    options = parser.parse_args()
    export(options.base, options.weights, options.to, options.version)


if __name__ == "__main__":
    main()
