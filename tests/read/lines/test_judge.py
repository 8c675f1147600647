import json
from hashlib import sha256
from importlib import resources

from accord.read.furniture import mark_by_rule
from accord.read.lines import line_judge
from accord.read.units import divide

ARTICLE = (
    (
        "The harbour board of Port Ostin said on Monday that it would not reopen the lock "
        "before both pilots' guilds had signed the new roster."
    ),
    (
        "Its chair, Lena Maar, told reporters that the board had waited for eleven weeks and "
        "would wait no longer."
    ),
    "“We have been patient,” she said. “Patience does not move a single boat.”",
    "The guilds answered in the evening that the roster had never been shown to them.",
    "Talks will go on next week, a spokesman for the board said.",
)
ABOVE = ("Menu", "Home", "Region", "Harbour", "Weather", "Log in", "Newsletter")
BELOW = (
    "Most read",
    "Ferry line buys three more boats",
    "Ten things to know about herring",
    "The winter that the lake froze over",
    "Follow us",
    "Contact the newsroom",
    "Terms and conditions",
)


def judge(*lines: str) -> list[float]:
    units = divide("\n\n".join(lines))
    return line_judge()(units, mark_by_rule(units))


def test_an_article_on_a_page_is_told_from_what_is_around_it() -> None:
    beliefs = judge(*ABOVE, *ARTICLE, *BELOW)
    inside = beliefs[len(ABOVE) : len(ABOVE) + len(ARTICLE)]
    outside = beliefs[: len(ABOVE)] + beliefs[-len(BELOW) :]
    assert min(inside) > 0.6
    assert max(outside) < 0.4


def test_an_article_alone_is_believed() -> None:
    assert min(judge(*ARTICLE)) > 0.6


def test_the_same_page_is_judged_the_same_way() -> None:
    assert judge(*ABOVE, *ARTICLE) == judge(*ABOVE, *ARTICLE)


def test_no_line_needs_no_judgement() -> None:
    assert line_judge()((), {}) == []


def test_the_numbers_are_those_that_the_manifest_names() -> None:
    folder = resources.files("accord.read") / "data"
    manifest = json.loads((folder / "lines.json").read_text("utf-8"))
    assert manifest["sha256"] == sha256((folder / "lines.npz").read_bytes()).hexdigest()
    assert line_judge().version == manifest["sha256"]


def test_a_whole_text_in_one_line_is_kept_wherever_it_stands() -> None:
    whole = " ".join(line for _ in range(6) for line in ARTICLE)
    assert judge(*ABOVE, *ARTICLE, *BELOW, whole, *BELOW)[-len(BELOW) - 1] >= 0.6


def test_a_long_line_without_sentences_is_no_text() -> None:
    labels = " ".join(line for _ in range(25) for line in BELOW)
    assert judge(*ABOVE, *ARTICLE, *BELOW, labels, *BELOW)[-len(BELOW) - 1] < 0.5
