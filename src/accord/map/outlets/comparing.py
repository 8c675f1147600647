"""Set outlets side by side."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from accord.errors import UnknownNameError
from accord.map.cells import RollUp, dated, holder_of
from accord.map.chance import wilson_range
from accord.map.outlets.wordings import contrast_cues, contrast_quotation
from accord.map.repeats import Repeats
from accord.model import ActorRef, Codebook, Document, Dossier, Link, Statement
from accord.model.outlets import Claim, OutletComparison, OutletProfile
from accord.text import fold

__all__ = ["compare_outlets"]


def compare_outlets(
    dossiers: Iterable[Dossier],
    codebook: Codebook,
    *,
    links: Iterable[Link] = (),
    outlets: Sequence[str] = (),
    roll_up: RollUp = "body",
    homes: Mapping[str, ActorRef] | None = None,
) -> OutletComparison:
    """Compare what outlets carried, and in which words.

    Args:
        dossiers: Of all documents, in any order.
        codebook: The issues; statements on others are left out.
        links: Of the same pile; they tell which documents are copies.
        outlets: Names, or words of names; all outlets if empty.
        roll_up: Whose position a statement counts for; see ``build_ledger``.
        homes: The state that each body belongs to; for ``state``.

    Returns:
        The comparison; the same for any order of the documents.

    Raises:
        UnknownNameError: There is no such outlet.

    Cost:
        That of sorting statements and attributions, and speakers times outlets
        times cue words.
    """
    ordered = sorted(dossiers, key=lambda d: (d.document.path, d.document.id))
    named = [dossier for dossier in ordered if dossier.document.outlet]
    known = sorted({d.document.outlet for d in named if d.document.outlet})
    chosen = _choose(known, outlets)
    shown = [dossier for dossier in named if dossier.document.outlet in chosen]
    repeats = Repeats(links)
    copies = repeats.later_copies([dossier.document for dossier in shown])
    originals = [d for d in shown if d.document.id not in copies]
    holders = _Holders(roll_up, homes or {})
    claims = _claims(shown, codebook, repeats=repeats, holders=holders)
    return OutletComparison(
        outlets=tuple(_profile(name, shown, copies, claims) for name in chosen),
        claims=claims,
        cues=contrast_cues(originals),
        quoted=contrast_quotation(originals),
        unnamed=len(ordered) - len(named),
    )


def _choose(known: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Find the outlets that are meant, in order of their names."""
    if not wanted:
        return list(known)
    chosen: set[str] = set()
    for name in wanted:
        folded = fold(name).text
        same = [outlet for outlet in known if fold(outlet).text == folded]
        near = same or [outlet for outlet in known if folded in fold(outlet).text]
        if len(near) != 1:
            message = f"{'Several outlets have' if near else 'No outlet has'} the name {name!r}."
            there = ", ".join(near or known) or "none"
            raise UnknownNameError(message, hint=f"There are: {there}.")
        chosen.add(near[0])
    return sorted(chosen)


class _Holders:
    """Tells whose position a statement counts for, and what it is filed under."""

    def __init__(self, roll_up: RollUp, homes: Mapping[str, ActorRef]) -> None:
        self._roll_up: RollUp = roll_up
        self._homes = homes

    def of(self, statement: Statement) -> tuple[str, ActorRef]:
        """Give a key for the holder, and the holder."""
        holder = holder_of(statement, roll_up=self._roll_up, homes=self._homes)
        return holder.actor or f"name:{fold(holder.name).text}", holder


def _claims(
    shown: Sequence[Dossier],
    codebook: Codebook,
    *,
    repeats: Repeats,
    holders: _Holders,
) -> tuple[Claim, ...]:
    """Gather statements by holder, issue and stance."""
    order = {issue.id: number for number, issue in enumerate(codebook.issues)}
    found: dict[tuple[str, str, str], list[tuple[Statement, Document]]] = {}
    names: dict[str, ActorRef] = {}
    for dossier in shown:
        for statement in dossier.statements:
            if statement.issue in order:
                who, holder = holders.of(statement)
                names.setdefault(who, holder)
                key = (statement.issue, who, statement.stance)
                found.setdefault(key, []).append((statement, dossier.document))
    claims = [
        _claim(names[who], found[key], repeats) for key in found for who in [key[1]]
    ]
    return tuple(
        sorted(claims, key=lambda c: (order[c.issue], c.name, c.actor or "", c.stance))
    )


def _claim(
    holder: ActorRef, found: Sequence[tuple[Statement, Document]], repeats: Repeats
) -> Claim:
    """Sum up one claim; its statements are in order of documents and places."""
    by_outlet: dict[str, list[str]] = {}
    for statement, document in found:
        by_outlet.setdefault(document.outlet or "", []).append(statement.id)
    carriers = sorted(by_outlet)
    statements = [statement for statement, _ in found]
    with_date = [(day, s) for s in statements if (day := dated(s))]
    earliest = min(with_date, key=lambda pair: pair[0])[1] if with_date else None
    first = earliest or statements[0]
    return Claim(
        actor=holder.actor,
        name=holder.name,
        issue=first.issue,
        stance=first.stance,
        outlets=tuple(carriers),
        statements=tuple(tuple(by_outlet[name]) for name in carriers),
        independent=len(repeats.outlets(found)),
        first=earliest.when if earliest else None,
        words=first.evidence.text,
    )


def _profile(
    outlet: str,
    shown: Sequence[Dossier],
    copies: frozenset[str],
    claims: Sequence[Claim],
) -> OutletProfile:
    """Sum up one outlet."""
    own = [dossier for dossier in shown if dossier.document.outlet == outlet]
    modes = Counter(
        attribution.mode
        for dossier in own
        if dossier.document.id not in copies
        for attribution in dossier.attributions
    )
    quoted, of = modes["direct"] + modes["mixed"], modes.total()
    carried = [claim for claim in claims if outlet in claim.outlets]
    return OutletProfile(
        outlet=outlet,
        documents=len(own),
        copies=sum(1 for dossier in own if dossier.document.id in copies),
        attributions=of,
        direct=modes["direct"],
        mixed=modes["mixed"],
        indirect=modes["indirect"],
        quoted_share=round(quoted / of, 6) if of else None,
        quoted_range=tuple(round(end, 6) for end in wilson_range(quoted, of)),
        claims=len(carried),
        exclusive=sum(1 for claim in carried if len(claim.outlets) == 1),
        missing=len(claims) - len(carried),
    )
