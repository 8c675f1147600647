"""Material as analysts have it: odd encodings, odd names, odd shapes, all in one run."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import accord
from accord.app import Workspace

ARTICLE = """\
Title: Quota talks
Outlet: Tern Post
Date: 2024-03-04

The minister of fisheries, Lena Harrow, said on Monday that the quota must be cut.

“We will not accept 9,000 tonnes,” Harrow said.
"""
# Each is the article in another dress: name, and how its bytes are made.
DRESSES = {
    "plain.txt": ARTICLE.encode(),
    "marked.txt": ARTICLE.encode("utf-8-sig"),
    "windows.txt": ARTICLE.replace("\n", "\r\n").encode(),
    "old-mac.txt": ARTICLE.replace("\n", "\r").encode(),
    "wide.txt": ARTICLE.encode("utf-16"),
    "widest.txt": ARTICLE.encode("utf-32"),
    "western.txt": ARTICLE.encode("cp1252"),
    "name with spaces 😀.txt": ARTICLE.encode(),
    "line\nbreak.txt": ARTICLE.encode(),
    "no-ending": ARTICLE.encode(),
}
ENCODINGS = {"wide.txt": "utf-16", "widest.txt": "utf-32", "western.txt": "cp1252"}
# What cannot be read, and a word of why.
HOPELESS = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \r\n\t ", "empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "broken.pdf": (b"%PDF-1.4\nno more", "broken"),
    "broken.docx": (b"PK\x03\x04no more", "no .docx"),
    "picture.jpg": (b"\xff\xd8\xff\xe0", "JPEG"),
}
# What holds no speech, but is text.
BARE = {
    "quotes.txt": "“”\"'‘’«» " * 300,
    "capitals.txt": ARTICLE.upper(),
    "german.txt": "Die Ministerin sagte: „Wir werden das nicht akzeptieren.“ " * 9,
    "russian.txt": "Министр заявила: «Мы не примем эту квоту», и ушла с переговоров. "
    * 9,
    "arabic.txt": "قال الوزير يوم الاثنين: «لن نقبل بهذه الحصة». ",
    "furniture.txt": "Share on Facebook\n\nAdvertisement\n\nRead more\n",
    "letters.txt": "a" * 200_000,
    "openers.txt": "“ he said " * 20_000,
}
ROWS = [
    json.dumps({"text": ARTICLE}),
    "{bad",
    "",
    "[1, 2]",
    json.dumps({"title": "no text"}),
    '{"text": "A lone \\ud800 surrogate, Harrow said."}',
    '{"text": "A \\u0000 zero, Harrow said."}',
    '{"text":' + "[" * 50_000,
]


@pytest.fixture(scope="module")
def dirty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Run over everything at once."""
    pile = tmp_path_factory.mktemp("dirty") / "pile"
    pile.mkdir()
    for name, data in DRESSES.items():
        (pile / name).write_bytes(data)
    for name, (data, _) in HOPELESS.items():
        (pile / name).write_bytes(data)
    for name, text in BARE.items():
        (pile / name).write_text(text, encoding="utf-8")
    (pile / "rows.jsonl").write_text("\n".join(ROWS), encoding="utf-8")
    with accord.open(pile.parent / "w") as workspace:
        workspace.run([pile])
        yield workspace


def test_every_item_is_a_document_or_a_failure_with_a_reason(dirty: Workspace) -> None:
    failures = {
        f.item.removeprefix("pile/"): f.error for f in dirty.records("failures")
    }
    rows = {name for name in failures if name.startswith("rows.jsonl#")}

    assert rows == {f"rows.jsonl#{n}" for n in (2, 4, 5, 8)}
    assert set(failures) - rows == set(HOPELESS)
    for name, (_, reason) in HOPELESS.items():
        assert reason in failures[name]
    documents = {d.path.removeprefix("pile/") for d in dirty.documents()}
    assert documents == {
        *DRESSES,
        *BARE,
        "rows.jsonl#1",
        "rows.jsonl#6",
        "rows.jsonl#7",
    }


@pytest.mark.parametrize("name", DRESSES)
def test_offsets_hold_against_the_files_own_text(dirty: Workspace, name: str) -> None:
    (document,) = [d for d in dirty.documents() if d.path == f"pile/{name}"]
    own = DRESSES[name].decode(ENCODINGS.get(name, "utf-8-sig"))
    found = list(dirty.records("attributions", document=document.path))

    assert document.text == own
    assert {a.speaker.name for a in found} == {"Lena Harrow"}
    for attribution in found:
        pieces = [own[s.start : s.end] for s in attribution.content.spans]
        assert all(piece in attribution.content.text for piece in pieces)
        assert "".join(pieces)


def test_what_no_store_can_hold_is_replaced_and_doubted(dirty: Workspace) -> None:
    paths = {d.id: d.path for d in dirty.documents()}
    doubted = {paths[f.document] for f in dirty.findings() if f.kind == "encoding"}
    assert {"pile/rows.jsonl#6", "pile/rows.jsonl#7"} <= doubted


def test_no_file_buries_the_findings_of_the_others(dirty: Workspace) -> None:
    assert len(list(dirty.findings())) < 400


def test_every_quote_of_it_is_proved(dirty: Workspace) -> None:
    report = dirty.check()
    assert report.problems == ()
    assert report.quotes_checked > 40


@pytest.mark.parametrize(
    "clause",
    [
        "The minister of fisheries, Lena Harrow, said the quota must fall, and ",
        "“We will not go,” she said, ",
        "on Monday the union told the Daily Post that it would, and on Tuesday ",
    ],
)
def test_a_sentence_of_a_hundred_thousand_characters_is_read(
    tmp_path: Path, clause: str
) -> None:
    """A method that looks over the sentence once a cue would take minutes."""
    (tmp_path / "long.txt").write_text(clause * (100_000 // len(clause)))
    with accord.open(tmp_path / "w") as workspace:
        report = workspace.run([tmp_path / "long.txt"])
        assert report.failures == ()
        assert len(list(workspace.attributions())) > 100
