"""Train the attribution tagger; one command, fixed seeds.

    python -m training.attribution.train --data DATA/polnear --base MODEL_DIR --out OUT

``DATA/polnear`` holds ``train.jsonl`` and ``dev.jsonl``; ``MODEL_DIR`` a BERT-like
encoder with its ``tokenizer.json``. Writes ``weights.pt`` and ``record.json`` (data
fingerprint, hyper-parameters, time, scores).
"""

import argparse
import hashlib
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import nn

from training.attribution.corpus import (
    Example,
    examples,
    load_tokenizer,
    read_documents,
)
from training.attribution.network import Network, gather

NEGATIVES_FROM_EPOCH = 1
AUXILIARY = 0.3


def batches(
    data: list[Example], size: int, rnd: random.Random
) -> Iterator[list[Example]]:
    """Shuffle, then group windows of like length."""
    order = list(range(len(data)))
    rnd.shuffle(order)
    pools = [order[i : i + size * 20] for i in range(0, len(order), size * 20)]
    grouped = []
    for pool in pools:
        pool.sort(key=lambda k: len(data[k].window.ids))
        grouped += [pool[i : i + size] for i in range(0, len(pool), size)]
    rnd.shuffle(grouped)
    for group in grouped:
        yield [data[k] for k in group]


def tensors(batch: list[Example]) -> dict[str, torch.Tensor]:
    """Pad a batch."""
    width = max(len(e.window.ids) for e in batch)
    out = {
        name: torch.zeros(len(batch), width, dtype=torch.long)
        for name in ("ids", "mask", "features")
    }
    for name in ("cue", "source", "content"):
        out[name] = torch.full((len(batch), width), -100)
    for row, example in enumerate(batch):
        size = len(example.window.ids)
        out["ids"][row, :size] = torch.tensor(example.window.ids)
        out["features"][row, :size] = torch.tensor(example.window.features)
        out["mask"][row, :size] = 1
        for name in ("cue", "source", "content"):
            out[name][row, :size] = torch.tensor(getattr(example, name))
    return out


def relation_tensors(
    batch: list[Example], width: int, found: torch.Tensor | None
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor] | None:
    """Collect each cue's window, pieces and labels; false cues found label nothing."""
    rows, masks, labels = [], [], []
    for row, example in enumerate(batch):
        size = len(example.window.ids)
        taken = set()
        for pieces, relation in example.relations:
            mask = torch.zeros(width, dtype=torch.long)
            mask[pieces] = 1
            target = torch.full((width,), -100)
            target[:size] = torch.tensor(relation)
            rows.append(row)
            masks.append(mask)
            labels.append(target)
            taken.update(pieces)
        if found is not None:
            for pieces in false_cues(found[row, :size].tolist(), taken):
                mask = torch.zeros(width, dtype=torch.long)
                mask[pieces] = 1
                target = torch.full((width,), -100)
                target[:size] = 0
                rows.append(row)
                masks.append(mask)
                labels.append(target)
    if not rows:
        return None
    return torch.tensor(rows), torch.stack(masks), torch.stack(labels)


def false_cues(labels: list[int], taken: set[int]) -> list[list[int]]:
    """Find cues that the tagger sees where there are none."""
    found: list[list[int]] = []
    for piece, value in enumerate(labels):
        if value == 1 or (value == 2 and not (found and found[-1][-1] == piece - 1)):
            found.append([piece])
        elif value == 2:
            found[-1].append(piece)
    return [pieces for pieces in found if not taken.intersection(pieces)]


def train(options: argparse.Namespace) -> None:
    """Train and write the weights."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rnd = random.Random(options.seed)
    base, data = Path(options.base), Path(options.data)
    tokenizer = load_tokenizer(base / "tokenizer.json")
    documents = read_documents(data / "train.jsonl")[: options.limit]
    gold = examples(documents, tokenizer)
    network = Network(str(base))
    print(
        len(gold), "windows", sum(len(e.window.ids) for e in gold), "pieces", flush=True
    )
    per_epoch = sum(1 for _ in batches(gold, options.batch, random.Random(0)))
    steps = per_epoch * options.epochs
    optimiser = make_optimiser(network, options)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda s: min(1.0, (s + 1) / (0.1 * steps)) * max(0.02, 1 - s / steps),
    )
    average = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.99)
    )
    started = time.time()
    step = 0
    for epoch in range(options.epochs):
        network.train()
        total = 0.0
        for batch in batches(gold, options.batch, rnd):
            loss = batch_loss(network, batch, epoch)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            schedule.step()
            average.update_parameters(network)
            total += loss.item()
            step += 1
            if step % 50 == 0:
                spent = time.time() - started
                print(
                    f"{step}/{steps} loss {total / (step - epoch * per_epoch):.4f} "
                    f"{spent:.0f}s",
                    flush=True,
                )
        save(average.module, options, documents, epoch, time.time() - started)


def batch_loss(network: Network, batch: list[Example], epoch: int) -> torch.Tensor:
    """Sum the losses of cue, auxiliary and relation labels."""
    inputs = tensors(batch)
    entropy = nn.functional.cross_entropy
    with torch.autocast("cpu", dtype=torch.bfloat16):
        cue, piece, question, source, content = network.encoder(
            inputs["ids"], inputs["mask"], inputs["features"]
        )
        side = [(source, "source"), (content, "content")]
        found = cue.argmax(2) if epoch >= NEGATIVES_FROM_EPOCH else None
        related = relation_tensors(batch, cue.shape[1], found)
        logits = None
        if related:
            logits = network.head(*gather(piece, question, related[0], related[1]))
    loss = entropy(cue.float().flatten(0, 1), inputs["cue"].flatten())
    for scores, name in side:
        loss = loss + AUXILIARY * entropy(
            scores.float().flatten(0, 1), inputs[name].flatten()
        )
    if related and logits is not None:
        loss = loss + entropy(logits.float().flatten(0, 1), related[2].flatten())
    return loss


def make_optimiser(network: Network, options: argparse.Namespace) -> torch.optim.AdamW:
    """Give the new layers a higher rate; no decay on norms and biases."""
    fresh, plain, bare = [], [], []
    for name, parameter in network.named_parameters():
        if not name.startswith("encoder.base."):
            fresh.append(parameter)
        elif "bias" in name or "LayerNorm" in name:
            bare.append(parameter)
        else:
            plain.append(parameter)
    return torch.optim.AdamW(
        [
            {"params": plain},
            {"params": bare, "weight_decay": 0.0},
            {"params": fresh, "lr": options.rate * 5},
        ],
        lr=options.rate,
        weight_decay=0.01,
    )


def save(
    network: nn.Module,
    options: argparse.Namespace,
    documents: list[dict],
    epoch: int,
    seconds: float,
) -> None:
    """Write weights and the record of how they came to be."""
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), out / "weights.pt")
    fingerprint = hashlib.sha256(
        "\n".join(sorted(d["id"] for d in documents)).encode()
    ).hexdigest()
    record = {
        "data": {"documents": len(documents), "ids_sha256": fingerprint},
        "options": {
            k: v for k, v in vars(options).items() if k not in ("data", "base", "out")
        },
        "epochs_done": epoch + 1,
        "seconds": round(seconds),
        "torch": torch.__version__,
    }
    (out / "record.json").write_text(json.dumps(record, indent=2) + "\n")


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--base", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, default=None)
    train(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
