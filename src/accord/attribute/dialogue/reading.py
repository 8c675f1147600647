"""Read the dialogue of a document: turns, answers to questions, posts, letters."""

from collections.abc import Iterable, Iterator

from accord.attribute.dialogue.answers import find_answers
from accord.attribute.dialogue.letters import find_letters
from accord.attribute.dialogue.posts import find_posts
from accord.attribute.dialogue.questions import find_questions
from accord.attribute.dialogue.spoken import Dialogue, Spoken
from accord.attribute.dialogue.turns import find_turns
from accord.attribute.passages import mask_furniture
from accord.model import Document
from accord.text import paragraphs, unwrap

__all__ = ["read_dialogue"]


def read_dialogue(document: Document) -> Dialogue:
    """Find the words that the layout of a document gives to somebody.

    Cost:
        Linear in the length of the text.
    """
    text = mask_furniture(document)
    blocks = tuple(paragraphs(unwrap(text)))
    labelled = (
        find_turns(text, blocks, outlet=document.outlet),
        find_answers(text, blocks),
        find_posts(text, blocks),
        find_letters(text, blocks),
    )
    spoken = any(part.spoken for part in labelled)
    parts = labelled if spoken else (*labelled, find_questions(text, blocks))
    found = (one for part in parts for one in part.spoken)
    silent = (span for part in parts for span in part.silent)
    return Dialogue(tuple(_apart(found)), tuple(sorted(silent)))


def _apart(spoken: Iterable[Spoken]) -> Iterator[Spoken]:
    """Give what is spoken in text order; what lies in another's words is theirs."""
    end = 0
    for one in sorted(
        spoken, key=lambda one: (one.content[0].start, -one.content[-1].end)
    ):
        if one.content[0].start >= end:
            end = one.content[-1].end
            yield one
