"""Measure how fast documents are read, and in how much memory.

    python benchmarks/reading.py            # a table
    python benchmarks/reading.py --json     # one line of JSON

Articles are invented (``synthetic.py``): bare, and as a whole page's text with menus,
teasers, a comment form and a notice around them. Each measurement has a process of its
own, so that peak memory is its own. Beside them in the same run: the rules without the
trained judge, and, on the same articles as web pages, trafilatura, resiliparse and jusText
where they are installed.
"""

import argparse
import html
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from accord.adapters.formats.html import HtmlFormat
from accord.ports import RawItem
from accord.read import ReadStage
from accord.read.furniture import mark_by_rule
from accord.read.units import divide
from synthetic import write_pile

ARTICLES = 300
JOBS = 2
# getrusage counts kilobytes on Linux and bytes on macOS.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
MENU = """Home News World Politics Business Sport Weather Opinion Culture Travel Search
Log_in Subscribe Newsletters Podcasts Games""".split()
TEASERS = [f"Ferry line number {n} buys another boat" for n in range(12)]
FORM = [
    "Leave a Reply",
    "Your email address will not be published.",
    "Name *",
    "Email *",
]
NOTICE = ["Privacy Policy", "Terms of Use", "© 2031 The Ostin Gazette."]


def articles() -> list[str]:
    """Invent articles."""
    with tempfile.TemporaryDirectory(prefix="accord-bench-") as name:
        write_pile(Path(name), ARTICLES)
        found = sorted((Path(name) / "articles").rglob("*.txt"))
        return [path.read_text(encoding="utf-8") for path in found]


def page_text(article: str) -> str:
    """Put a page's furniture around an article."""
    head = [entry.replace("_", " ") for entry in MENU]
    return "\n".join([*head, article, "Related articles", *TEASERS, *FORM, *NOTICE])


def page(article: str) -> bytes:
    """Put an article on a web page."""
    prose = "".join(f"<p>{html.escape(p)}</p>" for p in article.split("\n") if p)
    menu = "".join(f"<li><a href='/{m}'>{m}</a></li>" for m in MENU)
    teasers = "".join(f"<li><a href='/t'>{t}</a></li>" for t in TEASERS)
    return (
        "<!doctype html><html lang='en'><head><title>News</title></head><body>"
        f"<nav><ul>{menu}</ul></nav><article>{prose}</article>"
        f"<aside><ul>{teasers}</ul></aside></body></html>"
    ).encode()


def read_texts(texts: list[str]) -> None:
    """Read plain texts as Accord does."""
    stage = ReadStage()
    for text in texts:
        stage(RawItem("text", ".txt", text.encode()))


def read_pages(texts: list[str]) -> None:
    """Read web pages as Accord does."""
    stage = ReadStage(formats=(HtmlFormat(),))
    for text in texts:
        stage(RawItem("page", ".html", page(text)))


def mark_texts(texts: list[str]) -> None:
    """Let the rules alone mark furniture."""
    for text in texts:
        mark_by_rule(divide(text))


def run_trafilatura(texts: list[str]) -> None:
    """Extract with trafilatura and no more."""
    library = import_module("trafilatura")
    for text in texts:
        library.bare_extraction(page(text), with_metadata=True)


def run_resiliparse(texts: list[str]) -> None:
    """Extract with resiliparse."""
    extract = import_module("resiliparse.extract.html2text").extract_plain_text
    for text in texts:
        extract(page(text), main_content=True)


def run_justext(texts: list[str]) -> None:
    """Extract with jusText."""
    library = import_module("justext")
    for text in texts:
        library.justext(page(text), library.get_stoplist("English"))


def measure(work: Callable[[list[str]], None], texts: list[str]) -> tuple[float, float]:
    """Give processor seconds and peak memory in MB of some work."""
    work(texts[:2])
    begun = time.process_time()
    work(texts)
    seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT / 1e6
    return seconds, peak


def rows() -> Iterator[dict[str, Any]]:
    """Measure everything, each in a process of its own."""
    bare = articles()
    whole = [page_text(text) for text in bare]
    works: list[tuple[str, Callable[[list[str]], None], list[str]]] = [
        ("plain text", read_texts, bare),
        ("plain text, rules alone mark", mark_texts, bare),
        ("text of whole pages", read_texts, whole),
        ("web pages", read_pages, bare),
    ]
    if find_spec("trafilatura"):
        works.append(("web pages, trafilatura alone", run_trafilatura, bare))
    if find_spec("resiliparse"):
        works.append(("web pages, resiliparse alone", run_resiliparse, bare))
    if find_spec("justext"):
        works.append(("web pages, jusText alone", run_justext, bare))
    for name, work, texts in works:
        with ProcessPoolExecutor(max_workers=1) as pool:
            seconds, peak = pool.submit(partial(measure, work), texts).result()
        yield {
            "what": name,
            "per_core_s": round(len(texts) / seconds, 1),
            "on_two_cores_s": round(JOBS * len(texts) / seconds, 1),
            "peak_mb": round(peak, 1),
        }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    found = list(rows()) if parser.parse_args().json else rows()
    if isinstance(found, list):
        print(json.dumps({"reading": found}))
        return
    print("articles of about 750 words, per processor second")
    for row in found:
        print(
            f"{row['what']:30} {row['per_core_s']:7} on one core  "
            f"{row['on_two_cores_s']:7} on two  peak {row['peak_mb']:6} MB"
        )


if __name__ == "__main__":
    main()
