"""A document prepared once, for everything that is read in it."""

from dataclasses import dataclass, replace
from functools import cached_property

from accord.model import Attribution, Document
from accord.position.issues import Scene
from accord.position.phrases import SENTENCE_END, Hit, Tokens, tokenise
from accord.text.datelines import find_dateline

__all__ = ["Page", "read_tokens"]

_SENTENCE_TOKENS = 80
_CLAUSE_TOKENS = 15
# No phrase ends with these.
_UNFINISHED = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "any"))
_CLAUSE_ENDS = frozenset((SENTENCE_END, ",", ";", ":", "—", "–", "(", ")"))


@dataclass(frozen=True)
class Page:
    """A document with everything that is looked up in it.

    Attributes:
        document: The document.
        scene: Its words, and what readings of stance need of it.
        cues: Cues of acts, by place.
        contents: Words that make an act of what is said, by place.
    """

    document: Document
    scene: Scene
    cues: list[Hit[tuple[str, int]]]
    contents: list[Hit[str]]

    @property
    def tokens(self) -> Tokens:
        """Words and stops."""
        return self.scene.tokens

    @cached_property
    def cue_starts(self) -> list[int]:
        """First token of each cue."""
        return [hit.first for hit in self.cues]

    @cached_property
    def content_starts(self) -> list[int]:
        """First token of each of the contents."""
        return [hit.first for hit in self.contents]

    def content_of(self, attribution: Attribution) -> range:
        """Find the tokens of a content; one cut off after "the" goes on to its clause's end."""
        tokens = self.tokens
        content = tokens.range(attribution.content.start, attribution.content.end)
        if not content or tokens.stems[content.stop - 1] not in _UNFINISHED:
            return content
        stop = content.stop
        last = min(len(tokens.stems), stop + _CLAUSE_TOKENS)
        while stop < last and tokens.stems[stop] not in _CLAUSE_ENDS:
            stop += 1
        return range(content.start, stop)

    def sentence_of(self, attribution: Attribution) -> range:
        """Find the sentence of the cue, or of the content where there is none."""
        anchor = attribution.cue or attribution.content
        place = self.tokens.range(anchor.start, anchor.end)
        return self.sentence(place) if place else place

    def sentence(self, place: range) -> range:
        """Find the sentence around some tokens, within reach."""
        stems = self.tokens.stems
        low, high = place.start, place.stop
        while (
            low > max(0, place.start - _SENTENCE_TOKENS)
            and stems[low - 1] != SENTENCE_END
        ):
            low -= 1
        last = min(len(stems), place.stop + _SENTENCE_TOKENS)
        while high < last and stems[high - 1] != SENTENCE_END:
            high += 1
        return range(low, high)


def read_tokens(text: str) -> Tokens:
    r"""Cut a document into tokens; its dateline is no part of its first sentence.

    Example:
        >>> read_tokens("LARNE (Coast Wire) - It stays").stems
        ('\n', '\n', '\n', '\n', '\n', 'it', 'stay')
    """
    tokens = tokenise(text)
    place = find_dateline(text)
    if place is None:
        return tokens
    hidden = tokens.range(*place)
    ends = (SENTENCE_END,) * len(hidden)
    stems = tokens.stems[: hidden.start] + ends + tokens.stems[hidden.stop :]
    return replace(tokens, stems=stems)
