"""Train the stance judge; one command, fixed seeds.

    python -m training.stance.train --data DATA --base MODEL_DIR --out OUT

``DATA`` holds ``nli/`` and ``stance/``; ``MODEL_DIR`` a BERT-like encoder with its
``tokenizer.json``. Writes ``weights.pt`` and ``record.json`` (data fingerprint,
hyper-parameters, time, scores).
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

from training.stance import corpus
from training.stance.corpus import LABELS, NEITHER, Pair
from training.stance.invented import invented_pairs
from training.stance.network import Network

LONGEST = 96  # pieces of a pair; longer statements lose their end
LONGEST_TARGET = 40
Encoded = tuple[list[int], list[int], Pair]


def encode(pairs: Sequence[Pair], tokenizer: Tokenizer) -> list[Encoded]:
    """Turn pairs into pieces and kinds: [CLS] statement [SEP] motion [SEP]."""
    cls, sep = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    texts = tokenizer.encode_batch([p.text for p in pairs], add_special_tokens=False)
    wanted = list(dict.fromkeys(p.target for p in pairs))
    targets = dict(
        zip(
            wanted,
            tokenizer.encode_batch(wanted, add_special_tokens=False),
            strict=True,
        )
    )
    out = []
    for pair, text in zip(pairs, texts, strict=True):
        second = targets[pair.target].ids[:LONGEST_TARGET]
        first = text.ids[: LONGEST - len(second) - 3]
        ids = [cls, *first, sep, *second, sep]
        out.append((ids, [0] * (len(first) + 2) + [1] * (len(second) + 1), pair))
    return out


def load_tokenizer(path: Path) -> Tokenizer:
    """Read a tokenizer that neither pads nor truncates."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def batches(
    data: Sequence[Encoded], size: int, rnd: random.Random
) -> Iterator[list[Encoded]]:
    """Shuffle, then group pairs of like length."""
    order = list(range(len(data)))
    rnd.shuffle(order)
    pools = [order[i : i + size * 30] for i in range(0, len(order), size * 30)]
    grouped = []
    for pool in pools:
        pool.sort(key=lambda k: len(data[k][0]))
        grouped += [pool[i : i + size] for i in range(0, len(pool), size)]
    rnd.shuffle(grouped)
    for group in grouped:
        yield [data[k] for k in group]


def tensors(
    batch: Sequence[Encoded],
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Pad a batch."""
    width = max(len(ids) for ids, _, _ in batch)
    ids, mask, kinds = (torch.zeros(len(batch), width, dtype=torch.long) for _ in "123")
    for row, (pieces, sides, _) in enumerate(batch):
        ids[row, : len(pieces)] = torch.tensor(pieces)
        kinds[row, : len(pieces)] = torch.tensor(sides)
        mask[row, : len(pieces)] = 1
    return ids, mask, kinds


def batch_loss(network: Network, batch: Sequence[Encoded]) -> torch.Tensor:
    """Average the losses of pairs."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = network(*tensors(batch))
    labels = torch.tensor([p.label for _, _, p in batch])
    return nn.functional.cross_entropy(logits.float(), labels)


@torch.no_grad()
def predict(network: Network, data: Sequence[Encoded]) -> torch.Tensor:
    """Give probabilities, (pairs, classes)."""
    network.eval()
    out = torch.zeros(len(data), len(LABELS))
    order = sorted(range(len(data)), key=lambda k: len(data[k][0]))
    for at in range(0, len(order), 64):
        rows = order[at : at + 64]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(*tensors([data[k] for k in rows]))
        out[rows] = logits.float().softmax(1)
    network.train()
    return out


def two_way_accuracy(scores: torch.Tensor, data: Sequence[Encoded]) -> float:
    """Give the share right where only support and oppose are open."""
    gold = torch.tensor([p.label for _, _, p in data])
    sided = gold != NEITHER
    right = scores[sided, :NEITHER].argmax(1) == gold[sided]
    return round(float(right.float().mean()), 4)


def make_optimiser(network: Network, rate: float) -> torch.optim.AdamW:
    """Give the new layers a higher rate; no decay on norms and biases."""
    fresh, plain, bare = [], [], []
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if not name.startswith("base."):
            fresh.append(parameter)
        elif "bias" in name or "LayerNorm" in name:
            bare.append(parameter)
        else:
            plain.append(parameter)
    return torch.optim.AdamW(
        [
            {"params": plain, "peak": rate},
            {"params": bare, "peak": rate, "weight_decay": 0.0},
            {"params": fresh, "peak": rate * 5},
        ],
        lr=rate,
        weight_decay=0.01,
        fused=True,
    )


def corpora(
    data: Path, options: argparse.Namespace, rnd: random.Random
) -> tuple[list[Pair], list[Pair]]:
    """Gather what is trained on, and pairs on unseen motions to watch."""
    watched = corpus.stance_pairs(data / "nli/ibm_argq30k/dev.jsonl")
    unseen = list(corpus.motions(watched))
    debates = [
        *corpus.stance_pairs(data / "nli/ibm_argq30k/train.jsonl"),
        *corpus.perspectrum_pairs(data / "stance/perspectrum.jsonl"),
        *corpus.stance_pairs(data / "nli/ibm_claim_stance/train.jsonl"),
    ]
    debates = corpus.without_topics(debates, unseen)
    manifestos = corpus.stance_pairs(data / "nli/uk_manifesto_stance/train.jsonl")
    others = [
        *invented_pairs(options.invented, rnd),
        *corpus.strangers(debates, options.strangers, rnd),
        *rnd.sample(manifestos, options.manifestos),
    ]
    asked = corpus.with_questions(debates, options.asked, rnd)
    pairs = corpus.with_negated(asked, options.negated, rnd) + others
    rnd.shuffle(pairs)
    return pairs[: options.limit], rnd.sample(watched, options.watch)


def train(options: argparse.Namespace) -> None:
    """Train and write the weights."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rnd = random.Random(options.seed)
    pairs, watched = corpora(options.data, options, rnd)
    tokenizer = load_tokenizer(options.base / "tokenizer.json")
    gold, unseen = encode(pairs, tokenizer), encode(watched, tokenizer)
    network = Network(str(options.base))
    network.train()
    optimiser = make_optimiser(network, options.rate)
    average = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.99)
    )
    print(len(gold), "pairs", options.steps, "steps", flush=True)
    started, curve, total = time.process_time(), {}, 0.0
    for step, batch in zip(
        range(1, options.steps + 1), endless(gold, options.batch, rnd), strict=False
    ):
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * min(1.0, step / options.warm)
        loss = batch_loss(network, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        average.update_parameters(network)
        total += loss.item()
        if step % options.every == 0 or step == options.steps:
            scores = predict(average.module, unseen)
            curve[step] = two_way_accuracy(scores, unseen)
            spent = time.process_time() - started
            print(
                f"{step} loss {total / options.every:.3f} "
                f"unseen {curve[step]:.3f} {spent:.0f} s",
                flush=True,
            )
            total = 0.0
            save(average.module, options, pairs, curve, spent)


def endless(
    data: Sequence[Encoded], size: int, rnd: random.Random
) -> Iterator[list[Encoded]]:
    """Give batches of one epoch after the other."""
    while True:
        yield from batches(data, size, rnd)


def save(
    network: nn.Module,
    options: argparse.Namespace,
    pairs: Sequence[Pair],
    curve: dict[int, float],
    seconds: float,
) -> None:
    """Write weights and the record of how they came to be."""
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), options.out / "weights.pt")
    record = {
        "data": {"pairs": len(pairs), "sha256": corpus.fingerprint(pairs)},
        "options": {
            k: v for k, v in vars(options).items() if k not in ("data", "base", "out")
        },
        "unseen_accuracy_by_step": curve,
        "processor_seconds": round(seconds),
        "torch": torch.__version__,
    }
    (options.out / "record.json").write_text(json.dumps(record, indent=2) + "\n")


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=1200)
    parser.add_argument("--warm", type=int, default=80)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--negated", type=float, default=0.3)
    parser.add_argument("--asked", type=float, default=0.25)
    parser.add_argument("--invented", type=int, default=5000)
    parser.add_argument("--strangers", type=int, default=2000)
    parser.add_argument("--manifestos", type=int, default=1000)
    parser.add_argument("--watch", type=int, default=400)
    parser.add_argument("--every", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, default=None)
    train(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
