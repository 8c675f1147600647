"""What stands for something said before, and who holds what a source names in pieces."""

from collections.abc import Callable

import pytest

from accord.model import Dossier, Speaker
from accord.position import PositionStage, parse_codebook

BOOK = """
issues:
  - id: dam
    question: Should the dam be built?
    terms: [dam]
  - id: quota
    question: Should the quota be cut?
    terms: [quota]
"""
STAGE = PositionStage(parse_codebook(BOOK, name="dam.yaml"))
NAMES = {"Corva": "state:corva", "Arle": "state:arle"}


def _sides(dossier: Dossier) -> dict[str, str]:
    return {s.name: s.stance for s in STAGE(dossier).statements}


def _sided(dossier: Dossier) -> dict[str, str]:
    return {who: side for who, side in _sides(dossier).items() if side != "unclear"}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Arle proposed cutting the quota. Corva rejected the proposal.", "oppose"),
        ("Arle wants to build the dam. Corva supports the plan.", "support"),
        ("Arle has decided to stop the dam. Corva praised the decision.", "oppose"),
        ("Arle blocked the dam. Corva criticised the ruling.", "support"),
        ("Arle wants the dam. Corva opposes it.", "oppose"),
        ("Arle talked of the dam. Corva would welcome such a move.", "support"),
    ],
)
def test_a_plan_a_decision_and_it_stand_for_what_was_said(
    dossier_of: Callable[..., Dossier], text: str, stance: str
) -> None:
    assert _sides(dossier_of(text, names=NAMES))["Corva"] == stance


@pytest.mark.parametrize(
    ("text", "issue", "stance"),
    [
        (
            "The court stopped the dam. The fleet has its quota. Corva welcomed the ruling.",
            "dam",
            "oppose",
        ),
        (
            "Arle proposed a dam. The fleet has its quota. Corva welcomed the proposal.",
            "dam",
            "support",
        ),
        (
            "Arle spoke of the dam. The fleet has its quota. Corva praised the idea.",
            "quota",
            "support",
        ),
    ],
)
def test_a_decision_stands_for_what_was_decided_and_not_for_what_was_named_last(
    dossier_of: Callable[..., Dossier], text: str, issue: str, stance: str
) -> None:
    made = STAGE(dossier_of(text, names=NAMES)).statements
    assert {s.issue: s.stance for s in made if s.name == "Corva"} == {issue: stance}


def test_a_plan_that_says_what_it_is_stands_for_nothing_else(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "Arle wants the dam. Corva rejected the plan to shut the school."
    assert "Corva" not in _sides(dossier_of(text, names=NAMES))


def test_a_plan_stands_for_nothing_that_was_not_spoken_of(
    dossier_of: Callable[..., Dossier],
) -> None:
    assert _sides(dossier_of("Corva rejected the plan.", names=NAMES)) == {}


def test_a_source_of_two_names_has_two_holders(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle and Corva] [c support] [x the dam]."
    assert _sides(dossier_of(marked, names=NAMES)) == {
        "Arle": "support",
        "Corva": "support",
    }


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("[s Arle] [c has banned] [x the dam].", "oppose"),
        ("[s Arle] [c is lukewarm about] [x the dam].", "oppose"),
        ("[s Arle] [c sued] [x to stop the dam].", "oppose"),
        ("[s Arle] [c warned] [x that a dam would flood the valley].", "oppose"),
        ("[s Arle] [c wants] [x neither a road nor a dam].", "oppose"),
    ],
)
def test_a_cue_that_is_no_act_governs_by_its_words(
    dossier_of: Callable[..., Dossier], marked: str, stance: str
) -> None:
    sides = {
        s.issue: s.stance for s in STAGE(dossier_of(marked, names=NAMES)).statements
    }
    assert sides["dam"] == stance


def test_a_second_verb_shares_the_subject_of_the_first(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "Corva welcomed the school but would oppose the dam."
    assert _sides(dossier_of(text, names=NAMES)) == {"Corva": "oppose"}


def test_what_each_side_asks_for_itself_is_no_answer_to_one_question(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "Arle demands a dam for Arle. Corva wants a dam. Arle insists on a dam."
    assert _sides(dossier_of(text, names=NAMES)) == {
        "Corva": "support",
        "Arle": "unclear",
    }


def test_what_one_side_asks_for_itself_alone_stands(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "Arle demands a dam for Arle."
    assert _sides(dossier_of(text, names=NAMES)) == {"Arle": "support"}


def test_an_hour_is_no_part_of_a_name(dossier_of: Callable[..., Dossier]) -> None:
    marked = "[s 10.20 Ekman] [c says] [x she supports the dam]."
    speaker = Speaker(None, "10.20 Ekman", "unresolved", "test", 0.5)
    done = STAGE(dossier_of(marked, names=NAMES, speaker=speaker))
    assert [(s.name, s.stance) for s in done.statements] == [("Ekman", "support")]


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("the dam will be built in any case", "support"),
        ("the dam must not be built", "oppose"),
        ("the dam should never be built", "oppose"),
    ],
)
def test_what_the_question_asks_for_is_met_in_the_passive(
    dossier_of: Callable[..., Dossier], said: str, stance: str
) -> None:
    marked = f"[s Arle] [c said] [x {said}]."
    assert _sides(dossier_of(marked, names=NAMES)) == {"Arle": stance}


def test_a_content_cut_off_after_an_article_goes_on(
    dossier_of: Callable[..., Dossier],
) -> None:
    done = STAGE(
        dossier_of("[s Arle] [c defended] [x the] dam on Friday.", names=NAMES)
    )
    (statement,) = done.statements
    assert statement.stance == "support"
    assert statement.evidence.text == "the dam on Friday"


@pytest.mark.parametrize(
    ("deed", "stance"),
    [
        ("rejected", "oppose"),
        ("upheld", "support"),
    ],
)
def test_a_ruling_on_a_complaint_takes_the_side_of_what_was_done_with_it(
    dossier_of: Callable[..., Dossier], deed: str, stance: str
) -> None:
    marked = (
        f"The court {deed} a complaint against the dam."
        " [s Corva] [c regretted] [x the ruling]."
    )
    corva = Speaker("state:corva", "Corva", "resolved", "test", 0.9)
    assert _sides(dossier_of(marked, names=NAMES, speaker=corva))["Corva"] == stance


@pytest.mark.parametrize(
    "marked",
    [
        "[s The court] [c dismissed] [x a petition against the dam].",
        "[s Arle and Corva] [c disagree about] [x the dam].",
        "[s Arle and Corva] [c failed on Monday to agree on] [x the dam].",
        "[s Delegates] [c could not agree on] [x the dam].",
        "[s Arle] [c asked Corva] [x to spare its fishermen from the quota].",
        "[s A letter seen by the Gazette] [c rejects] [x the dam].",
    ],
)
def test_who_applies_the_law_or_cannot_agree_or_asks_for_itself_takes_no_side(
    dossier_of: Callable[..., Dossier], marked: str
) -> None:
    nobody = Speaker(None, None, "unresolved", "test", 0.0)
    made = STAGE(dossier_of(marked, names=NAMES, speaker=nobody)).statements
    assert {s.stance for s in made} <= {"unclear"}


def test_two_bodies_joined_by_and_each_take_the_side(
    dossier_of: Callable[..., Dossier],
) -> None:
    unknown = Speaker(None, "The Greens and the Left", "unresolved", "test", 0.0)
    marked = "[s The Greens and the Left, who have a majority,] [c oppose] [x the dam]."
    assert _sides(dossier_of(marked, names=NAMES, speaker=unknown)) == {
        "Greens": "oppose",
        "Left": "oppose",
    }


def test_a_thing_of_somebody_is_not_that_somebody(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "Talks under the auspices of Corva support the dam."
    assert _sides(dossier_of(text, names=NAMES)) == {}


def test_a_contested_law_is_contested_by_others(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c approved] [x a contested plan for the dam]."
    assert _sides(dossier_of(marked, names=NAMES)) == {"Arle": "support"}


def test_they_are_whom_the_sentence_before_begins_with(
    dossier_of: Callable[..., Dossier],
) -> None:
    nobody = Speaker(None, None, "unresolved", "test", 0.0)
    marked = "The chiefs came late. [s They] [c reject] [x the dam]."
    assert _sides(dossier_of(marked, names=NAMES, speaker=nobody)) == {
        "chiefs": "oppose"
    }


def test_but_not_goes_on_with_the_verb_before(
    dossier_of: Callable[..., Dossier],
) -> None:
    marked = "[s Arle] [c favours] [x the dam but not the quota]."
    made = STAGE(dossier_of(marked, names=NAMES)).statements
    # Who does not want the quota is for cutting it.
    assert {s.issue: s.stance for s in made} == {"dam": "support", "quota": "support"}


def test_an_order_stands_for_no_law_that_was_spoken_of(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "The court stopped the dam. Arle says the law is wrong. Corva welcomed the order."
    assert _sides(dossier_of(text, names=NAMES))["Corva"] == "oppose"


def test_what_was_ruled_is_the_ruling(dossier_of: Callable[..., Dossier]) -> None:
    text = "A court ruled that the dam can be built. Corva hailed the ruling."
    assert _sides(dossier_of(text, names=NAMES))["Corva"] == "support"


@pytest.mark.parametrize(
    "text",
    [
        # Nobody demanded the dam, and another thing was proposed.
        "Arle spoke of the dam. Boats must pay, it said. Corva rejected the demand.",
        "Talks on the dam ended without a result. Corva regretted the outcome.",
        "Arle wants the dam. A mediator put forward a compromise. Corva rejected it.",
        "A compromise came up: a dam half as high. Corva rejected the proposal.",
        # Who accepts a ruling need not like it.
        "The court ruled that the dam is lawful. Corva accepted the ruling.",
        "The court stopped the dam. Corva respects the verdict.",
        "Arle spoke of the dam. It is against the law, and Corva obeys the law.",
        # What follows says what "it" is.
        "Arle wants the dam. It would be absurd to stop here, Corva said.",
        # A part of a text, what somebody owns, and what a thing is for.
        "Corva criticised the paragraph on the dam.",
        "Corva demanded a referendum on the dam.",
        "Corva praised the dam's keeper.",
        "Corva supports a rule that sheds will not count towards the dam.",
        "Corva cannot agree, it said of the attempt to widen the dam.",
        # Another sum is another thing, and a trade-off is neither of its halves.
        "Arle wants the dam. Arle offered 4 euros for it. Corva rejected the offer.",
        "Arle takes the dam if the quota is cut. Corva rejected the idea.",
        # What was demanded long ago is not "the demand".
        "Arle called for the dam. It rained. The dam leaked. Corva rejected the demand.",
        "Corva called for calm so that the dam can be seen.",
    ],
)
def test_what_was_not_demanded_decided_or_proposed_is_none_of_the_issues(
    dossier_of: Callable[..., Dossier], text: str
) -> None:
    assert "Corva" not in _sides(dossier_of(text, names=NAMES))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Arle called for the dam. Corva rejected the demand.", "oppose"),
        ("Arle ratified the dam. They spoke of it. Corva praised the vote.", "support"),
        (
            "Arle passed a motion condemning the dam. Corva supports the motion.",
            "oppose",
        ),
        (
            "The court ruled that the dam is lawful. Corva did not accept the ruling.",
            "oppose",
        ),
        (
            "Arle would accept the dam, provided the quota is cut. Corva backs the plan.",
            "support",
        ),
        (
            "Arle backs the dam if the quota is cut. That is fair. Corva backs the plan.",
            "support",
        ),
    ],
)
def test_a_demand_a_vote_and_a_motion_stand_for_what_they_were_on(
    dossier_of: Callable[..., Dossier], text: str, stance: str
) -> None:
    made = STAGE(dossier_of(text, names=NAMES)).statements
    sides = {s.issue: s.stance for s in made if s.name == "Corva"}
    assert sides == {"dam": stance}


FAR = "The town lies on a river with a mill, a church and many boats. " * 12


@pytest.mark.parametrize(
    ("text", "issue", "stance"),
    [
        # What a bill is to do is said once; the text then speaks of "the law".
        (
            "Arle wrote a bill to stop the dam. The quota. Corva backs the law.",
            "dam",
            "oppose",
        ),
        (
            "Arle has a plan for a dam. The quota stands. Corva opposes the plan.",
            "dam",
            "oppose",
        ),
        (
            "A petition against the dam ran. The quota. Corva backs the petition.",
            "dam",
            "oppose",
        ),
        # Where one thing alone is spoken of it may be far off.
        (f"Arle wants the dam. {FAR} Corva supports the plan.", "dam", "support"),
        ("Arle proposed the dam. Corva rejects this.", "dam", "oppose"),
    ],
)
def test_a_text_says_once_what_its_plan_is(
    dossier_of: Callable[..., Dossier], text: str, issue: str, stance: str
) -> None:
    made = STAGE(dossier_of(text, names=NAMES)).statements
    sides = {s.issue: s.stance for s in made if s.name == "Corva"}
    assert sides == {issue: stance}


def test_a_plan_for_a_vote_on_a_thing_is_no_plan_for_the_thing(
    dossier_of: Callable[..., Dossier],
) -> None:
    text = "Arle has a plan for a debate on the dam. Corva opposes the plan."
    assert "Corva" not in _sides(dossier_of(text, names=NAMES))


@pytest.mark.parametrize(
    "text",
    [
        # What stands for something else, or for nothing.
        "Arle wants the dam. Corva fears it will be flooded.",
        "Arle built the dam. Corva said the ruling would be respected.",
        "Arle wants the dam. Corva said it would not prejudge their decision.",
        'Arle wants the dam. "The disaster that was foretold is not here," Corva said.',
        'Arle wants the dam. "It is a good day for us," Corva said.',
        "Arle wants the dam. Corva said the measure was directed against the east.",
        "Arle wants the dam. Corva wants the plan put to a vote.",
        "Arle wants the dam. Corva wants the mill taken out of the plan.",
        # Which of two things "the proposal" is nobody can tell from afar.
        f"Arle wants the quota cut. Then came the dam. {FAR} Corva backs the proposal.",
        f"The quota. Then came the dam. {FAR} Arle backs the bill. Corva opposes it.",
    ],
)
def test_what_stands_for_nothing_known_is_left_open(
    dossier_of: Callable[..., Dossier], text: str
) -> None:
    assert "Corva" not in _sided(dossier_of(text, names=NAMES))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The bill for the dam failed by two votes. Corva criticised the result.", 1),
        ("The dam was approved by ten votes. Corva welcomed the result.", 1),
        ("A bid for a dam found no majority. Corva welcomed the vote.", -1),
        ("A court ruled that the dam was unlawful. Corva criticised the ruling.", 1),
        ("A court found the dam illegal. Corva praised the ruling.", -1),
        ("The dam may go ahead, a court ruled. Corva criticised the ruling.", -1),
        ("The council came out against the dam. Corva criticised the outcome.", 1),
        ("The council rejected a plan for a dam. Corva criticised the decision.", 1),
        ("The council decided to challenge the dam. Corva opposed the decision.", 1),
        ("Arle passed a law banning the dam. Corva criticised the law.", 1),
        ('"No dam, not on these terms," Arle said. Corva has nothing against it.', 1),
    ],
)
def test_a_result_stands_for_what_became_of_the_thing(
    dossier_of: Callable[..., Dossier], text: str, stance: int
) -> None:
    side = "support" if stance > 0 else "oppose"
    assert _sides(dossier_of(text, names=NAMES))["Corva"] == side
