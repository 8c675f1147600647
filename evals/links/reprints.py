"""Altered reprints: articles that others clip, edit, re-order and wrap, with the truth.

The articles are invented words with Zipf's frequencies and set phrases; three of four
quote the same press conferences as others do, which makes nobody a copy. Every reprint
is of one article, by one alteration at one strength.
"""

import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from accord.link import LinkStage
from accord.model import Document, Dossier, When, content_id

__all__ = ["ALTERATIONS", "Reprint", "measure_reprints", "write_pile"]

SEED = 20310418
ORIGINALS = 250
REPRINTS_EACH = 60
WORDS = 8000
SENTENCES = (12, 34)
CONFERENCES = 25
QUOTES_EACH = 8
#: Of MinHash beside it: what datasketch and others take where nothing else is said, and
#: what is needed to reach copies in part.
THRESHOLDS = (0.5, 0.2)
PERMUTATIONS = 128
SHINGLE = 5

Sentences = list[list[str]]
Alter = Callable[[Sentences, "Language"], Sentences]


class Language:
    """Words with Zipf's frequencies, and the chance that draws them."""

    def __init__(self) -> None:
        self.chance = random.Random(SEED)  # noqa: S311 - not for secrets
        syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
        made: dict[str, None] = {}
        while len(made) < WORDS:
            made[
                "".join(self.chance.choices(syllables, k=self.chance.randint(1, 4)))
            ] = None
        self.words = list(made)
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
        self.phrases = [self.speak(self.chance.randint(3, 9)) for _ in range(200)]

    def speak(self, length: int) -> list[str]:
        """Make up some words in a row."""
        return self.chance.choices(self.words, cum_weights=self._weights, k=length)

    def sentence(self) -> list[str]:
        """Make up a sentence; a third of them have a set phrase."""
        words = self.speak(self.chance.randint(8, 30))
        if self.chance.random() < 1 / 3:
            words[3:3] = self.chance.choice(self.phrases)
        return words


def clip(share: float) -> Alter:
    """Keep the beginning."""
    return lambda text, _: text[: max(3, int(len(text) * share))]


def drop(share: float) -> Alter:
    """Leave words out, here and there."""
    return lambda text, language: [
        [w for w in s if language.chance.random() >= share] for s in text
    ]


def replace_words(share: float) -> Alter:
    """Put other words, here and there."""
    return lambda text, language: [
        [language.speak(1)[0] if language.chance.random() < share else w for w in s]
        for s in text
    ]


def reorder(text: Sentences, language: Language) -> Sentences:
    """Put the sentences in another order."""
    return language.chance.sample(text, len(text))


def wrap(share: float) -> Alter:
    """Put the beginning into another story, twice as long as it."""

    def wrapped(text: Sentences, language: Language) -> Sentences:
        kept = clip(share)(text, language)
        around = [language.sentence() for _ in range(2 * len(kept))]
        return [*around[: len(kept)], *kept, *around[len(kept) :]]

    return wrapped


def all_at_once(text: Sentences, language: Language) -> Sentences:
    """Clip, re-order and edit."""
    for alter in (clip(0.6), reorder, drop(0.05), replace_words(0.1)):
        text = alter(text, language)
    return text


ALTERATIONS: Mapping[str, Alter] = {
    "nothing changed": lambda text, _: text,
    "first half": clip(0.5),
    "first quarter": clip(0.25),
    "10 % dropped": drop(0.1),
    "20 % dropped": drop(0.2),
    "10 % synonyms": replace_words(0.1),
    "20 % synonyms": replace_words(0.2),
    "25 % synonyms": replace_words(0.25),
    "re-ordered": reorder,
    "half, wrapped": wrap(0.5),
    "third, wrapped": wrap(1 / 3),
    "all at once": all_at_once,
}


@dataclass(frozen=True)
class Reprint:
    """Where a document is from.

    Attributes:
        origin: Number of the article that it is, or is made of.
        alteration: What was done to it; None for the article itself.
    """

    origin: int
    alteration: str | None


def write_pile() -> tuple[list[Dossier], dict[str, Reprint]]:
    """Make the articles and their reprints."""
    language = Language()
    conferences = [
        [language.speak(language.chance.randint(8, 25)) for _ in range(QUOTES_EACH)]
        for _ in range(CONFERENCES)
    ]
    articles = []
    for number in range(ORIGINALS):
        text = [language.sentence() for _ in range(language.chance.randint(*SENTENCES))]
        if number % 4:
            quotes = language.chance.sample(conferences[number % CONFERENCES], 3)
            for quote in quotes:
                said = [f"“{quote[0]}", *quote[1:-1], f"{quote[-1]}”", "said"]
                text.insert(language.chance.randrange(len(text)), said)
        articles.append(text)
    pile: list[Dossier] = []
    truth: dict[str, Reprint] = {}
    for number, text in enumerate(articles):
        pile.append(make_dossier(text, len(pile)))
        truth[pile[-1].document.id] = Reprint(number, None)
    for name, alter in ALTERATIONS.items():
        for number in language.chance.sample(range(ORIGINALS), REPRINTS_EACH):
            pile.append(make_dossier(alter(articles[number], language), len(pile)))
            truth[pile[-1].document.id] = Reprint(number, name)
    return pile, truth


def make_dossier(sentences: Sentences, number: int) -> Dossier:
    """Make a document."""
    text = "\n".join(" ".join(words) + "." for words in sentences)
    document = Document(
        id=content_id("document", "reprints", number),
        produced_by="evals.links",
        path=f"reprints/{number:04}.txt",
        title=None,
        outlet=f"Outlet {number % 31}",
        author=None,
        language="en",
        url=None,
        published=When.on(date(2031, 1, 1) + timedelta(days=number % 60)),
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )
    return Dossier(document=document)


def score(
    pairs: set[frozenset[str]], truth: Mapping[str, Reprint]
) -> tuple[dict[str, float], float, float]:
    """Give recall by alteration, recall and precision of pairs of documents."""
    true = {p for p in pairs if len({truth[document].origin for document in p}) == 1}
    reached = {document for pair in true for document in pair}
    found: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for document, reprint in truth.items():
        if reprint.alteration:
            asked[reprint.alteration] += 1
            found[reprint.alteration] += document in reached
    recall = sum(found.values()) / sum(asked.values())
    precision = len(true) / len(pairs) if pairs else 0.0
    return {name: found[name] / asked[name] for name in asked}, recall, precision


def link_copies(pile: list[Dossier], **settings: int) -> set[frozenset[str]]:
    """Find copies as Accord does."""
    links = LinkStage(**settings)(pile).links
    return {frozenset((link.a, link.b)) for link in links if link.kind == "copy"}


def minhash_copies(pile: list[Dossier], threshold: float) -> set[frozenset[str]] | None:
    """Find copies by MinHash, as is usual; None where datasketch is not installed."""
    try:
        from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - a peer, optional
    except ImportError:
        return None
    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    pairs: set[frozenset[str]] = set()
    for dossier in pile:
        words = dossier.document.text.split()
        sketch = MinHash(num_perm=PERMUTATIONS)
        for start in range(len(words) - SHINGLE + 1):
            sketch.update(" ".join(words[start : start + SHINGLE]).encode())
        for other in index.query(sketch):
            pairs.add(frozenset((dossier.document.id, other)))
        index.insert(dossier.document.id, sketch)
    return pairs


def measure_reprints() -> dict[str, float]:
    """Print how many reprints are found, by all shingles, by a part, and by the peer."""
    pile, truth = write_pile()
    ways = {
        "all shingles": link_copies(pile),
        "one of four": link_copies(pile, exact_documents=1),
    }
    for threshold in THRESHOLDS:
        found = minhash_copies(pile, threshold)
        if found is None:
            print("  MinHash was not measured: pip install datasketch")
            break
        ways[f"MinHash {threshold}"] = found
    scores = {name: score(pairs, truth) for name, pairs in ways.items()}
    print(f"\n{len(truth) - ORIGINALS} altered reprints of {ORIGINALS} articles")
    print(f"  {'':18}" + "".join(f"{name:>14}" for name in scores))
    for name in ALTERATIONS:
        row = "".join(f"{by_name[name]:14.3f}" for by_name, _, _ in scores.values())
        print(f"  {name:18}{row}")
    for place, name in enumerate(("found", "precision"), start=1):
        row = "".join(f"{one[place]:14.3f}" for one in scores.values())
        print(f"  {name:18}{row}")
    _, recall, precision = scores["all shingles"]
    _, sampled_recall, sampled_precision = scores["one of four"]
    return {
        "reprints_found": recall,
        "reprints_precision": precision,
        "sampled_found": sampled_recall,
        "sampled_precision": sampled_precision,
    }
