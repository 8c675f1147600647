"""The same words elsewhere: groups of echoes and copied articles, with what differs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accord.model import SAME_STORY, Link
from accord.present.context import Context
from accord.present.diff import (
    Comparison,
    Piece,
    compare_texts,
    compare_words,
    find_shared,
)
from accord.present.wording import one_line, spoken_day

__all__ = ["Copy", "EchoGroup", "Version", "copies", "echo_groups"]


@dataclass(frozen=True, slots=True)
class Version:
    """One wording among several of the same words.

    Attributes:
        id: Id of the attribution.
        outlet: Who printed it; the path of the document if that is not known.
        date: When, as people write it.
        pieces: The words, with those marked that the first wording has not.
        against: The words of the first, with those marked that this one has not.
        speaker: Who is named here, if it is somebody else than in the first.
    """

    id: str
    outlet: str
    date: str | None
    pieces: tuple[Piece, ...]
    against: tuple[Piece, ...]
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class EchoGroup:
    """The same words in several documents; the first is what others are held against.

    Attributes:
        speaker: Who said it; None if unknown.
        base: The earliest wording.
        others: The later ones, with what differs from the first.
        disputed: Whether some of them do not agree on a "not", a number, a date or who
            spoke.
    """

    speaker: str | None
    base: Version
    others: tuple[Version, ...]
    disputed: bool

    @property
    def differs(self) -> bool:
        """Whether any wording differs from the first."""
        return any(
            v.speaker or any(piece.changed for piece in v.pieces + v.against)
            for v in self.others
        )


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that repeats another.

    Attributes:
        link: The link.
        a: The earlier one: id, outlet or path, date.
        b: The later one.
        comparison: Where it departs from the earlier one; or, if it has only passages
            of it, the sentences with these.
        is_whole: Whether it has half of the shorter text or more.
    """

    link: Link
    a: tuple[str, str, str | None]
    b: tuple[str, str, str | None]
    comparison: Comparison
    is_whole: bool


def echo_groups(
    links: Sequence[Link], *, context: Context, limit: int
) -> tuple[EchoGroup, ...]:
    """Gather echoes that belong together and mark how their wordings differ.

    Args:
        links: All links; only those between known attributions count, and not those
            that a reprint of the whole article repeats anyway.
        context: Where the attributions are.
        limit: How many groups to lay out: those that do not agree first, then those
            that differ, then those with the most versions.
    """
    copied = {frozenset((link.a, link.b)) for link in links if _is_reprint(link)}
    joined = [
        link
        for link in links
        if link.kind != "copy"
        and link.a in context.attributions
        and link.b in context.attributions
        and _documents_of(link, context) not in copied
    ]
    parted = {x.a for x in joined if x.kind == "contradiction"}
    groups = sorted(
        _connected(joined),
        key=lambda group: (group.isdisjoint(parted), -len(group), min(group)),
    )
    laid_out = [
        _group(group, context, disputed=not group.isdisjoint(parted))
        for group in groups[: 4 * limit]
    ]
    laid_out.sort(key=lambda group: (not group.disputed, not group.differs))
    return tuple(laid_out[:limit])


def _is_reprint(link: Link) -> bool:
    """Tell whether a link joins two documents that have most in common."""
    return link.kind == "copy" and link.similarity >= SAME_STORY


def _documents_of(link: Link, context: Context) -> frozenset[str]:
    """Name the documents that an echo joins."""
    ends = (context.attributions[link.a], context.attributions[link.b])
    return frozenset(end.document for end in ends)


def _connected(links: Sequence[Link]) -> list[set[str]]:
    """Find the sets of attributions that links hold together."""
    group_of: dict[str, set[str]] = {}
    for link in links:
        one = group_of.setdefault(link.a, {link.a})
        other = group_of.setdefault(link.b, {link.b})
        if one is not other:
            small, large = sorted((one, other), key=len)
            large |= small
            group_of.update(dict.fromkeys(small, large))
    return list({id(group): group for group in group_of.values()}.values())


def _group(members: set[str], context: Context, *, disputed: bool) -> EchoGroup:
    """Lay out one set of echoes, earliest wording first."""
    ordered = sorted(members, key=lambda member: _order(member, context))
    first = context.attributions[ordered[0]]
    base = one_line(first.content.text)
    others = []
    for member in ordered[1:]:
        wording = one_line(context.attributions[member].content.text)
        against, pieces = compare_words(base, wording)
        other = _version(member, pieces, against, context)
        speaker = context.attributions[member].speaker.name
        if speaker and first.speaker.name and _are_two(speaker, first.speaker.name):
            other = replace(other, speaker=speaker)
        others.append(other)
    unmarked = (Piece(base, changed=False),)
    shown_base = others[0].against if len(others) == 1 else unmarked
    return EchoGroup(
        first.speaker.name or (first.source.text if first.source else None),
        _version(ordered[0], shown_base, (), context),
        tuple(others),
        disputed,
    )


def _are_two(one: str, other: str) -> bool:
    """Tell whether two names are of two speakers: their last words differ."""
    last, other_last = (name.lower().split()[-1:] for name in (one, other))
    return last != other_last


def _order(member: str, context: Context) -> tuple[str, str, int]:
    """Sort by publication; without a date last."""
    attribution = context.attributions[member]
    published = context.published(attribution.document)
    begun = published.start if published else None
    return (
        begun.isoformat() if begun else "9999",
        context.path(attribution.document),
        attribution.content.start,
    )


def _version(
    member: str,
    pieces: tuple[Piece, ...],
    against: tuple[Piece, ...],
    context: Context,
) -> Version:
    """Describe where one wording stands."""
    document = context.attributions[member].document
    return Version(
        member,
        context.outlet(document) or context.path(document),
        spoken_day(context.published(document)),
        pieces,
        against,
    )


def copies(links: Sequence[Link], *, context: Context, limit: int) -> tuple[Copy, ...]:
    """Hold copied documents against one another, earlier first."""
    found: list[Copy] = []
    for link in links:
        if link.kind != "copy" or len(found) >= limit:
            continue
        a, b = (link.b, link.a) if link.first == "b" else (link.a, link.b)
        if a in context.documents and b in context.documents:
            texts = (_article(a, context), _article(b, context))
            is_whole = _is_reprint(link)
            comparison = (
                compare_texts(*texts)
                if is_whole
                else Comparison(0, find_shared(*texts))
            )
            heads = (_heading(a, context), _heading(b, context))
            found.append(Copy(link, *heads, comparison, is_whole))
    return tuple(found)


def _heading(document: str, context: Context) -> tuple[str, str, str | None]:
    """Name a document: id, outlet or path, date."""
    published = spoken_day(context.published(document))
    return document, context.outlet(document) or context.path(document), published


def _article(document: str, context: Context) -> str:
    """Take the text without its page furniture."""
    found = context.documents[document]
    kept: list[str] = []
    begin = 0
    for piece in found.furniture:
        kept.append(found.text[begin : piece.start])
        begin = piece.end
    kept.append(found.text[begin:])
    return "\n".join(kept)
