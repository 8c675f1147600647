"""Compare one document's dossier with its gold."""

from gold import Gold, locate
from score_attributions import Aligned, align, first_day, known, score_attributes
from score_reported import score_figures, score_reported
from tally import Tallies

from accord.model import Dossier

__all__ = ["fits_stance", "score_document"]


def score_document(gold: Gold, dossier: Dossier, tallies: Tallies) -> Aligned:
    """Count a document's hits, misses and extras.

    Args:
        gold: The document's gold.
        dossier: What the system made of it.
        tallies: Counts go here.

    Returns:
        Gold attributions by id, each with the one that was matched to it.
    """
    _score_metadata(gold, dossier, tallies)
    if gold["furniture_scored"]:
        _score_furniture(gold, dossier, tallies)
    aligned = align(gold, dossier, tallies)
    score_attributes(gold, aligned, tallies)
    _score_statements(gold, dossier, tallies)
    score_figures(gold, dossier, tallies)
    score_reported(gold, dossier, tallies)
    _score_findings(gold, dossier, tallies)
    return aligned


def _score_metadata(gold: Gold, dossier: Dossier, tallies: Tallies) -> None:
    """Title, outlet, author and date have to be exact."""
    wanted, document = gold["metadata"], dossier.document
    for name in ("title", "outlet", "author"):
        seen = getattr(document, name)
        right = _plain(seen) == _plain(wanted[name])
        case = f"{document.path}: {name} {seen!r}, not {wanted[name]!r}"
        tallies.judge("metadata", case, right=right)
    when = document.published
    if wanted["published"]:
        right = first_day(when) == wanted["published"]
    else:
        right = when is None or when.state == "unresolved"
    case = f"{document.path}: published {when}, not {wanted['published']!r}"
    tallies.judge("metadata", case, right=right)


def _plain(name: str | None) -> str:
    """Even out what an exact name may differ in."""
    return " ".join((name or "").casefold().split()).removeprefix("the ")


def _score_furniture(gold: Gold, dossier: Dossier, tallies: Tallies) -> None:
    """Count characters: of the gold that are marked, of the marked that are gold."""
    text = dossier.document.text
    marked = {
        i: piece.kind
        for piece in dossier.document.furniture
        for i in range(piece.start, piece.end)
        if not text[i].isspace()
    }
    allowed: set[int] = set()
    for piece in gold["furniture"]:
        start, end = locate(text, piece)
        places = [i for i in range(start, end) if not text[i].isspace()]
        allowed.update(places)
        if piece.get("optional"):
            continue
        covered = [marked[i] for i in places if i in marked]
        tallies.add_share("furniture_characters.recall", len(covered), len(places))
        kinds = sorted(set(covered), key=covered.count)
        case = f"{dossier.document.path}: {piece['text'][:50]!r} is {kinds[-1:]}"
        right = bool(kinds) and kinds[-1] in piece["kind"]
        tallies.judge("furniture_kind", case, right=right)
    good = len(allowed & marked.keys())
    tallies.add_share("furniture_characters.precision", good, len(marked))
    wrong = sorted(marked.keys() - allowed)
    if wrong:
        shown = "".join(text[i] for i in wrong[:60])
        case = f"{dossier.document.path}: {len(wrong)} characters: {shown!r}"
        tallies.add_extras("furniture", [case])


def fits_stance(wanted: Gold, stance: str) -> bool:
    """Tell whether a stance is among the acceptable ones."""
    return stance in wanted["stance"]


def _score_statements(gold: Gold, dossier: Dossier, tallies: Tallies) -> None:
    """Compare the set of (actor, issue, stance) of a document."""
    path = dossier.document.path
    found = {
        (known(s.speaks_for.actor if s.speaks_for else s.actor), s.issue, s.stance): s
        for s in dossier.statements
    }
    used = set()
    for wanted in gold["statements"]:
        fitting = [
            key
            for key in found
            if key[:2] == (wanted["represents"], wanted["issue"])
            and fits_stance(wanted, key[2])
        ]
        used.update(fitting)
        if not wanted.get("optional"):
            case = (
                f"{path}: {wanted['represents']} {wanted['issue']} {wanted['stance']}"
            )
            tallies.judge("statements", case, right=bool(fitting))
    # To leave the stance of a known cell open is a miss, no false claim.
    cells = {(w["represents"], w["issue"], "unclear") for w in gold["statements"]}
    rest = [k for k in found if k not in used | cells]
    tallies.add_extras(
        "statements", [f"{path}: {k}: {found[k].evidence.text[:90]!r}" for k in rest]
    )


def _score_findings(gold: Gold, dossier: Dossier, tallies: Tallies) -> None:
    """Match doubts by kind and place; kinds the gold never names are not judged."""
    text, path = dossier.document.text, dossier.document.path
    rest = [f for f in dossier.findings if f.kind in _JUDGED_FINDINGS]
    for wanted in gold["findings"]:
        place = locate(text, wanted["quote"]) if wanted.get("quote") else None
        fitting = [
            f
            for f in rest
            if f.kind == wanted["kind"]
            and (
                place is None
                or f.start is None
                or f.end is None
                or (f.start < place[1] and place[0] < f.end)
            )
        ]
        # Two rooms may doubt the same place.
        taken = fitting if place or wanted.get("optional") else fitting[:1]
        rest = [f for f in rest if f not in taken]
        if not wanted.get("optional"):
            case = f"{path}: {wanted['kind']} {wanted.get('quote', '')}"
            tallies.judge("findings", case, right=bool(fitting))
    tallies.add_extras(
        "findings", [f"{path}: {f.kind} {f.text!r} {f.note}" for f in rest]
    )


_JUDGED_FINDINGS = frozenset(
    """
    placeholder no-date relative-date-furniture role-clash unbalanced-quote
    added-quotation-marks split-sentence uncredited-copy
    """.split()
)
