"""The gold of the speakers' evaluation, and how an answer is judged."""

import json
import os
import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from accord.model import Attribution, Document, Dossier, Span, When, content_id, digest
from accord.model.actor import ActorRef
from accord.ports import RawItem
from accord.read import ReadLimits, ReadStage

__all__ = [
    "INVENTED",
    "Case",
    "Question",
    "data",
    "fingerprint",
    "read_dev",
    "read_invented",
    "read_seeds",
]

#: Invented articles by name of their set.
INVENTED = {
    "invented": "invented.yaml",
    "unseen": "unseen.yaml",
    "fresh": "fresh.yaml",
    "fresh2": "fresh2.yaml",
    "fresh3": "fresh3.yaml",
    **{f"lot{number}": f"lot{number}.yaml" for number in range(1, 9)},
}

#: Gold on articles that lie beside the project.
REAL = ("seeds.yaml", "dev.yaml", "sample.yaml")

HERE = Path(__file__).parent
#: ``{4:words}`` is a source, ``{4<3:words}`` one within attribution 3, ``{4|words}`` a
#: quotation without a source.
_MARK = re.compile(r"\{(\d+)(?:<(\d+))?([:|])([^{}]*)\}")
_ARTICLE = re.compile(r"^the (?=\S)")
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
        via: Right names of who passed it on; empty if not asked.
    """

    attribution: str
    actors: tuple[str | None, ...]
    names: tuple[str, ...]
    statuses: tuple[str, ...]
    represents: tuple[str | None, ...]
    via: tuple[str, ...] = ()

    def is_right(self, answer: Attribution) -> bool:
        """Tell whether an answer is one of the right ones."""
        speaker = answer.speaker
        if speaker.status == "resolved" and self.names:
            return _is_one_of(speaker.name, self.names)
        return speaker.status in self.statuses and speaker.actor in self.actors

    def speaks_right(self, answer: Attribution) -> bool:
        """Tell whether the position is ascribed to a right body."""
        ref = answer.speaks_for or ActorRef(None, "")
        own = None if answer.speaks_for is None else ref.actor
        return own in self.represents or _is_one_of(ref.name, self.represents)

    def passes_right(self, answer: Attribution) -> bool:
        """Tell whether the right ones are said to have passed it on."""
        return any(_is_one_of(via.name, self.via) for via in answer.via)


@dataclass(frozen=True, slots=True)
class Case:
    """One document with its sources marked, and the questions on it."""

    name: str
    dossier: Dossier
    questions: tuple[Question, ...]


def data() -> Path:
    """Return the folder of the data beside the project."""
    default = HERE.parents[2] / "shared" / "data"
    return Path(os.environ.get("ACCORD_DATA", str(default)))


def fingerprint() -> str:
    """Hash the gold."""
    texts = (HERE / name for name in (*REAL, *INVENTED.values()))
    return digest(*(path.read_text(encoding="utf-8") for path in texts))[:16]


def read_seeds() -> list[Case]:
    """Read the five articles with the sources that the gold lists."""
    gold = yaml.safe_load((HERE / "seeds.yaml").read_text(encoding="utf-8"))
    reader = ReadStage(formats=(), limits=ReadLimits())
    cases = []
    for name, rows in gold["files"].items():
        raw = (data() / "seeds" / name).read_bytes()
        document = reader(RawItem(f"seeds/{name}", ".txt", raw)).document
        found = [_seed_question(document, row) for row in rows]
        attributions = tuple(attribution for attribution, _ in found)
        dossier = Dossier(document=document, attributions=attributions)
        cases.append(Case(name[:3], dossier, tuple(question for _, question in found)))
    return cases


def read_dev(name: str = "dev.yaml") -> list[Case]:
    """Read the articles of PolNeAR's development set that a file of gold lists."""
    gold = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))["files"]
    path = data() / "polnear" / "dev.jsonl"
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        rows = gold.get(article["id"], ())
        if not rows:
            continue
        document = _document(article["id"], article["text"], article["date"])
        found = tuple(_attribution(document, row["start"], row["end"]) for row in rows)
        questions = tuple(
            _question(attribution.id, row["right"])
            for attribution, row in zip(found, rows, strict=True)
        )
        dossier = Dossier(document=document, attributions=found)
        cases.append(Case(article["id"], dossier, questions))
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
    text = document.text
    places = (*range(end, len(text)), *range(start - 1, -1, -1))
    said = next(n for n in places if text[n].isalpha())
    return Attribution.of(
        document,
        source=(Span(start, end),),
        cue=(),
        content=(Span(said, said + 1),),
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
    places: list[tuple[re.Match[str], Span]] = []
    at = length = 0
    marked: str = article["text"]
    for match in _MARK.finditer(marked):
        pieces += [marked[at : match.start()], match[4]]
        start = length + match.start() - at
        length = start + len(match[4])
        places.append((match, Span(start, length)))
        at = match.end()
    text = "".join([*pieces, marked[at:]])
    document = _document(
        article["name"], text, article["day"], author=article.get("author")
    )
    attributions = _marked(document, places)
    questions = tuple(
        _question(attribution.id, answer)
        for attribution, answer in zip(attributions, article["answers"], strict=True)
    )
    return Case(
        article["name"],
        Dossier(document=document, attributions=attributions),
        questions,
    )


def _marked(
    document: Document, places: list[tuple[re.Match[str], Span]]
) -> tuple[Attribution, ...]:
    """Make the attributions of the marks, each within the one it names."""
    made = {
        match[1]: _unsourced(document, span)
        if match[3] == "|"
        else _attribution(document, span.start, span.end)
        for match, span in places
    }
    return tuple(
        replace(made[match[1]], nested_in=made[match[2]].id)
        if match[2]
        else made[match[1]]
        for match, _ in places
    )


def _unsourced(document: Document, quoted: Span) -> Attribution:
    """Make the attribution of a quotation whose source the text leaves out."""
    return Attribution.of(
        document,
        source=(),
        cue=(),
        content=(quoted,),
        mode="direct",
        produced_by="gold",
        confidence=1.0,
    )


def _document(
    name: str, text: str, day: date | str, *, author: str | None = None
) -> Document:
    """Make the document of an article."""
    return Document(
        id=content_id("document", name, text),
        produced_by="gold",
        path=name,
        title=None,
        outlet=None,
        author=author,
        language="en",
        url=None,
        published=When.on(day if isinstance(day, date) else date.fromisoformat(day)),
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )


def _question(attribution: str, answer: str | list[str]) -> Question:
    """Read the right answers to one source."""
    names: list[str] = []
    statuses: list[str] = []
    represents: list[str | None] = []
    via: list[str] = []
    for one in answer if isinstance(answer, list) else [answer]:
        said, _, passed = one.partition(" via ")
        name, _, body = said.partition(" > ")
        via += [passed] if passed else []
        if name in _WORDS:
            statuses.append(_WORDS[name])
        else:
            names.append(name)
        represents += body.split(" | ") if body else []
    return Question(
        attribution,
        (None,),
        tuple(names),
        tuple(statuses),
        tuple(represents),
        tuple(via),
    )


def _is_one_of(name: str | None, right: tuple[str | None, ...]) -> bool:
    """Compare names without case, article and the form of the apostrophe."""
    return _plain(name or "") in {_plain(one) for one in right if one}


def _plain(name: str) -> str:
    """Fold a name."""
    return _ARTICLE.sub("", name.casefold().replace("’", "'"))
