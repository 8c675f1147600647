"""Criticism without a word of criticising: "Velia has broken every promise", Quint said.

The rules know such words only as something said. A trained judge reads them and tells
with whom they find fault; the attribution then criticises that actor.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol

from accord.model import ActorRef, Attribution, Dossier, Mention, Span, digest
from accord.ports import CriticismCase, CriticismJudge
from accord.position.statements import is_paper
from accord.text import sentences

__all__ = ["CriticismStage"]

_CRITICISE = "criticise"
# Acts whose words tell only that something was said.
_SAID = frozenset(("state", "claim", "insist"))
# Below, hardly half of what it finds in news is right; see evals/criticism/RESULTS.md.
_LEAST_SHARE = 0.6
# Who names more in one sentence counts them up, and accuses none.
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class _Question:
    """One sentence of somebody's words, and one actor that it names.

    Attributes:
        attribution: Id of the attribution whose words these are.
        actor: Whom they may criticise.
        case: What the judge is asked.
    """

    attribution: str
    actor: ActorRef
    case: CriticismCase


class Stage(Protocol):
    """A stage that reads acts.

    Attributes:
        producer: Its name and version.
    """

    producer: str

    def fingerprint(self) -> str:
        """Hash everything that the output depends on besides the dossier."""
        ...

    def __call__(self, dossier: Dossier) -> Dossier:
        """Fill a dossier in."""
        ...


class CriticismStage:
    """Finds whom words criticise that say so by no verb.

    Args:
        judge: Judges sentences.
        after: The stage that reads acts by rules, and comes first.

    Attributes:
        producer: The name and version of both.
    """

    def __init__(self, judge: CriticismJudge, *, after: Stage) -> None:
        self._judge = judge
        self._after = after
        self.producer = f"{after.producer}+{judge.producer}"

    def fingerprint(self) -> str:
        """Hash everything that the output depends on besides the dossier."""
        return digest(self._after.fingerprint(), self._judge.producer)

    def __call__(self, dossier: Dossier) -> Dossier:
        """Let attributions criticise those whom their words find fault with.

        Only quotations are asked about whose act merely says and is aimed at nobody,
        and of which the text tells who speaks.

        Cost:
            One reading for each of their sentences that names another actor.
        """
        dossier = self._after(dossier)
        questions = [
            question
            for attribution in dossier.attributions
            if _may_criticise(attribution)
            for question in _ask(dossier, attribution)
        ]
        shares = self._judge.judge([question.case for question in questions])
        worst: dict[str, tuple[float, ActorRef]] = {}
        for question, share in zip(questions, shares, strict=True):
            known = worst.get(question.attribution)
            if share >= _LEAST_SHARE and (known is None or share > known[0]):
                worst[question.attribution] = (share, question.actor)
        attributions = tuple(
            replace(a, act=_CRITICISE, target=worst[a.id][1]) if a.id in worst else a
            for a in dossier.attributions
        )
        return replace(dossier, attributions=attributions)


def _may_criticise(attribution: Attribution) -> bool:
    """Tell whether a known speaker merely says something, aimed at nobody.

    Only their own words tell: in a reporter's, blame of one is told of another.
    """
    return (
        attribution.mode != "indirect"
        and attribution.act in _SAID
        and attribution.target is None
        and attribution.speaker.status != "unresolved"
        and not is_paper(attribution)
    )


def _ask(dossier: Dossier, attribution: Attribution) -> Iterator[_Question]:
    """Ask about every other actor that somebody's own words name."""
    content = attribution.content
    inside = [
        mention
        for mention in dossier.mentions
        if content.start <= mention.start and mention.end <= content.end
    ]
    own = _own_names(attribution)
    for sentence in sentences(dossier.document.text, Span(content.start, content.end)):
        named = _named_in(sentence, inside)
        if len(named) > _MOST_NAMED:
            continue
        for actor, mentions in named.items():
            if actor.actor in own or actor.name in own:
                continue
            places = tuple(_within(m, sentence) for m in mentions)
            others = tuple(
                _within(m, sentence)
                for other, found in named.items()
                if other != actor
                for m in found
            )
            case = CriticismCase(
                dossier.document.text[sentence.start : sentence.end], places, others
            )
            yield _Question(attribution.id, actor, case)


def _own_names(attribution: Attribution) -> frozenset[str]:
    """Give the ids and names of the speaker's own side."""
    speaker, side = attribution.speaker, attribution.speaks_for
    names = (speaker.actor, speaker.name, side and side.actor, side and side.name)
    return frozenset(name for name in names if name)


def _named_in(sentence: Span, mentions: list[Mention]) -> dict[ActorRef, list[Mention]]:
    """Group a sentence's mentions by whom they name, in text order."""
    here = [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end]
    refs = sorted(((ActorRef(m.actor, m.name), m) for m in here), key=_by_actor)
    groups = groupby(refs, key=lambda pair: pair[0])
    named = {actor: [mention for _, mention in pairs] for actor, pairs in groups}
    return dict(sorted(named.items(), key=lambda item: item[1][0].start))


def _by_actor(pair: tuple[ActorRef, Mention]) -> tuple[str, str, int]:
    """Sort by actor, then by place."""
    actor, mention = pair
    return actor.actor or "", actor.name, mention.start


def _within(mention: Mention, sentence: Span) -> tuple[int, int]:
    """Give a mention's place within a sentence."""
    return mention.start - sentence.start, mention.end - sentence.start
