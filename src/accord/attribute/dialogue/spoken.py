"""What is read of a dialogue."""

from dataclasses import dataclass

from accord.model import Span

__all__ = ["Dialogue", "Spoken"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words that the layout gives to somebody.

    Attributes:
        label: What stands around the words and says whose they are, source and mark.
        source: The words that say who; None if only the heading does.
        cue: The mark behind the source; None if there is none.
        content: The words, a span a paragraph.
    """

    label: Span
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Everything that the layout of a document attributes.

    Attributes:
        spoken: Whose words are whose, in text order.
        silent: What is nobody's statement: questions of interviewers and headings, labels
            included.
    """

    spoken: tuple[Spoken, ...] = ()
    silent: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.spoken or self.silent)
