"""Train the judge of lines; one command, fixed seeds.

    python -m training.furniture.train --data DATA --to src/accord/read/data
    python -m training.furniture.train --data DATA --score

``DATA`` holds ``boilerplate/train.jsonl`` and ``polnear/train.jsonl``. The first form
writes ``lines.npz`` (numbers alone) and ``lines.json`` (where they are from). The second
writes nothing: it trains on all sites but some and scores the rest, fold by fold.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import numpy.typing as npt

from accord.read.furniture import lay_out
from accord.read.lines.looks import LOOKS, Array
from training.furniture.corpus import (
    INNER_FOLDS,
    OUTER_FOLDS,
    Page,
    clean_pages,
    fingerprint,
    fold_of,
    made_pages,
    pages,
)
from training.furniture.passes import OPTIONS, ROUNDS, Learners, fit

Mask = npt.NDArray[np.bool_]

SEED = 7
BORDERS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)


def main() -> None:
    """Train, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--to", type=Path)
    parser.add_argument("--score", action="store_true")
    parser.add_argument("--deal", default="outer", help="deals sites into other folds")
    arguments = parser.parse_args()
    labelled = arguments.data / "boilerplate" / "train.jsonl"
    articles = arguments.data / "polnear" / "train.jsonl"
    real = list(pages(labelled))
    more = [
        *made_pages(labelled, seed=SEED),
        *clean_pages(articles),
    ]
    print(f"{len(real)} pages, {len(more)} made or clean")
    if arguments.score:
        cross_validate(real, more, deal=arguments.deal)
    if arguments.to:
        passes = fit([*real, *more], seed=SEED)
        origin = {
            "data": {
                "boilerplate/train.jsonl": fingerprint(labelled),
                "polnear/train.jsonl": fingerprint(articles),
            },
            "pages": len(real),
            "made_or_clean_pages": len(more),
            "looks": LOOKS,
            "seed": SEED,
            "inner_folds": INNER_FOLDS,
            "rounds": ROUNDS,
            "options": OPTIONS,
        }
        write(arguments.to, passes, origin)


def cross_validate(real: Sequence[Page], more: Sequence[Page], *, deal: str) -> None:
    """Score each site with passes that have not seen it."""
    judged: list[tuple[Page, Array]] = []
    for fold in range(OUTER_FOLDS):
        known = [
            p for p in (*real, *more) if fold_of(p.site, OUTER_FOLDS, deal) != fold
        ]
        passes = fit(known, seed=SEED)
        judged += [
            (p, passes.judge(p))
            for p in real
            if fold_of(p.site, OUTER_FOLDS, deal) == fold
        ]
        print(f"fold {fold + 1} of {OUTER_FOLDS} done", flush=True)
        _print_scores(real, judged)


def _print_scores(real: Sequence[Page], judged: Sequence[tuple[Page, Array]]) -> None:
    """Print what each border would keep."""
    for group in sorted({page.group for page in real}):
        chosen = [(p, belief) for p, belief in judged if p.group == group]
        print(group)
        for border in BORDERS:
            keeps = [(p, (belief >= border) & ~p.by_rule) for p, belief in chosen]
            _print_rates(f"{border:.2f}", keeps)
        _print_rates("used", [(page, _kept(page, b)) for page, b in chosen])


def _print_rates(name: str, kept: Sequence[tuple[Page, Mask]]) -> None:
    """Print one row of scores."""
    precision, recall = rates(kept)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"  {name}  F1 {f1:.4f}  P {precision:.4f}  R {recall:.4f}")


def _kept(page: Page, belief: Array) -> Mask:
    """Tell which lines the reading stage would keep if it heard this judge."""
    layout = lay_out(page.lines.units, judge=lambda *_: belief.tolist())
    return np.array([i not in layout.kinds for i in range(len(page.labels))])


def rates(keeps: Sequence[tuple[Page, Mask]]) -> tuple[float, float]:
    """Give precision and recall of the article's characters."""
    kept = lost = wrong = 0.0
    for page, keep in keeps:
        body = np.array([label == "body" for label in page.labels])
        other = np.array([label == "boiler" for label in page.labels])
        kept += float(page.sizes[body & keep].sum())
        lost += float(page.sizes[body & ~keep].sum())
        wrong += float(page.sizes[other & keep].sum())
    return kept / max(1.0, kept + wrong), kept / max(1.0, kept + lost)


def write(folder: Path, passes: Learners, origin: dict[str, Any]) -> None:
    """Write the numbers, and where they are from."""
    arrays = {
        "words": passes.words.coef_[0].astype(np.float16),
        "base": np.float32(passes.words.intercept_[0]),
        "rarity": passes.rarity.astype(np.float16),
        **dict(flatten("first", passes.first)),
        **dict(flatten("second", passes.second)),
        **dict(flatten("third", passes.third)),
    }
    buffer = BytesIO()
    np.savez_compressed(buffer, **arrays)
    data = buffer.getvalue()
    (folder / "lines.npz").write_bytes(data)
    card = {"sha256": hashlib.sha256(data).hexdigest(), **origin}
    text = json.dumps(card, indent=2) + "\n"
    (folder / "lines.json").write_text(text, encoding="utf-8")
    print(f"{len(data):,} bytes, {card['sha256'][:12]}")


def flatten(name: str, booster: lightgbm.Booster) -> Iterator[tuple[str, Any]]:
    """Lay all trees of a pass into arrays, as ``accord.read.lines.forest`` reads them."""
    nodes: list[tuple[int, float, int, int]] = []
    leaves: list[float] = []
    roots: list[int] = []
    depth = 0
    for tree in booster.dump_model()["tree_info"]:
        root, steps = _lay(tree["tree_structure"], nodes, leaves)
        roots.append(root)
        depth = max(depth, steps)
    columns, borders, left, right = zip(*nodes, strict=True)
    yield f"{name}.roots", np.array(roots, dtype=np.int32)
    yield f"{name}.column", np.array(columns, dtype=np.int16)
    yield f"{name}.border", np.array(borders, dtype=np.float32)
    yield f"{name}.left", np.array(left, dtype=np.int32)
    yield f"{name}.right", np.array(right, dtype=np.int32)
    yield f"{name}.leaf", np.array(leaves, dtype=np.float32)
    yield f"{name}.depth", np.int64(depth)


def _lay(
    node: dict[str, Any], nodes: list[tuple[int, float, int, int]], leaves: list[float]
) -> tuple[int, int]:
    """Lay one tree; give the number of its root and its depth."""
    if "leaf_value" in node:
        leaves.append(node["leaf_value"])
        return -len(leaves), 0
    number = len(nodes)
    nodes.append((0, 0.0, 0, 0))
    left, left_depth = _lay(node["left_child"], nodes, leaves)
    right, right_depth = _lay(node["right_child"], nodes, leaves)
    nodes[number] = (node["split_feature"], node["threshold"], left, right)
    return number, 1 + max(left_depth, right_depth)


if __name__ == "__main__":
    main()
