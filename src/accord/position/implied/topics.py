"""Topics: which issue words speak of that do not name it.

The last thing spoken of stands until another one does: "it is a disgrace" after a sentence
on the sale is on the sale. Feelings are about what was done with it last.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.model import Attribution, Codebook, Statement
from accord.position.implied.anchors import find_anchors, main_issue
from accord.position.implied.answers import follows
from accord.position.implied.motions import find_motion
from accord.position.implied.outcomes import find_outcome
from accord.position.issues import Target
from accord.position.meaning.operators import Operator
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, Tokens, stem, stem_set

__all__ = ["Topic", "Topics", "govern"]

# How far back to look for what is spoken of, and ahead where nothing was named before.
_BEFORE_TOKENS = 160
_AFTER_TOKENS = 40
# How far back a deed is what people are glad or sorry about.
_EVENT_TOKENS = 90
_NAMED_TOKENS = 6
# How far back somebody took a side whom others name as the one they side with.
_KNOWN_TOKENS = 500
_BESIDE_TOKENS = 8
# The place of a topic that no word names: far from all others.
_NOWHERE = -1_000_000
_SHORT = 3
_FEW_ISSUES = 2
_ADJACENT_TOKENS = 3
_CLAUSE_TOKENS = 25
_DOES = ("further", "against")
# Deeds and decisions; mere words about a thing make no event.
_EVENTS = frozenset("accept agree announce refuse reject offer propose promise".split())
_MERE_WORDS = stem_set(
    "against oppose object march rally demonstrate protest campaign denounce criticise "
    "slam condemn say tell call want resist complain argue application suit lawsuit petition "
    "injunction complaint appeal sue request"
)
_INSIDE = "inside"
_SAID = {"support": 1, "oppose": -1}
_DETERMINERS = stem_set("the a an its their his her our these those")
_TURNS = frozenset(("reject", "refuse"))


@dataclass(frozen=True, slots=True)
class Topic:
    """What is spoken of at a place.

    Attributes:
        issue: Place of the issue in the codebook.
        sign: With it, "for this" becomes "yes to the question".
        place: First token of where it was named; far off if it was not.
        bare: The same sign without what is done to the thing there.
    """

    issue: int
    sign: int
    place: int
    bare: int = 1


class Topics:
    """Looks up what words speak of.

    Args:
        page: The document.
        codebook: The issues.
        made: What is already known of who takes which side.
        spoken: Who says what in the document.
    """

    def __init__(
        self,
        page: Page,
        codebook: Codebook,
        made: Sequence[Statement],
        spoken: Sequence[Attribution],
    ) -> None:
        self._spoken = spoken
        self._cues = {one.id: one.cue.text for one in spoken if one.cue is not None}
        self._page = page
        self._issues = [issue.id for issue in codebook.issues]
        self._anchors = find_anchors(codebook, page.tokens)
        self._main = main_issue(codebook, self._anchors)
        self._taken: list[tuple[int, Statement]] = []
        for statement in made:
            self.add(statement)

    def add(self, statement: Statement) -> None:
        """Add a side that somebody takes."""
        if statement.stance in _SAID:
            evidence = statement.evidence
            first = self._page.tokens.range(evidence.start, evidence.end).start
            insort(self._taken, (first, statement), key=lambda pair: pair[0])

    @property
    def thin(self) -> bool:
        """Whether there are so few issues that the last one named is the one meant."""
        return len(self._issues) <= _FEW_ISSUES

    @property
    def alone(self) -> bool:
        """Whether there is a single issue, which is the one meant."""
        return len(self._issues) == 1

    def at(self, words: range) -> Topic | None:
        """Give what some words speak of; None where many issues are, and two are near.

        Args:
            words: Tokens of what is said.
        """
        topic = self._nearest(words)
        if topic is None or self.thin:
            return topic
        near = self._page.scene.targets_in(
            words.start - _EVENT_TOKENS, words.stop + _AFTER_TOKENS
        )
        sentence = self._page.sentence(words)
        if sentence.start <= topic.place < words.start <= topic.place + _BESIDE_TOKENS:
            # "The levy can count on the votes of": no other is meant.
            near = self._page.scene.targets_in(sentence.start, sentence.stop)
        alone = all(target.issue == topic.issue for target in near)
        return topic if alone else None

    def _nearest(self, words: range) -> Topic | None:
        """Find the issue that was named last.

        What they name themselves counts first, then what their sentence names, then
        what was named before them, then what comes soon after.

        Args:
            words: Tokens of what is said.
        """
        scene = self._page.scene
        sentence = self._page.sentence(words)
        for low, high in (
            (words.start, words.stop),
            (sentence.start, words.start),
            (words.stop, sentence.stop),
        ):
            inside = scene.targets_in(low, high)
            if inside:
                return self.topic_of(inside[-1] if high <= words.start else inside[0])
        before = scene.targets_in(max(0, words.start - _BEFORE_TOKENS), words.start)
        if before:
            return self.topic_of(before[-1])
        place = bisect_left(self._anchors, (words.stop,)) - 1
        if place >= 0 and self._anchors[place][0] >= words.start - _EVENT_TOKENS:
            at, issue = self._anchors[place]
            return Topic(issue, 1, at)
        after = scene.targets_in(words.stop, words.stop + _AFTER_TOKENS)
        if after:
            return self.topic_of(after[0])
        return None if self._main is None else Topic(self._main, 1, _NOWHERE)

    def put_to_vote(self, words: range) -> tuple[bool, Topic | None]:
        """Give what was last voted on, as ``find_motion`` does, as a topic."""
        told, motion = find_motion(self._page, words)
        return told, None if motion is None else self.topic_of(motion)

    def event_at(self, topic: Topic, words: range, name: str) -> int | None:
        """Give the side that was taken last by a deed of others; None if none is known.

        Args:
            topic: What is spoken of.
            words: Tokens of what is said.
            name: Who says it; nobody is glad or sorry of what they did themselves.
        """
        event = self._event(topic, words, name)
        return None if event is None else event[1]

    def last_event(self, words: range, name: str) -> Topic | None:
        """Give what others decided or did last, on whatever issue, as a topic."""
        for first, statement in self._before(words, name):
            if self._is_event(statement):
                issue = self._issues.index(statement.issue)
                return Topic(issue, _SAID[statement.stance], first)
        return None

    def motion_at(self, topic: Topic, words: range, name: str) -> int:
        """Give the side of what was put to the vote; the arguments are those of ``event_at``.

        Who votes for a motion that others reject is on the other side than they.
        """
        event = self._event(topic, words, name)
        return topic.sign if event is None else event[2]

    def _event(
        self, topic: Topic, words: range, name: str
    ) -> tuple[int, int, int] | None:
        """Find what others decided or did last: its place, its side, that of the motion."""
        issue = self._issues[topic.issue]
        deeds = (
            (first, _SAID[s.stance], _SAID[s.stance] * (-1 if s.act in _TURNS else 1))
            for first, s in self._before(words, name)
            if s.issue == issue and self._is_event(s)
        )
        done = (
            (target.first, sign, sign * turn)
            for target in reversed(
                self._page.scene.targets_in(words.start - _EVENT_TOKENS, words.start)
            )
            if target.issue == topic.issue and not target.pole
            for sign, turn in find_outcome(self._page.scene, target)
        )
        found = [next(deeds, None), next(done, None)]
        return max((one for one in found if one is not None), default=None)

    def answer_to(
        self,
        words: range,
        name: str,
        idiom: range,
        *,
        named: bool = False,
        reach: str | None = None,
    ) -> Topic | None:
        """Give the side that somebody else was said to take, as a topic.

        Args:
            words: Tokens of the answer.
            name: Who gives it.
            idiom: The words that answer, in or behind which the other may be named:
                "lent Orland their support", "sided with Orland".
            named: Whether the other must be named.
            reach: ``before`` if nothing else may be told in between: "so does Corva";
                ``inside`` if it must be told in the same sentence; None for neither.

        Returns:
            The side of whom the next words name, else the last side taken; None if that
            sentence tells of sides on two issues.
        """
        stems = self._page.tokens.stems[idiom.start : idiom.stop + _NAMED_TOKENS]
        before = list(self._before(words, name))
        last = None if named or not before else before[0]
        if last is not None and (
            self._is_torn(before)
            or (reach is not None and not self._is_reached(last[1], words, reach))
        ):
            last = None
        known = list(self._before(words, name, reach=_KNOWN_TOKENS))
        meant = [one for one in known if self._is_named(one[1], stems)]
        found = self._sure(words, meant) if meant else last
        if found is None:
            return None
        first, statement = found
        issue = self._issues.index(statement.issue)
        return Topic(issue, _SAID[statement.stance], first)

    def _sure(
        self, words: range, meant: Sequence[tuple[int, Statement]]
    ) -> tuple[int, Statement] | None:
        """Give the side of whom others name, if there is but one that they may mean."""
        sentence = self._page.sentence(words)
        named = {
            self._issues[target.issue]
            for target in self._page.scene.targets_in(sentence.start, sentence.stop)
        }
        name = meant[0][1].name
        own = [
            (first, one)
            for first, one in meant
            if one.name == name and (not named or one.issue in named)
        ]
        sides = {(one.issue, one.stance) for _, one in own}
        return own[0] if len(sides) == 1 else None

    def _is_reached(self, last: Statement, words: range, reach: str) -> bool:
        """Tell whether the last side taken is told right before, or in one sentence."""
        if reach == _INSIDE:
            evidence = self._page.tokens.range(last.evidence.start, last.evidence.end)
            return evidence.start in self._page.sentence(words)
        return follows(self._page, self._spoken, last, words)

    def _is_torn(self, before: Sequence[tuple[int, Statement]]) -> bool:
        """Tell whether the last side was taken beside one on another issue."""
        first, last = before[0]
        sentence = self._page.sentence(range(first, first + 1))
        issues = {
            one.issue
            for at, one in before
            if at >= sentence.start or one.name == last.name
        }
        return len(issues) > 1

    def last_before(self, words: range) -> Statement | None:
        """Give the last side that anybody was said to take before some words.

        Returns:
            None if nobody took any, or the same sentence tells of sides on two issues.
        """
        stop = bisect_left(self._taken, words.start, key=lambda pair: pair[0])
        if not stop:
            return None
        first, last = self._taken[stop - 1]
        sentence = self._page.sentence(range(first, first + 1))
        begin = bisect_left(self._taken, sentence.start, key=lambda pair: pair[0])
        issues = {statement.issue for _, statement in self._taken[begin:stop]}
        return last if len(issues) == 1 else None

    def _is_event(self, statement: Statement) -> bool:
        """Tell what was decided or done from what was only said."""
        if statement.act not in _EVENTS:
            return False
        said = self._cues.get(statement.attribution or "", "")
        words = [said, *(cue.text for cue in statement.cues if cue.says[:4] == "act:")]
        stems = {stem(word) for text in words for word in text.split()}
        return not stems & _MERE_WORDS and not any(
            cue.says.startswith("leaning:") for cue in statement.cues
        )

    @staticmethod
    def _is_named(statement: Statement, stems: Sequence[str]) -> bool:
        """Tell whether some words name the holder of a statement."""
        names = {stem(word) for word in statement.name.split() if len(word) > _SHORT}
        return bool(names & set(stems))

    def _before(
        self, words: range, name: str, *, reach: int = _EVENT_TOKENS
    ) -> Iterator[tuple[int, Statement]]:
        """Give the sides that others took shortly before, the last first."""
        stop = bisect_left(self._taken, words.start, key=lambda pair: pair[0])
        for at in range(stop - 1, -1, -1):
            first, statement = self._taken[at]
            if first < words.start - reach:
                return
            if statement.name != name:
                yield first, statement

    def topic_of(self, target: Target) -> Topic:
        """Read a place that names a thing, with what is done to it right there."""
        sign = target.sign
        scene = self._page.scene
        if not target.pole:
            low = target.first - _CLAUSE_TOKENS
            tokens = self._page.tokens
            governing = [
                op
                for op in scene.operators_in(low, target.first)
                if not _describes(tokens, op)
            ]
            chain = govern(self._page.tokens.stems, target, governing)
            chain += [
                op
                for op in scene.operators_in(target.last, target.last + 1)
                if op.kind in _DOES
            ]
            for op in chain:
                sign *= scene.sign_of(op, target)
            if not chain:
                # Of a thing that the question would do away with, the doing away is
                # what people are up in arms about.
                sign = 1
        return Topic(target.issue, sign, target.first, target.sign)


def _describes(tokens: Tokens, op: Operator) -> bool:
    """Tell "the frozen reserves" from "froze the reserves"."""
    formed = op.first in tokens.inflected or op.first in tokens.bent
    return formed and tokens.stems[op.first - 1] in _DETERMINERS


def govern(
    stems: Sequence[str], target: Target, governing: Sequence[Operator]
) -> list[Operator]:
    """Collect the deeds right before a place, nearest first: "to stop the sale"."""
    chain: list[Operator] = []
    reach = target.first
    for op in reversed(governing):
        if op.last > reach or op.kind not in _DOES:
            continue
        if reach - op.last > _ADJACENT_TOKENS or SENTENCE_END in stems[op.last : reach]:
            break
        chain.append(op)
        reach = op.first
    return chain
