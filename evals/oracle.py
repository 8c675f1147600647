"""The oracle for numbers, amounts and dates, and which of its cases occur in news.

The oracle is the list of cases of Microsoft's Recognizers-Text (MIT): words, and what
they mean. It was made for assistants and spreadsheets as well ("1.1^23", "two thirds of
a million", "3 pm next blah"), so a case counts only if it occurs in news English, by a
rule that looks at no answer of ours:

    The shape of every expression that the oracle marks in a case must occur in the 924
    news articles of PolNeAR. A shape is the expression in lower case, in which figures
    as English writes them are ``0`` and years ``year``, spelled numbers ``one``, ordinals ``first``, months ``january``, weekdays
    ``monday``, and no space parts a currency sign or a percent sign from its number.

Cases in which the oracle marks nothing are counted apart: there, silence is right.
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("ACCORD_DATA", ROOT.parent / "shared" / "data"))
CASES = DATA / "quantities" / "recognizers_en_specs.jsonl"
NEWS = tuple(DATA / "polnear" / f"{part}.jsonl" for part in ("train", "dev"))

_SPELLED = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
    eighty ninety""".split()
)
_ORDINALS = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
    twentieth thirtieth""".split()
)
_MONTHS = frozenset(
    """january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
_WEEKDAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
    thur thurs fri sat sun""".split()
)
_TIMES = frozenset(
    """yyyy year january monday day days week weeks weekend month months decade decades
    century quarter today tomorrow yesterday tonight spring summer autumn fall
    winter""".split()
)
_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+|[^\w\s]")
# 5, 5.2, 5,200 and 5,200.1: how English writes figures. Others keep their signs.
_USUAL = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SIGN_GAP = re.compile(r"(?<=[$£€¥]) (?=0)|(?<=0) (?=%)")


@dataclass(frozen=True, slots=True)
class Case:
    """One case of the oracle.

    Attributes:
        model: Which recognizer it is for.
        text: The words.
        anchor: The day it is read on, as an ISO date and time; None if none.
        results: What the oracle marks, as it gives it.
    """

    model: str
    text: str
    anchor: str | None
    results: tuple[dict[str, Any], ...]


def read_cases(*models: str) -> Iterator[Case]:
    """Read the cases of some recognizers, each text once."""
    seen = set()
    with CASES.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            anchor = row["ref"]
            key = (row["model"], row["input"], anchor)
            if row["model"].endswith(models) and key not in seen:
                seen.add(key)
                yield Case(row["model"], row["input"], anchor, tuple(row["results"]))


def missing() -> str | None:
    """Tell which file is not there; None if all are."""
    gone = [path for path in (CASES, *NEWS) if not path.exists()]
    return f"{gone[0]} is not there; set ACCORD_DATA" if gone else None


def shape(words: str) -> str:
    """Bring an expression into the form in which news is asked for it."""
    return _SIGN_GAP.sub("", " ".join(_class(m) for m in _TOKEN.findall(words.lower())))


def _class(token: str) -> str:
    """Put a word into its class."""
    if token[0].isdigit():
        if _YEAR.fullmatch(token):
            return "yyyy"
        return "0" if _USUAL.fullmatch(token) else re.sub(r"\d+", "0", token)
    for words, name in (
        (_SPELLED, "one"),
        (_ORDINALS, "first"),
        (_MONTHS, "january"),
        (_WEEKDAYS, "monday"),
    ):
        if token in words:
            return name
    return token


@cache
def news() -> str:
    """Read the news articles as one text of shapes."""
    texts = []
    for path in NEWS:
        with path.open(encoding="utf-8") as file:
            texts += [shape(json.loads(line)["text"]) for line in file]
    return f" {' | '.join(texts)} "


# "partner of the year", "weekend": of which one is not said.
_BARE = re.compile(r"(?:(?:the|a|my) )?(?:day|week|month|year)|weekend")


def has_time_word(words: str) -> bool:
    """Tell whether a word of time stands in an expression, as none does in "4.22"."""
    return not _TIMES.isdisjoint(shape(words).split())


def names_a_time(words: str) -> bool:
    """Tell whether an expression says by itself which day or stretch it is.

    A bare "15", "4.22" or "the second" occurs in news, but nothing shows it to be a day;
    a bare "the year" is one of many.
    """
    return has_time_word(words) and not _BARE.fullmatch(shape(words))


def count_in_news(shaped: str) -> int:
    """Count how often a shape occurs in news."""
    return news().count(f" {shaped} ")


def occurs_in_news(case: Case) -> bool:
    """Tell whether the shapes of all that the oracle marks occur in news."""
    return all(f" {shape(r['Text'])} " in news() for r in case.results)
