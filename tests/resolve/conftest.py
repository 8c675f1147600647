import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from accord.model import (
    Attribution,
    Document,
    Dossier,
    Furniture,
    Span,
    When,
    content_id,
)
from accord.resolve import KnowledgeBase, ResolveStage, load_knowledge

_OPEN = re.compile(r"\{([scqf])(\d?):")

INVENTED = """
actors:
  - id: state:valdoria
    kind: state
    names: [Valdoria, Republic of Valdoria]
    demonyms: [Valdorian, Valdorians]
    capital: Sable
    metonyms: [the Citadel]
  - id: state:norland
    kind: state
    names: [Norland]
    demonyms: [Norlander, Norlanders, Norlandic]
    capital: Hafn
  - id: org:council-of-valdoria
    kind: organisation
    names: [Harbour Council]
    part_of: state:valdoria
  - id: org:valdorian-foreign-ministry
    kind: organisation
    names: [Valdorian Foreign Ministry]
    part_of: state:valdoria
  - id: org:league
    kind: organisation
    names: [Coastal League]
    called: [alliance]
  - id: outlet:sable-post
    kind: outlet
    names: [Sable Post]
  - id: outlet:hafn-radio
    kind: outlet
    names: [Hafn Radio]
  - id: group:south
    kind: group
    names: [the South, Southern states]
    demonyms: [Southern]
  - id: per:mara-voss
    kind: person
    names: [Mara Voss]
    gender: f
    roles:
      - {title: foreign minister, of: state:valdoria, from: 2024-05-01, to: null,
         speaks_for: state:valdoria}
  - id: per:olan-tree
    kind: person
    names: [Olan Tree, Tree]
    gender: m
    roles:
      - {title: president, of: state:valdoria, from: 2015-01-01, to: 2019-12-31,
         speaks_for: state:valdoria}
      - {title: deputy chair, of: org:council-of-valdoria, from: 2020-01-01, to: null,
         speaks_for: org:council-of-valdoria}
  - id: per:juno-falk
    kind: person
    names: [Juno Falk]
    gender: f
    roles:
      - {title: foreign minister, of: state:norland, from: 2023-01-01, to: null,
         speaks_for: state:norland}
"""


@dataclass(frozen=True)
class Marked:
    """A document made from a marked text, before and after resolving."""

    dossier: Dossier

    @property
    def speakers(self) -> list[str | None]:
        return [a.speaker.actor for a in self.dossier.attributions]

    @property
    def names(self) -> list[str | None]:
        return [a.speaker.name for a in self.dossier.attributions]

    @property
    def statuses(self) -> list[str]:
        return [a.speaker.status for a in self.dossier.attributions]

    @property
    def rules(self) -> list[str]:
        return [a.speaker.rule for a in self.dossier.attributions]

    @property
    def represents(self) -> list[str | None]:
        return [
            a.speaks_for.actor if a.speaks_for else None
            for a in self.dossier.attributions
        ]

    @property
    def findings(self) -> list[tuple[str, str | None]]:
        return [(f.kind, f.text) for f in self.dossier.findings]


def read_marked(marked: str, *, day: str | None = None, path: str = "a.txt") -> Dossier:
    """Turn "{s:Voss} {c:said} {q:no}" into a dossier with one attribution.

    Marks with the same number belong together; q within q makes a nested one; {f:}
    marks furniture.
    """
    text, places = _strip(marked)
    document = Document(
        id=content_id("document", path, text),
        produced_by="test",
        path=path,
        title=None,
        outlet=None,
        author=None,
        language="en",
        url=None,
        published=When.on(date.fromisoformat(day)) if day else None,
        length_chars=len(text),
        sha256="",
        furniture=tuple(
            Furniture(start, end, "caption")
            for kind, _, start, end in sorted(places, key=lambda p: p[2])
            if kind == "f"
        ),
        text=text,
    )
    numbers = sorted({number for kind, number, _, _ in places if kind == "q"})
    found = [_attribution(document, places, number) for number in numbers]
    return Dossier(document=document, attributions=_nest(found))


def _strip(marked: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    out: list[str] = []
    places: list[tuple[str, str, int, int]] = []
    stack: list[tuple[str, str, int]] = []
    at = 0
    while at < len(marked):
        match = _OPEN.match(marked, at)
        if match:
            stack.append((match[1], match[2], len(out)))
            at = match.end()
        elif marked[at] == "}":
            kind, number, start = stack.pop()
            places.append((kind, number, start, len(out)))
            at += 1
        else:
            out.append(marked[at])
            at += 1
    return "".join(out), places


def _attribution(
    document: Document, places: list[tuple[str, str, int, int]], number: str
) -> Attribution:
    def spans(wanted: str) -> tuple[Span, ...]:
        return tuple(Span(s, e) for k, n, s, e in places if (k, n) == (wanted, number))

    return Attribution.of(
        document,
        source=spans("s"),
        cue=spans("c"),
        content=spans("q"),
        mode="indirect" if spans("c") else "direct",
        produced_by="test",
        confidence=1.0,
    )


def _nest(found: list[Attribution]) -> tuple[Attribution, ...]:
    nested = []
    for inner in found:
        outer = [
            o
            for o in found
            if o is not inner and o.content.hull.contains(inner.content.hull)
        ]
        closest = min(outer, key=lambda o: len(o.content.hull), default=None)
        nested.append(replace(inner, nested_in=closest.id if closest else None))
    return tuple(nested)


@pytest.fixture(scope="session")
def knowledge() -> KnowledgeBase:
    return load_knowledge([("invented.yaml", INVENTED)])


@pytest.fixture(scope="session")
def stage(knowledge: KnowledgeBase) -> ResolveStage:
    return ResolveStage(knowledge)


@pytest.fixture(scope="session")
def resolve(stage: ResolveStage) -> Callable[..., Marked]:
    def run(marked: str, *, day: str | None = "2025-03-06") -> Marked:
        return Marked(stage(read_marked(marked, day=day)))

    return run


@pytest.fixture(scope="session")
def mark() -> Callable[..., Dossier]:
    return read_marked
