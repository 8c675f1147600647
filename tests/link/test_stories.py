"""Documents that print one story."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.link.stories import gather_stories
from accord.model import Link, group_copies
from accord.testing.builders import make_document, make_link

WIRE = make_document("Wire.", outlet="Wire", published=date(2030, 1, 1))
POST = make_document("Post.", outlet="Post", published=date(2030, 1, 2))
MAIL = make_document("Mail.", outlet="Mail", published=date(2030, 1, 3))


def a_copy(a: str, b: str, *, similarity: float = 0.9, credited: bool = True) -> Link:
    one, other = sorted((a, b))
    return replace(
        make_link(one, other),
        kind="copy",
        similarity=similarity,
        first="a" if one == a else "b",
        credited=credited,
    )


def test_a_story_names_its_outlets_from_the_first_on() -> None:
    links = [a_copy(WIRE.id, POST.id), a_copy(WIRE.id, MAIL.id, credited=False)]
    (story,) = gather_stories([MAIL, WIRE, POST], links)
    assert story.outlets == ("Wire", "Post", "Mail")
    assert story.first == WIRE.id
    assert story.uncredited == 1


def test_who_credits_one_of_those_he_repeats_has_credited() -> None:
    links = [
        a_copy(WIRE.id, POST.id),
        a_copy(WIRE.id, MAIL.id, credited=False),
        a_copy(POST.id, MAIL.id),
    ]
    (story,) = gather_stories([WIRE, POST, MAIL], links)
    assert story.uncredited == 0


def test_nobody_was_first_where_two_printed_it_on_one_day() -> None:
    twin = replace(POST, id="document-twin", published=WIRE.published)
    (story,) = gather_stories([WIRE, twin], [a_copy(WIRE.id, twin.id)])
    assert story.first is None


def test_a_passage_taken_over_makes_no_story() -> None:
    assert (
        gather_stories([WIRE, POST], [a_copy(WIRE.id, POST.id, similarity=0.3)]) == ()
    )


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=14))
def test_stories_part_the_documents_whatever_the_order_of_links(
    pairs: list[tuple[int, int]],
) -> None:
    links = [a_copy(str(a), str(b)) for a, b in pairs if a != b]
    stories = group_copies(links)
    assert stories == group_copies(reversed(links))
    members = [one for story in stories for one in story]
    assert len(members) == len(set(members))
    home = {one: number for number, story in enumerate(stories) for one in story}
    assert all(home[link.a] == home[link.b] for link in links)
