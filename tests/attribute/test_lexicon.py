from accord.attribute.lexicon import Flag, data_texts, lexicon, read_sections


def lemmas(word: str) -> set[str]:
    return {form.lemma for form in lexicon().verbs[word]}


def test_regular_irregular_and_doubling_verbs_are_inflected() -> None:
    assert {"say", "told", "insisted", "denies", "admitted", "forecast"} <= set(
        lexicon().verbs
    )
    assert lemmas("said") == {"say"}
    assert lemmas("admitting") == {"admit"}
    assert lemmas("thought") == {"think"}


def test_several_hundred_verbs_are_known() -> None:
    known = {form.lemma for forms in lexicon().verbs.values() for form in forms}
    assert len(known) > 400


def test_a_verb_may_be_of_several_classes() -> None:
    (form,) = lexicon().verbs["insisted"]
    assert {"say", "want"} <= form.classes


def test_a_verb_with_a_particle_stands_before_the_bare_one() -> None:
    assert [form.particle for form in lexicon().verbs["calls"]] == ["on", "upon", ""]


def test_cue_nouns_have_their_plural() -> None:
    assert lexicon().nouns["demands"] == "demand"
    assert lexicon().flags["demands"] & Flag.NOUN_CUE


def test_every_data_file_says_where_it_is_from_and_under_which_licence() -> None:
    for text in data_texts():
        header = "".join(line for line in text.splitlines() if line.startswith("#"))
        assert "Origin:" in header
        assert "Licence: MIT" in header
        assert "Version:" in header


def test_grades_name_a_trait_and_a_whole_number() -> None:
    items = read_sections("grades.txt")["grade"]
    assert len(items) > 500
    assert len(items) % 2 == 0
    assert all(int(grade) != 0 for grade in items[1::2])
    assert len(set(items[::2])) == len(items) // 2
