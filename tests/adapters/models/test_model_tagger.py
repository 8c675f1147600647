"""The trained tagger's way from scores to spans, with networks that we can predict."""

import hashlib
import json
import pickle
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from accord.adapters.models.artefact import Artefact
from accord.adapters.models.encoding import WINDOW_PIECES, windows
from accord.adapters.models.tagger import ModelTagger
from accord.attribute import RuleTagger
from accord.errors import BackendError, ConfigurationError
from accord.model import Attribution, Document, Furniture
from accord.testing import make_document
from accord.testing.contracts import TaggerContract

WORDS = (
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "voss", "said", "talks", "will", "go", "on",
    "##s", "we", "never", ",", ".", '"', "“", "”", "union",
)  # fmt: skip
SAID = WORDS.index("said")
#: Where the second line of two short ones begins, at the earliest.
TWO_LINES = 20


def small_tokenizer() -> Tokenizer:
    """Cut words as the real tokenizer does, with a vocabulary of our own."""
    vocabulary = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


class CueAtSaid:
    """An encoder that finds a cue at each "said" and says where the borders are."""

    def run(self, _: None, inputs: dict[str, Any]) -> list[Any]:
        ids = inputs["ids"]
        cue = np.zeros((*ids.shape, 3), dtype=np.float32)
        cue[..., 0] = 5.0
        cue[ids == SAID, 1] = 9.0
        piece = ids[..., None].astype(np.float32)
        of_any = np.zeros_like(cue)
        of_any[..., 0] = 1.0
        return [cue, piece, piece, of_any, of_any]


class SourceBeforeContentAfter:
    """A head that takes the piece before the cue for the source, the rest for content."""

    def run(self, _: None, inputs: dict[str, Any]) -> list[Any]:
        distance = inputs["distance"] - 96
        labels = np.zeros((*distance.shape, 5), dtype=np.float32)
        labels[..., 0] = 1.0
        labels[distance == -1, 1] = 9.0
        labels[distance == 1, 3] = 9.0
        labels[distance > 1, 4] = 9.0
        return [labels]


@dataclass(frozen=True, slots=True)
class FakeArtefact:
    """A model whose networks are the two above."""

    version: str = "v1"
    distance: int = 96
    confidence: tuple[float, ...] = (0.0, 0.3, 0.3, 0.0, 0.3, 0.0)
    raised: tuple[float, float, float] = (0.0, 0.0, 0.0)
    leaning: tuple[float, float] = (0.0, 0.0)
    floor: float = 0.0

    def load(self) -> tuple[Any, Any, Any]:
        return small_tokenizer(), CueAtSaid(), SourceBeforeContentAfter()


def a_tagger() -> ModelTagger:
    return ModelTagger(FakeArtefact(), RuleTagger())


def document_of(text: str, *furniture: Furniture) -> Document:
    return replace(make_document(text), furniture=furniture)


def tag(text: str, *furniture: Furniture) -> tuple[Attribution, ...]:
    return a_tagger().tag(document_of(text, *furniture))


def test_source_cue_and_content_are_linked_at_their_own_offsets() -> None:
    (found,) = tag("🕊 Voss said talks will go on.")

    assert found.source is not None
    assert found.cue is not None
    assert (found.source.text, found.cue.text) == ("Voss", "said")
    assert found.content.text == "talks will go on."
    assert found.mode == "indirect"
    assert found.produced_by == "attribute.model.v1"


def test_a_word_in_pieces_is_given_whole() -> None:
    (found,) = tag("unions said talks")

    assert found.source is not None
    assert found.source.text == "unions"


def test_only_a_quotation_goes_beyond_the_paragraph_of_its_cue() -> None:
    first, second = tag("Voss said talks.\n\nUnion said we go on.")
    quoting, _ = tag("Voss said “talks will go on.\n\n“Union said we go on.”")

    assert first.content.text == "talks."
    assert second.content.text == "we go on."
    assert len(quoting.content.spans) == 2
    assert quoting.content.spans[1].start > TWO_LINES


def test_a_quotation_is_direct() -> None:
    (found,) = tag("Voss said “we will never go on”")

    assert found.mode == "direct"


def test_furniture_is_not_read() -> None:
    text = "union said we go\nVoss said talks"

    (found,) = tag(text, Furniture(0, 16, "caption"))

    assert found.source is not None
    assert found.source.text == "Voss"


def test_a_sentence_that_furniture_cuts_in_two_is_read_whole() -> None:
    text = (
        "Voss said talks will go on and will go on and\n[Photo]\nwe will never go on."
    )

    (found,) = tag(text, Furniture(46, 53, "caption"))

    assert found.content.text == (
        "talks will go on and will go on and we will never go on."
    )
    assert len(found.content.spans) == 2


def test_an_attribution_in_anothers_content_is_nested() -> None:
    outer, inner = tag("Voss said union said we go")

    assert inner.nested_in == outer.id


def test_what_is_too_doubtful_is_not_reported() -> None:
    document = document_of("Voss said talks")
    (found,) = a_tagger().tag(document)

    strict = ModelTagger(FakeArtefact(floor=found.confidence + 0.01), RuleTagger())

    assert strict.tag(document) == ()


def test_direct_speech_that_the_model_misses_is_taken_from_the_rules() -> None:
    missed, found = tag("“We will never pay,” Voss warned.\nUnion said talks go on.")

    assert missed.content.text == "We will never pay"
    assert missed.produced_by == "attribute.rules.v1"
    assert found.produced_by == "attribute.model.v1"


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        st.sampled_from('said Voss talks.\n“”"\u00ad\u0301🕊éß')
        | st.characters(exclude_categories=["Cs"]),
        max_size=120,
    )
)
def test_every_span_stands_in_the_text(text: str) -> None:
    document = document_of(text + "\nVoss said talks")

    for attribution in a_tagger().tag(document):
        for part in (attribution.source, attribution.cue, attribution.content):
            if part:
                document.verify(part)


def test_windows_hold_every_piece_once_as_new_and_none_is_too_long() -> None:
    text = "\n".join(["Voss said talks will go on. " * n for n in (1, 40, 3, 200, 1)])
    tokenizer = small_tokenizer()

    cut = list(windows(text, tokenizer))

    starts = [s for w in cut for s in w.starts[w.fresh :] if s >= 0]
    assert max(len(w.ids) for w in cut) <= WINDOW_PIECES
    assert starts == sorted(set(starts))
    assert len(starts) == sum(
        len(tokenizer.encode(line).ids) for line in text.splitlines()
    )


def test_a_window_begins_with_the_short_paragraph_before_it() -> None:
    long = "talks will go on. " * 48
    text = f"{long}\nVoss said\n{long}"

    first, second = windows(text, small_tokenizer())

    assert second.fresh > 1
    assert second.starts[1 : second.fresh - 1] == first.starts[-3:-1]


def test_a_cue_is_reported_once_though_two_windows_read_it() -> None:
    long = "talks will go on. " * 48

    found = tag(f"{long}\nVoss said we go\n{long}")

    assert [a.content.text for a in found] == ["we go"]


class Doubtful(CueAtSaid):
    """An encoder that half sees its cues, and a content in each "talks"."""

    def run(self, _: None, inputs: dict[str, Any]) -> list[Any]:
        cue, piece, question, source, content = super().run(_, inputs)
        cue[..., 1] -= 5.0
        content[inputs["ids"] == WORDS.index("talks"), 1] = 9.0
        return [cue, piece, question, source, content]


class TalksAreSources(CueAtSaid):
    """An encoder that takes each "talks" for a source."""

    def run(self, _: None, inputs: dict[str, Any]) -> list[Any]:
        cue, piece, question, source, content = super().run(_, inputs)
        source[inputs["ids"] == WORDS.index("talks"), 1] = 99.0
        return [cue, piece, question, source, content]


@dataclass(frozen=True, slots=True)
class OtherArtefact(FakeArtefact):
    """A model with another encoder."""

    encoder: Any = None

    def load(self) -> tuple[Any, Any, Any]:
        return small_tokenizer(), self.encoder, SourceBeforeContentAfter()


def test_a_raised_score_finds_more_cues() -> None:
    document = document_of("Voss said we go")

    plain, raised = (
        ModelTagger(
            OtherArtefact(raised=(bias, 0.0, 0.0), encoder=Doubtful()), RuleTagger()
        ).tag(document)
        for bias in (0.0, 2.0)
    )

    assert plain == ()
    assert [a.content.text for a in raised] == ["we go"]


def test_a_doubtful_cue_claims_the_content_that_is_seen_and_no_other() -> None:
    tagger = ModelTagger(OtherArtefact(encoder=Doubtful()), RuleTagger())

    found = tagger.tag(document_of("Voss said talks\n\nUnion said we go"))

    assert [(a.source and a.source.text, a.content.text) for a in found] == [
        ("Voss", "talks")
    ]


def test_what_a_piece_is_to_any_cue_weighs_in_each_ones_relation() -> None:
    document = document_of("talks Voss said we go")

    plain, leaning = (
        ModelTagger(
            OtherArtefact(leaning=(weight, 0.0), encoder=TalksAreSources()),
            RuleTagger(),
        ).tag(document)
        for weight in (0.0, 0.5)
    )

    assert [a.source and a.source.text for a in plain] == ["Voss"]
    assert [a.source and a.source.text for a in leaning] == ["talks"]


def write_artefact(folder: Path) -> Path:
    files = {"encoder.onnx": b"x", "head.onnx": b"y", "tokenizer.json": b"{}"}
    hashes = {}
    for name, data in files.items():
        (folder / name).write_bytes(data)
        hashes[name] = hashlib.sha256(data).hexdigest()
    manifest = {
        "version": "v9",
        "distance": 96,
        "confidence": [0.0] * 6,
        "raised": [0.0] * 3,
        "leaning": [0.0] * 2,
        "floor": 0.0,
        "sha256": hashes,
    }
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def test_a_folder_without_a_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"(?s)No attribution model.*rule"):
        Artefact.find(tmp_path)


def test_a_file_that_is_not_the_published_one_is_refused(tmp_path: Path) -> None:
    write_artefact(tmp_path)
    (tmp_path / "head.onnx").write_bytes(b"tampered")

    with pytest.raises(BackendError, match=r"head\.onnx has hash"):
        Artefact.find(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    write_artefact(tmp_path)
    (tmp_path / "encoder.onnx").unlink()

    with pytest.raises(BackendError, match=r"encoder\.onnx cannot be read"):
        Artefact.find(tmp_path)


def test_a_tagger_travels_to_a_worker_before_it_is_loaded(tmp_path: Path) -> None:
    tagger = ModelTagger(Artefact.find(write_artefact(tmp_path)), RuleTagger())

    again = pickle.loads(pickle.dumps(tagger))  # noqa: S301

    assert again.producer == "attribute.model.v9"


class TestModel(TaggerContract):
    finds_speech = False  # the small networks know one word

    def make_tagger(self) -> ModelTagger:
        return a_tagger()
