"""Judge figures and dates of whole news texts: ``news_read.yaml`` and ``news_first.yaml``."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml
from held import readings

from accord.attribute import AttributeStage, RuleTagger
from accord.model import Dossier, Figure
from accord.ports import RawItem
from accord.position.reported import find_wrong_sums
from accord.position.reported.figures import find_figures
from accord.position.reported.sentence import read_sentences
from accord.read import ReadStage
from accord.resolve import ResolveStage, load_knowledge
from accord.resolve.stage import publication_day
from accord.text.dates import DateFound, find_dates

__all__ = ["News", "judge_news"]

#: What a figure may tell beside its value, and how far a margin may be off.
DETAILS = ("what", "by", "sample", "pollster", "margin")
_MARGIN = 0.11
#: Words for what is measured swallow no clause.
_MOST_WORDS = 8


@dataclass
class News:
    """What was found of what was listed.

    Attributes:
        counts: How many were listed, found, made and invented, by kind.
        details: How many details are right, and of how many, by name.
        cases: What went wrong, for the reader.
    """

    counts: Counter[str] = field(default_factory=Counter)
    details: Counter[tuple[str, bool]] = field(default_factory=Counter)
    cases: list[str] = field(default_factory=list)

    def metrics(self, name: str) -> dict[str, float]:
        """Give the shares."""
        told = {}
        for kind in ("figures", "terms", "dates", "sums"):
            listed = self.counts[f"{kind} listed"]
            told[f"{name}_{kind}_recall"] = self.counts[f"{kind} found"] / listed
        for kind in ("figures", "dates"):
            made = self.counts[f"{kind} made"]
            told[f"{name}_{kind}_precision"] = self.counts[f"{kind} right"] / made
        for detail in DETAILS:
            right, wrong = self.details[detail, True], self.details[detail, False]
            told[f"{name}_{detail}"] = right / (right + wrong)
        return told


def judge_news(name: str) -> News:
    """Read the texts of a file and hold what is found against what is listed."""
    path = Path(__file__).with_name(f"{name}.yaml")
    stages = [
        AttributeStage(RuleTagger()),
        ResolveStage(load_knowledge()),
    ]
    news = News()
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
        published = case.get("published")
        day = f"{published:%d %B %Y}\n\n" if published else "\n"
        data = f"{case['title']}\n{day}{case['text']}".encode()
        dossier = ReadStage()(RawItem(f"{name}{number}.txt", ".txt", data))
        for stage in stages:
            dossier = stage(dossier)
        found = find_figures(read_sentences(dossier), produced_by="measured")
        dossier = replace(dossier, figures=found)
        news.cases.append(f"  {name}: {case['title']}")
        _judge_figures(dossier, case, news)
        _judge_dates(dossier, case, news)
        _judge_sums(dossier, case, news)
    return news


def _judge_figures(dossier: Dossier, case: Mapping[str, Any], news: News) -> None:
    """Compare the figures, in text order."""
    text = dossier.document.text
    at, met, right = _body(dossier, case), set(), set()
    for told in case["figures"]:
        start = text.index(told["at"], at)
        at = start + 1
        hits = _touching(dossier.figures, start, start + len(told["at"]))
        met.update(one.id for one in hits)
        fit = [one for one in hits if _is_value(told["is"], one)]
        right.update(one.id for one in fit)
        if not told.get("maybe"):
            kind = "terms" if told.get("term") else "figures"
            news.counts[f"{kind} listed"] += 1
            news.counts[f"{kind} found"] += bool(fit)
            if not fit:
                news.cases.append(f"    - {told['is']!r}, found {_tell(hits)}")
        if fit:
            _judge_details(fit[0], told, news)
    for one in dossier.figures:
        news.counts["figures made"] += 1
        news.counts["figures right"] += one.id in right
        if one.id not in met:
            news.cases.append(f"    + {one.evidence.text!r} ({one.unit})")


def _body(dossier: Dossier, case: Mapping[str, Any]) -> int:
    """Tell where the text below its heading begins."""
    return dossier.document.text.index(case["text"][:12])


def _touching(figures: Sequence[Figure], start: int, end: int) -> list[Figure]:
    """List the figures that stand at a place."""
    return [f for f in figures if f.evidence.start < end and start < f.evidence.end]


def _is_value(told: str, found: Figure) -> bool:
    """Compare a value with its limits, unit and conversion."""
    return any(
        _same(one.value, found.value)
        and _same(one.low, found.low)
        and _same(one.high, found.high)
        and one.approximate == found.approximate
        and one.unit
        in {"*", found.unit, found.what.lower()} | {one.unit.split()[-1]} & {found.unit}
        and _is_other(one.other, found)
        for one in readings(told)
    )


def _is_other(told: tuple[float, str] | None, found: Figure) -> bool:
    """Compare the same amount in another unit."""
    other = found.alternate
    return (other and (other.value, other.unit)) == told


def _same(one: float | None, other: float | None) -> bool:
    """Compare two numbers, either of which may be missing."""
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-4)


def _judge_details(found: Figure, told: Mapping[str, Any], news: News) -> None:
    """Compare what else is listed of a figure."""
    for name in DETAILS:
        if name in told:
            right = _is_detail(found, name, told[name])
            news.details[name, right] += 1
            if not right:
                is_now = getattr(found, "according_to" if name == "by" else name)
                news.cases.append(
                    f"    ~ {told['at']}: {name} {told[name]!r}, found {is_now!r:.110}"
                )


def _is_detail(found: Figure, name: str, told: Any) -> bool:
    """Compare one detail: names by a part of them."""
    if name == "what":
        short = len(found.what.split()) <= _MOST_WORDS
        return short and told.lower() in found.what.lower()
    if name == "margin":
        return found.margin is not None and abs(found.margin - told) <= _MARGIN
    if name == "sample":
        return bool(found.sample == told)
    who = found.according_to if name == "by" else found.pollster
    return who is not None and told.lower() in who.name.lower()


def _judge_dates(dossier: Dossier, case: Mapping[str, Any], news: News) -> None:
    """Compare the dates of the body."""
    text, begin = dossier.document.text, _body(dossier, case)
    anchor = publication_day(dossier.document)
    if (day := case.get("day")) and anchor != day:
        news.cases.append(f"    day {day}, found {anchor}")
    found = [d for d in find_dates(text, anchor=anchor) if d.start >= begin]
    met, right = set(), set()
    at = begin
    for line in case["dates"]:
        words, _, told = line.partition(" = ")
        start = text.index(words, at)
        at = start + 1
        hits = [d for d in found if d.start < start + len(words) and start < d.end]
        fit = [d for d in hits if _days(d) in told.split(" | ")]
        met.update(hits)
        right.update(fit)
        news.counts["dates listed"] += 1
        news.counts["dates found"] += bool(fit)
        if not fit:
            news.cases.append(f"    - {line}, found {[_days(d) for d in hits]}")
    for words in case.get("maybe_dates", ()):
        start = text.index(words, begin)
        right.update(d for d in found if start <= d.start < start + len(words))
    for one in found:
        if one.when.start is not None:
            news.counts["dates made"] += 1
            news.counts["dates right"] += one in right
            if one not in met | right:
                news.cases.append(f"    + {one.when.text!r} = {_days(one)}")


def _days(found: DateFound) -> str:
    """Write the days of a date as the lists do."""
    return f"{found.when.start}/{found.when.end}"


def _judge_sums(dossier: Dossier, case: Mapping[str, Any], news: News) -> None:
    """Hold the sums that are said to be wrong against those that are."""
    wrong = [f.note for f in find_wrong_sums(dossier, produced_by="measured")]
    wanted = dict(line.split() for line in case.get("sums", ()))
    for total, told in wanted.items():
        hit = any(f"not {int(total):,}." in note for note in wrong)
        news.counts["sums listed"] += 1
        news.counts["sums found"] += hit == (told == "differs")
        if hit != (told == "differs"):
            news.cases.append(f"    - sum {total} {told}, found {wrong}")
    for note in wrong:
        if not any(f"not {int(total):,}." in note for total in wanted):
            news.cases.append(f"    + sum {note}")


def _tell(figures: Sequence[Figure]) -> list[tuple[object, ...]]:
    """Write figures for a reader."""
    return [
        (f.value, f.low, f.high, f.unit, f.approximate, f.alternate) for f in figures
    ]
