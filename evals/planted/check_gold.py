"""Prove that the gold fits the texts: ``python evals/planted/check_gold.py [SAMPLE]``.

Every quoted stretch must stand in its document, once or at its occurrence; ids must
be unique, references must lead somewhere, and issues must be in the codebook.
"""

import sys
from collections.abc import Iterator, Mapping

import yaml
from gold import SAMPLES, Gold, load_gold, locate, plain_texts, quotes

__all__ = ["check_quotes", "check_references"]


def check_quotes(gold: Gold, texts: Mapping[str, str]) -> Iterator[str]:
    """Report gold quotations that do not stand in their document.

    Args:
        gold: The gold of one sample.
        texts: The texts by path; documents without one are left out.
    """
    for document in gold["documents"]:
        text = texts.get(document["path"])
        if text is None:
            continue
        for quote in quotes(document):
            try:
                locate(text, quote)
            except LookupError as error:
                yield f"{document['path']}: {error}"
                break
        else:
            yield from _check_overlaps(document, text)


def _check_overlaps(document: Gold, text: str) -> Iterator[str]:
    """Report sources and cues that stand within the content they introduce."""
    for attribution in document["attributions"]:
        contents = [locate(text, quote) for quote in attribution["content"]]
        for part in ("source", "cue"):
            quote = attribution.get(part)
            if not quote:
                continue
            start, end = locate(text, quote)
            if any(start < stop and begin < end for begin, stop in contents):
                yield f"{document['path']} {attribution['id']}: {part} within content"


def check_references(gold: Gold) -> Iterator[str]:
    """Report doubled ids, and issues, actors and ids that lead nowhere."""
    folder = SAMPLES / gold["sample"]
    codebook = yaml.safe_load((folder / "issues.yaml").read_text(encoding="utf-8"))
    issues = {issue["id"] for issue in codebook["issues"]}
    actors = {
        actor["id"]
        for pack in sorted((folder / "actors").iterdir())
        for actor in yaml.safe_load(pack.read_text(encoding="utf-8"))["actors"]
    }
    ids = [a["id"] for d in gold["documents"] for a in d["attributions"]]
    yield from (
        f"doubled id: {i}" for i in sorted({i for i in ids if ids.count(i) > 1})
    )
    nested = [a.get("nested_in") for d in gold["documents"] for a in d["attributions"]]
    echoed = [e[end] for e in gold["pile"]["echoes"] for end in ("a", "b")]
    yield from (f"no such id: {i}" for i in [*nested, *echoed] if i and i not in ids)
    yield from (
        f"no such issue: {i}" for i in _values(gold, "issue") if i not in issues
    )
    named = [*_values(gold, "actor"), *_values(gold, "represents")]
    yield from (f"no such actor: {a}" for a in named if a and a not in actors)


def _values(node: object, key: str) -> list[str]:
    """Collect the strings under a key, at any depth."""
    found: list[str] = []
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                values = value if isinstance(value, list) else [value]
                found += [v for v in values if isinstance(v, str)]
            found += _values(value, key)
    elif isinstance(node, list):
        for item in node:
            found += _values(item, key)
    return found


def main(samples: list[str]) -> int:
    """Check the samples; return how many problems there are, at most 1."""
    problems: list[str] = []
    for sample in samples or ["strait", "depot"]:
        gold = load_gold(sample)
        problems += check_references(gold)
        problems += check_quotes(gold, plain_texts(sample))
    print("\n".join(problems) or "The gold fits the texts.")
    return min(len(problems), 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
