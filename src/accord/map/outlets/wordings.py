"""One speaker, one outlet against all others: cue words and quotation marks."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from accord.map.chance import adjust, compare_shares
from accord.map.outlets.cues import stem_of, word_of
from accord.model import Attribution, Dossier
from accord.model.outlets import CueUse, QuotedSpeaker, Verdict

__all__ = ["contrast_cues", "contrast_quotation"]

ALPHA = 0.05

Tested = TypeVar("Tested", CueUse, QuotedSpeaker)


def contrast_cues(dossiers: Iterable[Dossier]) -> tuple[CueUse, ...]:
    """Count the cue words that each outlet uses of each speaker.

    Args:
        dossiers: Of documents that are no copies, in a fixed order.

    Returns:
        By speaker's name, then outlet, the most frequent word first; only speakers
        whom two outlets or more report.

    Source:
        [fisher1935] for the test, [tarone1990] for leaving out those that could show
        nothing, [benjamini1995] for the adjustment.
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, str] = {}
    # Speaker, then outlet, then stem, to the attributions.
    uses: dict[str, dict[str, dict[str, list[str]]]] = {}
    for outlet, actor, attribution in _reports(dossiers):
        word = word_of(attribution.cue.text) if attribution.cue else None
        if word is None:
            continue
        stem = stem_of(word)
        spellings[stem][word] += 1
        names.setdefault(actor, attribution.speaker.name or actor)
        by_stem = uses.setdefault(actor, {}).setdefault(outlet, {})
        by_stem.setdefault(stem, []).append(attribution.id)
    spelling = {stem: min(c, key=lambda w: (-c[w], w)) for stem, c in spellings.items()}
    found = [
        use
        for actor, by_outlet in uses.items()
        if len(by_outlet) > 1
        for use in _cue_uses(actor, names[actor], by_outlet, spelling)
    ]
    found.sort(key=lambda u: (u.name, u.actor, u.outlet, -u.count, u.cue))
    return _with_verdicts(found)


def _cue_uses(
    actor: str,
    name: str,
    by_outlet: dict[str, dict[str, list[str]]],
    spelling: dict[str, str],
) -> Iterator[CueUse]:
    """Set one speaker's cue words of each outlet against those of all others."""
    everywhere: Counter[str] = Counter()
    for by_stem in by_outlet.values():
        everywhere.update({stem: len(ids) for stem, ids in by_stem.items()})
    for outlet, by_stem in by_outlet.items():
        of = sum(map(len, by_stem.values()))
        for stem, ids in by_stem.items():
            elsewhere, elsewhere_of = (
                everywhere[stem] - len(ids),
                everywhere.total() - of,
            )
            p_value, least = compare_shares(len(ids), of, elsewhere, elsewhere_of)
            yield CueUse(
                actor=actor,
                name=name,
                outlet=outlet,
                cue=spelling[stem],
                count=len(ids),
                of=of,
                elsewhere=elsewhere,
                elsewhere_of=elsewhere_of,
                p_value=round(p_value, 6),
                adjusted=None,
                verdict=_first_verdict(least),
                attributions=tuple(ids),
            )


def contrast_quotation(dossiers: Iterable[Dossier]) -> tuple[QuotedSpeaker, ...]:
    """Count who is quoted and who is paraphrased, by outlet.

    Args:
        dossiers: Of documents that are no copies, in a fixed order.

    Returns:
        By speaker's name, then outlet; all resolved speakers.

    Source:
        [fisher1935], [tarone1990] and [benjamini1995], as for cue words.
    """
    names: dict[str, str] = {}
    modes: dict[str, dict[str, Counter[str]]] = {}
    for outlet, actor, attribution in _reports(dossiers):
        names.setdefault(actor, attribution.speaker.name or actor)
        by_outlet = modes.setdefault(actor, {})
        by_outlet.setdefault(outlet, Counter())[attribution.mode] += 1
    found = [
        _quoted(actor, names[actor], outlet, modes[actor])
        for actor in modes
        for outlet in modes[actor]
    ]
    found.sort(key=lambda speaker: (speaker.name, speaker.actor, speaker.outlet))
    return _with_verdicts(found)


def _quoted(
    actor: str, name: str, outlet: str, by_outlet: dict[str, Counter[str]]
) -> QuotedSpeaker:
    """Set one outlet's quotations of a speaker against those of all others."""
    own = by_outlet[outlet]
    others = sum((c for o, c in by_outlet.items() if o != outlet), Counter[str]())
    quoted, elsewhere = (c["direct"] + c["mixed"] for c in (own, others))
    p_value, least = compare_shares(quoted, own.total(), elsewhere, others.total())
    return QuotedSpeaker(
        actor=actor,
        name=name,
        outlet=outlet,
        direct=own["direct"],
        mixed=own["mixed"],
        indirect=own["indirect"],
        elsewhere_quoted=elsewhere,
        elsewhere_of=others.total(),
        p_value=round(p_value, 6),
        adjusted=None,
        verdict=_first_verdict(least),
    )


def _reports(dossiers: Iterable[Dossier]) -> Iterator[tuple[str, str, Attribution]]:
    """Give outlet, speaker and attribution, where both are known."""
    for dossier in dossiers:
        outlet = dossier.document.outlet
        for attribution in dossier.attributions:
            actor = attribution.speaker.actor
            if outlet and actor:
                yield outlet, actor, attribution


def _first_verdict(least: float) -> Verdict:
    """Tell whether numbers of this size can show anything."""
    return "not shown" if least <= ALPHA else "too few"


def _with_verdicts(found: Sequence[Tested]) -> tuple[Tested, ...]:
    """Adjust the tests that could show something, and say what they show."""
    tested = [at for at, one in enumerate(found) if one.verdict != "too few"]
    adjusted = adjust([found[at].p_value for at in tested])
    judged = list(found)
    for at, value in zip(tested, adjusted, strict=True):
        verdict: Verdict = "differs" if value <= ALPHA else "not shown"
        judged[at] = replace(found[at], adjusted=round(value, 6), verdict=verdict)
    return tuple(judged)
