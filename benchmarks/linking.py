"""Measure how the link room's time and memory grow with the pile.

    python benchmarks/linking.py                          # 10,000 and 100,000 articles
    python benchmarks/linking.py --sizes 1000,10000 --json

Every size runs in a process of its own, so that peak memory is its own. The articles
are invented: words drawn by Zipf's law and joined by a first-order chain, so that common
phrases recur as they do in news; a tenth reprint an earlier article, cut and edited;
stories share quotations. Growth is told per article: 1.0 is linear.
"""

import argparse
import json
import random
import resource
import sys
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate, count
from typing import Any

from accord.link import LinkStage
from accord.model import (
    ActorRef,
    Attribution,
    Document,
    Dossier,
    Span,
    Speaker,
    When,
    content_id,
)
from apart import measure_apart

SIZES = (10_000, 100_000)
SEED = 20240301
# Words of a pile by Heaps' law: common ones from the start, names with each story.
COMMON_WORDS = 30_000
WORDS_PER_ARTICLE = 450
# How often the next word is one that often follows the last.
SET_PHRASES = 0.35
FOLLOWERS = 6
ARTICLES_PER_STORY = 12
QUOTES_PER_STORY = 12
QUOTES_PER_ARTICLE = 3
REPRINTS = 0.1
# A reprint is of one of the latest articles; older news is not news.
LATEST = 400
SPEAKERS = 400
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class Language:
    """Words with Zipf's frequencies, and what often follows each."""

    def __init__(self, chance: random.Random) -> None:
        syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
        words = ["the", "of", "and", "to", "in", "a", "that", "for", "on", "it"]
        taken = set(words)
        while len(words) < COMMON_WORDS:
            word = "".join(
                chance.choices(syllables, k=chance.choice((1, 2, 2, 3, 3, 4)))
            )
            if word not in taken:
                taken.add(word)
                words.append(word)
        self.words = words
        self._cumulated = list(
            accumulate(1 / (rank + 2.7) for rank in range(len(words)))
        )
        self._followers: dict[str, list[str]] = {}

    def speak(self, chance: random.Random, length: int) -> list[str]:
        """Make up some words in a row."""
        drawn = iter(chance.choices(self.words, cum_weights=self._cumulated, k=length))
        spoken: list[str] = []
        for word in drawn:
            if spoken and chance.random() < SET_PHRASES:
                spoken.append(chance.choice(self._after(spoken[-1])))
            else:
                spoken.append(word)
        return spoken

    def _after(self, word: str) -> list[str]:
        """Give the words that often follow one."""
        if word not in self._followers:
            chance = random.Random(f"{SEED} {word}")  # noqa: S311 - not for secrets
            self._followers[word] = chance.choices(
                self.words, cum_weights=self._cumulated, k=FOLLOWERS
            )
        return self._followers[word]


@dataclass
class Story:
    """What its articles have in common."""

    day: date
    names: list[str]
    quotes: list[tuple[str, str]]


def write_articles(size: int) -> Iterator[Dossier]:
    """Invent articles, one after the other; the first are the same for every size."""
    chance = random.Random(SEED)  # noqa: S311 - not for secrets
    language = Language(chance)
    stories: deque[Story] = deque(maxlen=8)
    latest: deque[list[tuple[str, str | None]]] = deque(maxlen=LATEST)
    for number in range(size):
        if number % ARTICLES_PER_STORY == 0:
            stories.append(make_story(language, chance, number))
        story = chance.choice(stories)
        if latest and chance.random() < REPRINTS:
            parts = edit(chance.choice(latest), language, chance)
        else:
            parts = write_parts(story, language, chance)
            latest.append(parts)
        yield make_dossier(number, story.day, parts)


def make_story(language: Language, chance: random.Random, number: int) -> Story:
    """Invent names, and who says what."""
    # The same pace whatever the pile's size: more articles are more weeks.
    day = date(2020, 1, 1) + timedelta(days=number // 400)
    names = ["".join(language.speak(chance, 2)).capitalize() for _ in range(4)]
    quotes = []
    for _ in range(QUOTES_PER_STORY):
        words = language.speak(chance, chance.randint(8, 30))
        quotes.append((f"per:{chance.randrange(SPEAKERS)}", " ".join(words)))
    return Story(day, names, quotes)


def write_parts(
    story: Story, language: Language, chance: random.Random
) -> list[tuple[str, str | None]]:
    """Write sentences, each with who says it if anybody does."""
    parts: list[tuple[str, str | None]] = []
    quoted = chance.sample(story.quotes, QUOTES_PER_ARTICLE)
    words = 0
    length = max(120, int(chance.lognormvariate(0, 0.5) * WORDS_PER_ARTICLE))
    while words < length:
        if quoted and chance.random() < 0.3:
            speaker, text = quoted.pop()
            if chance.random() < 0.4:  # clipped
                text = " ".join(text.split()[: chance.randint(5, 30)])
            parts.append((text, speaker))
        else:
            sentence = language.speak(chance, chance.randint(8, 32))
            sentence[chance.randrange(len(sentence))] = chance.choice(story.names)
            said = (
                f"per:{chance.randrange(SPEAKERS)}" if chance.random() < 0.2 else None
            )
            parts.append((" ".join(sentence), said))
        words += len(parts[-1][0].split())
    return parts


def edit(
    parts: list[tuple[str, str | None]], language: Language, chance: random.Random
) -> list[tuple[str, str | None]]:
    """Cut an article, and change a word in some of its sentences."""
    kept = parts[: max(4, int(len(parts) * chance.uniform(0.4, 1)))]
    edited = []
    for text, speaker in kept:
        words = text.split()
        if chance.random() < 0.4:
            words[chance.randrange(len(words))] = language.speak(chance, 1)[0]
        edited.append((" ".join(words), speaker))
    return edited


def make_dossier(
    number: int, day: date, parts: list[tuple[str, str | None]]
) -> Dossier:
    """Make a document with its attributions."""
    text, said = "", []
    for words, speaker in parts:
        start = len(text) + (1 if speaker else 0)
        text += f"“{words},” {speaker} said. " if speaker else f"{words.capitalize()}. "
        if speaker:
            said.append((speaker, Span(start, start + len(words))))
    document = Document(
        id=content_id("document", number),
        produced_by="benchmarks.linking",
        path=f"pile/{number:06}.txt",
        title=None,
        outlet=f"Outlet {number % 97}",
        author=None,
        language="en",
        url=None,
        published=When.on(day),
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )
    attributions = []
    for speaker, span in said:
        made = Attribution.of(
            document,
            source=(),
            cue=(),
            content=(span,),
            mode="direct",
            produced_by="benchmarks.linking",
            confidence=1.0,
        )
        known = Speaker(speaker, speaker, "resolved", "gold", 1.0)
        body = ActorRef(f"state:{int(speaker[4:]) % 40}", "a state")
        attributions.append(replace(made, speaker=known, speaks_for=body))
    return Dossier(document=document, attributions=tuple(attributions))


def measure(size: int) -> dict[str, Any]:
    """Link a pile; the time that inventing it takes is left out."""
    spent = 0.0
    words = said = 0

    def timed() -> Iterator[Dossier]:
        nonlocal spent, words, said
        articles = write_articles(size)
        for _ in count():
            began = time.process_time()
            dossier = next(articles, None)
            spent += time.process_time() - began
            if dossier is None:
                return
            words += dossier.document.text.count(" ")
            said += len(dossier.attributions)
            yield dossier

    began = time.process_time()
    linked = LinkStage()(timed())
    seconds = time.process_time() - began - spent
    kinds = [link.kind for link in linked.links]
    return {
        "articles": size,
        "words": words,
        "attributions": said,
        "seconds": round(seconds, 1),
        "ms_per_article": round(1000 * seconds / size, 3),
        "peak_mb": round(
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT / 1e6
        ),
        "copies": kinds.count("copy"),
        "echoes": kinds.count("echo"),
    }


def main() -> None:
    """Read the options and measure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--json", action="store_true", help="print one line of JSON")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(measure(options.measure)))
        return
    rows = [measure_apart(__file__, int(size)) for size in options.sizes.split(",")]
    growth = rows[-1]["ms_per_article"] / rows[0]["ms_per_article"]
    results = {"growth_per_article": round(growth, 2), "runs": rows}
    if options.json:
        print(json.dumps(results))
        return
    print("  " + "".join(f"{name:>15}" for name in rows[0]))
    for row in rows:
        print("  " + "".join(f"{value:>15,}" for value in row.values()))
    print(f"  time per article grows {growth:.2f}x (target 1.3)")


if __name__ == "__main__":
    main()
