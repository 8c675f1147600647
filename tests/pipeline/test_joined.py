"""What the whole pile tells of names lies over what is kept, and can be taken back."""

from dataclasses import replace

from accord.adapters.store import MemoryStore
from accord.model import (
    ActorRef,
    Attribution,
    Dossier,
    Finding,
    Join,
    Mention,
    Speaker,
    Statement,
)
from accord.pipeline import JoinedView
from accord.testing.builders import (
    make_dossier,
    make_finding,
    make_join,
    make_mention,
)

CREWS = Speaker(None, "The ferry crews", "unresolved", "body", 0.0)


def make_pile() -> tuple[MemoryStore, Join]:
    short = make_dossier("Ambrus said the line “must go”.", path="b.txt")
    full = make_dossier("Vera Ambrus said the line “must go”.", path="a.txt")
    short, full = (
        replace(
            dossier,
            mentions=(make_mention(dossier.document, name, actor=f"text:{name}"),),
            attributions=tuple(
                replace(a, speaker=Speaker(f"text:{name}", name, "resolved", "r", 0.8))
                for a in dossier.attributions
            ),
        )
        for dossier, name in ((short, "Ambrus"), (full, "Vera Ambrus"))
    )
    store = MemoryStore()
    with store.write() as writer:
        writer.put_dossier(short, {})
        writer.put_dossier(full, {})
    return store, make_join(short, full, actor="text:Vera Ambrus")


def names(dossier: Dossier) -> set[str | None]:
    return {a.speaker.actor for a in dossier.attributions} | {
        mention.actor for mention in dossier.mentions
    }


def test_a_join_names_who_is_meant_with_its_rule_and_the_lower_confidence() -> None:
    store, join = make_pile()
    full, short = JoinedView(store.view(), [join]).dossiers()
    assert names(full) == names(short) == {"text:Vera Ambrus"}
    speaker = short.attributions[0].speaker
    assert (speaker.rule, speaker.confidence) == ("last-name", 0.75)
    assert full.attributions[0].speaker.rule == "r"


def test_records_and_dossiers_tell_the_same() -> None:
    store, join = make_pile()
    view = JoinedView(store.view(), [join])
    dossiers = list(view.dossiers())
    for kind, field in (
        (Attribution, "attributions"),
        (Mention, "mentions"),
        (Statement, "statements"),
        (Finding, "findings"),
    ):
        expected = [r for dossier in dossiers for r in getattr(dossier, field)]
        assert list(view.records(kind)) == expected


def test_without_joins_everything_is_as_it_is_kept() -> None:
    store, join = make_pile()
    list(JoinedView(store.view(), [join]).dossiers())
    assert list(JoinedView(store.view()).dossiers()) == list(store.view().dossiers())


def test_joins_that_are_kept_are_found_by_the_view_itself() -> None:
    store, join = make_pile()
    with store.write() as writer:
        writer.put_pile(Join, [join])
    short = next(JoinedView(store.view()).dossiers(["b.txt"]))
    assert names(short) == {"text:Vera Ambrus"}


def test_words_that_only_describe_become_a_speaker_and_the_doubt_goes() -> None:
    store, join = make_pile()
    short = next(store.view().dossiers(["b.txt"]))
    doubt = make_finding(short.document, kind="unresolved-speaker", words="Ambrus")
    described = replace(
        short,
        attributions=tuple(
            replace(a, speaker=replace(CREWS, name="the Ambrus"))
            for a in short.attributions
        ),
        findings=(doubt,),
    )
    with store.write() as writer:
        writer.put_dossier(described, {})
    words = replace(join, alone=ActorRef(None, "Ambrus"))
    seen = next(JoinedView(store.view(), [words]).dossiers(["b.txt"]))
    assert seen.attributions[0].speaker.status == "resolved"
    assert seen.attributions[0].speaker.confidence == 0.75
    assert seen.findings == ()
