"""Compare what was found across documents with the gold of the pile."""

from collections.abc import Iterable, Sequence

from gold import Gold
from score_attributions import Aligned, known
from score_documents import fits_stance
from tally import Tallies

from accord.model import Dispute, Link

__all__ = ["score_pile"]


def score_pile(
    gold: Gold, dispute: Dispute, aligned: Aligned, tallies: Tallies
) -> None:
    """Count echoes, copies, positions, shifts and irreconcilable pairs.

    Args:
        gold: The gold of the whole sample.
        dispute: What the system made of it.
        aligned: Gold attributions with their partners, of all documents.
        tallies: Counts go here.
    """
    pile = gold["pile"]
    _score_echoes(pile["echoes"], dispute.links, aligned, tallies)
    _score_copies(pile["copies"], dispute, tallies)
    _score_positions(pile["positions"], dispute, tallies)
    _score_shifts(pile["shifts"], dispute, tallies)
    _score_irreconcilable(pile["irreconcilable"], dispute, tallies)


def _score_echoes(
    echoes: Sequence[Gold], links: Iterable[Link], aligned: Aligned, tallies: Tallies
) -> None:
    """Match pairs of attributions; a missed attribution misses its echo."""
    joined = {
        frozenset((link.a, link.b)): link
        for link in links
        if link.kind in {"echo", "passed-on"}
    }
    used: set[frozenset[str]] = set()
    for echo in echoes:
        ends = [aligned[echo[end]][1] for end in ("a", "b")]
        pair = frozenset(a.id for a in ends if a is not None)
        if pair in joined:
            used.add(pair)
        if not echo.get("optional"):
            words = aligned[echo["a"]][0]["content"][0]["text"][:60]
            case = f"{echo['a']} and {echo['b']}: {words}"
            tallies.judge("echoes", case, right=pair in joined)
    # The same words once more within a known pair of documents are no error.
    documents = {i.id: i.document for _, i in aligned.values() if i is not None}
    known = {frozenset(documents.get(i) for i in pair) for pair in used}
    for pair, link in joined.items():
        if pair not in used and frozenset(documents.get(i) for i in pair) not in known:
            tallies.add_extras("echoes", [f"{link.kind} {link.note}"])


def _score_copies(copies: Sequence[Gold], dispute: Dispute, tallies: Tallies) -> None:
    """Match pairs of documents, with who was first and whether it is credited."""
    paths = {d.document.id: d.document.path for d in dispute.dossiers}
    found = {
        frozenset((paths[link.a], paths[link.b])): link
        for link in dispute.links
        if link.kind == "copy"
    }
    for copy in copies:
        link = found.pop(frozenset((copy["a"], copy["b"])), None)
        case = f"{copy['a']} and {copy['b']}"
        tallies.judge("copies", case, right=link is not None)
        if link is None:
            continue
        first = paths[link.a if link.first == "a" else link.b] if link.first else None
        right = link.credited == copy["credited"] and first == copy[copy["first"]]
        case += f": credited {link.credited}, first {first}"
        tallies.judge("copy_details", case, right=right)
    tallies.add_extras("copies", [f"{sorted(pair)}" for pair in found])


def _score_positions(
    positions: Sequence[Gold], dispute: Dispute, tallies: Tallies
) -> None:
    """Match cells of the ledger by actor and issue, then by stance."""
    cells = {(p.actor, p.issue): p for p in dispute.ledger}
    for wanted in positions:
        cell = cells.pop((wanted["actor"], wanted["issue"]), None)
        if wanted.get("optional"):
            continue
        seen = cell.stance if cell else None
        case = f"{wanted['actor']} {wanted['issue']} {wanted['stance']}, not {seen}"
        right = cell is not None and fits_stance(wanted, cell.stance)
        tallies.judge("positions", case, right=right)
    extras = [
        f"{c.name} {c.issue} {c.stance}" for c in cells.values() if known(c.actor)
    ]
    tallies.add_extras("positions", extras)


def _score_shifts(shifts: Sequence[Gold], dispute: Dispute, tallies: Tallies) -> None:
    """Match shifts by actor, issue and both stances."""
    found = {
        (s.actor or s.name, s.issue, s.from_.stance, s.to.stance)
        for s in dispute.shifts
    }
    for wanted in shifts:
        key = (wanted["actor"], wanted["issue"], wanted["from"], wanted["to"])
        if not wanted.get("optional"):
            tallies.judge("shifts", f"{key}", right=key in found)
        found.discard(key)
    tallies.add_extras("shifts", [f"{key}" for key in sorted(found)])


def _score_irreconcilable(
    sets: Sequence[Gold], dispute: Dispute, tallies: Tallies
) -> None:
    """Match sets of positions by issue and actors."""
    found = {
        (i.issue, tuple(sorted(side.actor or side.name for side in i.sides)))
        for i in dispute.irreconcilable
    }
    for wanted in sets:
        key = (wanted["issue"], tuple(wanted["actors"]))
        if not wanted.get("optional"):
            tallies.judge("irreconcilable", f"{key}", right=key in found)
        found.discard(key)
    tallies.add_extras("irreconcilable", [f"{key}" for key in sorted(found)])
