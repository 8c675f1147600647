import json

import pytest
from check_gold import check_quotes, check_references
from gold import FOLDER, SAMPLES, load_gold, locate, plain_texts, quotes

BOTH = pytest.mark.parametrize("sample", ["strait", "depot"])


@BOTH
def test_every_gold_quotation_stands_in_its_text(sample: str) -> None:
    assert list(check_quotes(load_gold(sample), plain_texts(sample))) == []


@BOTH
def test_ids_issues_and_actors_of_the_gold_lead_somewhere(sample: str) -> None:
    assert list(check_references(load_gold(sample))) == []


@BOTH
def test_every_document_has_gold_and_all_gold_has_a_document(sample: str) -> None:
    gold = {d["path"].split("#")[0] for d in load_gold(sample)["documents"]}
    files = (SAMPLES / sample / "documents").iterdir()
    assert gold == {f"documents/{file.name}" for file in files}


@BOTH
def test_copies_join_documents_of_the_pile(sample: str) -> None:
    gold = load_gold(sample)
    paths = {d["path"] for d in gold["documents"]}
    assert {c[end] for c in gold["pile"]["copies"] for end in "ab"} <= paths


@BOTH
def test_direct_speech_of_the_gold_stands_in_quotation_marks(sample: str) -> None:
    texts = plain_texts(sample)
    for document in load_gold(sample)["documents"]:
        text = texts.get(document["path"])
        for attribution in document["attributions"] if text else ():
            if attribution["mode"] != "direct":
                continue
            first = attribution["content"][0]
            before = text[locate(text, first)[0] - 1]
            assert before in "\"“'‘", (document["path"], first)


def test_a_wrong_quotation_is_reported_with_its_document() -> None:
    gold = load_gold("depot")
    gold["documents"][0]["attributions"][0]["content"][0]["text"] += " never"
    (problem,) = check_quotes(gold, plain_texts("depot"))
    assert problem.startswith("documents/01-ballot.txt")
    assert "0 times" in problem


def test_words_that_stand_twice_need_an_occurrence() -> None:
    with pytest.raises(LookupError, match="2 times: which"):
        locate("no and no", {"text": "no"})
    assert locate("no and no", {"text": "no", "occurrence": 2}) == (7, 9)


def test_white_space_of_a_quotation_stands_for_any_white_space() -> None:
    assert locate("he\n  said", {"text": "he said"}) == (0, 9)


def test_an_unknown_issue_actor_or_echo_is_reported() -> None:
    gold = load_gold("depot")
    gold["pile"]["positions"][0]["issue"] = "weather"
    gold["pile"]["positions"][1]["actor"] = "org:nobody"
    gold["pile"]["echoes"][0]["a"] = "99.9"
    assert sorted(check_references(gold)) == [
        "no such actor: org:nobody",
        "no such id: 99.9",
        "no such issue: weather",
    ]


def test_the_sample_has_all_that_real_coverage_has() -> None:
    documents = load_gold("strait")["documents"]
    attributions = [a for d in documents for a in d["attributions"]]
    assert len(documents) >= 14
    assert len({d["metadata"]["outlet"] for d in documents} - {None}) >= 6
    assert {a["mode"] for a in attributions} == {"direct", "mixed", "indirect"}
    assert any(a.get("via") for a in attributions)
    assert any(a.get("nested_in") for a in attributions)
    assert any(len(a["content"]) > 1 for a in attributions)
    assert sum("anonymous" in a["speaker"]["status"] for a in attributions) >= 8
    assert sum(bool(a.get("condition")) for a in attributions) >= 8
    findings = {f["kind"] for d in documents for f in d["findings"]}
    assert findings >= {
        "placeholder", "no-date", "relative-date-furniture", "role-clash",
        "unbalanced-quote", "added-quotation-marks", "split-sentence",
        "uncredited-copy",
    }  # fmt: skip
    assert any(f["unit"] == ["EUR"] and f.get("alternate") for d in documents for f in d["figures"])  # fmt: skip


def test_gold_files_are_written_as_one_record_a_line() -> None:
    for path in FOLDER.glob("*.json"):
        if path.name == "floors.json":
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        records = [line.rstrip(",") for line in lines if line.strip().startswith('{"')]
        assert len(records) == sum(1 for line in records if json.loads(line))
        assert len(records) > 50


def test_quotes_lists_furniture_sources_contents_and_evidence() -> None:
    document = load_gold("depot")["documents"][0]
    listed = [quote["text"] for quote in quotes(document)]
    assert "general secretary Marnie Oakes" in listed
    assert "41 million pounds ($55 million)" in listed
    assert any(text.startswith("Title:") for text in listed)
