import pytest

from accord.read.naming.fields import FIELD_NAMES, find_fields


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Headline", "title"),
        ("Article Headline", "title"),
        ("Überschrift", "title"),
        ("Body Text", "text"),
        ("Date of Publication", "published"),
        ("Pub. Date", "published"),
        ("Media Outlet", "outlet"),
        ("Source Name", "outlet"),
        ("Reporter(s)", "author"),
        ("By-line", "author"),
        ("Web URL", "url"),
        ("Sección", "section"),
        ("webTitle", "title"),
        ("publishedAt", "published"),
        ("sectionName", "section"),
    ],
)
def test_fields_are_known_by_the_words_that_tell(name: str, field: str) -> None:
    assert find_fields(["No.", name], FIELD_NAMES) == {field: [1]}


@pytest.mark.parametrize("name", ["No.", "Relevance", "Word Count", "Source Type", ""])
def test_other_names_are_no_fields(name: str) -> None:
    assert find_fields([name], FIELD_NAMES) == {}


def test_the_usual_name_goes_before_one_with_more_words() -> None:
    assert find_fields(["Page Title", "title"], FIELD_NAMES)["title"] == [1, 0]
