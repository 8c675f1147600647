"""Groups of echoes: what is laid out first, and what is said of it."""

from dataclasses import replace

from accord.model import Dispute, Link
from accord.present.context import Context
from accord.present.echoes import echo_groups
from accord.testing.dispute import make_dispute


def an_echo(dispute: Dispute) -> Link:
    context = Context.of_dispute(dispute)
    return next(
        link
        for link in dispute.links
        if link.kind == "echo" and link.a in context.attributions
    )


def test_reports_that_do_not_agree_come_first_and_are_told() -> None:
    dispute = make_dispute()
    context = Context.of_dispute(dispute)
    echo = an_echo(dispute)
    against = replace(echo, id="link-against", kind="contradiction")

    plain = echo_groups([echo], context=context, limit=5)
    told = echo_groups([echo, against], context=context, limit=5)

    assert [group.disputed for group in plain] == [False]
    assert [group.disputed for group in told] == [True]


def test_what_a_copied_article_repeats_anyway_is_left_out() -> None:
    dispute = make_dispute()
    context = Context.of_dispute(dispute)
    echo = an_echo(dispute)
    a, b = (context.attributions[end].document for end in (echo.a, echo.b))
    copy = replace(echo, id="link-copy", kind="copy", a=a, b=b)

    assert echo_groups([echo, copy], context=context, limit=5) == ()


def test_another_speaker_of_the_same_words_is_named_beside_them() -> None:
    dispute = make_dispute()
    context = Context.of_dispute(dispute)
    echo = an_echo(dispute)
    one = context.attributions[echo.a]
    renamed = {
        end: replace(
            context.attributions[end],
            content=one.content,
            speaker=replace(one.speaker, name=name),
        )
        for end, name in ((echo.a, "Mara Venn"), (echo.b, "Karl Ost"))
    }
    context = replace(context, attributions={**context.attributions, **renamed})

    (group,) = echo_groups([echo], context=context, limit=5)

    assert group.differs
    assert {group.speaker, group.others[0].speaker} == {"Mara Venn", "Karl Ost"}
