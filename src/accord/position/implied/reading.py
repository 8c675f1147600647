"""Reading: statements made of what is implied, where nothing else takes a side."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from accord.model import Attribution, Statement
from accord.position.deeds import find_holders
from accord.position.implied.authors import find_author, read_author, settle_author
from accord.position.implied.called import read_called
from accord.position.implied.carried import read_carried
from accord.position.implied.feelings import find_feelings
from accord.position.implied.leanings import (
    Leaning,
    Leanings,
    find_leanings,
    lean,
)
from accord.position.implied.sides import read_leaning
from accord.position.implied.topics import Topics
from accord.position.implied.uses import is_idle, is_literal
from accord.position.issues import Compiled
from accord.position.page import Page
from accord.position.stance import Reading, Words
from accord.position.statements import (
    SILENT,
    UNNAMED,
    Holder,
    build_statements,
    is_anonymous,
    is_nobody,
    make_statement,
)

__all__ = ["read_implied"]

# Who says what, what leans in it, and the quotation if it is one.
_Implied = tuple[Holder, Words, Sequence[Leaning], Attribution | None]
# Sources that are nobody else: the author, or the thing a relative clause is about.
_RELATIVES = frozenset(("that", "which", "who"))
_OWN_WORDS = frozenset(("i", "we", "what")) | _RELATIVES

# What shorthand writers call a shout from the floor.
_HECKLES = frozenset(
    "interjection interjections heckle heckling shout shouts call".split()
)
_ASIDE_CHARS = 60


def read_implied(
    page: Page,
    compiled: Compiled,
    *,
    spoken: Sequence[tuple[Attribution, Words]],
    made: Sequence[Statement],
    produced_by: str,
) -> list[Statement]:
    """Add what words imply to what they say.

    Args:
        page: The document.
        compiled: The codebook prepared.
        spoken: Attributions with what was read of their words.
        made: The statements so far.
        produced_by: The producer to name.

    Returns:
        All statements; where words were unclear on the issue, what they imply counts.

    Cost:
        Linear in the length of the text.
    """
    reader = _Reader(page, compiled, spoken, made, produced_by)
    added = [*reader.of_others(), *reader.of_author()]
    ids = {statement.id for statement in added}
    return [*(s for s in made if s.id not in ids or s.stance != "unclear"), *added]


@dataclass
class _Reader:
    """Reads what one document implies; the arguments are those of ``read_implied``."""

    page: Page
    compiled: Compiled
    spoken: Sequence[tuple[Attribution, Words]]
    made: Sequence[Statement]
    produced_by: str

    @cached_property
    def leanings(self) -> Leanings:
        """Words that take a side without naming the thing."""
        found = find_leanings(self.page.tokens)
        page = self.page
        return Leanings(
            one for one in found if not (is_idle(page, one) or is_literal(page, one))
        )

    @cached_property
    def topics(self) -> Topics:
        """What is spoken of where."""
        spoken = [attribution for attribution, _ in self.spoken]
        return Topics(self.page, self.compiled.codebook, self.made, spoken)

    def of_others(self) -> list[Statement]:
        """State what speakers, and those of whom the text tells, imply."""
        told = self._told(a for a, _ in self.spoken if not _is_nobody(a))
        settled = self._settled()
        implied: list[_Implied] = list(self._of_speakers())
        for holder, words, one in find_feelings(self.page, self.leanings, told):
            if (holder.name, self._sentence_of(holder)) not in settled:
                implied.append((holder, words, [one], None))
        added: list[Statement] = []
        for holder, words, found, quoted in sorted(
            implied, key=lambda i: i[1].content.start
        ):
            statement = self._state(
                holder, words, self._read(holder, words, found, quoted)
            )
            if statement is not None:
                added.append(statement)
                self.topics.add(statement)
        return added

    def of_author(self) -> list[Statement]:
        """State the sides that an author takes in their own voice."""
        told = self._told(a for a, _ in self.spoken if not _is_own_voice(a))
        author = find_author(self.page, told)
        if author is None:
            return []
        made: list[Statement] = []
        for holder, words in read_author(self.page, author, told):
            stated, _ = build_statements(
                self.page.document,
                self.page.scene,
                self.compiled,
                holder,
                words,
                produced_by=self.produced_by,
            )
            sided = [s for s in stated if s.stance != "unclear"]
            made.extend(sided)
            if not sided:
                found = lean(self.page, self.leanings, words, range(0))
                read = read_leaning(self.page, self.topics, words, found, holder.name)
                implied = self._state(holder, words, read)
                made.extend((implied,) if implied else ())
        return settle_author(made)

    def _of_speakers(self) -> Iterator[_Implied]:
        """Collect the leanings of those who speak and take no side in so many words."""
        sided = {s.attribution for s in self.made if s.stance != "unclear"}
        for attribution, words in self.spoken:
            if attribution.id in sided or self._is_silent(attribution, words):
                continue
            if _is_nobody(attribution) or self._is_heckle(attribution):
                continue
            cue = range(0)
            if attribution.cue is not None:
                cue = self.page.tokens.range(attribution.cue.start, attribution.cue.end)
            found = lean(self.page, self.leanings, words, cue)
            silent = not found and attribution.mode == "indirect"
            if silent and read_called(self.page, attribution, words) is None:
                continue
            hull = attribution.hull
            evidence = self.page.document.passage(hull.start, hull.end)
            for holder in find_holders(self.page, attribution):
                yield replace(holder, evidence=evidence), words, found, attribution

    def _read(
        self,
        holder: Holder,
        words: Words,
        found: Sequence[Leaning],
        quoted: Attribution | None,
    ) -> tuple[int, Reading] | None:
        """Read leanings; a quotation without any bears out what was said before it."""
        carried = None
        if quoted is not None and words.voice.quoted:
            carried = self._carried(quoted, words, own=bool(found))
        if carried is None and not found and quoted is not None:
            return read_called(self.page, quoted, words)
        if carried is not None or not found:
            return carried
        return read_leaning(self.page, self.topics, words, found, holder.name)

    def _carried(
        self, quoted: Attribution, words: Words, *, own: bool
    ) -> tuple[int, Reading] | None:
        """Read a quotation as bearing out what was said before it."""
        before = self.topics.last_before(words.content)
        reading = read_carried(self.page, quoted, words, before, own=own)
        if reading is None or before is None:
            return None
        ids = [issue.id for issue in self.compiled.codebook.issues]
        return ids.index(before.issue), reading

    def _is_heckle(self, attribution: Attribution) -> bool:
        """Tell "(Interjection from Mr Kern: "Too much!")", on whatever was just said."""
        start = attribution.hull.start
        before = self.page.document.text[max(0, start - _ASIDE_CHARS) : start]
        _, opened, aside = before.rpartition("(")
        words = aside.lower().split()
        return opened != "" and ")" not in aside and not _HECKLES.isdisjoint(words)

    def _is_silent(self, attribution: Attribution, words: Words) -> bool:
        """Tell who takes no side: "expressed concern but took no side"."""
        if words.act.act.id in SILENT:
            return True
        sentence = self.page.sentence_of(attribution)
        first = bisect_left(self.page.cue_starts, sentence.start)
        last = bisect_left(self.page.cue_starts, sentence.stop)
        return attribution.mode == "indirect" and any(
            hit.label[0] == "decline-comment" for hit in self.page.cues[first:last]
        )

    def _state(
        self, holder: Holder, words: Words, read: tuple[int, Reading] | None
    ) -> Statement | None:
        """Make a statement of what was read."""
        if read is None or holder.name == UNNAMED:
            return None
        if is_nobody(holder.name, known=holder.actor is not None):
            return None
        issue, reading = read
        return make_statement(
            self.page.document,
            self.page.scene,
            self.compiled,
            holder=holder,
            words=words,
            issue=issue,
            reading=reading,
            produced_by=self.produced_by,
        )

    def _told(self, attributions: Iterator[Attribution]) -> list[range]:
        """Give the words that attributions report or report with."""
        return [
            self.page.tokens.range(span.start, span.end)
            for one in attributions
            for span in (*one.content.spans, *(one.cue.spans if one.cue else ()))
        ]

    def _settled(self) -> set[tuple[str, int]]:
        """Give those who take a side in so many words, each with the sentence."""
        return {
            (s.name, self._start_of(s.evidence.start, s.evidence.end))
            for s in self.made
            if s.stance != "unclear"
        }

    def _sentence_of(self, holder: Holder) -> int:
        return self._start_of(holder.evidence.start, holder.evidence.end)

    def _start_of(self, start: int, end: int) -> int:
        """Find where the sentence begins in which a passage begins."""
        place = self.page.tokens.range(start, end)
        return self.page.sentence(place[:1]).start if place else -1


def _is_nobody(attribution: Attribution) -> bool:
    """Tell what diplomats report: as good as told by the text itself."""
    return (
        attribution.source is not None
        and attribution.mode == "indirect"
        and is_anonymous(attribution)
    )


def _is_own_voice(attribution: Attribution) -> bool:
    """Tell "I say", and words that nobody is named for, unless they are quoted."""
    source = attribution.source
    if source is None:
        return attribution.mode != "direct"
    word = source.text.lower()
    if word in _RELATIVES and attribution.speaker.actor is not None:
        # "This week it was Jane Doe, who told the assembly".
        return False
    return word in _OWN_WORDS
