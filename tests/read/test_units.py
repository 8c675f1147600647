from hypothesis import given, settings
from hypothesis import strategies as st

from accord.read.units import divide, ends_sentence, plain

WRAPPED = """\
The two delegations met on Monday in the old customs house, where
nobody had lit the stove since the winter of the great flood, and
left it again after three hours without a word to those who stood
waiting at the gate.

A spokesman said that both sides would be back in the morning, if
the ferry went.
"""


def test_wrapped_lines_are_one_unit() -> None:
    units = divide(WRAPPED)
    assert [unit.text.split()[0] for unit in units] == ["The", "A"]
    assert units[0].text.endswith("at the gate.")
    assert "\n" not in units[0].text


def test_short_lines_are_not_joined() -> None:
    assert len(divide("Home\nNews\nSport\nOpinion")) == 4


def test_paragraph_lines_are_not_joined() -> None:
    text = "\n".join(["A long paragraph that says something and ends. " * 4] * 5)
    assert len(divide(text)) == 5


def test_gaps_count_blank_lines() -> None:
    assert [unit.gap for unit in divide("a\nb\n\nc\r\n\r\nd")] == [0, 0, 1, 1]


def test_plain_drops_links_and_decoration() -> None:
    assert plain("* [Sign me up](#) →!") == "sign me up →"
    assert plain("“Don’t”") == '"don\'t"'


def test_closers_do_not_hide_the_end_of_a_sentence() -> None:
    assert ends_sentence("“No,” he said. “Never.”")
    assert not ends_sentence("Talks in Vesper (again)")


@settings(max_examples=80)
@given(st.text(alphabet="ab .,\n\r\u2028\t“”", max_size=120))
def test_units_hold_every_character_that_is_not_white_space(text: str) -> None:
    units = divide(text)
    covered = "".join(text[unit.start : unit.end] for unit in units)
    assert "".join(covered.split()) == "".join(text.split())
    for unit in units:
        assert len(unit.text) == unit.end - unit.start
