"""Measure how well articles are taken out of web pages, beside other extractors.

``python evals/extraction/measure.py [--json] [--no-peers]`` reads the 181 pages of
``extraction/scrapinghub181`` below ``ACCORD_DATA``. The article's words are scored as the
benchmark scores them: runs of four words, precision and recall averaged over pages. Its
gold holds no headline, writer or day; these are held against what a page says of itself
in JSON-LD, where it does.
"""

import argparse
import gzip
import hashlib
import json
import os
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from accord.adapters.formats.html import HtmlFormat
from accord.errors import UnreadableError
from accord.model import Document
from accord.ports import RawItem
from accord.read import ReadStage

ROOT = Path(__file__).resolve().parents[2]
_WORD = re.compile(r"\w+")
_RUN = 4
_DAY = re.compile(r"[12]\d{3}-[01]\d-[0-3]\d")
_STATED = re.compile(
    rb"<script[^>]{0,200}application/ld\+json[^>]{0,200}>(.{2,200000}?)</script>",
    re.DOTALL | re.IGNORECASE,
)

Extractor = Callable[[bytes], str]


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its gold.

    Attributes:
        data: The page's bytes.
        body: The article's text.
        stated: Headline, writers and day as the page's JSON-LD states them.
    """

    data: bytes
    body: str
    stated: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Score:
    """How an extractor did.

    Attributes:
        precision: Share of the runs found that are the article's, mean over pages.
        recall: Share of the article's runs found, mean over pages.
        speed: Pages per processor second.
    """

    precision: float
    recall: float
    speed: float

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def pages(folder: Path) -> Iterator[Page]:
    """Give all pages."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as file:
        for line in file:
            gold = json.loads(line)
            data = gzip.decompress(
                (folder / "html" / f"{gold['id']}.html.gz").read_bytes()
            )
            yield Page(data, gold["body"], stated(data))


def stated(data: bytes) -> Mapping[str, frozenset[str]]:
    """Take headline, writers and day from a page's JSON-LD."""
    found: dict[str, set[str]] = {"title": set(), "author": set(), "published": set()}
    for match in _STATED.finditer(data):
        try:
            loaded = json.loads(match[1])
        except ValueError:
            continue
        for item in _articles(loaded):
            _collect(item, found)
    return {name: frozenset(values) for name, values in found.items()}


def _articles(loaded: Any) -> Iterator[dict[str, Any]]:
    """Give the objects that describe an article."""
    for item in loaded if isinstance(loaded, list) else [loaded]:
        if not isinstance(item, dict):
            continue
        yield from _articles(item.get("@graph", []))
        kind = item.get("@type", "")
        if "Article" in str(kind) or "BlogPosting" in str(kind):
            yield item


def _collect(item: Mapping[str, Any], found: dict[str, set[str]]) -> None:
    """Add what one object states."""
    if isinstance(item.get("headline"), str):
        found["title"].add(_fold(item["headline"]))
    if _DAY.match(str(item.get("datePublished"))):
        found["published"].add(item["datePublished"][:10])
    authors = item.get("author") or []
    for author in authors if isinstance(authors, list) else [authors]:
        name = author.get("name") if isinstance(author, dict) else author
        if isinstance(name, str) and name.strip():
            found["author"].add(_fold(name).removeprefix("by "))


def _fold(text: str) -> str:
    """Make texts comparable: words in lower case, entities resolved."""
    return " ".join(_WORD.findall(unescape(text).lower()))


def compare(found: str, gold: str) -> tuple[float, float]:
    """Give precision and recall of runs of words."""
    ours, theirs = _runs(found), _runs(gold)
    shared = sum((ours & theirs).values())
    return shared / max(1, sum(ours.values())), shared / max(1, sum(theirs.values()))


def _runs(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words; a shorter text is one run."""
    words = _WORD.findall(text)
    count = max(1, len(words) - _RUN + 1) if words else 0
    return Counter(tuple(words[i : i + _RUN]) for i in range(count))


def score(extract: Extractor, corpus: Sequence[Page]) -> Score:
    """Let an extractor read all pages."""
    begun = time.process_time()
    texts = [extract(page.data) for page in corpus]
    seconds = time.process_time() - begun
    rates = [compare(t, page.body) for t, page in zip(texts, corpus, strict=True)]
    found = [
        precision for text, (precision, _) in zip(texts, rates, strict=True) if text
    ]
    return Score(
        precision=sum(found) / max(1, len(found)),
        recall=sum(recall for _, recall in rates) / len(rates),
        speed=len(corpus) / max(seconds, 1e-9),
    )


def read(data: bytes) -> Document | None:
    """Read a page as Accord does; None if it finds no article."""
    stage = ReadStage(formats=(HtmlFormat(),))
    try:
        return stage(RawItem("page", ".html", data)).document
    except UnreadableError:
        return None


def accord(data: bytes) -> str:
    """Give the text that Accord takes for the article."""
    document = read(data)
    if document is None:
        return ""
    pieces, start = [], 0
    for piece in document.furniture:
        pieces.append(document.text[start : piece.start])
        start = piece.end
    return "".join((*pieces, document.text[start:]))


def metadata(corpus: Sequence[Page]) -> dict[str, tuple[float, int]]:
    """Tell how often title, writer and day agree with what a page states of itself."""
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for page in corpus:
        document = read(page.data)
        for name, values in page.stated.items():
            if values:
                count[name] += 1
                right[name] += document is not None and _agrees(document, name, values)
    return {name: (right[name] / count[name], count[name]) for name in sorted(count)}


def _agrees(document: Document, name: str, values: frozenset[str]) -> bool:
    """Tell whether a field says what the page states."""
    if name == "published":
        day = document.published.start if document.published else None
        return day is not None and day.isoformat() in values
    stated = getattr(document, name) or ""
    field = _fold(stated)
    if name != "author" or not field:
        return field in values
    # Pages put offices and papers beside a name ("Lena Maar, AP Writer"); we do not.
    names = [_fold(one) for one in stated.split(",")]
    return any(v in field or all(one in v for one in names) for v in values)


def _trafilatura(**options: bool) -> Extractor:
    """Make the library's extractor with some options."""
    library = import_module("trafilatura")
    return lambda data: library.extract(data, include_comments=False, **options) or ""


def _justext(data: bytes) -> str:
    """Extract with jusText and its English word list."""
    library = import_module("justext")
    found = library.justext(data, library.get_stoplist("English"))
    return "\n".join(p.text for p in found if not p.is_boilerplate)


def _resiliparse(data: bytes) -> str:
    """Extract with resiliparse."""
    html2text = import_module("resiliparse.extract.html2text")
    parse = import_module("resiliparse.parse")
    page = parse.encoding.bytes_to_str(data, parse.encoding.detect_encoding(data))
    return str(html2text.extract_plain_text(page, main_content=True))


def peers() -> dict[str, Extractor | None]:
    """Give other extractors; None for one that is not installed."""
    return {
        "trafilatura": _trafilatura(),
        "trafilatura, precision": _trafilatura(favor_precision=True),
        "trafilatura, fast": _trafilatura(fast=True),
        "resiliparse": _resiliparse if find_spec("resiliparse") else None,
        "jusText": _justext if find_spec("justext") else None,
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--json", action="store_true", help="end with a line for the gate"
    )
    parser.add_argument("--no-peers", action="store_true", help="measure Accord alone")
    arguments = parser.parse_args()
    data = Path(os.environ.get("ACCORD_DATA", ROOT / ".." / "shared" / "data"))
    folder = data / "extraction" / "scrapinghub181"
    if not folder.exists():
        reason = (
            "extraction/scrapinghub181 is not there; set ACCORD_DATA to the data folder"
        )
        print(
            json.dumps({"skipped": reason}) if arguments.json else f"Skipped: {reason}."
        )
        return
    corpus = list(pages(folder))
    ours = score(accord, corpus)
    rows: dict[str, Extractor | None] = {} if arguments.no_peers else peers()
    _print_row("Accord", ours)
    for name, extract in rows.items():
        if extract is None:
            print(f"{name:24} not installed")
        else:
            _print_row(name, score(extract, corpus))
    fields = metadata(corpus)
    for name, (rate, count) in fields.items():
        print(
            f"{name:24} agrees with the page's JSON-LD on {rate:.3f} of {count} pages"
        )
    if arguments.json:
        metrics = {"f1": ours.f1, "recall": ours.recall}
        metrics |= {name: rate for name, (rate, _) in fields.items()}
        corpus_id = hashlib.sha256((folder / "gold.jsonl").read_bytes()).hexdigest()[
            :16
        ]
        print(json.dumps({"corpus": corpus_id, "metrics": metrics}))


def _print_row(name: str, got: Score) -> None:
    """Print one extractor's figures."""
    print(
        f"{name:24} F1 {got.f1:.3f}  precision {got.precision:.3f}  "
        f"recall {got.recall:.3f}  {got.speed:6.1f} pages/s"
    )


if __name__ == "__main__":
    main()
