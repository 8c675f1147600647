import time

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.read.naming.markup import has_markup, without_markup


def test_blocks_become_lines_and_scripts_go() -> None:
    page = "<script>x()</script><p>No <b>deal</b>.</p>\n<div class='a'>Talks&nbsp;end</div>"
    assert without_markup(page) == "No deal.\nTalks\xa0end"


@given(st.text("<>pbr/ a&;x", max_size=60))
@settings(max_examples=60)
def test_what_has_no_marks_keeps_its_words(text: str) -> None:
    bare = text.replace("<", "").replace("&", "")
    assert without_markup(bare) == bare
    assert not has_markup(bare)


def test_marks_that_never_close_take_no_time() -> None:
    start = time.process_time()
    without_markup("<script>" * 20_000 + "<p " * 50_000)
    assert time.process_time() - start < 3
