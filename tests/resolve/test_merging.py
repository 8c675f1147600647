import pytest
import yaml

from accord.errors import ConfigurationError, InputError
from accord.resolve import merge_pack

OLD = """# Ours.
actors:
  - id: org:a
    kind: organisation  # a comment that stays
    names: [Alpha]
  - id: org:b
    kind: organisation
    names: [Beta]
"""


def ids(text: str) -> list[str]:
    return [row["id"] for row in yaml.safe_load(text)["actors"]]


def test_new_actors_join_at_the_end_and_comments_stay() -> None:
    merged = merge_pack(OLD, "- {id: org:c, kind: outlet, names: [C]}", name="x")
    assert ids(merged) == ["org:a", "org:b", "org:c"]
    assert merged.startswith("# Ours.\nactors:\n")
    assert "# a comment that stays" in merged


def test_an_actor_of_the_same_id_is_replaced() -> None:
    new = "actors:\n- id: org:a\n  kind: group\n  names: [Anew]\n"
    merged = merge_pack(OLD, new, name="x")
    assert ids(merged) == ["org:b", "org:a"]
    assert "Alpha" not in merged


def test_adding_twice_is_adding_once() -> None:
    new = "- id: org:a\n  kind: group\n  names: [Anew]\n"
    once = merge_pack(OLD, new, name="x")
    assert merge_pack(once, new, name="x") == once


@pytest.mark.parametrize("text", ["", "foo: 1", "actors: []", "actors: {a: 1}", "- "])
def test_a_text_without_actors_is_refused(text: str) -> None:
    with pytest.raises((InputError, ConfigurationError)):
        merge_pack(OLD, text, name="x")


def test_text_that_is_not_yaml_is_refused() -> None:
    with pytest.raises(InputError, match="not YAML"):
        merge_pack("", "- [", name="x")


def test_every_problem_of_the_new_actors_is_told() -> None:
    new = "- {id: org:x, kind: organisation}\n- {kind: person, names: [Nobody]}\n"
    with pytest.raises(ConfigurationError) as caught:
        merge_pack("", new, name="x")
    assert len(caught.value.problems) >= 2
