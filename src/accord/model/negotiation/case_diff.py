"""What is different between two editions of a case."""

import dataclasses
from collections.abc import Iterator
from typing import Any, Literal

from accord.model.negotiation.case import Case
from accord.model.negotiation.case_reading import case_to_json

__all__ = ["CaseChange", "compare_cases"]

# What tells the entries of a section apart; sections not named here have ids.
_KEYS: dict[str, tuple[str, ...]] = {
    "utilities": ("party", "issue", "option"),
    "weights": ("party", "issue"),
    "salience": ("party", "issue"),
    "capability": ("party",),
    "disagreement": ("party",),
    "moves": ("party", "issue", "option"),
    "preferences": ("party", "issue"),
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CaseChange:
    """One difference.

    Attributes:
        place: Section and entry, as ``demands:RUS.veto``, or the name of a field.
        kind: Added, removed or changed.
        field: Which field of the entry changed; None if the whole entry came or went.
        before: What it was, as plain values; None if it was not there.
        after: What it is now; None if it is gone.
    """

    place: str
    kind: Literal["added", "removed", "changed"]
    field: str | None = None
    before: Any = None
    after: Any = None


def compare_cases(before: Case, after: Case) -> tuple[CaseChange, ...]:
    """Find what is different between two editions of a case.

    Args:
        before: The older edition, checked.
        after: The newer one, checked.

    Returns:
        Changes section by section; the order of entries is no difference.

    Example:
        >>> [c.place for c in compare_cases(Case(title="A"), Case(title="B"))]
        ['title']
    """
    one, other = case_to_json(before), case_to_json(after)
    found: list[CaseChange] = []
    for section in one:
        if isinstance(one[section], list):
            found += _entries(section, one[section], other[section])
        else:
            found += _fields(
                section, {section: one[section]}, {section: other[section]}
            )
    return tuple(found)


def _entries(section: str, before: list[Any], after: list[Any]) -> Iterator[CaseChange]:
    """Compare the entries of a section."""
    old = {_key(section, entry): entry for entry in before}
    new = {_key(section, entry): entry for entry in after}
    for key in dict.fromkeys([*old, *new]):
        place = f"{section}:{key}"
        if key not in new:
            yield CaseChange(place=place, kind="removed", before=old[key])
        elif key not in old:
            yield CaseChange(place=place, kind="added", after=new[key])
        else:
            for change in _fields(place, old[key], new[key]):
                field = change.place.removeprefix(f"{place}.")
                yield dataclasses.replace(change, place=place, field=field)


def _key(section: str, entry: dict[str, Any]) -> str:
    """Name an entry."""
    keys = _KEYS.get(section, ("id",))
    return "/".join(str(entry[key]) for key in keys if entry[key] is not None)


def _fields(
    place: str, before: dict[str, Any], after: dict[str, Any]
) -> Iterator[CaseChange]:
    """Compare field by field."""
    for name, value in before.items():
        if value != after[name]:
            yield CaseChange(
                place=place if name == place else f"{place}.{name}",
                kind="changed",
                before=value,
                after=after[name],
            )
