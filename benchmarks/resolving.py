"""How fast are documents resolved, and where does the time go?

Runs the resolve room on invented news articles with many names, offices and dates, in
one process, and prints articles a second beside the number readers alone. Two cores run
two such processes. Run as ``python benchmarks/resolving.py``.
"""

from datetime import date
from time import perf_counter

from accord.model import Attribution, Document, Dossier, Span, When, content_id
from accord.resolve import ResolveStage, load_knowledge
from accord.text.dates import find_dates
from accord.text.numbers import find_numbers

ARTICLES = 60
#: Sentences that repeat to the length of a usual article; all invented.
SENTENCES = (
    "Foreign Minister Mara Voss said on Thursday that Norland would pay 17 million euros.",
    "The German chancellor said late last month that two thirds of the fleet had sailed.",
    "Kyiv rejected the plan, Sergey Lavrov said, and London called it half a promise.",
    "The minister said the talks of May 12-14 had failed from 2019 to 2022 as well.",
)
REPEATS = 10


def make_article(number: int) -> Dossier:
    """Make an article whose every sentence is an attribution."""
    text = " ".join(SENTENCES * REPEATS) + f" Article {number}."
    document = Document(
        id=content_id("document", text),
        produced_by="benchmarks.resolving",
        path=f"{number}.txt",
        title=None,
        outlet=None,
        author=None,
        language="en",
        url=None,
        published=When.on(date(2024, 5, 16)),
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )
    attributions = []
    at = 0
    while (cue := text.find(" said", at)) >= 0:
        start = max(text.rfind(". ", 0, cue) + 2, 0) if ". " in text[:cue] else 0
        end = text.find(".", cue)
        at = end
        if cue + 6 < end and start < cue:
            attributions.append(
                Attribution.of(
                    document,
                    source=(Span(start, cue),),
                    cue=(Span(cue + 1, cue + 5),),
                    content=(Span(cue + 6, end),),
                    mode="indirect",
                    produced_by="benchmarks.resolving",
                    confidence=1.0,
                )
            )
    return Dossier(document=document, attributions=tuple(attributions))


def main() -> None:
    """Measure and print."""
    start = perf_counter()
    stage = ResolveStage(load_knowledge())
    articles = [make_article(number) for number in range(ARTICLES)]
    stage(articles[0])
    print(f"knowledge base and first article  {perf_counter() - start:8.2f} s")
    start = perf_counter()
    for article in articles:
        stage(article)
    taken = perf_counter() - start
    print(
        f"resolve                           {ARTICLES / taken:8.1f} articles/s a core"
    )
    for name, read in (
        ("dates", lambda text: list(find_dates(text, anchor=date(2024, 5, 16)))),
        ("numbers", lambda text: list(find_numbers(text))),
    ):
        start = perf_counter()
        for article in articles:
            read(article.document.text)
        share = (perf_counter() - start) / taken
        print(f"reading {name:9} beside it takes  {share:8.1%}")


if __name__ == "__main__":
    main()
