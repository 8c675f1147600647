"""Laws that hold for any text at all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.attribute import AttributeStage, RuleTagger
from accord.model import (
    Attribution,
    Document,
    Dossier,
    Furniture,
    content_id,
    from_json,
    to_json,
)

WORDS = st.sampled_from(
    """
    Voss said that the minister told reporters “ ” " ' ‘ ’ « » , . ! ? : ; – ( )
    according to he who and but adding Norden's insisted on talks, is was 'no' \n \n\n
    😀 e\u0301 so\u00adft As per quoted as saying by the agency reports not Mr. U.S. -
    """.split(" ")
)
PROSE = st.lists(WORDS, max_size=60).map(" ".join)
ANYTHING = st.one_of(PROSE, st.text(max_size=200))


def document_of(text: str, furniture: tuple[Furniture, ...] = ()) -> Document:
    return Document(
        id=content_id("document", text),
        produced_by="tests",
        path="pile/any.txt",
        title=None,
        outlet=None,
        author=None,
        language=None,
        url=None,
        published=None,
        length_chars=len(text),
        sha256="",
        furniture=furniture,
        text=text,
    )


@settings(max_examples=150, deadline=None)
@given(ANYTHING)
def test_every_part_stands_in_the_text_at_its_offsets(text: str) -> None:
    document = document_of(text)
    for found in RuleTagger().tag(document):
        for part in (found.source, found.cue, found.content):
            if part is not None:
                document.verify(part)
                assert part.end <= len(text)
                assert not part.text[0].isspace()
                assert not part.text[-1].isspace()
        for via in found.via:
            assert text[via.start : via.end] == via.name


@settings(max_examples=60, deadline=None)
@given(PROSE, st.data())
def test_no_part_touches_furniture(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document = document_of(text, (Furniture(start, end, "other"),))
    for found in RuleTagger().tag(document):
        for part in (found.source, found.cue, found.content):
            for span in part.spans if part else ():
                assert not document.is_furniture(span)


@settings(max_examples=60, deadline=None)
@given(ANYTHING)
def test_ids_are_unique_and_nesting_points_to_another_record(text: str) -> None:
    found = RuleTagger().tag(document_of(text))
    ids = [a.id for a in found]
    assert len(set(ids)) == len(ids)
    for attribution in found:
        if attribution.nested_in is not None:
            holder = found[ids.index(attribution.nested_in)]
            assert holder.id != attribution.id
            assert any(s.contains(attribution.hull) for s in holder.content.spans)


@settings(max_examples=60, deadline=None)
@given(ANYTHING)
def test_running_the_stage_again_changes_nothing(text: str) -> None:
    stage = AttributeStage(RuleTagger())
    once = stage(Dossier(document=document_of(text)))
    assert stage(once) == once


@settings(max_examples=60, deadline=None)
@given(ANYTHING)
def test_records_survive_the_way_through_json(text: str) -> None:
    for found in RuleTagger().tag(document_of(text)):
        assert from_json(Attribution, to_json(found)) == found
        assert 0.0 <= found.confidence <= 1.0
