"""The laws of the Store port."""

from dataclasses import replace
from datetime import date

from accord.errors import RecordError, StoreError
from accord.model import (
    Attribution,
    Document,
    Dossier,
    Failure,
    Finding,
    Judgement,
    Link,
    Mention,
    Position,
    Span,
    Statement,
)
from accord.ports import Store
from accord.testing.builders import (
    make_dossier,
    make_failure,
    make_finding,
    make_judgement,
    make_link,
    make_position,
)
from accord.testing.contracts.raising import expect_error

__all__ = ["StoreContract"]


class StoreContract:
    """What every store does; subclass it and make your store.

    Each test closes the stores that it makes.
    """

    def make_store(self) -> Store:
        """Make an empty store."""
        raise NotImplementedError

    def test_a_new_store_is_empty_and_whole(self) -> None:
        """Nothing is there, and nothing is broken."""
        store = self.make_store()
        view = store.view()
        assert dict(view.states()) == {}
        assert list(view.dossiers()) == []
        assert list(view.records(Document)) == []
        assert view.value("any") is None
        assert list(store.check()) == []
        store.close()

    def test_a_dossier_comes_back_as_it_was(self) -> None:
        """Every field of every record survives."""
        store = self.make_store()
        dossier = make_dossier(published=date(2024, 2, 29), outlet="The Quay")
        with store.write() as writer:
            writer.put_dossier(dossier, {"read": "k1", "attribute": "k2"})
        assert list(store.view().dossiers()) == [dossier]
        state = store.view().states()[dossier.document.path]
        assert state.document == dossier.document.id
        assert dict(state.keys) == {"read": "k1", "attribute": "k2"}
        assert list(store.check()) == []
        store.close()

    def test_any_text_comes_back_as_it_was(self) -> None:
        """Control characters, wide characters and broken surrogates survive."""
        store = self.make_store()
        text = "“Né” \x00\x1f\u2028 🕊 \ud800 \U0010ffff end."
        dossier = make_dossier(text, path="pile/ünï 🕊.txt")
        with store.write() as writer:
            writer.put_dossier(dossier, {})
        assert list(store.view().dossiers()) == [dossier]
        assert list(store.view().dossiers(["pile/ünï 🕊.txt"])) == [dossier]
        store.close()

    def test_dossiers_come_by_path_whatever_the_order_they_were_put_in(self) -> None:
        """Paths sort by code point, capitals before small letters."""
        store = self.make_store()
        paths = ["b.txt", "a/z.txt", "é.txt", "B.txt", "a b.txt", "a.txt", "🕊.txt"]
        with store.write() as writer:
            for path in paths:
                writer.put_dossier(make_dossier(path=path), {})
        view = store.view()
        assert [d.document.path for d in view.dossiers()] == sorted(paths)
        assert [d.path for d in view.records(Document)] == sorted(paths)
        assert list(view.states()) == sorted(paths)
        some = ["é.txt", "a.txt", "not there", "a.txt"]
        assert [d.document.path for d in view.dossiers(some)] == ["a.txt", "é.txt"]
        assert list(view.dossiers([])) == []
        store.close()

    def test_records_come_by_document_path_and_place(self) -> None:
        """Records of one kind are the dossiers' in a row."""
        store = self.make_store()
        first = make_dossier("Alba said no.", path="a.txt")
        second = make_dossier("Brenn said yes.", path="b.txt")
        with store.write() as writer:
            writer.put_dossier(second, {})
            writer.put_dossier(first, {})
        view = store.view()
        wanted: list[Attribution] = [*first.attributions, *second.attributions]
        assert list(view.records(Attribution)) == wanted
        assert list(view.records(Mention)) == [*first.mentions, *second.mentions]
        assert list(view.records(Statement)) == [*first.statements, *second.statements]
        assert list(view.records(Finding)) == [*first.findings, *second.findings]
        store.close()

    def test_many_records_of_one_document_keep_their_order(self) -> None:
        """The order within a dossier is kept, also where places repeat."""
        store = self.make_store()
        text = " ".join(f"Word{number}" for number in range(1500))
        dossier = make_dossier(text)
        document = dossier.document
        mentions = tuple(
            replace(dossier.mentions[0], start=s.start, end=s.end, text=s.of(text))
            for s in _words(text)
        )
        findings = tuple(
            make_finding(document, kind=kind, words="Word1") for kind in "ebdac"
        )
        dossier = replace(dossier, mentions=mentions, findings=findings)
        with store.write() as writer:
            writer.put_dossier(dossier, {})
        assert list(store.view().dossiers()) == [dossier]
        assert list(store.view().records(Mention)) == list(mentions)
        assert list(store.view().records(Finding)) == list(findings)
        store.close()

    def test_a_new_dossier_takes_the_place_of_the_old_one(self) -> None:
        """Nothing of the item's earlier records remains."""
        store = self.make_store()
        other = make_dossier(path="other.txt")
        with store.write() as writer:
            writer.put_dossier(make_dossier("Old words stand here."), {"read": "1"})
            writer.put_dossier(other, {})
        new = replace(make_dossier("New."), statements=(), mentions=())
        with store.write() as writer:
            writer.put_dossier(new, {"read": "2"})
        view = store.view()
        assert list(view.dossiers()) == [other, new]
        assert list(view.records(Statement)) == list(other.statements)
        assert dict(view.states()[new.document.path].keys) == {"read": "2"}
        store.close()

    def test_a_failure_takes_the_place_of_what_was_known(self) -> None:
        """The item fails as a whole; a later success takes the failure's place."""
        store = self.make_store()
        dossier = make_dossier()
        failure = make_failure(dossier.document.path)
        with store.write() as writer:
            writer.put_dossier(dossier, {"read": "1"})
        with store.write() as writer:
            writer.put_failure(failure)
        view = store.view()
        assert list(view.dossiers()) == []
        assert list(view.records(Attribution)) == []
        assert list(view.records(Failure)) == [failure]
        assert view.states()[failure.item].document is None
        assert dict(view.states()[failure.item].keys) == {}
        assert list(store.check()) == []
        with store.write() as writer:
            writer.put_dossier(dossier, {"read": "1"})
        assert list(store.view().records(Failure)) == []
        store.close()

    def test_whole_pile_records_replace_each_other_by_kind(self) -> None:
        """They keep the order they were put in."""
        store = self.make_store()
        statement = make_dossier().statements[0]
        links = [make_link("x", "y"), make_link("a", "b"), make_link("p", "q")]
        with store.write() as writer:
            writer.put_pile(Link, links)
            writer.put_pile(Position, [make_position(statement)])
        assert list(store.view().records(Link)) == links
        with store.write() as writer:
            writer.put_pile(Link, links[1:2])
        assert list(store.view().records(Link)) == links[1:2]
        assert len(list(store.view().records(Position))) == 1
        store.close()

    def test_whole_pile_findings_stand_among_those_of_the_documents(self) -> None:
        """They come by document and place, and are no part of the dossier."""
        store = self.make_store()
        first = make_dossier("Alba said no.", path="a.txt")
        second = make_dossier("Brenn said yes.", path="b.txt")
        added = make_finding(first.document, kind="uncredited-copy", words="said")
        with store.write() as writer:
            writer.put_dossier(first, {})
            writer.put_dossier(second, {})
            writer.put_pile(Finding, [added])
        wanted = [*first.findings, added, *second.findings]
        assert list(store.view().records(Finding)) == wanted
        assert list(store.view().dossiers()) == [first, second]
        with store.write() as writer:
            writer.put_dossier(first, {})
        assert list(store.view().records(Finding)) == wanted
        store.close()

    def test_rulings_are_kept_for_ever(self) -> None:
        """They survive the replacement of what they are on; doubles count once."""
        store = self.make_store()
        dossier = make_dossier()
        on = dossier.statements[0].id
        rulings = [make_judgement(on), make_judgement(on, ruling="reject")]
        with store.write() as writer:
            writer.put_dossier(dossier, {})
            writer.put_judgement(rulings[0])
        with store.write() as writer:
            writer.put_failure(make_failure(dossier.document.path))
            writer.put_judgement(rulings[1])
            writer.put_judgement(rulings[0])
        assert list(store.view().records(Judgement)) == rulings
        store.close()

    def test_named_values_are_kept_and_replaced(self) -> None:
        """The last value counts."""
        store = self.make_store()
        with store.write() as writer:
            writer.set_value("pile.key", "1")
            writer.set_value("pile.key", "2")
        with store.write() as writer:
            writer.set_value("other", "")
        assert store.view().value("pile.key") == "2"
        assert store.view().value("other") == ""
        store.close()

    def test_an_error_undoes_the_whole_transaction(self) -> None:
        """What was there before the block is there after it."""
        store = self.make_store()
        before = make_dossier()
        with store.write() as writer:
            writer.put_dossier(before, {"read": "1"})
        with expect_error(ZeroDivisionError), store.write() as writer:
            writer.put_dossier(make_dossier(path="new.txt"), {})
            writer.put_failure(make_failure(before.document.path))
            writer.put_pile(Link, [make_link("a", "b")])
            writer.set_value("name", "value")
            raise ZeroDivisionError
        view = store.view()
        assert list(view.dossiers()) == [before]
        assert list(view.records(Link)) == []
        assert view.value("name") is None
        store.close()

    def test_a_reader_sees_nothing_of_an_open_transaction(self) -> None:
        """Only whole transactions show."""
        store = self.make_store()
        with store.write() as writer:
            writer.put_dossier(make_dossier(), {})
            writer.set_value("name", "value")
            assert list(store.view().dossiers()) == []
            assert store.view().value("name") is None
        assert len(list(store.view().dossiers())) == 1
        store.close()

    def test_one_transaction_at_a_time(self) -> None:
        """A second one is refused with a clear error, and does no harm."""
        store = self.make_store()
        with store.write() as writer:
            writer.set_value("name", "first")
            with expect_error(StoreError, "open already", "Hint:"), store.write():
                pass
        assert store.view().value("name") == "first"
        store.close()

    def test_a_claim_spans_transactions(self) -> None:
        """Claims nest, and transactions go on within them."""
        store = self.make_store()
        with store.claim(), store.claim():
            with store.write() as writer:
                writer.set_value("a", "1")
            with store.write() as writer:
                writer.set_value("b", "2")
        assert (store.view().value("a"), store.view().value("b")) == ("1", "2")
        store.close()

    def test_only_record_kinds_are_kept(self) -> None:
        """Asking for another class is an error, not an empty answer."""
        store = self.make_store()
        with expect_error(RecordError, "Span"):
            list(store.view().records(Span))
        with expect_error(RecordError, "Dossier"):
            list(store.view().records(Dossier))
        store.close()


def _words(text: str) -> list[Span]:
    """Find the words between spaces."""
    spans = []
    start = 0
    for word in text.split(" "):
        spans.append(Span(start, start + len(word)))
        start += len(word) + 1
    return spans
