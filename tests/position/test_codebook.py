import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.errors import ConfigurationError
from accord.position import choose_codebook, packaged_codebooks, parse_codebook
from accord.position.issues import compile_codebook

GOOD = """
name: harbour
issues:
  - id: fee
    question: Should the fee be lifted?
    terms: [fee, toll]
    options: [none, half]
    poles:
      support: no fee
      oppose: [full fee]
    excludes: [dredging]
  - id: dredging
    question: Should the harbour be dredged?
"""


def problems_of(text: str) -> list[tuple[str, str]]:
    """Give the problems of a codebook that cannot be used."""
    with pytest.raises(ConfigurationError) as caught:
        parse_codebook(text, name="issues.yaml")
    return [
        (p.path.removeprefix("issues.yaml:"), p.message) for p in caught.value.problems
    ]


def test_a_codebook_is_read_with_all_it_says() -> None:
    book = parse_codebook(GOOD, name="issues.yaml")
    fee = book.issue("fee")
    assert book.name == "harbour"
    assert fee.terms == ("fee", "toll")
    assert fee.poles.support == ("no fee",)
    assert fee.excludes == ("dredging",)


def test_only_id_and_question_are_required() -> None:
    book = parse_codebook("issues: [{id: a-1, question: Why}]", name="x")
    (issue,) = book.issues
    assert (issue.id, issue.terms, issue.options, issue.description) == (
        "a-1",
        (),
        (),
        "",
    )
    assert book.name == "x"


def test_every_problem_is_told_at_once_with_its_path() -> None:
    text = """
issues:
  - {id: Bad Id, question: Q, colour: red}
  - {question: Q}
  - {id: twice, question: ""}
  - {id: twice, question: Q, terms: {a: b}, excludes: [nowhere, twice]}
  - just words
  - {id: p, question: Q, poles: {yes: [a], support: [1, null]}}
extra: 1
"""
    paths = [path for path, _ in problems_of(text)]
    assert paths == [
        "extra",
        "issues[0].colour",
        "issues[0].id",
        "issues[1].id",
        "issues[2].question",
        "issues[3].terms",
        "issues[4]",
        "issues[5].poles.True",
        "issues[5].poles.support[1]",
        "issues[3].id",
        "issues[3].excludes[0]",
        "issues[3].excludes[1]",
    ]


def test_a_syntax_error_names_its_line() -> None:
    ((path, message),) = problems_of("issues:\n  - id: [")
    assert path.startswith("line")
    assert "not YAML" in message


@pytest.mark.parametrize(
    "text", ["", "[]", "words", "issues:", "issues: []", "issues: 3"]
)
def test_what_is_no_codebook_is_refused(text: str) -> None:
    assert problems_of(text)


def test_an_unknown_key_is_answered_with_the_known_ones() -> None:
    ((_, message),) = problems_of("issues: [{id: a, question: Q, term: [x]}]")
    assert "terms" in message


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_any_text_is_read_or_refused_with_reasons(text: str) -> None:
    try:
        book = parse_codebook(text, name="x")
    except ConfigurationError as error:
        refused = error.problems
    else:
        refused = book.issues
    assert refused


def test_the_packaged_codebooks_can_be_used_and_compiled() -> None:
    books = packaged_codebooks()
    assert [book.name for book in books] == [
        "ceasefire-and-prisoners",
        "climate-finance",
        "security-guarantees",
        "trade-dispute",
        "wage-dispute",
    ]
    for book in books:
        assert len(book.issues) >= 5
        assert all(issue.terms and issue.description for issue in book.issues)
        compile_codebook(book)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("pay rise, strike, pickets, pay claim, mediation, hours", "wage-dispute"),
        ("tariffs, retaliatory duties, import quotas, trade deal", "trade-dispute"),
        ("loss and damage, climate finance, net zero, coal", "climate-finance"),
        ("truce, hostages, aid convoys, observers", "ceasefire-and-prisoners"),
        ("security guarantees, peacekeepers, arms deliveries", "security-guarantees"),
    ],
)
def test_the_codebook_that_fits_the_texts_is_chosen(words: str, name: str) -> None:
    assert choose_codebook([f"They spoke of {words}."]).name == name


def test_nothing_is_chosen_where_nothing_fits() -> None:
    chosen = choose_codebook(["The orchestra played a waltz in the park.", ""])
    assert (chosen.name, chosen.issues) == ("none", ())
    assert choose_codebook([]).issues == ()


def test_a_pile_that_only_brushes_a_field_gets_no_codebook_of_it() -> None:
    on_topic = "The union called a strike for higher wages."
    beside = ["The quay was leased to a firm.", "The union of dockers sued."]
    assert choose_codebook([on_topic, *beside * 5]).name == "none"
    assert choose_codebook([on_topic] * 4 + beside).name == "wage-dispute"


def test_the_order_of_the_texts_does_not_matter() -> None:
    texts = ["Tariffs and duties.", "A strike over wages and pay.", "The trade deal."]
    assert choose_codebook(texts) == choose_codebook(reversed(texts))


def test_a_list_without_its_heading_is_told_how_to_get_one() -> None:
    ((where, message),) = problems_of("- id: fee\n  question: Fee?")
    assert where == "issues.yaml"
    assert "write `issues:` above it" in message
