"""The parts of an outlet comparison, each as one table."""

from collections.abc import Callable, Sequence
from typing import Any

from accord.model import to_json
from accord.model.outlets import Claim, CueUse, OutletComparison, QuotedSpeaker
from accord.present.columns import Cell, Column
from accord.present.tables import Table
from accord.present.wording import day

__all__ = ["PARTS", "outlet_table", "to_object"]


def outlet_table(found: OutletComparison, part: str) -> Table:
    """Lay one part of a comparison out in rows.

    Args:
        found: The comparison.
        part: One of ``PARTS``.

    Returns:
        The table. Of coverage an export has a column for each outlet with the number
        of its statements: 0 is missing.
    """
    return PARTS[part](found)


def to_object(found: OutletComparison) -> dict[str, Any]:
    """Give the whole comparison as plain values for JSON."""
    written: dict[str, Any] = to_json(found)
    return written


def _profiles(found: OutletComparison) -> Table:
    """Sum each outlet up."""
    columns = (
        Column("outlet"), Column("documents", "number"), Column("copies", "number", "export"),
        Column("reports", "number"), Column("direct", "number", "export"), Column("mixed", "number", "export"),
        Column("indirect", "number", "export"), Column("quoted", "number"),
        Column("quoted_from", "number", "export"), Column("quoted_to", "number", "export"),
        Column("claims", "number"), Column("exclusive", "number"),
        Column("missing", "number"),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            o.outlet, o.documents, o.copies, o.attributions, o.direct, o.mixed, o.indirect,
            o.quoted_share, *o.quoted_range, o.claims, o.exclusive, o.missing,
        )
        for o in found.outlets
    ]  # fmt: skip
    return _table("outlet", columns, rows)


def _coverage(found: OutletComparison) -> Table:
    """Tell who carried each claim."""
    return _claims(found, found.claims)


def _exclusive(found: OutletComparison) -> Table:
    """Keep the claims that one outlet alone carried."""
    return _claims(found, [claim for claim in found.claims if len(claim.outlets) == 1])


def _missing(found: OutletComparison) -> Table:
    """Tell what each outlet did not carry though others did, those with most first."""
    columns = (
        Column("outlet"), Column("name"), Column("issue"), Column("stance", "stance"),
        Column("carried_by"), Column("carriers", "number", "export"),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (profile.outlet, claim.name, claim.issue, claim.stance, ", ".join(claim.outlets), len(claim.outlets))
        for profile in found.outlets
        for claim in sorted(found.claims, key=lambda c: -len(c.outlets))
        if profile.outlet not in claim.outlets
    ]  # fmt: skip
    return _table("missing claim", columns, rows)


def _claims(found: OutletComparison, claims: Sequence[Claim]) -> Table:
    """Lay claims out."""
    outlets = [profile.outlet for profile in found.outlets]
    columns = (
        Column("name"), Column("issue"), Column("stance", "stance"), Column("first", "date"),
        Column("carried_by"), Column("independent", "number", "export"),
        *(Column(outlet, "number", "export") for outlet in outlets),
        Column("words", "quote", "export"),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            claim.name, claim.issue, claim.stance, day(claim.first),
            ", ".join(claim.outlets), claim.independent,
            *(len(claim.carried_by(outlet)) for outlet in outlets), claim.words,
        )
        for claim in claims
    ]  # fmt: skip
    return _table("claim", columns, rows)


def _cues(found: OutletComparison) -> Table:
    """Lay cue words out."""
    columns = (
        Column("name"), Column("outlet"), Column("cue"), *_CONTRAST, Column("verdict"),
    )  # fmt: skip

    def row(use: CueUse) -> tuple[Cell, ...]:
        here, elsewhere = (use.count, use.of), (use.elsewhere, use.elsewhere_of)
        contrast = _contrast(here, elsewhere, (use.p_value, use.adjusted))
        return (use.name, use.outlet, use.cue, *contrast, use.verdict)

    return _table("cue word", columns, [row(use) for use in found.cues])


def _quotation(found: OutletComparison) -> Table:
    """Lay out who is quoted and who is paraphrased."""
    columns = (
        Column("name"), Column("outlet"), Column("direct", "number", "export"),
        Column("mixed", "number", "export"), Column("indirect", "number", "export"),
        *_CONTRAST, Column("verdict"),
    )  # fmt: skip

    def row(speaker: QuotedSpeaker) -> tuple[Cell, ...]:
        modes = (speaker.direct, speaker.mixed, speaker.indirect)
        here = (speaker.direct + speaker.mixed, sum(modes))
        elsewhere = (speaker.elsewhere_quoted, speaker.elsewhere_of)
        contrast = _contrast(here, elsewhere, (speaker.p_value, speaker.adjusted))
        return (speaker.name, speaker.outlet, *modes, *contrast, speaker.verdict)

    return _table("speaker", columns, [row(speaker) for speaker in found.quoted])


#: One outlet against all others: short for a reader, in numbers for a program.
_CONTRAST = (
    Column("here"), Column("elsewhere"),
    Column("count", "number", "export"), Column("of", "number", "export"),
    Column("elsewhere_count", "number", "export"),
    Column("elsewhere_of", "number", "export"),
    Column("p", "number", "export"), Column("adjusted", "number", "export"),
)  # fmt: skip


def _contrast(
    here: tuple[int, int],
    elsewhere: tuple[int, int],
    tests: tuple[float, float | None],
) -> tuple[Cell, ...]:
    """Fill the cells of one outlet against all others."""
    said = (f"{hits} of {of}" for hits, of in (here, elsewhere))
    return (*said, *here, *elsewhere, *tests)


def _table(
    kind: str, columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]]
) -> Table:
    """Make a table of rows that are no records of their own."""
    return Table(kind, columns, tuple(rows), (None,) * len(rows))


#: Name of each part to what lays it out.
PARTS: dict[str, Callable[[OutletComparison], Table]] = {
    "profiles": _profiles,
    "coverage": _coverage,
    "exclusive": _exclusive,
    "missing": _missing,
    "cues": _cues,
    "quotation": _quotation,
}
