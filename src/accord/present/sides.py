"""Side by side: two documents, or the two ends of a link, with what differs marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from accord.model import OUTLET, Attribution, Document, Link, Passage
from accord.present.context import Context
from accord.present.diff import Piece, compare_words
from accord.present.wording import one_line, plural, spoken_day

__all__ = [
    "Overlap",
    "Pair",
    "Sides",
    "draw_links",
    "draw_sides",
    "lay_side_by_side",
    "to_object",
]

#: How words that the other side lacks are told without colour.
_MARK = "*"
_CHANGED = "bold yellow"
_GAP = 3
_KINDS = {
    "echo": "Echo",
    "copy": "Copy",
    "passed-on": "Passed on",
    "contradiction": "Contradiction?",
}


class Overlap(Protocol):
    """What two documents have in common, as the link room tells it."""

    @property
    def first(self) -> Literal["a", "b"] | None:
        """Which was published first."""
        ...

    @property
    def credited(self) -> bool | None:
        """Whether the later one credits the other."""
        ...

    @property
    def containment(self) -> float:
        """Share of the shorter one's shingles that both have."""
        ...

    @property
    def passages(self) -> tuple[tuple[Passage, Passage], ...]:
        """Words that stand in both."""
        ...


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports that a link joins.

    Attributes:
        link: The link.
        a: The report in the first document.
        b: The one in the second.
    """

    link: Link
    a: Attribution
    b: Attribution


@dataclass(frozen=True, slots=True)
class Sides:
    """Two documents side by side.

    Attributes:
        a: The first document.
        b: The second.
        overlap: What stands in both, word by word.
        echoes: Reports of one utterance, by place in the first document.
        contradictions: Reports of what seems one utterance that do not agree.
        only_a: Quotations that the first alone has.
        only_b: Quotations that the second alone has.
    """

    a: Document
    b: Document
    overlap: Overlap
    echoes: tuple[Pair, ...]
    contradictions: tuple[Pair, ...]
    only_a: tuple[Attribution, ...]
    only_b: tuple[Attribution, ...]


def lay_side_by_side(
    a: Document,
    b: Document,
    *,
    overlap: Overlap,
    links: Iterable[Link],
    context: Context,
) -> Sides:
    """Sort what two documents share and what each has alone.

    Args:
        a: The one.
        b: The other.
        overlap: What stands in both.
        links: Links of the pile; only those between the two count.
        context: Holds the attributions of both.
    """
    pairs: list[Pair] = []
    for link in links:
        ends = [context.attributions.get(end) for end in (link.a, link.b)]
        by_document = {end.document: end for end in ends if end}
        if by_document.keys() == {a.id, b.id}:
            pairs.append(Pair(link, by_document[a.id], by_document[b.id]))
    pairs.sort(key=lambda pair: (pair.a.content.start, pair.b.content.start))
    echoed = [end for pair in pairs for end in (pair.a, pair.b)]

    def alone(document: Document) -> tuple[Attribution, ...]:
        shared = [end.content.hull for end in echoed if end.document == document.id]
        found = (
            one
            for one in context.attributions.values()
            if one.document == document.id
            and one.mode != "indirect"
            and not any(one.content.hull.overlaps(span) for span in shared)
        )
        return tuple(sorted(found, key=lambda one: one.content.start))

    return Sides(
        a,
        b,
        overlap,
        tuple(pair for pair in pairs if pair.link.kind != "contradiction"),
        tuple(pair for pair in pairs if pair.link.kind == "contradiction"),
        alone(a),
        alone(b),
    )


def to_object(sides: Sides) -> dict[str, object]:
    """Give it as JSON values.

    Returns:
        The documents' ids; who was first and whether that is credited; containment;
        shared passages with their offsets; links with the ids of both ends; ids of
        the quotations that one alone has.
    """

    def pairs(found: Sequence[Pair]) -> list[dict[str, object]]:
        return [
            {"link": pair.link.id, "a": pair.a.id, "b": pair.b.id} for pair in found
        ]

    def passage(one: Passage) -> dict[str, object]:
        return {"start": one.start, "end": one.end, "text": one.text}

    return {
        "a": {"id": sides.a.id, "path": sides.a.path},
        "b": {"id": sides.b.id, "path": sides.b.path},
        "first": sides.overlap.first,
        "credited": sides.overlap.credited,
        "containment": round(sides.overlap.containment, 4),
        "passages": [
            {"a": passage(ours), "b": passage(theirs)}
            for ours, theirs in sides.overlap.passages
        ],
        "echoes": pairs(sides.echoes),
        "contradictions": pairs(sides.contradictions),
        "only_a": [one.id for one in sides.only_a],
        "only_b": [one.id for one in sides.only_b],
    }


def draw_sides(sides: Sides, *, width: int) -> RenderableType:
    """Draw two documents for a terminal.

    Args:
        sides: What they share and what each has alone.
        width: How many characters a line has.
    """
    parts: list[RenderableType] = [
        _beside(_heading(sides.a), _heading(sides.b), width=width),
        Text(),
        Text(_taken(sides), style="bold"),
    ]
    parts += [_listed(f"“{one_line(p.text)}”") for p, _ in sides.overlap.passages]
    for title, pairs in (
        ("Reports of the same words", sides.echoes),
        ("Do they agree? They seem to report one utterance", sides.contradictions),
    ):
        if pairs:
            parts += [Text(), Text(f"{title} ({len(pairs)})", style="bold")]
        for pair in pairs:
            parts += [Text(), _said(pair.a, pair.b, width=width)]
    for document, alone in ((sides.a, sides.only_a), (sides.b, sides.only_b)):
        if alone:
            title = f"Only in {_name(document)}: {plural(len(alone), 'quotation')}"
            parts += [Text(), Text(title, style="bold")]
        parts += [
            _listed(f"{_speaker(one)}: {one_line(one.content.text)}") for one in alone
        ]
    return Group(*parts)


def draw_links(
    links: Sequence[Link], *, context: Context, width: int
) -> RenderableType:
    """Draw links with both their ends, what differs between them marked.

    Args:
        links: The links.
        context: Holds the documents and attributions they join.
        width: How many characters a line has.
    """
    if not links:
        return Text("no links", style="dim")
    parts: list[RenderableType] = []
    for link in links:
        parts += [*_drawn(link, context, width), Text()]
    return Group(*parts[:-1])


def _drawn(link: Link, context: Context, width: int) -> list[RenderableType]:
    """Draw one link: what it is, and both its ends."""
    # What is not at hand cannot be compared.
    alike = "" if link.carrier else f" {link.similarity:.2f}"
    told = [f"{_KINDS[link.kind]}{alike}"]
    if link.credited is not None:
        told.append("credited" if link.credited else "without credit")
    heading = Text(", ".join(told), style="bold")
    # The earlier one stands on the left.
    ends = (link.b, link.a) if link.first == "b" else (link.a, link.b)
    said = [context.attributions.get(end) for end in ends]
    one, other = said
    taker = (one or other) if link.carrier else None
    if one and other:
        documents = [context.documents.get(end.document) for end in (one, other)]
        shown: RenderableType = _said(one, other, width=width)
    else:
        documents = [
            context.documents.get(at.document if at else end)
            for at, end in zip(said, ends, strict=True)
        ]
        shown = _reported(taker, width=width) if taker else Text(link.note)
    heads = [
        _heading(document) if document else Text(_outlet(end, taker), style="bold")
        for document, end in zip(documents, ends, strict=True)
    ]
    return [heading, _beside(heads[0], heads[1], width=width), shown]


def _reported(taker: Attribution, *, width: int) -> RenderableType:
    """Draw what a document has from an outlet, on the document's side."""
    said = Text.assemble(
        (f"{_speaker(taker)}: ", "italic"), one_line(taker.content.text)
    )
    return _beside(Text(), said, width=width)


def _outlet(end: str, taker: Attribution | None) -> str:
    """Name an outlet as the one who takes from it does."""
    bare = end.removeprefix(OUTLET)
    if taker is None:
        return bare
    said = [(via.actor, via.name) for via in taker.via]
    said += [(taker.speaker.actor, taker.speaker.name or bare)]
    said += [(None, taker.source.text)] if taker.source else []
    return next((name for actor, name in said if actor == end or _is(name, bare)), bare)


def _is(name: str, key: str) -> bool:
    """Tell whether a name is the one that an outlet's id was made of."""
    return "".join(filter(str.isalnum, name.lower().removeprefix("the "))) == key


def _listed(words: str) -> Padding:
    """Draw one of several, all its lines moved in."""
    return Padding(Text(words), (0, 0, 0, 2))


def _taken(sides: Sides) -> str:
    """Say in one line who took what from whom."""
    found = sides.overlap
    if not found.passages:
        return "No passage of five words or more stands in both."
    words = sum(len(ours.text.split()) for ours, _ in found.passages)
    count = f"{plural(len(found.passages), 'passage')} of together {words} words"
    share = f"{found.containment:.0%} of the shorter text"
    if found.first is None:
        return f"{count} in both, {share}; which came first is not known."
    first, later = (sides.a, sides.b) if found.first == "a" else (sides.b, sides.a)
    credit = {True: ", credited", False: ", without credit", None: ""}[found.credited]
    return f"{_name(later)} has {count} from {_name(first)}, {share}{credit}."


def _name(document: Document) -> str:
    """Name a document by its outlet, else its file."""
    return document.outlet or document.path.rpartition("/")[2]


def _heading(document: Document) -> Text:
    """Name a document with its date."""
    heading = Text(_name(document), style="bold")
    date = spoken_day(document.published) or "undated"
    heading.append(f"\n{date}", style="dim not bold")
    if document.outlet:
        file = document.path.rpartition("/")[2]
        heading.append(f"\n{file}", style="dim not bold")
    return heading


def _speaker(attribution: Attribution) -> str:
    """Name who said it."""
    if attribution.speaker.name:
        return attribution.speaker.name
    return one_line(attribution.source.text) if attribution.source else "?"


def _said(one: Attribution, other: Attribution, *, width: int) -> RenderableType:
    """Draw two reports, with their speakers if these are not the same."""
    speakers = [_speaker(one), _speaker(other)]
    shown = _compared(one.content.text, other.content.text, width=width)
    if speakers[0] == speakers[1]:
        return Group(Text(f"{speakers[0]}:", style="italic"), shown)
    heads = [Text(f"{speaker}:", style="italic") for speaker in speakers]
    return Group(_beside(*heads, width=width), shown)


def _compared(one: str, other: str, *, width: int) -> RenderableType:
    """Draw two wordings, what the other lacks marked."""
    pieces = compare_words(one_line(one), one_line(other))
    return _beside(*(_marked(side) for side in pieces), width=width)


def _marked(pieces: Sequence[Piece]) -> Text:
    """Mark the words that the other side lacks."""
    drawn = Text()
    for piece in pieces:
        words = piece.text.strip()
        if not piece.changed or not any(c.isalnum() for c in words):
            drawn.append(piece.text)
            continue
        before, _, after = piece.text.partition(words)
        drawn.append(before)
        drawn.append(f"{_MARK}{words}{_MARK}", style=_CHANGED)
        drawn.append(after)
    return drawn


def _beside(one: Text, other: Text, *, width: int) -> Table:
    """Put two texts beside each other."""
    table = Table.grid(padding=(0, _GAP, 0, 0), pad_edge=False)
    for _ in range(2):
        table.add_column(width=(width - _GAP) // 2, overflow="fold")
    table.add_row(one, other)
    return table
