"""What the indexes bring together, held against comparing everything with everything."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from random import Random

import pytest

from accord.link.compare import Comparison
from accord.link.copies import FEWEST_SHARED, find_copies
from accord.link.meetings import meetings
from accord.link.pile import Pile
from accord.model import ActorRef, Attribution, Document, Dossier, Span, Speaker, When

WORDS = (
    "the of to a and in we will not lamp buoy fee council harbour ferry annex "
    "boats pilots levy strike nine forty Monday vote mayor nets guild coal"
).split()
SPEAKERS = ("per:venn", "per:ost", "state:orle", None)
BODIES = ("state:orle", None)


def a_document(name: str, text: str, day: date) -> Document:
    return Document(
        id=f"document-{name}",
        produced_by="test.v1",
        path=f"{name}.txt",
        title=None,
        outlet=f"Outlet {name}",
        author=None,
        language="en",
        url=None,
        published=When.on(day),
        length_chars=len(text),
        sha256="",
        furniture=(),
        text=text,
    )


def a_random_pile(random: Random, documents: int) -> list[Dossier]:
    """Make documents that share sentences, whole, clipped and edited."""
    sentences = [random.choices(WORDS, k=random.randint(4, 14)) for _ in range(6)]
    return [a_random_dossier(random, sentences, n) for n in range(documents)]


def a_random_dossier(
    random: Random, sentences: list[list[str]], number: int
) -> Dossier:
    text, said = "", []
    for _ in range(random.randint(2, 6)):
        words = list(random.choice(sentences))
        if random.random() < 0.5:
            words[random.randrange(len(words))] = random.choice(WORDS)
        words = words[random.randint(0, 2) :]
        quoted = random.random() < 0.5
        start = len(text) + quoted
        sentence = " ".join(words)
        text += f"“{sentence}” " if quoted else f"{sentence}. "
        said.append((quoted, Span(start, start + len(sentence))))
    day = date(2031, 1, 1) + timedelta(days=random.randint(0, 20))
    document = a_document(str(number), text, day)
    attributions = []
    for quoted, span in said:
        speaker = random.choice(SPEAKERS)
        body = random.choice(BODIES)
        made = Attribution.of(
            document,
            source=(),
            cue=(),
            content=(span,),
            mode="direct" if quoted else "indirect",
            produced_by="test.v1",
            confidence=1.0,
        )
        attributions.append(
            replace(
                made,
                speaker=Speaker(speaker, speaker, "resolved", "test", 1.0),
                speaks_for=ActorRef(body, body) if body else None,
            )
        )
    unlike = {attribution.id: attribution for attribution in attributions}
    return Dossier(document=document, attributions=tuple(unlike.values()))


@pytest.mark.parametrize("seed", range(8))
def test_no_two_reports_that_match_are_kept_from_meeting(seed: int) -> None:
    pile = Pile(a_random_pile(Random(seed), 6))  # noqa: S311 - not for secrets
    comparison = Comparison.over(pile)
    met = {(a, b): worded for a, b, worded in meetings(pile, comparison)}

    for a, b in combinations(range(pile.utterance_count), 2):
        one, other = pile.utterance(a), pile.utterance(b)
        if one.page == other.page:
            assert (a, b) not in met
        elif comparison.match(one, other, worded=True, passed=False):
            assert (a, b) in met, (one, other)


@pytest.mark.parametrize("seed", range(6))
def test_no_two_documents_that_share_enough_are_kept_apart(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - not for secrets
    sentences = [random.choices(WORDS, k=random.randint(6, 14)) for _ in range(12)]
    pile = Pile(
        Dossier(
            document=a_document(
                str(n),
                ". ".join(" ".join(s) for s in random.sample(sentences, 4)),
                date(2031, 1, 1 + n),
            )
        )
        for n in range(10)
    )
    brute = {
        (a, b)
        for a, b in combinations(range(10), 2)
        if shared_shingles(pile, a, b) >= FEWEST_SHARED
    }

    assert {(copy.a, copy.b) for copy in find_copies(pile)} == brute


def shared_shingles(pile: Pile, a: int, b: int) -> int:
    """Count shared runs of five words, by hand."""
    ours, theirs = (
        {tuple(words[i : i + 5]) for i in range(len(words) - 4)}
        for words in (pile.pages[n].words.tolist() for n in (a, b))
    )
    shared = len(ours & theirs)
    return shared if shared >= 0.3 * min(len(ours), len(theirs)) else 0
