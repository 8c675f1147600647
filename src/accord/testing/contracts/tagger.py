"""The laws of the Tagger port."""

from dataclasses import replace

from accord.model import Document, Furniture
from accord.ports import Tagger
from accord.testing.builders import make_document, span_of

__all__ = ["TEXTS", "TaggerContract"]

#: Invented texts that every tagger must survive; the first three report speech.
TEXTS = (
    (
        'Mara Voss said the strait "must stay open" to all ships.\n\n'
        "“We will not sign,” the minister added. According to the port office, "
        "traffic fell by half."
    ),
    (
        'The council denied that it had agreed.\n"It was never on the table," said '
        "Orrin Teal, its speaker, on Monday."
    ),
    "Officials warned that ferries would stop unless wages rose.",
    '"An opening mark that never closes, she said.\n\nAnother paragraph.',
    "”” ““ '' \" \" ( said said said )",
    "no capital no stop said",
    "🕊 “Paix\u00a0!” a dit\u2028« Non »",
    "x" * 5000,
)


class TaggerContract:
    """What every tagger does; subclass it and make your tagger."""

    def make_tagger(self) -> Tagger:
        """Make a tagger."""
        raise NotImplementedError

    #: Whether it must find something in the texts that plainly report speech.
    finds_speech = True

    def test_it_has_a_versioned_name(self) -> None:
        """The name tells room, method and version."""
        room, *_, version = self.make_tagger().producer.split(".")
        assert room == "attribute"
        assert version.startswith("v")

    def test_every_span_quotes_the_text(self) -> None:
        """Words and offsets agree, in every text."""
        tagger = self.make_tagger()
        for document in _documents():
            for attribution in tagger.tag(document):
                assert attribution.document == document.id
                for part in (attribution.source, attribution.cue, attribution.content):
                    if part is not None:
                        document.verify(part)

    def test_attributions_come_in_text_order_with_ids_of_their_own(self) -> None:
        """No two share an id, and those that are nested name one that is there."""
        tagger = self.make_tagger()
        for document in _documents():
            found = tagger.tag(document)
            ids = [attribution.id for attribution in found]
            assert len(set(ids)) == len(ids)
            assert {a.nested_in for a in found} <= {None, *ids}
            starts = [attribution.hull.start for attribution in found]
            assert starts == sorted(starts)

    def test_the_same_document_gives_the_same_attributions(self) -> None:
        """Nothing is left to chance, or to what was tagged before."""
        for document in _documents():
            again = self.make_tagger().tag(document)
            assert self.make_tagger().tag(document) == again

    def test_plain_reports_of_speech_are_found(self) -> None:
        """A tagger that finds nothing keeps every other law."""
        if self.finds_speech:
            tagger = self.make_tagger()
            assert all(tagger.tag(document) for document in _documents()[:3])

    def test_furniture_is_not_tagged(self) -> None:
        """A quotation in a caption is no part of the article."""
        text = 'Mara Voss said "no".\nPhoto: Teal said "cheese".'
        document = make_document(text)
        span = span_of(document, 'Photo: Teal said "cheese".')
        marked = replace(
            document, furniture=(Furniture(span.start, span.end, "caption"),)
        )
        for attribution in self.make_tagger().tag(marked):
            assert not attribution.hull.overlaps(span)


def _documents() -> list[Document]:
    """Make a document of each text."""
    return [make_document(text, path=f"{n}.txt") for n, text in enumerate(TEXTS)]
