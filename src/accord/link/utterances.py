"""Utterances: attributions made ready for comparison."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from accord.link.page import Page
from accord.link.tokens import is_content, stem, tokens
from accord.model import Attribution, Speaker
from accord.text import shingles

__all__ = ["RUN_SIZE", "Relation", "Utterance", "find_utterances", "relate"]

Relation = Literal["same", "related", "unknown", "different"]

# Longer contents are compared by their beginning: nobody quotes 400 words twice.
_MOST_WORDS = 400
# Words in the shingles that utterances are compared by.
RUN_SIZE = 3


@dataclass(frozen=True, slots=True)
class Utterance:
    """What an attribution reports, in comparable words.

    Attributes:
        page: Number of its page.
        attribution: The attribution.
        words: Its content's folded words; none that a nested attribution gives to a
            known speaker.
        places: Index of each word on the page.
        quoted: For each word the number of its quotation; 0 outside marks.
        keys: The shingles of its words, ``RUN_SIZE`` words each.
        stems: Stems of its content words, sorted, without doubles.
        speaker: Comparable name of the speaker; None if hidden or unknown.
        body: Id of the actor spoken for; None if none.
    """

    page: int
    attribution: Attribution
    words: tuple[str, ...]
    places: tuple[int, ...]
    quoted: tuple[int, ...]
    keys: tuple[int, ...]
    stems: tuple[str, ...]
    speaker: str | None
    body: str | None

    def fragments(self) -> Iterator[tuple[int, int]]:
        """Give each stretch in quotation marks, as first and past-the-last word."""
        start = 0
        for end in range(1, len(self.quoted) + 1):
            if end == len(self.quoted) or self.quoted[end] != self.quoted[start]:
                if self.quoted[start]:
                    yield start, end
                start = end


def find_utterances(pages: Sequence[Page]) -> tuple[Utterance, ...]:
    """Prepare the attributions of all pages, in page and text order.

    Cost:
        Linear in the words of the contents.
    """
    return tuple(
        utterance
        for number, page in enumerate(pages)
        for utterance in _of_page(number, page)
    )


def _of_page(number: int, page: Page) -> Iterator[Utterance]:
    """Prepare one page's attributions."""
    attributions = page.dossier.attributions
    inner: dict[str, set[int]] = {}
    for attribution in attributions:
        if attribution.nested_in and _speaker_key(attribution.speaker):
            inner.setdefault(attribution.nested_in, set()).update(
                _places(page, attribution)
            )
    for attribution in attributions:
        reported_inside = inner.get(attribution.id, set())
        places = [p for p in _places(page, attribution) if p not in reported_inside]
        places = places[:_MOST_WORDS]
        words = tuple(page.words[place] for place in places)
        if not any(map(is_content, words)):
            continue
        # A tagger knows that words are direct even where a mark is missing.
        direct = attribution.mode == "direct"
        yield Utterance(
            page=number,
            attribution=attribution,
            words=words,
            places=tuple(places),
            quoted=tuple(page.quoted[place] or -int(direct) for place in places),
            keys=tuple(shingles(words, size=RUN_SIZE)),
            stems=tuple(sorted({stem(w) for w in words if is_content(w)})),
            speaker=_speaker_key(attribution.speaker),
            body=attribution.speaks_for.actor if attribution.speaks_for else None,
        )


def _places(page: Page, attribution: Attribution) -> list[int]:
    """Return the indices of the content's words on the page."""
    return [i for span in attribution.content.spans for i in page.range_of(span)]


def _speaker_key(speaker: Speaker) -> str | None:
    """Make speakers comparable: by id, else by the last word of a proper name."""
    if speaker.actor:
        return speaker.actor
    if speaker.status == "anonymous" or not speaker.name:
        return None
    return _name_key(speaker.name)


@lru_cache(maxsize=1 << 14)
def _name_key(name: str) -> str | None:
    """Take the surname; a description such as "the minister" names nobody."""
    if not name.rsplit(None, 1)[-1][:1].isupper():
        return None
    found = [word for word, _ in tokens(name)]
    return f"name:{found[-1]}" if found else None


def _is_person(speaker: str | None) -> bool:
    """Tell whether a comparable name is a person's."""
    return speaker is not None and speaker.startswith(("per:", "name:"))


def relate(one: Utterance, other: Utterance) -> Relation:
    """Compare two utterances' speakers.

    Returns:
        ``same`` speaker; ``related`` if one is, or speaks for, the body that the
        other speaks for; ``unknown`` if a speaker is not known; else ``different``.
    """
    if one.speaker is not None and one.speaker == other.speaker:
        return "same"
    if not (_is_person(one.speaker) and _is_person(other.speaker)):
        # Two people of one government are two people; but one of them and the
        # government, or its ministry, may be one voice.
        ours = {one.speaker, one.body} - {None}
        if ours & {other.speaker, other.body}:
            return "related"
    return "unknown" if one.speaker is None or other.speaker is None else "different"
