"""Words that find fault with somebody criticise them, whatever verb reports them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pytest

from accord.model import ActorRef, Attribution, Dossier, Speaker, SpeakerStatus
from accord.ports import CriticismCase
from accord.position import CriticismStage

NAMES = {"Norland": "state:nor", "Velia": "state:vel", "Arle": "state:arle"}


class BlamesWhoBroke:
    """Finds fault with whoever stands right before "broke"."""

    producer = "test.blame.v1"

    def __init__(self) -> None:
        self.asked: list[CriticismCase] = []

    def judge(self, cases: Sequence[CriticismCase]) -> tuple[float, ...]:
        self.asked += cases
        return tuple(
            0.9
            if any(case.text[e:].startswith(" broke") for _, e in case.target)
            else 0.1
            for case in cases
        )


@dataclass
class ReadsOneAct:
    """Reads the same act in all words, as the rules would one."""

    act: str = "state"
    producer: str = "test.rules.v1"

    def fingerprint(self) -> str:
        return self.producer

    def __call__(self, dossier: Dossier) -> Dossier:
        read = (replace(a, act=self.act, target=None) for a in dossier.attributions)
        return replace(dossier, attributions=tuple(read))


def read(dossier: Dossier, act: str = "state") -> tuple[Attribution, BlamesWhoBroke]:
    """Read the one attribution of a dossier, whose act the rules tell."""
    judge = BlamesWhoBroke()
    done = CriticismStage(judge, after=ReadsOneAct(act))(dossier)
    return done.attributions[0], judge


def test_words_that_find_fault_criticise(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of(
        "[s Arle] [c said] [x Norland broke the truce].", names=NAMES, mode="direct"
    )

    attribution, _ = read(dossier)

    assert attribution.act == "criticise"
    assert attribution.target == ActorRef("state:nor", "Norland")


def test_only_the_one_at_fault_is_criticised(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c said] [x Velia pleaded. Then Norland broke it, Velia aside]."

    attribution, judge = read(dossier_of(marked, names=NAMES, mode="direct"))

    assert attribution.target == ActorRef("state:nor", "Norland")
    assert [case.text for case in judge.asked] == [
        "Velia pleaded.",
        "Then Norland broke it, Velia aside",
        "Then Norland broke it, Velia aside",
    ]
    assert judge.asked[1].others == ((23, 28),)


def test_nobody_is_asked_whether_they_criticise_themselves(
    dossier_of: Callable[..., Dossier],
) -> None:
    dossier = dossier_of(
        "[s Arle] [c said] [x Arle broke the truce].", names=NAMES, mode="direct"
    )

    attribution, judge = read(dossier)

    assert attribution.act == "state"
    assert judge.asked == []


def test_who_speaks_for_a_state_does_not_criticise_it(
    dossier_of: Callable[..., Dossier],
) -> None:
    dossier = dossier_of(
        "[s Quint] [c said] [x Norland broke the truce].",
        names=NAMES,
        speaker=Speaker("per:quint", "Quint", "resolved", "test", 0.9),
        speaks_for=ActorRef("state:nor", "Norland"),
        mode="direct",
    )

    assert read(dossier)[0].target is None


def test_what_a_reporter_puts_in_other_words_blames_none(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c said] [x Norland broke the truce]."

    attribution, judge = read(dossier_of(marked, names=NAMES, mode="indirect"))

    assert attribution.act == "state"
    assert judge.asked == []


@pytest.mark.parametrize("act", ["demand", "praise", "deny"])
def test_what_the_rules_know_stays(
    act: str, dossier_of: Callable[..., Dossier]
) -> None:
    dossier = dossier_of(
        "[s Arle] [c said] [x Norland broke the truce].", names=NAMES, mode="direct"
    )

    assert read(dossier, act)[0].act == act


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("[s They] [c said] [x Norland broke the truce].", "unresolved"),
        ("[s The survey] [c found] [x Norland broke the truce].", "anonymous"),
    ],
)
def test_neither_papers_nor_nobody_criticise(
    marked: str, status: SpeakerStatus, dossier_of: Callable[..., Dossier]
) -> None:
    speaker = Speaker(None, None, status, "test", 0.5)

    _, judge = read(dossier_of(marked, names=NAMES, speaker=speaker, mode="direct"))

    assert judge.asked == []


def test_a_long_roll_of_names_accuses_none(
    dossier_of: Callable[..., Dossier],
) -> None:
    states = [f"State{letter}" for letter in "ABCDEFG"]
    marked = f"[s Arle] [c said] [x {', '.join(states)} broke the truce]."

    names = {state: f"state:{state}" for state in states}
    _, judge = read(dossier_of(marked, names=names, mode="direct"))

    assert judge.asked == []


def test_a_second_pass_changes_nothing(dossier_of: Callable[..., Dossier]) -> None:
    dossier = dossier_of(
        "[s Arle] [c said] [x Norland broke the truce].", names=NAMES, mode="direct"
    )
    stage = CriticismStage(BlamesWhoBroke(), after=ReadsOneAct())
    once = stage(dossier)

    assert stage(once) == once


def test_the_fingerprint_follows_the_judge_and_the_rules() -> None:
    other = BlamesWhoBroke()
    other.producer = "test.blame.v2"
    stages = (
        CriticismStage(BlamesWhoBroke(), after=ReadsOneAct()),
        CriticismStage(other, after=ReadsOneAct()),
        CriticismStage(other, after=ReadsOneAct(producer="test.rules.v2")),
    )

    assert len({stage.fingerprint() for stage in stages}) == len(stages)
