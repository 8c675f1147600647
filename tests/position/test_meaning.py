"""Roots, the sign of terms, and terms in other words."""

from collections.abc import Sequence

import pytest

from accord.model import Codebook, Issue
from accord.position.issues import compile_codebook, find_targets
from accord.position.meaning.operators import drop_names, find_operators
from accord.position.meaning.pointing import points_of, sign_of_deal
from accord.position.meaning.questions import read_deed, read_object
from accord.position.meaning.roots import root_of_word
from accord.position.meaning.votes import find_votes
from accord.position.phrases import tokenise


@pytest.mark.parametrize(
    "words",
    [
        ("close", "closes", "closing", "closure"),
        ("expand", "expansion"),
        ("reduce", "reduction"),
        ("protect", "protection"),
        ("admit", "admission"),
        ("sell", "sold", "sale"),
        ("deploy", "deployment"),
        ("approve", "approval"),
        ("neutral", "neutrality"),
    ],
)
def test_a_verb_and_its_nouns_share_a_root(words: Sequence[str]) -> None:
    assert len({root_of_word(word) for word in words}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tariff", "traffic"),
        ("union", "unity"),
        ("ward", "war"),
        ("plane", "plan"),
        ("care", "car"),
    ],
)
def test_strangers_keep_roots_of_their_own(one: str, other: str) -> None:
    assert root_of_word(one) != root_of_word(other)


@pytest.mark.parametrize(
    ("question", "terms", "term", "sign"),
    [
        ("Should the week be capped at 48 hours?", ("48 hours",), "48 hours", 1),
        ("Should the frozen funds be released?", ("funds",), "funds", 1),
        ("Should the frozen funds be used for aid?", ("funds",), "funds", 1),
        ("Should drilling go ahead in the Sund block?", ("Sund",), "Sund", 1),
        ("Should the minister overrule the veto?", ("veto",), "veto", -1),
        (
            "Should the minister overrule the veto?",
            ("veto", "ministerial permission"),
            "ministerial permission",
            1,
        ),
        (
            "Should the bloc decide by majority instead of unanimously?",
            ("unanimity", "majority voting"),
            "unanimity",
            -1,
        ),
        (
            "Should the bloc decide by majority instead of unanimously?",
            ("unanimity", "majority voting"),
            "majority voting",
            1,
        ),
        ("Should Arle recall its envoy?", ("envoy",), "envoy", -1),
        ("Should museums charge an entry fee?", ("entry fee",), "entry fee", 1),
        ("Should catch limits be cut?", ("catch limits", "quotas"), "quotas", -1),
        ("Should the export ban be lifted?", ("export ban", "exports"), "exports", 1),
        ("Should trawling be banned?", ("trawling", "trawling ban"), "trawling ban", 1),
        ("Should the ward be closed?", ("ward", "closure"), "closure", 1),
        ("Should the ward be closed?", ("ward", "closure"), "ward", -1),
        ("Should who refuses be dismissed?", ("dismissal", "sack"), "dismissal", 1),
        ("Should who refuses be dismissed?", ("dismissal", "sack"), "sack", 1),
        ("Should farms be exempted?", ("exemption", "exempt"), "exemption", 1),
        ("Should states that take none be fined?", ("fine",), "fine", 1),
        ("Should duties on tin be lifted?", ("tin", "tin duties"), "tin", 1),
        ("Should duties on tin be lifted?", ("tin", "tin duties"), "tin duties", -1),
        ("Should duties on tin be kept?", ("tin", "easing of duties"), "tin", -1),
        ("Should the duties be lifted?", ("duties", "duty relief"), "duty relief", 1),
        ("Should fizzy drinks be taxed?", ("drinks", "drinks tax"), "drinks", -1),
        ("Should fizzy drinks be taxed?", ("drinks", "drinks tax"), "drinks tax", 1),
        ("Should the crossing stay closed?", ("crossing",), "crossing", -1),
        ("Should the envoy be expelled?", ("envoy", "expulsion"), "envoy", -1),
        ("Should the envoy be expelled?", ("envoy", "expulsion"), "expulsion", 1),
        ("Should coach Bo go?", ("coach Bo", "sacking"), "coach Bo", -1),
        ("Should the tower be pulled down?", ("tower", "demolition"), "demolition", 1),
        ("Should the voting age be lowered to 16?", ("votes at 16",), "votes at 16", 1),
        (
            "Should second homes be banned?",
            ("homes", "residence rule"),
            "residence rule",
            1,
        ),
        ("Should ships pass without paying a fee?", ("fee", "toll"), "toll", -1),
        ("Should peat cutting be stopped?", ("peat cutting", "peat"), "peat", -1),
        ("Should the seal cull be resumed?", ("seal cull", "seals"), "seals", -1),
        (
            "Should cars be kept out of town?",
            ("cars", "car-free town"),
            "car-free town",
            1,
        ),
        ("Should Arle retaliate against the fee?", ("fee", "reprisal"), "reprisal", 1),
        ("Should the fee be replaced by a quota?", ("fee", "quota"), "fee", -1),
        ("Should the fee be replaced by a quota?", ("fee", "quota"), "quota", 1),
        ("Should it be replaced by agreed prices?", ("prices", "floor"), "floor", 1),
        ("Should police clear the protest camp?", ("camp",), "camp", -1),
        ("Should the road blockades be cleared?", ("blockades",), "blockades", -1),
        ("Should the regulator clear the merger?", ("merger",), "merger", 1),
    ],
)
def test_a_term_is_the_thing_its_other_name_or_the_deed(
    question: str, terms: tuple[str, ...], term: str, sign: int
) -> None:
    assert points_of(question, terms, term) == sign


def test_a_deal_points_the_way_of_the_issue_that_is_one() -> None:
    annulled = Issue(
        id="a", question="Should the pact be annulled?", terms=("trade deal",)
    )
    built = Issue(id="b", question="Should the dam be scrapped?", terms=("dam",))
    assert (sign_of_deal(annulled), sign_of_deal(built)) == (-1, 1)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The group Free Streets said on Monday that parking fees were high.", []),
        ("The group said that it would scrap the toll.", ["scrap"]),
        ("Council To Scrap Toll", ["Scrap"]),
    ],
)
def test_words_within_names_take_no_side(text: str, kept: list[str]) -> None:
    tokens = tokenise(text)
    found = drop_names(find_operators(tokens), tokens, text)
    said = [text[tokens.starts[op.first] : tokens.ends[op.first]] for op in found]
    assert [word for word in said if word.lower() in ("free", "scrap")] == kept


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("They voted 11 to 5 on Friday to leave.", [("to", 1)]),
        ("They voted by 11 to 5 against it.", [("against", -1)]),
        ("They voted for it.", []),
        ("They voted 11 to 5. Then to bed.", []),
    ],
)
def test_a_vote_is_read_past_its_tally(text: str, votes: list[tuple[str, int]]) -> None:
    tokens = tokenise(text)
    assert [(tokens.stems[at], sign) for _, at, sign in find_votes(tokens)] == votes


@pytest.mark.parametrize(
    ("question", "deed", "thing"),
    [
        ("Should the ward be closed?", ("closed", "ward"), "ward"),
        ("Should the club sell its captain?", ("sell", "captain"), None),
        ("Should there be a truce?", None, None),
    ],
)
def test_a_question_names_its_deed_and_its_object(
    question: str, deed: tuple[str, str] | None, thing: str | None
) -> None:
    issue = Issue(id="x", question=question)
    assert (read_deed(issue), read_object(issue)) == (deed, thing)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They will close the old maternity unit.", "close the old maternity unit"),
        ("The unit's maternity staff left.", None),
        ("The closing of the unit came first.", "closing of the unit"),
        ("They closed the gate, and the staff slept.", None),
    ],
)
def test_terms_are_met_in_other_words(text: str, words: str | None) -> None:
    issue = Issue(
        id="closure",
        question="Should the unit be closed?",
        terms=("close the maternity unit", "closure of the unit"),
    )
    compiled = compile_codebook(Codebook("x", (issue,)))
    tokens = tokenise(text)
    found = [
        text[tokens.starts[t.first] : tokens.ends[t.last - 1]]
        for t in find_targets(compiled, tokens)
    ]
    assert (words in found) if words else all("staff" not in f for f in found)


@pytest.mark.parametrize(
    ("text", "met"),
    [("They love the car.", True), ("They love the car industry.", False)],
)
def test_a_thing_that_says_more_of_another_is_not_met(text: str, *, met: bool) -> None:
    issue = Issue(
        id="x", question="Should electric cars be taxed?", terms=("electric cars",)
    )
    compiled = compile_codebook(Codebook("x", (issue,)))
    assert bool(find_targets(compiled, tokenise(text))) is met


def test_a_word_of_two_issues_stands_for_neither() -> None:
    issues = (
        Issue(id="a", question="Should A join?", terms=("alliance pact",)),
        Issue(id="b", question="Should B join?", terms=("trade pact",)),
    )
    compiled = compile_codebook(Codebook("x", issues))
    assert find_targets(compiled, tokenise("The pact holds.")) == []


def test_a_noun_alone_is_met_as_its_verb() -> None:
    issue = Issue(id="arms", question="Should A disarm?", terms=("disarmament",))
    compiled = compile_codebook(Codebook("x", (issue,)))
    assert len(find_targets(compiled, tokenise("They disarmed in May."))) == 1


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("They signed the accord.", True),
        ("They signed an accord.", False),
        ("They signed the accord on fish.", False),
        ("They broke the truce.", False),
    ],
)
def test_a_thing_is_met_under_a_kindred_noun(text: str, *, met: bool) -> None:
    issues = (
        Issue(id="x", question="Should the treaty be signed?", terms=("treaty",)),
        Issue(
            id="y", question="Should the truce be kept?", terms=("truce", "ceasefire")
        ),
    )
    compiled = compile_codebook(Codebook("x", issues))
    found = {target.issue for target in find_targets(compiled, tokenise(text))}
    assert (0 in found) is met
