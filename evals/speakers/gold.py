"""The gold of the speakers' evaluation, and how an answer is judged."""

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from accord.model import Attribution, Document, Dossier, Span, When, content_id, digest
from accord.model.actor import ActorRef
from accord.ports import RawItem
from accord.read import ReadLimits, ReadStage

__all__ = ["INVENTED", "Case", "Question", "fingerprint", "read_invented", "read_seeds", "seeds"]

#: Invented articles by name of their set: the rules were improved on the first only.
INVENTED = {"invented": "invented.yaml", "unseen": "unseen.yaml"}

HERE = Path(__file__).parent
_MARK = re.compile(r"\{(\d+):([^{}]*)\}")
_WORDS = {"hidden": "anonymous", "crowd": "group", "open": "unresolved"}


@dataclass(frozen=True, slots=True)
class Question:
    """One source and the right answers.

    Attributes:
        attribution: Id of the attribution asked about.
        actors: Right actor ids; None where no actor is right.
        names: Right names to show, instead of ids.
        statuses: Right statuses.
        represents: Right ids or names of whose position it is; empty if a reader
            may doubt.
    """

    attribution: str
    actors: tuple[str | None, ...]
    names: tuple[str, ...]
    statuses: tuple[str, ...]
    represents: tuple[str | None, ...]

    def is_right(self, answer: Attribution) -> bool:
        """Tell whether an answer is one of the right ones."""
        speaker = answer.speaker
        if speaker.status == "resolved" and self.names:
            return speaker.name in self.names
        return speaker.status in self.statuses and speaker.actor in self.actors

    def speaks_right(self, answer: Attribution) -> bool:
        """Tell whether the position is ascribed to a right body."""
        ref = answer.speaks_for or ActorRef(None, "")
        own = None if answer.speaks_for is None else ref.actor
        return own in self.represents or ref.name in self.represents


@dataclass(frozen=True, slots=True)
class Case:
    """One document with its sources marked, and the questions on it."""

    name: str
    dossier: Dossier
    questions: tuple[Question, ...]


def seeds() -> Path:
    """Return the folder of the five articles."""
    data = os.environ.get("ACCORD_DATA", str(HERE.parents[2] / "shared" / "data"))
    return Path(data) / "seeds"


def fingerprint() -> str:
    """Hash the gold."""
    texts = (HERE / name for name in ("seeds.yaml", *INVENTED.values()))
    return digest(*(path.read_text(encoding="utf-8") for path in texts))[:16]


def read_seeds() -> list[Case]:
    """Read the five articles with the sources that the gold lists."""
    gold = yaml.safe_load((HERE / "seeds.yaml").read_text(encoding="utf-8"))
    reader = ReadStage(formats=(), limits=ReadLimits())
    cases = []
    for name, rows in gold["files"].items():
        data = (seeds() / name).read_bytes()
        document = reader(RawItem(f"seeds/{name}", ".txt", data)).document
        found = [_seed_question(document, row) for row in rows]
        attributions = tuple(attribution for attribution, _ in found)
        dossier = Dossier(document=document, attributions=attributions)
        cases.append(Case(name[:3], dossier, tuple(question for _, question in found)))
    return cases


def _seed_question(
    document: Document, row: dict[str, Any]
) -> tuple[Attribution, Question]:
    """Make the attribution and the question of one row."""
    attribution = _attribution(document, row["start"], row["end"])
    question = Question(
        attribution.id,
        tuple(row["actor"]),
        (),
        tuple(row["status"]),
        tuple(row.get("represents", ())),
    )
    return attribution, question


def _attribution(document: Document, start: int, end: int) -> Attribution:
    """Make an attribution with a source; what is said does not matter here."""
    after = next(
        n for n in range(end, len(document.text)) if document.text[n].isalpha()
    )
    return Attribution.of(
        document,
        source=(Span(start, end),),
        cue=(),
        content=(Span(after, after + 1),),
        mode="indirect",
        produced_by="gold",
        confidence=1.0,
    )


def read_invented(name: str) -> list[Case]:
    """Read one set of invented articles."""
    gold = yaml.safe_load((HERE / INVENTED[name]).read_text(encoding="utf-8"))
    return [_invented(article) for article in gold["articles"]]


def _invented(article: dict[str, Any]) -> Case:
    """Cut the marks out of one invented article."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    at = length = 0
    marked: str = article["text"]
    for match in _MARK.finditer(marked):
        pieces += [marked[at : match.start()], match[2]]
        start = length + match.start() - at
        length = start + len(match[2])
        places.append((start, length))
        at = match.end()
    text = "".join([*pieces, marked[at:]])
    day = article["day"]
    document = Document(
        id=content_id("document", article["name"], text),
        produced_by="gold",
        path=article["name"],
        title=None,
        outlet=None,
        author=None,
        language="en",
        url=None,
        published=When.on(day if isinstance(day, date) else date.fromisoformat(day)),
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )
    attributions = tuple(_attribution(document, *place) for place in places)
    questions = tuple(
        _invented_question(attribution.id, answer)
        for attribution, answer in zip(attributions, article["answers"], strict=True)
    )
    return Case(
        article["name"],
        Dossier(document=document, attributions=attributions),
        questions,
    )


def _invented_question(attribution: str, answer: str | list[str]) -> Question:
    """Read one answer of an invented article."""
    names: list[str] = []
    statuses: list[str] = []
    represents: tuple[str | None, ...] = ()
    for one in answer if isinstance(answer, list) else [answer]:
        name, _, body = one.partition(" > ")
        if name in _WORDS:
            statuses.append(_WORDS[name])
        else:
            names.append(name)
        represents = (body,) if body else represents
    return Question(attribution, (None,), tuple(names), tuple(statuses), represents)
