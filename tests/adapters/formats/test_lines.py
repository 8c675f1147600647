import time

import pytest

from accord.adapters.formats.lines import lines_of_page


def test_blocks_are_lines_and_code_is_left_out() -> None:
    page = "<title>x</title><style>p{}</style><h1>No deal</h1><table><tr><td>a<td>b</table>t<br>u &amp; v"
    assert lines_of_page(page).split("\n")[-5:] == ["No deal", "a", "b", "t", "u & v"]


@pytest.mark.parametrize("piece", ["<!--", "<!", "<a ", "<div>", "&", "</", "<script>"])
def test_broken_pages_take_time_in_proportion(piece: str) -> None:
    start = time.process_time()
    lines_of_page(piece * 30_000)
    assert time.process_time() - start < 8
