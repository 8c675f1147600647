"""Who disputes the force of an agreement, and of which one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from accord.model import Agreement, Attribution, Contest
from accord.position.reported.lexicon import any_of, load_table
from accord.position.reported.sentence import Sentence
from accord.text.sieve import Sieve

__all__ = ["find_contests", "with_contests"]


@cache
def _contest_pattern() -> Sieve:
    """Match words that deny an agreement's force."""
    words = any_of(load_table("dealings.yaml")["agreement"]["contests"])
    return Sieve(rf"\b(?:{words})\b", re.IGNORECASE)


def find_contests(
    sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> Iterator[Contest]:
    """Find reports that deny an agreement's force."""
    document = sentences[0].document
    for attribution in attributions:
        speaker = attribution.speaker
        group = (speaker.actor or "").startswith("group:")
        if speaker.status != "resolved" or group or not speaker.actor:
            continue
        if _contest_pattern().search(attribution.content.text):
            span = attribution.content.hull
            words = document.passage(span.start, span.end)
            yield Contest(speaker.actor, words.text, words.start, words.end)


def with_contests(
    agreement: Agreement,
    all_of_them: Sequence[Agreement],
    contests: Sequence[Contest],
) -> Agreement:
    """Give an agreement the contests that are about it."""
    mine: dict[str, Contest] = {}
    for contest in contests:
        nearest = min(
            all_of_them,
            key=lambda a: (
                _names_a_party(contest.text, a),
                abs(a.evidence.start - contest.start),
                a.id,
            ),
        )
        if nearest is agreement:
            mine.setdefault(contest.actor or contest.text, contest)
    return replace(agreement, contested_by=tuple(mine.values()))


def _names_a_party(words: str, agreement: Agreement) -> bool:
    """Tell, for sorting, whether words leave an agreement's parties unnamed."""
    return not any(party.name in words for party in agreement.parties)
