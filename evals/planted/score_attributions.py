"""Match attributions with the gold, then judge what is said of each."""

import re
from typing import Any

from gold import Gold, locate
from tally import Tallies

from accord.model import Attribution, Dossier, When

__all__ = ["Aligned", "align", "first_day", "known", "score_attributes"]

Aligned = dict[str, tuple[Gold, Attribution | None]]

LEAST_JACCARD = 0.5
_TOKEN = re.compile(r"\w+|[^\w\s]")


def known(actor: str | None) -> str | None:
    """Return an actor's id if the knowledge base has it, not only the text."""
    return None if actor is None or actor.startswith("text:") else actor


def first_day(when: When | None) -> str | None:
    """Return the first day of a date."""
    return when.start.isoformat() if when and when.start else None


def _tokens(text: str, start: int, end: int) -> set[int]:
    """Return the offsets of the tokens that a range touches."""
    begin = max(0, start - 40)
    return {
        m.start()
        for m in _TOKEN.finditer(text, begin, min(len(text), end + 40))
        if m.start() < end and m.end() > start and any(c.isalnum() for c in m.group())
    }


def align(gold: Gold, dossier: Dossier, tallies: Tallies) -> Aligned:
    """Match attributions one to one: content Jaccard >= 0.5, sources overlap."""
    text = dossier.document.text
    pairs = []
    for number, wanted in enumerate(gold["attributions"]):
        content = {
            t
            for quote in wanted["content"]
            for t in _tokens(text, *locate(text, quote))
        }
        source = wanted.get("source")
        place = locate(text, source) if source else None
        for rank, found in enumerate(dossier.attributions):
            here = {
                t for s in found.content.spans for t in _tokens(text, s.start, s.end)
            }
            jaccard = len(content & here) / max(1, len(content | here))
            if jaccard >= LEAST_JACCARD and _same_source(place, found):
                pairs.append((-jaccard, number, rank))
    partner: dict[int, int] = {}
    for _, number, rank in sorted(pairs):
        if number not in partner and rank not in partner.values():
            partner[number] = rank
    aligned: Aligned = {}
    for number, wanted in enumerate(gold["attributions"]):
        match = dossier.attributions[partner[number]] if number in partner else None
        aligned[wanted["id"]] = (wanted, match)
        if not wanted.get("optional"):
            words = " … ".join(quote["text"] for quote in wanted["content"])
            case = f"{dossier.document.path} {wanted['id']}: {words}"
            tallies.judge("attributions", case, right=match is not None)
    for rank, found in enumerate(dossier.attributions):
        if rank not in partner.values():
            source_words = found.source.text if found.source else "-"
            cue = found.cue.text if found.cue else "-"
            case = f"{source_words} | {cue} | {found.content.text}"
            tallies.add_extras("attributions", [f"{dossier.document.path}: {case}"])
    return aligned


def _same_source(place: tuple[int, int] | None, found: Attribution) -> bool:
    """Tell whether the sources share a character, or neither has one."""
    if place is None or found.source is None:
        return place is None and found.source is None
    return any(s.start < place[1] and place[0] < s.end for s in found.source.spans)


def score_attributes(gold: Gold, aligned: Aligned, tallies: Tallies) -> None:
    """Judge what is said of each matched attribution."""
    for wanted, found in aligned.values():
        if found is None or wanted.get("optional"):
            continue
        name = f"{gold['path']} {wanted['id']}: {wanted['content'][0]['text'][:40]!r}"
        body = found.speaks_for.actor if found.speaks_for else found.speaker.actor
        outer = aligned.get(wanted.get("nested_in", ""), (None, None))[1]
        seen: dict[str, tuple[Any, bool]] = {
            "mode": (found.mode, found.mode == wanted["mode"]),
            "speaker": (found.speaker, _same_speaker(wanted["speaker"], found)),
            "represents": (body, known(body) in wanted["represents"]),
            "said": (found.said, first_day(found.said) in wanted["said"]),
            "act": (found.act, found.act in wanted["act"]),
        }
        if wanted.get("condition"):
            seen["condition"] = (found.condition, _same_condition(wanted, found))
        if wanted.get("via"):
            via = [v.actor for v in found.via]
            seen["via"] = (via, set(wanted["via"]) <= set(via))
        if outer is not None:
            seen["nested"] = (found.nested_in, found.nested_in == outer.id)
        for kind, (value, right) in seen.items():
            tallies.judge(kind, f"{name} is {value}", right=right)


def _same_speaker(wanted: Gold, found: Attribution) -> bool:
    """Tell whether the speaker is an acceptable actor, or rightly nobody known."""
    actor = known(found.speaker.actor)
    if actor is not None:
        return actor in wanted["actor"]
    named = wanted.get("name")
    if named and found.speaker.name:
        return named in found.speaker.name
    return None in wanted["actor"] and found.speaker.status in wanted["status"]


def _same_condition(wanted: Gold, found: Attribution) -> bool:
    """Tell whether the conditions share at least half their words."""
    if found.condition is None:
        return False
    here = set(found.condition.text.casefold().split())
    gold = set(wanted["condition"]["text"].casefold().split())
    return len(here & gold) / len(here | gold) >= LEAST_JACCARD
