"""Read the coded disputes and hold what the whole way says against their codes.

A dispute is a file of short texts with a codebook of a few lines; ``codes/first.yaml``
says of each text who takes which side on what. Each text passes attribution,
resolution and position as a document of its own, so a statement is right only if actor,
issue and stance all are.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from accord.adapters.models import Artefact, ModelTagger, packaged_model
from accord.attribute import AttributeStage, RuleTagger
from accord.model import Codebook, Dossier, Statement, When
from accord.ports import RawItem, StanceJudge
from accord.position import PositionStage, parse_codebook
from accord.read import ReadStage
from accord.resolve import ResolveStage, load_knowledge

__all__ = [
    "Code",
    "Dispute",
    "Score",
    "list_files",
    "load_codes",
    "load_disputes",
    "score_dispute",
]

HERE = Path(__file__).parent
SIDES = ("support", "oppose", "conditional")
DAY = When(date(2025, 3, 4), date(2025, 3, 4), "day", "explicit", "4 March 2025")


@dataclass(frozen=True, slots=True)
class Code:
    """What a coder takes from a text: one actor's stance on one issue.

    Attributes:
        actors: Names that count as the actor.
        issue: Issue id.
        stance: ``support``, ``oppose``, ``conditional`` or ``unclear``.
        act: The act; empty if it was not coded.
        condition: The words of the condition; None if there is none.
    """

    actors: tuple[str, ...]
    issue: str
    stance: str
    act: str
    condition: str | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """Texts on one dispute, with a codebook.

    Attributes:
        name: Name of the file.
        split: ``dev``, ``lots``, ``fresh``, ``kept`` or ``news``.
        codebook: The issues.
        texts: Text by id.
        authors: Who the byline of a text names, by id.
    """

    name: str
    split: str
    codebook: Codebook
    texts: Mapping[str, str]
    authors: Mapping[str, str]


@dataclass
class Score:
    """Counts over texts; pairs are (coded stance, found stance)."""

    pairs: list[tuple[str, str]] = field(default_factory=list)
    acts: Counter[bool] = field(default_factory=Counter)
    conditions: Counter[bool] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Give precision, recall, macro F1, and the shares of right acts."""
        found = [pair for pair in self.pairs if pair[1] != "none"]
        due = [pair for pair in self.pairs if pair[0] != "none"]
        right = sum(1 for wanted, got in self.pairs if wanted == got)
        met = [pair for pair in due if pair[1] != "none"]
        acts = self.acts
        return {
            "precision": right / max(1, len(found)),
            "recall": right / max(1, len(due)),
            "stance_macro_f1": macro_f1(met),
            "whole_macro_f1": macro_f1(self.pairs),
            "condition_accuracy": self.conditions[True]
            / max(1, self.conditions.total()),
            **({"act_accuracy": acts[True] / acts.total()} if acts else {}),
        }

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.pairs + other.pairs,
            self.acts + other.acts,
            self.conditions + other.conditions,
            self.errors + other.errors,
        )


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Average the F1 of the three sides."""
    values = []
    for side in SIDES:
        hits = sum(1 for wanted, got in pairs if wanted == got == side)
        total = sum((wanted == side) + (got == side) for wanted, got in pairs)
        values.append(2 * hits / total if total else 1.0)
    return sum(values) / len(values)


def list_files() -> list[Path]:
    """List the files that the figures depend on."""
    return [*sorted((HERE / "disputes").glob("*.yaml")), HERE / "codes" / "first.yaml"]


def load_disputes(split: str) -> list[Dispute]:
    """Load the disputes of a split, by name."""
    found = []
    for path in sorted((HERE / "disputes").glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        if data["split"] == split:
            book = parse_codebook(yaml.safe_dump(data["codebook"]), name=path.stem)
            texts, authors = split_authors(data["texts"])
            found.append(Dispute(path.stem, split, book, texts, authors))
    return found


def split_authors(
    rows: Mapping[str, Any],
) -> tuple[dict[str, str], dict[str, str]]:
    """Part texts from the authors of those that name one."""
    texts = {k: row if isinstance(row, str) else row["text"] for k, row in rows.items()}
    authors = {k: row["author"] for k, row in rows.items() if not isinstance(row, str)}
    return texts, authors


def load_codes(name: str) -> dict[str, list[Code]]:
    """Load a pass of coding: what each text says."""
    rows = yaml.safe_load((HERE / "codes" / name).read_text(encoding="utf-8"))
    return {text: [read_code(row) for row in coded] for text, coded in rows.items()}


def read_code(row: Sequence[Any]) -> Code:
    """Read one code from its list."""
    actors, issue, stance, *rest = row
    act, condition = (*rest, None, None)[:2]
    return Code(tuple(actors.split("|")), issue, stance, act or "", condition)


@cache
def _rooms() -> tuple[ReadStage, AttributeStage, ResolveStage]:
    tagger = ModelTagger(Artefact.find(packaged_model()), RuleTagger())
    return ReadStage(), AttributeStage(tagger), ResolveStage(load_knowledge())


def read(text: str, name: str, author: str | None = None) -> Dossier:
    """Take a text as far as the position room, as a file of that name.

    Args:
        text: The text.
        name: Its id.
        author: Whom a byline names that does not stand in the text.
    """
    read_file, attribute, resolve = _rooms()
    dossier = read_file(RawItem(f"{name}.txt", ".txt", text.encode()))
    document = dossier.document
    told = replace(
        document,
        author=author or document.author,
        published=document.published or DAY,
    )
    return resolve(attribute(replace(dossier, document=told)))


def score_dispute(
    dispute: Dispute,
    codes: Mapping[str, list[Code]],
    *,
    judge: StanceJudge | None = None,
) -> Score:
    """Run the texts of a dispute and compare; by the rules alone without a judge."""
    position = PositionStage(dispute.codebook, judge=judge)
    score = Score()
    for name, text in dispute.texts.items():
        done = position(read(text, name, dispute.authors.get(name)))
        _compare(f"{name}: {text}", codes[name], done, score)
    return score


def _compare(text: str, codes: Sequence[Code], dossier: Dossier, score: Score) -> None:
    """Pair statements with codes of one text."""
    left = [s for s in dossier.statements if s.stance != "unclear"]
    for code in codes:
        match = next((s for s in left if _is_same(code, s)), None)
        if match is not None:
            left = [s for s in left if not _is_same(code, s)]
        wanted = code.stance if code.stance != "unclear" else "none"
        got = match.stance if match else "none"
        if wanted == got == "none":
            continue
        score.pairs.append((wanted, got))
        if wanted != got:
            score.errors.append(
                f"{code.actors[0]} {code.issue}: {got} for {wanted} | {text}"
            )
        if match is not None:
            if code.act:
                score.acts[match.act == code.act] += 1
            _compare_conditions(code, match, dossier, score)
    for extra in left:
        score.pairs.append(("none", extra.stance))
        score.errors.append(f"+ {extra.name} {extra.issue}: {extra.stance} | {text}")


def _compare_conditions(
    code: Code, match: Statement, dossier: Dossier, score: Score
) -> None:
    """Hold the condition of a statement against the coded one."""
    condition = next(
        (a.condition for a in dossier.attributions if a.id == match.attribution), None
    )
    got = condition.text if condition else None
    if match.attribution is not None:
        score.conditions[got == code.condition] += 1


def _is_same(code: Code, statement: Statement) -> bool:
    """Tell whether a statement is by a coded actor on the coded issue."""
    names = [statement.name.lower()]
    if statement.speaks_for is not None:
        names.append(statement.speaks_for.name.lower())
    return statement.issue == code.issue and any(
        wanted.lower() in name or name in wanted.lower()
        for wanted in code.actors
        for name in names
    )
