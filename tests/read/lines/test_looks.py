from accord.read.lines.looks import LOOKS, WORD_SLOTS, looks, word_slots
from accord.read.units import divide

PROSE = (
    "The harbour board of Port Ostin said on Monday that it would not reopen the lock "
    "before both pilots' guilds had signed the new roster."
)


def look(text: str, line: int, name: str) -> float:
    return float(looks(divide(text), {})[line][LOOKS.index(name)])


def test_every_line_is_described_by_every_look() -> None:
    units = divide(f"Home\nNews\n\n{PROSE}")
    assert looks(units, {0: "navigation"}).shape == (3, len(LOOKS))


def test_no_line_gives_no_row() -> None:
    assert looks((), {}).shape == (0, len(LOOKS))


def test_a_sentence_of_some_length_looks_like_prose() -> None:
    assert look(f"Home\n{PROSE}", 1, "prose") == 1
    assert look(f"Home\n{PROSE}", 0, "prose") == 0


def test_a_line_that_stands_twice_has_copies() -> None:
    assert look("Read on\nRead on\nOther", 0, "copies") > 0
    assert look("Read on\nRead on\nOther", 2, "copies") == 0


def test_a_caption_is_like_the_line_it_repeats() -> None:
    text = f"{PROSE}\nPilots wait beside the lock\nPilots wait beside the lock (LM)"
    assert look(text, 1, "like_below") > 0.9
    assert look(text, 0, "like_below") < 0.6


def test_words_of_the_article_are_known_after_it_only() -> None:
    text = f"Guilds want roster\n{PROSE}\nGuilds signed roster"
    assert look(text, 0, "in_earlier") == 0
    assert look(text, 2, "in_earlier") > 0.5


def test_rules_are_passed_on() -> None:
    units = divide("Home\nLeave a comment")
    rows = looks(units, {0: "navigation", 1: "comment-form"})
    place, words = LOOKS.index("rule_place"), LOOKS.index("rule_words")
    assert rows[:, place].tolist() == [1, 0]
    assert rows[:, words].tolist() == [0, 1]


def test_words_are_hashed_the_same_way_every_time() -> None:
    (unit,) = divide("Read more")
    slots = word_slots(unit)
    assert slots == sorted(set(slots))
    assert all(0 <= slot < WORD_SLOTS for slot in slots)
    # Two words, and three pairs with the ends of the line.
    assert len(slots) == 5


def test_a_line_of_any_length_has_few_slots() -> None:
    (unit,) = divide("word " * 50_000)
    assert len(word_slots(unit)) < 10
    (unit,) = divide(" ".join(f"w{n}" for n in range(50_000)))
    assert len(word_slots(unit)) < 150
