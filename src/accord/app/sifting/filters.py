"""Choose records by actor, issue, outlet, date and document."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from accord.app.sifting.facets import Facets, Pile
from accord.app.toolbox import Knowledge
from accord.errors import InputError
from accord.model import Codebook, Failure, When
from accord.text import fold, words

__all__ = ["Filters", "Sieve", "parse_day"]

R = TypeVar("R")

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to choose; None chooses everything.

    Attributes:
        actor: Id or name of who speaks, is spoken for, or takes part.
        issue: Issue id.
        outlet: Name of the outlet, or words of it.
        since: First day.
        until: Last day.
        document: Id, path, or the end of a path.
    """

    actor: str | None = None
    issue: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    document: str | None = None

    @property
    def given(self) -> tuple[str, ...]:
        """Names of the filters that are set."""
        names = (field.name for field in fields(self))
        return tuple(name for name in names if getattr(self, name) is not None)


def parse_day(value: str | date | None, *, last: bool = False) -> date | None:
    """Read a day; of a year or a month its first or last day.

    Args:
        value: ``2024``, ``2024-05`` or ``2024-05-31``.
        last: Whether a year or month stands for its last day.

    Raises:
        InputError: It is no day.

    Example:
        >>> parse_day("2024-02", last=True)
        datetime.date(2024, 2, 29)
    """
    if value is None or isinstance(value, date):
        return value
    found = _DAY.fullmatch(value.strip())
    try:
        if found:
            year, month, day = (int(part) if part else 0 for part in found.groups())
            month = month or (12 if last else 1)
            day = day or (calendar.monthrange(year, month)[1] if last else 1)
            return date(year, month, day)
    except (ValueError, IndexError):  # a month 13, a day 32
        pass
    message = f"{value!r} is no date."
    raise InputError(message, hint="Write 2024-05-31, 2024-05 or 2024.")


class Sieve:
    """Lets through the records that all filters fit.

    Args:
        filters: What to choose.
        pile: Looks up what records point to.
        knowledge: Known actors, for their other names.
        codebook: The issues.

    Raises:
        UnknownNameError: The codebook has no such issue.
    """

    def __init__(
        self,
        filters: Filters,
        *,
        pile: Pile,
        knowledge: Callable[[], Knowledge],
        codebook: Callable[[], Codebook],
    ) -> None:
        self._filters = filters
        self._pile = pile
        self._knowledge = knowledge
        if filters.issue is not None:
            codebook().issue(filters.issue)

    def sift(self, records: Iterator[R], *, kind: str) -> Iterator[R]:
        """Give the records that fit.

        Raises:
            InputError: Records of this kind cannot be chosen by one of the filters.
        """
        for record in records:
            if not self._filters.given or self._fits(record, kind):
                yield record

    def _fits(self, record: Any, kind: str) -> bool:
        """Tell whether all filters fit a record."""
        if isinstance(record, Failure) and self._filters.given == ("document",):
            return record.item.endswith(self._filters.document or "")
        facets = self._pile.facets(record)
        if facets is None:
            raise InputError(_not_by(self._filters.given[0], kind), hint=_HINT)
        return all(
            getattr(self, f"_fits_{'dates' if name in _DATES else name}")(facets, kind)
            for name in self._filters.given
        )

    def _fits_actor(self, facets: Facets, kind: str) -> bool:
        """Compare ids and names."""
        if facets.actors is None:
            raise InputError(_not_by("actor", kind), hint=_HINT)
        return any(self._is_meant(actor, name) for actor, name in facets.actors)

    def _is_meant(self, actor: str | None, name: str) -> bool:
        """Tell whether an actor is the one asked for."""
        wanted = _folded(self._filters.actor or "")
        if actor is not None and (actor in self._known or _folded(actor) == wanted):
            return True
        shown = _folded(name)
        # Part of a name is enough only where no known actor has it as a whole name.
        return shown == wanted or (not self._known and _has_words(shown, wanted))

    @cached_property
    def _known(self) -> frozenset[str]:
        """Ids of the known actors that are called as asked for."""
        wanted = _folded(self._filters.actor or "")
        return frozenset(
            actor.id
            for actor in self._knowledge().actors
            if wanted in (_folded(actor.id), *map(_folded, actor.names))
        )

    def _fits_issue(self, facets: Facets, kind: str) -> bool:
        """Compare issue ids."""
        if facets.issues is None:
            raise InputError(_not_by("issue", kind), hint=_HINT)
        return self._filters.issue in facets.issues

    def _fits_outlet(self, facets: Facets, kind: str) -> bool:
        """Compare the documents' outlets."""
        del kind
        wanted = _folded(self._filters.outlet or "")
        documents = (self._pile.documents.get(i) for i in facets.documents)
        outlets = (_folded(d.outlet) for d in documents if d and d.outlet)
        return any(o == wanted or _has_words(o, wanted) for o in outlets)

    def _fits_document(self, facets: Facets, kind: str) -> bool:
        """Compare the documents' ids and paths."""
        del kind
        wanted = self._filters.document or ""
        documents = (self._pile.documents.get(i) for i in facets.documents)
        return any(d and (d.id == wanted or d.path.endswith(wanted)) for d in documents)

    def _fits_dates(self, facets: Facets, kind: str) -> bool:
        """Compare dates: the record's own, else its documents' publication."""
        del kind
        whens = facets.whens or tuple(
            document.published
            for document in (self._pile.documents.get(i) for i in facets.documents)
            if document and document.published
        )
        return any(self._is_within(when) for when in whens)

    def _is_within(self, when: When) -> bool:
        """Tell whether a date may lie within the days asked for."""
        if when.start is None or when.end is None:
            return False
        since, until = self._filters.since, self._filters.until
        return (since is None or when.end >= since) and (
            until is None or when.start <= until
        )


_DATES = ("since", "until")


_HINT = "Leave this filter out, or ask for statements."


def _not_by(name: str, kind: str) -> str:
    """Say that a filter does not go with a kind of record."""
    return f"The {kind} cannot be chosen by {name}."


def _folded(text: str) -> str:
    """Make a name comparable."""
    return fold(text).text.strip()


def _has_words(name: str, wanted: str) -> bool:
    """Tell whether a name holds all words asked for."""
    held = {name[word.start : word.end] for word in words(name)}
    asked = {wanted[word.start : word.end] for word in words(wanted)}
    return bool(asked) and asked <= held
