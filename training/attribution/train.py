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
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import torch
from torch import nn

from accord.adapters.models.encoding import FEATURES
from accord.resolve import load_knowledge
from training.attribution.augment import lower_words, vary
from training.attribution.corpus import (
    Example,
    examples,
    load_tokenizer,
    read_documents,
)
from training.attribution.network import Network, gather, numbers_of

NEGATIVES_FROM_EPOCH = 1
AUXILIARY = 0.3
MASK_PIECE = 103  # its number in the vocabulary; the special pieces come before it
UNADVISED = 0.15  # share of windows that must do without the rules


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


def tensors(
    batch: list[Example], rnd: random.Random, hidden: float
) -> dict[str, torch.Tensor]:
    """Pad a batch; hide some pieces, and from some windows the rules' advice."""
    width = max(len(e.window.ids) for e in batch)
    out = {
        name: torch.zeros(len(batch), width, dtype=torch.long)
        for name in ("ids", "mask", "features")
    }
    for name in ("cue", "source", "content"):
        out[name] = torch.full((len(batch), width), -100)
    out["advised"] = torch.tensor([rnd.random() >= UNADVISED for _ in batch])
    for row, example in enumerate(batch):
        size = len(example.window.ids)
        features = torch.tensor(example.window.features)
        if out["advised"][row]:
            features = features + FEATURES * torch.from_numpy(example.advice.flags)
        out["ids"][row, :size] = torch.tensor(example.window.ids)
        out["features"][row, :size] = features
        out["mask"][row, :size] = 1
        for name in ("cue", "source", "content"):
            out[name][row, :size] = torch.from_numpy(getattr(example, name))
    masked = (torch.rand(out["ids"].shape) < hidden) & (out["ids"] > MASK_PIECE)
    out["ids"][masked] = MASK_PIECE
    return out


Relations = tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]


def relation_tensors(
    batch: list[Example], advised: torch.Tensor, width: int, found: torch.Tensor | None
) -> Relations | None:
    """Collect each cue's window, pieces, hints, labels; false cues label nothing."""
    rows, masks, hints, labels = [], [], [], []
    for row, example in enumerate(batch):
        size = len(example.window.ids)
        cues = [(pieces.tolist(), relation) for pieces, relation in example.relations]
        if found is not None:
            taken = {piece for pieces, _ in cues for piece in pieces}
            false = false_cues(found[row, :size].tolist(), taken)
            cues += [(pieces, np.zeros(size, dtype=np.int64)) for pieces in false]
        for pieces, relation in cues:
            mask, hint = (torch.zeros(width, dtype=torch.long) for _ in range(2))
            mask[pieces] = 1
            if advised[row]:
                given = example.advice.hint(pieces[0], pieces[-1])
                hint[:size] = torch.from_numpy(given)
            target = torch.full((width,), -100)
            target[:size] = torch.from_numpy(relation)
            rows.append(row)
            masks.append(mask)
            hints.append(hint)
            labels.append(target)
    if not rows:
        return None
    return (
        torch.tensor(rows), torch.stack(masks), torch.stack(hints), torch.stack(labels)
    )  # fmt: skip


def false_cues(labels: list[int], taken: set[int]) -> list[list[int]]:
    """Find cues that the tagger sees where there are none."""
    found: list[list[int]] = []
    for piece, value in enumerate(labels):
        if value == 1 or (value == 2 and not (found and found[-1][-1] == piece - 1)):
            found.append([piece])
        elif value == 2:
            found[-1].append(piece)
    return [pieces for pieces in found if not taken.intersection(pieces)]


class Reader:
    """Gives each epoch its examples: the documents, some of them varied.

    Attributes:
        pieces: The vocabulary that windows are cut with.
    """

    def __init__(self, documents: list[dict], base: Path, share: float) -> None:
        self._documents = documents
        self._tokenizer = load_tokenizer(base / "tokenizer.json")
        self.pieces = self._tokenizer.get_vocab()
        self._share = share
        self._plain = lower_words(documents)
        people = load_knowledge().actors
        self._names = sorted(
            {a.names[0].split()[-1] for a in people if a.kind == "person"}
        )

    def epoch(self, number: int, rnd: random.Random) -> list[Example]:
        """Label the documents of one epoch; the first reads them as they are."""
        share = self._share if number else 0.0
        return examples(
            (
                vary(d, rnd, self._names, self._plain) if rnd.random() < share else d
                for d in self._documents
            ),
            self._tokenizer,
        )


def new_network(
    base: Path, pieces: Mapping[str, int], options: argparse.Namespace
) -> Network:
    """Build the network on a base, whatever the vocabulary of that."""
    known = load_tokenizer(base / "tokenizer.json").get_vocab()
    network = Network(
        str(base),
        attention=options.attention,
        layers=options.layers,
        numbers=numbers_of(pieces, known),
    )
    network.freeze(options.frozen)
    return network


def chosen_documents(data: Path, limit: int | None) -> list[dict]:
    """Read the training articles, or some of them, drawn at random."""
    documents = read_documents(data / "train.jsonl")
    return random.Random(0).sample(documents, limit) if limit else documents


def train(options: argparse.Namespace) -> None:
    """Train and write the weights."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rnd = random.Random(options.order)
    base, data = Path(options.base), Path(options.data)
    documents = chosen_documents(data, options.limit)
    reader = Reader(documents, Path(options.pieces or base), options.varied)
    gold = reader.epoch(0, rnd)
    network = new_network(base, reader.pieces, options)
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
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.995)
    )
    started = time.time()
    step = 0
    for epoch in range(options.epochs):
        network.train()
        total = 0.0
        gold = gold if epoch == 0 else reader.epoch(epoch, rnd)
        for batch in batches(gold, options.batch, rnd):
            loss = batch_loss(
                network,
                batch,
                rnd,
                hidden=options.hidden,
                false_cues_too=epoch >= NEGATIVES_FROM_EPOCH,
            )
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
        if epoch + 1 == options.stop_after:
            break


def batch_loss(
    network: Network,
    batch: list[Example],
    rnd: random.Random,
    *,
    hidden: float,
    false_cues_too: bool,
) -> torch.Tensor:
    """Sum the losses of cue, auxiliary and relation labels."""
    inputs = tensors(batch, rnd, hidden)
    entropy = nn.functional.cross_entropy
    with torch.autocast("cpu", dtype=torch.bfloat16):
        cue, piece, question, source, content = network.encoder(
            inputs["ids"], inputs["mask"], inputs["features"]
        )
        side = [(source, "source"), (content, "content")]
        found = cue.argmax(2) if false_cues_too else None
        related = relation_tensors(batch, inputs["advised"], cue.shape[1], found)
        logits = None
        if related:
            rows, masks, hints, _ = related
            logits = network.head(*gather(piece, question, rows, masks), hints)
    loss = entropy(cue.float().flatten(0, 1), inputs["cue"].flatten())
    for scores, name in side:
        loss = loss + AUXILIARY * entropy(
            scores.float().flatten(0, 1), inputs[name].flatten()
        )
    if related and logits is not None:
        loss = loss + entropy(logits.float().flatten(0, 1), related[3].flatten())
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
    parser.add_argument("--stop-after", type=int, help="leave off after so many epochs")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--seed", type=int, default=0, help="of the new layers")
    parser.add_argument(
        "--order", type=int, default=0, help="seed of the articles' order"
    )
    parser.add_argument("--hidden", type=float, default=0.06, help="pieces masked")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--varied", type=float, default=0.4)
    parser.add_argument("--limit", type=int, help="learn from so many, drawn at random")
    parser.add_argument("--pieces", help="folder of the vocabulary, if not the base's")
    parser.add_argument("--layers", type=int, help="keep so many layers of the base")
    parser.add_argument("--frozen", type=int, default=0, help="layers left as they are")
    parser.add_argument("--attention", default="sdpa", choices=("sdpa", "eager"))
    train(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
