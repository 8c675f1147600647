"""Added quotation marks: words printed as a quotation that others only paraphrased."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.link.page import Page, first_of
from accord.link.tokens import is_content
from accord.link.utterances import Utterance, relate
from accord.model import Span
from accord.text import shingles

__all__ = ["Inflation", "find_inflation"]

# Fewer words stand in quotation marks as terms, titles and nicknames.
FEWEST_WORDS = 4
FEWEST_CONTENT = 2
# Places of one phrase that are looked at, the earliest documents first.
_MOST_PLACES = 50


@dataclass(frozen=True, slots=True)
class Inflation:
    """A quotation whose words an earlier document has without marks.

    Attributes:
        page: Number of the page that quotes.
        words: The quoted words on it.
        earlier: Number of the page that paraphrases.
        paraphrase: The same words there.
    """

    page: int
    words: range
    earlier: int
    paraphrase: range


def find_inflation(
    pages: Sequence[Page], utterances: Sequence[Utterance]
) -> tuple[Inflation, ...]:
    """Find quotations that were a paraphrase before.

    A quotation counts if a document published earlier has all of its words outside
    quotation marks, from the same speaker, and no document up to that one's date has
    them inside; else the paraphrase may just have left the marks out.

    Args:
        pages: In canonical order.
        utterances: Of all pages, in page and text order.

    Returns:
        One entry for each quotation, with the earliest paraphrase.

    Cost:
        Linear in the words of all pages.
    """
    places = _places_by_shingle(pages)
    voices = _voices(utterances)
    found = []
    for number, page in enumerate(pages):
        for words in _quotations(page):
            inflation = _trace(pages, places, voices, number, words)
            if inflation:
                found.append(inflation)
    return tuple(found)


def _quotations(page: Page) -> Iterator[range]:
    """Give the words of each quotation that is long enough to tell."""
    start = 0
    for end in range(1, len(page.words) + 1):
        if end < len(page.words) and page.quoted[end] == page.quoted[start]:
            continue
        content = sum(map(is_content, page.words[start:end]))
        enough = end - start >= FEWEST_WORDS and content >= FEWEST_CONTENT
        if page.quoted[start] and enough:
            yield range(start, end)
        start = end


def _places_by_shingle(pages: Sequence[Page]) -> dict[int, list[tuple[int, int]]]:
    """Index where the openings of quotations stand, in marks or not."""
    openings = {
        shingles(page.words[words[0] : words[0] + FEWEST_WORDS], size=FEWEST_WORDS)[0]
        for page in pages
        for words in _quotations(page)
    }
    places: dict[int, list[tuple[int, int]]] = {}
    for number, page in enumerate(pages):
        for start, key in enumerate(shingles(page.words, size=FEWEST_WORDS)):
            if key in openings:
                listed = places.setdefault(key, [])
                if len(listed) < _MOST_PLACES:
                    listed.append((number, start))
    return places


def _voices(utterances: Sequence[Utterance]) -> dict[tuple[int, int], Utterance]:
    """Map each word of each page to the utterance it belongs to."""
    return {(u.page, place): u for u in utterances for place in u.places}


def _trace(
    pages: Sequence[Page],
    places: dict[int, list[tuple[int, int]]],
    voices: dict[tuple[int, int], Utterance],
    number: int,
    words: range,
) -> Inflation | None:
    """Find the earliest paraphrase of one quotation, if no earlier one quotes it."""
    page = pages[number]
    quotation = page.words[words[0] : words[-1] + 1]
    key = shingles(quotation[:FEWEST_WORDS], size=FEWEST_WORDS)[0]
    for at, start in places.get(key, ()):
        other = pages[at]
        same = range(start, start + len(quotation))
        if at == number or other.words[same.start : same.stop] != quotation:
            continue
        if first_of(other.document.published, page.document.published) != "a":
            continue
        if any(other.quoted[same.start : same.stop]):
            return None  # it was a quotation before
        if _is_same_voice(pages, voices, (number, words), (at, same)):
            if _is_quoted_by_then(pages, places[key], at, quotation):
                return None
            return Inflation(number, words, at, same)
    return None


def _is_quoted_by_then(
    pages: Sequence[Page],
    listed: Sequence[tuple[int, int]],
    paraphrase: int,
    quotation: tuple[str, ...],
) -> bool:
    """Tell whether the words stand in marks in a document no later than one."""
    day = pages[paraphrase].document.published
    return any(
        pages[at].words[start : start + len(quotation)] == quotation
        and all(pages[at].quoted[start : start + len(quotation)])
        and first_of(day, pages[at].document.published) != "a"
        for at, start in listed
    )


def _is_same_voice(
    pages: Sequence[Page],
    voices: dict[tuple[int, int], Utterance],
    one: tuple[int, range],
    other: tuple[int, range],
) -> bool:
    """Tell whether two stretches are given to one speaker, as far as is known."""
    ours = voices.get((one[0], one[1][0]))
    theirs = voices.get((other[0], other[1][0]))
    if ours and theirs and relate(ours, theirs) != "unknown":
        return relate(ours, theirs) in {"same", "related"}
    return bool(_actors_near(pages, *one) & _actors_near(pages, *other))


def _actors_near(pages: Sequence[Page], number: int, words: range) -> set[str]:
    """Return the actors named in the line that some words stand in."""
    page = pages[number]
    text, span = page.document.text, page.span_of(words)
    end = text.find("\n", span.end)
    line = Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
    return {
        mention.actor
        for mention in page.dossier.mentions
        if mention.actor and line.start <= mention.start < line.end
    }
