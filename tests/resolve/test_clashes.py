from accord.resolve import find_clashes, load_knowledge

PACK = """
actors:
  - id: state:valdoria
    kind: state
    names: [Valdoria]
"""


def clashes(extra: str) -> list[tuple[str, tuple[str, ...]]]:
    packaged = load_knowledge()
    knowledge = load_knowledge([("mine.yaml", PACK + extra)])
    found = find_clashes(knowledge, packaged=packaged)
    return [(clash.kind, clash.actors) for clash in found]


def president(
    name: str, start: str, end: str = "null", title: str = "president"
) -> str:
    return (
        f"  - id: per:{name.lower().replace(' ', '-')}\n    kind: person\n"
        f"    names: [{name}]\n    roles:\n"
        f"      - {{title: {title}, of: state:valdoria, from: {start}, to: {end}}}\n"
    )


def test_the_packs_that_ship_with_accord_do_not_clash() -> None:
    assert find_clashes(load_knowledge()) == ()


def test_an_office_for_one_with_two_holders_clashes() -> None:
    two = president("Ada Reed", "2020-01-01") + president("Bo Moor", "2021-01-01")
    assert clashes(two) == [("office-held-twice", ("per:ada-reed", "per:bo-moor"))]


def test_a_change_over_on_one_day_is_no_clash() -> None:
    first = president("Ada Reed", "2020-01-01", "2021-01-01")
    assert clashes(first + president("Bo Moor", "2021-01-01")) == []


def test_several_may_speak_for_one_body() -> None:
    title = "government spokesperson"
    two = president("Ada Reed", "2020-01-01", title=title)
    assert clashes(two + president("Bo Moor", "2021-01-01", title=title)) == []


def test_an_office_that_one_person_holds_twice_at_a_time_clashes() -> None:
    twice = president("Ada Reed", "2020-01-01") + (
        "      - {title: president, of: state:valdoria, from: 2022-01-01, to: null}\n"
    )
    assert clashes(twice) == [("office-held-twice", ("per:ada-reed",))]


def test_a_name_of_two_clashes_unless_their_days_in_office_part_them() -> None:
    later = president("Ada Reed", "2021-01-01").replace("per:ada-reed", "per:reed-2")
    earlier = president("Ada Reed", "2010-01-01", "2020-12-31")
    assert clashes(earlier + later) == []
    stranger = "  - {id: per:reed-3, kind: person, names: [Ada Reed]}\n"
    assert clashes(earlier + stranger) == [
        ("name-of-two", ("per:ada-reed", "per:reed-3"))
    ]


def test_spellings_of_one_name_are_one_name() -> None:
    two = "".join(
        f"  - {{id: org:{n}, kind: organisation, names: [{name}]}}\n"
        for n, name in enumerate(["Sergey Hall", "Sergei Hall"])
    )
    assert clashes(two) == [("name-of-two", ("org:0", "org:1"))]


def test_a_body_that_is_a_part_of_its_part_clashes_once() -> None:
    ring = "".join(
        f"  - {{id: org:{one}, kind: organisation, names: [Body {one}], "
        f"part_of: org:{two}}}\n"
        for one, two in ("ab", "bc", "ca")
    )
    assert clashes(ring) == [("part-of-itself", ("org:a", "org:b", "org:c"))]


def test_a_packaged_actor_described_anew_is_told() -> None:
    anew = "  - {id: per:sergey-lavrov, kind: person, names: [Sergey Lavrov]}\n"
    assert clashes(anew) == [("replaced", ("per:sergey-lavrov",))]
