from collections import Counter
from importlib import resources

from accord.link.words.tokens import meaning, stem


def test_synonyms_and_irregular_forms_mean_one_thing() -> None:
    for one, other in (
        ("begin", "started"),
        ("bought", "purchase"),
        ("lorry", "trucks"),
    ):
        assert meaning(one) == meaning(other)
    assert meaning("bridge") == stem("bridge")
    assert meaning("accept") != meaning("reject")


def test_no_word_stands_in_two_lines() -> None:
    place = resources.files("accord.link") / "data" / "synonyms.txt"
    lines = place.read_text(encoding="utf-8").splitlines()
    groups = [line.split() for line in lines if line[:1] != "#"]
    counts = Counter(
        stemmed for group in groups for stemmed in {stem(w) for w in group}
    )
    assert [word for word, count in counts.items() if count > 1] == []
    assert all(len(group) > 1 for group in groups)
