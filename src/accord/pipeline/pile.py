"""The rooms that see the whole pile."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from accord.model import (
    Dossier,
    Failure,
    Finding,
    Irreconcilable,
    Join,
    Link,
    Position,
    Shift,
    Statement,
    digest,
)
from accord.pipeline.chain import make_failure
from accord.pipeline.joined import JoinedView
from accord.pipeline.progress import OnProgress, Progress, ignore_progress
from accord.ports import ItemState, Store

__all__ = ["LINK_NOTICE", "WHOLE_PILE", "Linked", "PileRooms", "pile_key", "run_pile"]

R = TypeVar("R")

#: The item that a failure of a whole-pile room names.
WHOLE_PILE = "*"
PILE_KEY = "pile.key"
#: The store's value for what is to be said of how the pile was linked.
LINK_NOTICE = "link.notice"
_STEPS = ("join", "link", "map", "solve")


class Linked(Protocol):
    """What the link room gives."""

    @property
    def links(self) -> tuple[Link, ...]:
        """Relations between records."""
        ...

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Doubts that only show when documents are compared."""
        ...

    @property
    def notice(self) -> str:
        """What the reader should know of how the pile was linked; mostly empty."""
        ...


@dataclass(frozen=True, slots=True)
class PileRooms:
    """The rooms, with the codebook already in their hands.

    Attributes:
        join: Finds who is one actor across documents; the dossiers come one at a time.
        link: Finds relations between documents and between attributions; the dossiers
            come one at a time.
        ledger: Makes the position ledger; the links tell what counts once.
        shifts: Finds changes of stance; the links tell what counts once.
        conflicts: Finds positions that cannot all be met.
        fingerprint: Hash of everything their output depends on beside the dossiers.
    """

    join: Callable[[Iterable[Dossier]], tuple[Join, ...]]
    link: Callable[[Iterable[Dossier]], Linked]
    ledger: Callable[[Sequence[Dossier], Sequence[Link]], tuple[Position, ...]]
    shifts: Callable[[Sequence[Dossier], Sequence[Link]], tuple[Shift, ...]]
    conflicts: Callable[
        [Sequence[Position], Sequence[Statement]], tuple[Irreconcilable, ...]
    ]
    fingerprint: str


def pile_key(states: Mapping[str, ItemState], *, fingerprint: str) -> str:
    """Hash everything that the whole-pile records depend on."""
    items = [
        (path, state.document, sorted(state.keys.items()))
        for path, state in sorted(states.items())
        if state.document
    ]
    return digest(items, fingerprint)


def run_pile(
    store: Store, *, rooms: PileRooms, on_progress: OnProgress = ignore_progress
) -> tuple[Failure, ...]:
    """Join, link, map and solve the whole pile, if anything in it changed.

    A room that breaks leaves its records empty and a failure in their place; the
    next run tries again.

    Args:
        store: Holds the dossiers; takes the results, all in one transaction.
        rooms: What to run.
        on_progress: Called after each room.

    Returns:
        The failures, none if all went well.

    Raises:
        StoreError: The store cannot be read or written.
    """
    view = store.view()
    key = pile_key(view.states(), fingerprint=rooms.fingerprint)
    if view.value(PILE_KEY) == key:
        return ()
    attempt = _Attempt(on_progress)
    joins = attempt.run("join", lambda: rooms.join(view.dossiers())) or ()
    dossiers: list[Dossier] = []
    whole = _keep_lean(JoinedView(view, joins).dossiers(), dossiers)
    linked = attempt.run("link", lambda: rooms.link(whole))
    # A room that broke, or asked for less, leaves the rest to be kept.
    deque(whole, maxlen=0)
    statements = tuple(s for dossier in dossiers for s in dossier.statements)
    links = linked.links if linked else ()
    ledger = attempt.run("map", lambda: rooms.ledger(dossiers, links)) or ()
    shifts = attempt.run("map", lambda: rooms.shifts(dossiers, links)) or ()
    conflicts = attempt.run("solve", lambda: rooms.conflicts(ledger, statements)) or ()
    with store.write() as writer:
        writer.put_pile(Join, joins)
        writer.put_pile(Link, links)
        writer.put_pile(Finding, linked.findings if linked else ())
        writer.put_pile(Position, ledger)
        writer.put_pile(Shift, shifts)
        writer.put_pile(Irreconcilable, conflicts)
        writer.put_pile(Failure, attempt.failures)
        writer.set_value(LINK_NOTICE, linked.notice if linked else "")
        writer.set_value(PILE_KEY, "" if attempt.failures else key)
    return tuple(attempt.failures)


def _keep_lean(dossiers: Iterable[Dossier], kept: list[Dossier]) -> Iterator[Dossier]:
    """Pass dossiers through, one at a time, and keep what the later rooms need.

    They read statements, and who published them when; only linking asks for texts and
    for who said what. A pile of whole dossiers would not fit into memory long before
    its statements do not.
    """
    for dossier in dossiers:
        if dossier.statements:
            document = replace(dossier.document, text="", furniture=())
            kept.append(Dossier(document=document, statements=dossier.statements))
        yield dossier


class _Attempt:
    """Runs rooms one after the other and collects what breaks."""

    def __init__(self, on_progress: OnProgress) -> None:
        self.failures: list[Failure] = []
        self._on_progress = on_progress

    def run(self, stage: str, work: Callable[[], R]) -> R | None:
        """Run one room; None if it broke."""
        result: R | None = None
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - the stage boundary of the pile
            self._note(
                make_failure(WHOLE_PILE, stage=stage, producer=stage, error=error)
            )
        done = _STEPS.index(stage) + 1
        self._on_progress(Progress(stage, done, len(_STEPS), ""))
        return result

    def _note(self, failure: Failure) -> None:
        """Keep one failure a stage."""
        if failure.stage not in {known.stage for known in self.failures}:
            self.failures.append(failure)
