"""Export trained weights to ONNX with int8 arithmetic, and write the manifest.

    python -m training.attribution.export --base MODEL_DIR --weights OUT... --to FOLDER

Several weights are averaged, number by number: they must come from runs with the same
base and the same seed of the new layers.
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

from training.attribution.network import DISTANCE, WIDTH, Network

#: What the encoder gives, in this order.
OUTPUTS = ("cue", "piece", "question", "source", "content")


def averaged(folders: Sequence[Path]) -> dict[str, torch.Tensor]:
    """Average the weights of several runs."""
    states = [torch.load(f / "weights.pt", map_location="cpu") for f in folders]
    return {
        name: torch.stack([s[name].float() for s in states]).mean(0).to(value.dtype)
        for name, value in states[0].items()
    }


def export(base: Path, weights: Sequence[Path], target: Path, version: str) -> None:
    """Write encoder.onnx, head.onnx, tokenizer.json and manifest.json."""
    network = Network(str(base), attention="eager")
    network.load_state_dict(averaged(weights))
    network.eval()
    target.mkdir(parents=True, exist_ok=True)
    ids = torch.ones(2, 16, dtype=torch.long)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "encoder.onnx"
        torch.onnx.export(
            network.encoder, (ids, ids, ids), str(plain),
            input_names=["ids", "mask", "features"],
            output_names=list(OUTPUTS),
            dynamic_axes={n: {0: "windows", 1: "pieces"} for n in
                          ("ids", "mask", "features", *OUTPUTS)},
            opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            str(plain), str(target / "encoder.onnx"),
            weight_type=QuantType.QInt8, per_channel=True,
        )  # fmt: skip
    torch.onnx.export(
        network.head,
        (torch.zeros(2, 16, WIDTH), torch.zeros(2, 2 * WIDTH), ids, ids),
        str(target / "head.onnx"),
        input_names=["piece", "question", "distance", "hint"],
        output_names=["labels"],
        dynamic_axes={
            "piece": {0: "cues", 1: "pieces"}, "question": {0: "cues"},
            "distance": {0: "cues", 1: "pieces"}, "hint": {0: "cues", 1: "pieces"},
            "labels": {0: "cues", 1: "pieces"},
        },
        opset_version=17, dynamo=False,
    )  # fmt: skip
    shutil.copy(base / "tokenizer.json", target / "tokenizer.json")
    files = ("encoder.onnx", "head.onnx", "tokenizer.json")
    manifest = {
        "version": version,
        "distance": DISTANCE,
        # As the network has it; calibrate.py fits and tunes it.
        "raised": [0.0, 0.0, 0.0],
        "leaning": [0.0, 0.0],
        "floor": 0.0,
        "confidence": [0.0, 0.3, 0.3, 0.0, 0.3, 0.0],
        "sha256": {
            name: hashlib.sha256((target / name).read_bytes()).hexdigest()
            for name in files
        },
    }
    (target / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def main() -> None:
    """Read the options and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, nargs="+", required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--version", default="v1")
    options = parser.parse_args()
    export(options.base, options.weights, options.to, options.version)


if __name__ == "__main__":
    main()
