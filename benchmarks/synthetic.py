"""Invented news articles for measuring speed: any number, always the same.

Each has about 750 words: a headline, outlet and date, narration, direct, mixed and
indirect speech with and without names, sums, polls, talks and agreements. One article in
fifty is a copy of an earlier one, and one quotation in twelve stands in several
articles, so that the whole-pile rooms have work as on real coverage. The words are
ours; no sentence is from anywhere.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

__all__ = ["Sizes", "write_pile"]

WORDS_PER_ARTICLE = 750
COPY_EVERY = 50
SHARED_QUOTE_SHARE = 1 / 12
#: A story is told by this many articles with this many quotations in common, so
#: that links grow with the pile and not with its square.
STORY_ARTICLES = 20
STORY_QUOTES = 8
SEED = 20240229

FIRST = """Adel Bruna Corin Della Egon Farah Gino Hanne Ivo Jorun Kasim Lene Matis Nadja
Oskar Petra Quentin Runa Stefan Tilda""".split()
LAST = """Abelard Brandvik Castellan Dorn Elmsley Farrow Gantry Holm Istrad Jansen Kell
Lorimer Maddox Norling Oakes Pell Quarles Rusk Sedley Tarn""".split()
PLACES = """Arden Brackwater Coldharbour Dunmere Eastley Fenwick Glasfurd Hexley Inverow
Kelso Langmoor Merrow""".split()
KINDS = (
    """Port\u00a0Council|Dock\u00a0Union|Water\u00a0Board|Trade\u00a0Office|Growers|Railway|
Fishery\u00a0League|River\u00a0Court""".replace("\n", "")
    .replace("\u00a0", " ")
    .split("|")
)
# As many actors as the coverage of one dispute has, not as many as there are articles.
BODIES = [
    f"the {place} {kind}" for place, kind in zip(PLACES * 2, KINDS * 3, strict=True)
]
PEOPLE = [f"{first} {last}" for first, last in zip(FIRST, LAST, strict=True)]
OUTLETS = """Arden Courier|Brackwater Post|Coast Wire|Dunmere Gazette|Eastley Times|
Fenwick Observer|Northern Dispatch|The Merrow Letter""".replace("\n", "").split("|")
ROLES = """spokesman spokeswoman chairman director minister mayor negotiator lawyer
secretary president""".split()
CUES = """said warned insisted added argued claimed stressed repeated
announced""".split()
MATTERS = [
    "bridge toll", "port fee", "fishing quota", "water contract", "wage agreement",
    "rail timetable", "night ferry", "dredging plan", "grain tariff", "harbour lease",
]  # fmt: skip
VERBS = """accept reject support oppose postpone renegotiate sign publish repeal extend
fund suspend audit revise defend abandon ratify challenge simplify enforce welcome
delay finance inspect replace tighten soften translate settle withdraw""".split()
ADJECTIVES = """costly fair hidden late modest narrow open partial public quiet rapid
rural safe secret shared short single stable strict sudden uneven urgent vague weak
annual broken careful cheap clear common direct early equal final firm foreign formal
honest joint legal local lower minor mutual northern older plain recent sober southern
steady technical temporary thorough usual vital wider yearly""".split()
NOUNS = """agreement annex appeal archive assembly audit balance ballot basin bill board
boundary breakwater bridge budget canal cargo chapter charter clause coast committee
compensation contract council court cranes crossing customs deadline debt deposit
dispute dock draft dues engineers envoy estuary evidence exports fares farmers ferry
fleet forecast formula franchise freight fund garrison grain harbour harvest hearing
imports income inspection insurance invoice judge keel labour lease ledger levy licence
lighthouse loan lorry maintenance manifest market mediator minutes moorings navigation
notice observer orchard ordinance owners pension permit pilots pipeline pledge port
premium protocol quarry quay quota quorum railway rates rebate receipt reform register
repairs reserve revenue ruling salary schedule seamen season shipyard signal statute
storage strike subsidy surcharge survey tariff tax terminal timetable toll tonnage
transit treasury treaty tribunal tug tunnel union valley verdict vessel veto voters
wages warehouse waterway weather wharf winter workers yard""".split()
LINKERS = """because although unless after since before while until whenever provided\u00a0that
so\u00a0long\u00a0as even\u00a0if once where""".split()
# No form keeps five words in a row: what two articles share must be told on purpose.
NARRATION = [
    "The {thing} in {place} has divided {body} for {n} months {reason}.",
    "Traffic to {place} fell by {n} percent {reason}.",
    "{n} people gathered at the {thing} of {place}, {reason}.",
    "The first {thing} ran to {n} pages, {reason}.",
    "A survey of {n}00 households in {place} put the {matter} at {n} percent.",
    "Shops along the {thing} closed early, and the {thing2} stayed dark.",
    "Delegates met in {place} over the {thing}, then in {place2} {reason}.",
    "The {thing} sets {n} million crowns aside for the {thing2} in {place}.",
    "Older residents remember the {thing}, {reason}.",
    "No date is set for the {thing} while the {thing2} stands empty.",
    "{Body} and {body2} signed the {matter} in {place} {reason}.",
    "The {thing} would change {body} and the {thing2}.",
]
SPEECH = [
    "“{quote},” {cue} {person}, {role} of {body}.",
    "{person}, the {adjective} {role} of {body}, {cue} that {clause}.",
    "According to {body}, {clause}.",
    "“{quote},” the {adjective} {role} {cue}.",
    "{Body} {cue} that it would “{verb} the {matter}” {reason}.",
    "The {role} {cue} that {clause}, and called the {thing} “{shout}”.",
    "“{quote},” {cue} {person}. “{quote2}.”",
    "Officials in {place} {cue} that {clause}.",
]
SHOUTS = """a bad joke|a step back|the last word|an honest start|too little|
a promise on paper|a fair deal|a closed door""".replace("\n", "").split("|")


@dataclass(frozen=True, slots=True)
class Sizes:
    """What was written.

    Attributes:
        articles: Number of articles.
        words: Number of words in all of them.
    """

    articles: int
    words: int


def write_pile(folder: Path, articles: int) -> Sizes:
    """Write articles as text files, with an actor pack and a codebook beside them.

    Args:
        folder: Takes ``articles/``, ``actors.yaml`` and ``issues.yaml``.
        articles: How many; the first hundred are the same for every number.

    Returns:
        How much was written.
    """
    (folder / "articles").mkdir(parents=True)
    texts: list[str] = []
    for number in range(articles):
        chance = random.Random(SEED + number)  # noqa: S311 - not for secrets
        copied = number and number % COPY_EVERY == 0
        body = (
            texts[chance.randrange(number)] if copied else _write_body(chance, number)
        )
        texts.append(body)
        path = folder / "articles" / f"{number:05}.txt"
        path.write_text(_head(chance) + body, encoding="utf-8")
    (folder / "actors.yaml").write_text(_actors(), encoding="utf-8")
    (folder / "issues.yaml").write_text(_issues(), encoding="utf-8")
    return Sizes(articles, sum(len(text.split()) for text in texts))


def _head(chance: random.Random) -> str:
    """Write the lines that say where an article is from."""
    day = date(2024, 1, 1) + timedelta(days=chance.randrange(300))
    title = f"{chance.choice(PLACES)} waits for a word on the {_matter(chance)}"
    return f"Title: {title}\nOutlet: {chance.choice(OUTLETS)}\nDate: {day}\n\n"


def _write_body(chance: random.Random, number: int) -> str:
    """Write paragraphs until there are enough words."""
    paragraphs: list[str] = []
    words = 0
    while words < WORDS_PER_ARTICLE:
        forms = [chance.choice(NARRATION), *chance.choices(SPEECH, k=2)]
        chance.shuffle(forms)
        paragraph = " ".join(_fill(form, chance, number) for form in forms)
        words += len(paragraph.split())
        paragraphs.append(paragraph)
    return "\n\n".join(paragraphs) + "\n"


def _fill(form: str, chance: random.Random, number: int) -> str:
    """Fill a sentence's slots."""
    body, body2 = chance.sample(BODIES, 2)
    place, place2 = chance.sample(PLACES, 2)
    return form.format(
        matter=_matter(chance),
        adjective=chance.choice(ADJECTIVES),
        place=place,
        place2=place2,
        body=body,
        body2=body2,
        Body=body[0].upper() + body[1:],
        person=chance.choice(PEOPLE),
        role=chance.choice(ROLES),
        cue=chance.choice(CUES),
        quote=_quote(chance, number),
        quote2=_quote(chance, number),
        clause=_clause(chance),
        verb=chance.choice(VERBS),
        reason=_reason(chance),
        shout=chance.choice(SHOUTS),
        thing=_thing(chance),
        thing2=_thing(chance),
        n=chance.randrange(11, 90),
        d=chance.randrange(10),
    )


def _quote(chance: random.Random, number: int) -> str:
    """Make up a quotation; one in twelve goes round among neighbouring articles."""
    if chance.random() < SHARED_QUOTE_SHARE:
        story = (number // STORY_ARTICLES) * STORY_QUOTES
        seed = SEED - 1 - story - chance.randrange(STORY_QUOTES)
        return _sentence(random.Random(seed))  # noqa: S311 - as above
    return _sentence(chance)


def _sentence(chance: random.Random) -> str:
    """Make up a sentence in the first person."""
    return (
        f"We will {chance.choice(VERBS)} the {_matter(chance)} "
        f"{_reason(chance)}, and the {_thing(chance)} must {chance.choice(VERBS)} "
        f"the {_thing(chance)}"
    )


def _clause(chance: random.Random) -> str:
    """Make up a clause in the third person."""
    return f"it would {chance.choice(VERBS)} the {_matter(chance)} {_reason(chance)}"


def _reason(chance: random.Random) -> str:
    """Make up a subordinate clause, seldom the same twice."""
    linker = chance.choice(LINKERS).replace("\u00a0", " ")
    verb = chance.choice(VERBS)
    return f"{linker} the {_thing(chance)} could {verb} the {_thing(chance)}"


def _matter(chance: random.Random) -> str:
    """Name a matter in dispute, with a word of the writer's own."""
    return f"{chance.choice(ADJECTIVES)} {chance.choice(MATTERS)}"


def _thing(chance: random.Random) -> str:
    """Make up what somebody may quarrel about."""
    return f"{chance.choice(ADJECTIVES)} {chance.choice(NOUNS)}"


def _actors() -> str:
    """Write the bodies as an actor pack."""
    lines = ["actors:"]
    for body in BODIES:
        name = body.removeprefix("the ")
        slug = "".join(c if c.isalpha() else "-" for c in name.lower())
        lines += [
            f"  - id: org:{slug}",
            "    kind: organisation",
            f'    names: ["{name}"]',
            "    source: invented for measuring",
        ]
    return "\n".join(lines) + "\n"


def _issues() -> str:
    """Write the matters as a codebook."""
    lines = ["name: synthetic", "issues:"]
    for thing in MATTERS:
        lines += [
            f"  - id: {thing.replace(' ', '-')}",
            f"    question: Should the {thing} be accepted?",
            f"    terms: [{thing}]",
            "    poles:",
            "      support: [would accept, will accept, would sign, will support]",
            "      oppose: [would reject, will reject, would oppose, will oppose]",
        ]
    return "\n".join(lines) + "\n"
