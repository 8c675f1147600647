from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.read.furniture import lay_out
from accord.read.units import divide

PROSE = (
    "The harbour board of Port Ostin said on Monday that it would not reopen the lock "
    "before both pilots' guilds had signed the new roster."
)
MORE = (
    "Its chair, Lena Maar, told reporters that the board had waited for eleven weeks and "
    "would wait no longer."
)
ARTICLE = f"{PROSE}\n\n{MORE}"


def marked(text: str) -> list[tuple[str, str]]:
    layout = lay_out(divide(text))
    return [
        (piece.kind, text[piece.start : piece.end])
        for piece in layout.spans(None, text=text)
    ]


def test_an_article_alone_has_no_furniture() -> None:
    assert marked(ARTICLE) == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Lena Maar", "byline"),
        ("By Lena Maar and Per Oduya in Port Ostin", "byline"),
        ("Written by [Lena Maar](#) on February 15, 2031", "byline"),
        ("(Reporting by Lena Maar; Editing by Per Oduya)", "byline"),
        ("(lm)", "byline"),
        ("Photo: Lena Maar/Harbour Press", "caption"),
        ("Pilots wait at the lock on Monday. Photo/Reuters", "caption"),
        ("FILE PHOTO: The lock of Port Ostin in winter.", "caption"),
        (
            "Pilots wait at the lock. (Photo by Lena Maar/AFP via Getty Images)",
            "caption",
        ),
        ("Lena Maar (left) and Per Oduya meet pilots at the lock.", "caption"),
        ("Withdraw your consent and our vendors will delete what they hold.", "notice"),
        ("Article content", "notice"),
        ("icon-home icon-search icon-share icon-close icon-up icon-down", "icons"),
        ("Subscribe to our newsletter", "subscription"),
        ("Get the harbour news in your inbox every Friday.", "subscription"),
        (
            "Your email address will not be published. Required fields are marked *",
            "comment-form",
        ),
        ("Mandatory fields are marked with an asterisk", "comment-form"),
        ("READ MORE: How a lock works", "teaser"),
        ("Related articles", "teaser"),
        ("Don't miss", "teaser"),
        ("https://harbour.example/news/1", "link-stub"),
        ("Click here to see the roster", "link-stub"),
        ("We use cookies to improve this site.", "notice"),
        ("© 2031 The Ostin Gazette. All rights reserved.", "notice"),
        ("Advertisement", "notice"),
        ("_ostin   2 years   This cookie is set by the harbour's web shop.", "notice"),
        ("Share this article on social media", "navigation"),
        ("Page 3 of 7", "navigation"),
        ("Words: Lena Maar  Pictures: Per Oduya", "byline"),
        ("By our harbour correspondent", "byline"),
        ("6 min read", "byline"),
        ("(Read also: How a lock works)", "teaser"),
        ("[Embedded video: the lock at night]", "caption"),
        ("© Harbour News Agency", "notice"),
        ("Pilots wait at the lock. (Lena Maar/Associated Press)", "caption"),
        ("Pilots wait at the lock at dawn.The Associated Press", "caption"),
        ("Pilots wait at the lock. (Lena Maar/Ostin News)", "caption"),
        ("Pilots wait at the lock.Photograph by Lena Maar", "caption"),
        ("Credit...Lena Maar for The Ostin Gazette", "caption"),
        ("Image source, Ostin Harbour Board", "caption"),
        ("Lotsen warten vor der Schleuse. Foto: Lena Maar", "caption"),
        ("Die Schleuse von Ostin bei Nacht (Archivbild)", "caption"),
        ("Pilots wait in Port Ostin, Sund (AP Photo/Lena Maar, File)", "caption"),
        ("In this Monday, May 5, 2031, photo pilots wait at the lock.", "caption"),
        ("A lock in this picture obtained from a pilot. NO RESALES.", "caption"),
        (
            "The lock from the east bank. (Lena Maar. Courtesy of the Ostin Board)",
            "caption",
        ),
        ("Pilots wait at the lock © Ostin Gazette", "caption"),
        ("Pictured left, the chair of the board and two pilots.", "caption"),
        ("Lena Maar, pictured at the lock in May, chairs the board.", "caption"),
        (
            f"{'A view of the long queue at the lock of Port Ostin, ' * 7}at dawn. (Photo: Lena Maar)",
            "caption",
        ),
        ("Lock at night #ostin #lock #harbour #night #pilots", "navigation"),
        ("If you buy through our links, we may earn a small commission.", "notice"),
        ("The views expressed here are the author's own.", "notice"),
        ("These cookies enable the site to remember the reader's harbour.", "notice"),
        ("This advertisement has not loaded yet.", "notice"),
        (
            (
                "When you visit, cookies, browsers and third parties process your "
                "personal data according to this."
            ),
            "notice",
        ),
        (
            "I agree to the processing of my personal data by the Gazette.",
            "subscription",
        ),
        ("You can save this article by registering.", "subscription"),
        ("Leave your thoughts", "comment-form"),
        ("12 comments", "comment-form"),
    ],
)
def test_a_line_of_furniture_is_marked_wherever_it_stands(line: str, kind: str) -> None:
    for text in (
        f"{line}\n\n{ARTICLE}",
        f"{PROSE}\n\n{line}\n\n{MORE}",
        f"{ARTICLE}\n\n{line}",
    ):
        assert (kind, line) in marked(text)


@pytest.mark.parametrize(
    "line",
    [
        "By Friday both guilds must answer, the board said.",
        "By the end of the month the lock will be closed for good, Maar warned.",
        "“Subscribe to the roster or go,” she told the pilots.",
        "Get the latest figures first, the guild said, and then talk about rosters.",
        "Maar described the photo: a lock without water.",
        "The guild's newsletter had called the roster a bad joke.",
        "Share prices of the two ferry lines fell.",
        "What the guilds want",
        "Economy",
        "- Free passage: the guild demands that no pilot pays for his own boots.",
        "1. No more night shifts",
        "Read the roster first, then sign it, she advised the pilots of both guilds.",
        "Two months ago the guilds had refused.",
        "Related costs were not discussed.",
        "On 4 March 2031 the lock was closed for the first time.",
        "4 March 2031",
        "Lena Maar, chair of the board:",
        "He published it on Sunday.",
        "Privacy was never on the agenda of the board.",
        "You gave your consent, the guild told him, and third parties hold the rest.",
        "“You gave us your consent and your personal data,” the letter reads.",
        "The pilots of the left (and of the right) voted against it.",
        "The privacy policy of the guild forbids it, Maar said.",
        "The guild may get a commission of inquiry, and we may receive its report.",
        "These cookies are best eaten warm, at the lock.",
        "On the third day the guild agreed with Gov. Per Oduya",
        "Both sides of the board voted for it. (Labour/Greens)",
        "The board took this picture of unity with it to the talks.",
        "Few of the views expressed in the poll are those of the towns.",
        "“I would like to send an e-mail to the board,” he wrote.",
        "Pilots #ostin #lock spoke of a strike that would close the harbour for weeks.",
    ],
)
def test_a_line_of_the_article_is_kept(line: str) -> None:
    assert marked(f"{PROSE}\n\n{line}\n\n{MORE}") == []


def test_section_names_are_a_menu_above_the_article_only() -> None:
    menu = "Home\nNews\nBusiness\nSport\nWeather"
    assert marked(f"{menu}\n\n{ARTICLE}") == [("navigation", menu)]
    assert marked(f"{PROSE}\n\nBusiness\n\n{MORE}") == []


def test_an_unknown_menu_is_known_by_its_length() -> None:
    menu = "Lakes\nLocks\nFerries\nTides\nGuilds\nNets\nSalt\nRope"
    assert marked(f"{menu}\n\n{ARTICLE}") == [("navigation", menu)]


def test_a_trail_of_sections_is_navigation() -> None:
    assert ("navigation", "Home > Region > Port Ostin") in marked(
        f"Home > Region > Port Ostin\n\n{ARTICLE}"
    )


def test_a_subscription_box_ends_where_prose_goes_on() -> None:
    box = (
        "Subscribe to The Ostin Gazette\n\nDiscover stories that nobody else brings you.\n\n"
        "- Two issues every week\n- Cancel anytime"
    )
    assert marked(f"{PROSE}\n\n{box}\n\n{MORE}") == [("subscription", box)]


def test_a_box_in_the_middle_spares_the_sub_heading_after_it() -> None:
    text = f"{PROSE}\n\nSubscribe to our newsletter\n\nWhat the guilds want\n\n{MORE}"
    assert marked(text) == [("subscription", "Subscribe to our newsletter")]


def test_a_teaser_block_takes_cut_off_stories_with_it() -> None:
    block = (
        "You might also enjoy\n\nFerry line buys three boats\n\n"
        "The ferry line of Port Ostin has bought three boats which will"
    )
    assert marked(f"{ARTICLE}\n\n{block}") == [("teaser", block)]


def test_a_teaser_block_stops_at_prose() -> None:
    text = (
        f"{PROSE}\n\nRelated stories\n\nFerry line buys boats\n\nThe guilds\n\n{MORE}"
    )
    assert marked(text) == [("teaser", "Related stories\n\nFerry line buys boats")]


def test_a_comment_form_takes_its_fields_with_it() -> None:
    form = (
        "Leave a comment\n\nYour e-mail stays secret. Please register first.\n\nName *\n\n"
        "E-mail *\n\nRemember my details for next time"
    )
    assert marked(f"{ARTICLE}\n\n{form}") == [("comment-form", form)]


def test_a_page_header_that_comes_back_is_marked_everywhere() -> None:
    text = f"The Ostin Gazette page 1\n{PROSE}\nThe Ostin Gazette page 2\n{MORE}\nThe Ostin Gazette page 3"
    assert [kind for kind, _ in marked(text)] == ["header"] * 3


def test_a_long_line_that_comes_back_is_a_list_s_and_no_page_header() -> None:
    dish = (
        "Ostin eel stew, one cup of broth, two potatoes, half an onion, a spoon of butter "
        "(or oil), one leek, salt"
    )
    assert marked(f"{dish}\n{PROSE}\n{dish}\n{MORE}\n{dish}") == []


def test_many_different_lines_that_come_back_are_a_plan_s_and_no_page_headers() -> None:
    day = "\n".join(
        f"{meal} with a drink\n{PROSE}"
        for meal in ("Bread", "Soup of eel", "Fish", "Warm cake", "Stew and rice")
    )
    assert marked(f"{day}\n{day}\n{day}") == []


def test_a_name_after_the_last_sentence_is_a_picture_s_within_the_article_only() -> (
    None
):
    line = (
        "Ships wait for the third day before the closed lock. Lena Maar for The Gazette"
    )
    assert marked(f"{PROSE}\n\n{line}\n\n{MORE}") == [("caption", line)]
    assert marked(f"{ARTICLE}\n\n{line}") == []


@pytest.mark.parametrize("dots", ["…", "...", " […]"])
def test_summaries_cut_off_one_after_the_other_are_teasers(dots: str) -> None:
    teasers = "\n".join(
        f"{town} will open its new harbour a week late because the {thing} has{dots}\n"
        f"{town} waits for its {thing}"
        for town, thing in (("Marrow", "crane"), ("Teal", "pilot"), ("Sund", "gate"))
    )
    found = marked(f"{ARTICLE}\n\n{teasers}")
    assert {kind for kind, _ in found} <= {"teaser", "other"}
    assert sum(len(words) for _, words in found) >= len(teasers) - 30


def test_a_sentence_may_trail_off() -> None:
    line = "The pilots went home early and nobody knew when they would be back…"
    assert marked(f"{PROSE}\n\n{line}\n\n{line}\n\n{MORE}") == []


def test_a_line_that_is_all_blank_is_a_placeholder() -> None:
    line = "[photo: insert the lock at night]"
    assert marked(f"{PROSE}\n\n{line}\n\n{MORE}") == [("placeholder", line)]
    assert marked(f"{ARTICLE}\n\n{line}") == [("placeholder", line)]


def test_rows_of_numbers_are_no_page_header() -> None:
    rows = "Votes for the roster 165 of all\nVotes for the roster 97 of all"
    lists = "- Votes for the roster\n- Votes for the roster\n- Votes for the roster"
    text = f"{PROSE}\n{rows}\nVotes for the roster 12 of all\n{lists}\n{MORE}"
    assert marked(text) == []


def test_the_words_under_a_credit_belong_to_it() -> None:
    text = f"{PROSE}\n\nHarbour Pictures\nLena Maar\n\n{MORE}"
    assert marked(text) == [("caption", "Harbour Pictures\nLena Maar")]


@pytest.mark.parametrize(
    "blank",
    [
        "[insert date]", "[Insert name of lock]", "[your name]", "[number]", "[TK]", "{{title}}",
        "${author}", "[add source here]", "[photo: insert lock at night]", "%%NAME%%",
    ],
)  # fmt: skip
def test_blanks_are_placeholders_within_a_sentence(blank: str) -> None:
    line = f"The board met on {blank} to speak of the lock, and nobody came to hear it."
    assert marked(f"{line}\n\n{MORE}") == [("placeholder", blank)]


@pytest.mark.parametrize(
    "words",
    ["[the roster]", "[sic]", "[name withheld]", "[inserted by the editor]", "[1]"],
)
def test_an_editor_s_brackets_are_no_placeholders(words: str) -> None:
    line = f"“We have read {words} and will not sign it before the summer,” said Maar."
    assert marked(f"{line}\n\n{MORE}") == []


def test_several_pieces_may_be_glued_to_one_line() -> None:
    line = f"{PROSE} ALSO READ: How a lock works. (Photo: Lena Maar)"
    assert marked(f"{line}\n\n{MORE}")[-1][1].endswith("(Photo: Lena Maar)")
    stubs = f"{PROSE} For the full roster click on this link. Read more..."
    assert marked(f"{stubs}\n\n{MORE}") == [
        ("link-stub", "For the full roster click on this link."),
        ("teaser", "Read more..."),
    ]


def test_a_sentence_about_clicking_is_no_stub() -> None:
    line = (
        "To vote, members click on a link, Maar said. Nobody did so on Monday or since."
    )
    assert marked(f"{line}\n\n{MORE}") == []


LINES = st.sampled_from(
    [PROSE, MORE, "By Lena Maar", "Home", "Related articles", "", "Name *", "Leave a comment",
     "READ MORE: x y", "[insert date]", "Photo: AFP", "Subscribe now!", "2 days ago", "“No,”"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, max_size=14))
def test_furniture_lies_in_order_and_never_covers_prose(lines: list[str]) -> None:
    text = "\n".join(lines)
    layout = lay_out(divide(text))
    pieces = layout.spans(None, text=text)
    for left, right in pairwise(pieces):
        assert left.end <= right.start
    for piece in pieces:
        assert PROSE not in text[piece.start : piece.end]
        assert text[piece.start : piece.end].strip() == text[piece.start : piece.end]


def test_a_page_of_many_lines_is_judged_though_its_article_is_short() -> None:
    headlines = (
        "Ferry line buys three more boats from a yard in Tarn",
        "Ten things that you did not know about herring",
        "The winter that the lake froze over, in your pictures",
        "Bakers praise a wheat that ripens three weeks earlier",
        "Why the bridge at Norrvik is painted again and again",
    )
    menu = "Lakes\nLocks\nFerries\nTides\nGuilds\nNets"
    below = "\n\n".join(f"{title}\n\n2 hours ago" for title in headlines)
    text = f"{menu}\n\n{ARTICLE}\n\nMore of this\n\n{below}\n\nContact the newsroom"
    furniture = "\n".join(words for _, words in marked(text))
    assert all(title in furniture for title in headlines)
    assert PROSE not in furniture
    assert MORE not in furniture


@pytest.mark.parametrize(("believes", "is_marked"), [(0.05, True), (0.1, False)])
def test_amid_the_article_a_judge_must_be_surer(
    believes: float, *, is_marked: bool
) -> None:
    units = divide("\n\n".join([*[PROSE, MORE] * 3, "A line of no kind", PROSE, MORE]))
    beliefs = [0.9] * len(units)
    beliefs[6] = believes
    layout = lay_out(units, judge=lambda *_: beliefs)
    assert layout.kinds == ({6: "other"} if is_marked else {})


def test_days_in_order_are_the_article_s_whatever_a_judge_believes() -> None:
    rows = [f"{day} May – both guilds meet in Tolna" for day in (2, 9, 17, 30)]
    units = divide("\n\n".join([*[PROSE, MORE] * 3, *rows, "A line of no kind"]))
    layout = lay_out(units, judge=lambda *_: [0.9] * 6 + [0.02] * 5)
    assert layout.kinds == {10: "other"}


@pytest.mark.parametrize(("believes", "is_marked"), [(0.15, True), (0.25, False)])
def test_of_a_line_that_reports_speech_a_judge_must_be_surer(
    believes: float, *, is_marked: bool
) -> None:
    report = "Both guilds said they knew nothing of it"
    units = divide("\n\n".join([*[PROSE, MORE] * 3, report]))
    layout = lay_out(units, judge=lambda *_: [0.9] * 6 + [believes])
    assert layout.kinds == ({6: "other"} if is_marked else {})


@pytest.mark.parametrize(("last", "is_marked"), [(20, True), (4, False)])
def test_a_teaser_at_the_foot_does_not_prolong_the_article(
    last: int, *, is_marked: bool
) -> None:
    lines = [f"Line number {n} of no kind" for n in range(last)]
    units = divide("\n\n".join([*[PROSE, MORE] * 3, *lines, PROSE]))
    beliefs = [0.9] * 6 + [0.02] * last + [0.9]
    doubted = 6 + last // 2
    beliefs[doubted] = 0.2
    layout = lay_out(units, judge=lambda *_: beliefs)
    assert (doubted in layout.kinds) is is_marked


@pytest.mark.parametrize("believes", [0.45, 0.55])
def test_far_from_the_article_a_judge_must_be_surer_that_a_line_is_part_of_it(
    believes: float,
) -> None:
    between = [f"Line number {n} of no kind" for n in range(40)]
    units = divide("\n\n".join([*[PROSE, MORE] * 3, *between, "A doubtful line"]))
    beliefs = [0.9] * 6 + [0.02] * 40 + [believes]
    layout = lay_out(units, judge=lambda *_: beliefs)
    assert (46 in layout.kinds) is (believes < 0.5)


def test_right_below_the_article_a_doubtful_line_is_kept() -> None:
    units = divide("\n\n".join([*[PROSE, MORE] * 3, "A doubtful line"]))
    beliefs = [0.9] * 6 + [0.35]
    assert lay_out(units, judge=lambda *_: beliefs).kinds == {}
