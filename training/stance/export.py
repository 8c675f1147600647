"""Export the trained judge to ONNX with int8 arithmetic, and write the manifest.

python -m training.stance.export --base MODEL_DIR --weights OUT --to FOLDER

The network comes in two parts, so that who needs its lower layers alone runs no more:
``early.onnx`` goes from pieces to the pieces of layers 3 and 4, ``late.onnx`` on from the
fourth to the answer. Both give the means of their layers.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from training.stance.network import Network

#: Layers of the first part.
EARLY = 4
#: Names of what the parts read and give.
PARTS = {
    "early.onnx": (("ids", "kinds"), ("third", "fourth", "means")),
    "late.onnx": (("fourth",), ("logits", "means")),
}
_PIECES = frozenset({"ids", "kinds", "third", "fourth"})


class Early(nn.Module):
    """The first layers, for cases without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: torch.Tensor, kinds: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        """Return pieces of the last two of these layers, and the means of all."""
        layers = self.network.layers(ids, torch.ones_like(ids), kinds)[:EARLY]
        return layers[-2], layers[-1], means_of(layers)


class Late(nn.Module):
    """What comes behind them."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Return the logits, and the means of these layers."""
        layers = []
        for layer in self.network.base.encoder.layer[EARLY:]:
            pieces = layer(pieces)
            pieces = pieces[0] if isinstance(pieces, tuple) else pieces
            layers.append(pieces)
        means = means_of(layers)
        return self.network.judge(pieces[:, 0], means), means


def means_of(layers: Sequence[torch.Tensor]) -> torch.Tensor:
    """Return the means over the pieces, (cases, layers, size)."""
    return torch.stack([pieces.mean(1) for pieces in layers], dim=1)


def write(
    part: nn.Module, given: tuple[torch.Tensor, ...], target: Path
) -> tuple[torch.Tensor, ...]:
    """Write one part with int8 arithmetic; return what it gives."""
    inputs, outputs = PARTS[target.name]
    axes = {
        name: {0: "cases", 1: "pieces"} if name in _PIECES else {0: "cases"}
        for name in (*inputs, *outputs)
    }
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / target.name
        torch.onnx.export(
            part, given, str(plain), input_names=inputs, output_names=outputs,
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            str(plain), str(target), weight_type=QuantType.QInt8, per_channel=True
        )
    return tuple(part(*given))


def export(base: Path, weights: Path, target: Path, version: str) -> None:
    """Write the parts, tokenizer.json, record.json and manifest.json."""
    network = Network(str(base))
    network.load_state_dict(torch.load(weights / "weights.pt", map_location="cpu"))
    network.eval()
    target.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(2, 16, dtype=torch.long)
    _, fourth, _ = write(Early(network), (ids, ids), target / "early.onnx")
    write(Late(network), (fourth,), target / "late.onnx")
    shutil.copy(base / "tokenizer.json", target / "tokenizer.json")
    shutil.copy(weights / "record.json", target / "record.json")
    files = (*PARTS, "tokenizer.json", "record.json")
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
