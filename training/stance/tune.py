"""Teach the stance judge how papers put things; one command, fixed seeds.

    python -m training.stance.tune --data DATA --base MODEL_DIR --start START --out OUT

``START`` is what ``training.stance.train`` wrote; ``DATA`` and ``MODEL_DIR`` are as
there. Trains on the invented news of ``training/stance/news`` and on as many debates
again, with every issue of one fold kept aside. Writes ``weights.pt`` and
``record.json``.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import nn

from training.stance import corpus
from training.stance.corpus import LABELS, Pair
from training.stance.invented import invented_pairs
from training.stance.network import CLASSES, Network
from training.stance.news import Question, news_pairs, part, read_news, told
from training.stance.train import (
    Encoded,
    batch_loss,
    encode,
    endless,
    load_tokenizer,
    make_optimiser,
    predict,
    two_way_accuracy,
)

# Steps between two weights that enter the average.
_AVERAGED = 4


def start_from(path: Path, network: Network) -> None:
    """Load a judge; one that knows three answers gets a fourth, which it never gives."""
    weights = torch.load(path / "weights.pt", map_location="cpu")
    missing = CLASSES - len(weights["out.bias"])
    if missing:
        pad = (0, 0, 0, missing)
        weights["out.weight"] = nn.functional.pad(weights["out.weight"], pad)
        weights["out.bias"] = nn.functional.pad(
            weights["out.bias"], (0, missing), value=-2.0
        )
    network.load_state_dict(weights)


def plain_pairs(issues: Sequence[Question]) -> list[Pair]:
    """Put every row as it stands."""
    return [
        Pair(told(row.speaker, row.text), issue.question, row.label)
        for issue in issues
        for row in issue.rows
    ]


def corpora(
    options: argparse.Namespace, rnd: random.Random
) -> tuple[list[Pair], list[Pair], list[Pair]]:
    """Gather what is trained on, and two sets on unseen issues to watch."""
    every = read_news()
    kept = part(every, options.fold, options.folds) if options.folds else []
    issues = [issue for issue in every if issue not in kept]
    watched = corpus.stance_pairs(options.data / "nli/ibm_argq30k/dev.jsonl")
    debates = [
        *corpus.stance_pairs(options.data / "nli/ibm_argq30k/train.jsonl"),
        *corpus.perspectrum_pairs(options.data / "stance/perspectrum.jsonl"),
        *corpus.stance_pairs(options.data / "nli/ibm_claim_stance/train.jsonl"),
    ]
    debates = corpus.without_topics(debates, list(corpus.motions(watched)))
    asked = corpus.with_questions(debates, options.asked, rnd)
    others = [
        *corpus.with_negated(asked, options.negated, rnd),
        *invented_pairs(options.invented, rnd),
    ]
    others = rnd.sample(others, min(options.others, len(others)))
    names = [row.speaker for issue in issues for row in issue.rows]
    others = [
        replace(pair, text=told(rnd.choice(names), pair.text))
        if rnd.random() < options.named
        else pair
        for pair in others
    ]
    pairs = [*news_pairs(issues, options.times, rnd), *others]
    rnd.shuffle(pairs)
    aside = plain_pairs(kept)
    aside = rnd.sample(aside, min(3 * options.watch, len(aside)))
    return pairs, aside, rnd.sample(watched, options.watch)


def four_way(scores: torch.Tensor, data: Sequence[Encoded]) -> dict[str, float]:
    """Give accuracy and macro F1 over the four answers."""
    gold = torch.tensor([p.label for _, _, p in data])
    found = scores.argmax(1)
    values = []
    for label in range(len(LABELS)):
        hits = ((gold == label) & (found == label)).sum().item()
        total = (gold == label).sum().item() + (found == label).sum().item()
        values.append(2 * hits / max(1, total))
    return {
        "accuracy": round((gold == found).float().mean().item(), 4),
        "macro_f1": round(sum(values) / len(values), 4),
    }


def tune(options: argparse.Namespace) -> None:
    """Train and write the weights."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rnd = random.Random(options.seed)
    pairs, kept, debates = corpora(options, rnd)
    tokenizer = load_tokenizer(options.base / "tokenizer.json")
    data, news, unseen = (encode(p, tokenizer) for p in (pairs, kept, debates))
    network = Network(str(options.base))
    start_from(options.start, network)
    for layer in network.base.encoder.layer[: options.frozen]:
        layer.requires_grad_(requires_grad=False)
    network.train()
    optimiser = make_optimiser(network, options.rate)
    average = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.95)
    )
    print(len(data), "pairs", len(news), "kept aside", flush=True)
    started, curve, total = time.process_time(), {}, 0.0
    for step, batch in zip(
        range(1, options.steps + 1), endless(data, options.batch, rnd), strict=False
    ):
        share = min(
            1.0, step / options.warm, 0.05 + (options.steps - step) / options.fall
        )
        for group in optimiser.param_groups:
            group["lr"] = group["peak"] * share
        loss = batch_loss(network, batch)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        if step % _AVERAGED == 0:
            average.update_parameters(network)
        total += loss.item()
        if step % options.every == 0 or step == options.steps:
            figures = {
                **four_way(predict(average.module, news), news),
                "sides": two_way_accuracy(predict(average.module, news), news),
                "debates": two_way_accuracy(predict(average.module, unseen), unseen),
                "loss": round(total / options.every, 4),
            }
            curve[step], total = figures, 0.0
            spent = time.process_time() - started
            print(step, figures, f"{spent:.0f} s", flush=True)
            save(average.module, options, pairs, curve, spent)


def save(
    network: nn.Module,
    options: argparse.Namespace,
    pairs: Sequence[Pair],
    curve: dict[int, dict[str, float]],
    seconds: float,
) -> None:
    """Write weights and the record of how they came to be."""
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), options.out / "weights.pt")
    paths = ("data", "base", "start", "out")
    record = {
        "data": {"pairs": len(pairs), "sha256": corpus.fingerprint(pairs)},
        "started_from": json.loads((options.start / "record.json").read_text()),
        "options": {k: v for k, v in vars(options).items() if k not in paths},
        "unseen_by_step": curve,
        "processor_seconds": round(seconds),
        "torch": torch.__version__,
    }
    (options.out / "record.json").write_text(json.dumps(record, indent=2) + "\n")


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", type=int, default=0, help="issues kept aside")
    parser.add_argument("--folds", type=int, default=4, help="0: none is kept aside")
    parser.add_argument("--times", type=int, default=6, help="each row of news")
    parser.add_argument("--others", type=int, default=6000, help="debates and reports")
    parser.add_argument("--named", type=float, default=0.4)
    parser.add_argument("--negated", type=float, default=0.3)
    parser.add_argument("--asked", type=float, default=0.5)
    parser.add_argument("--invented", type=int, default=4000)
    parser.add_argument("--frozen", type=int, default=2, help="layers left as they are")
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--warm", type=int, default=40)
    parser.add_argument("--fall", type=int, default=300, help="steps of a falling rate")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--watch", type=int, default=100)
    parser.add_argument("--every", type=int, default=150)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    tune(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
