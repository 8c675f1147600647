"""Invented reports of speech about invented disputes: how acts turn into sides.

Debate sets hold arguments. News holds acts: a body refuses to do a thing, drops its
objection, will not say whether. These sentences teach how verb, negation and motion
compose. The disputes here are others than those of the packaged
codebooks and of the evaluations.
"""

import random
from collections.abc import Iterator, Sequence

from training.stance.corpus import NEITHER, OPPOSE, SUPPORT, Pair, clean

_SPEAKERS = (
    "The minister", "Her government", "The ministry", "The opposition leader",
    "The mayor", "The board", "The delegation", "A spokeswoman", "The parliament",
    "The club", "Its ambassador", "The commission", "The president", "Farmers",
    "The regional council", "The regulator", "He", "She", "They", "The prime minister",
)  # fmt: skip
# Deeds as (infinitive, gerund, noun phrase).
_DEEDS = (
    (
        "open the secret archives",
        "opening the secret archives",
        "the opening of the secret archives",
    ),
    (
        "keep summer time all year",
        "keeping summer time all year",
        "summer time all year",
    ),
    (
        "move the capital inland",
        "moving the capital inland",
        "a move of the capital inland",
    ),
    ("close the consulate", "closing the consulate", "the closure of the consulate"),
    (
        "license online casinos",
        "licensing online casinos",
        "licences for online casinos",
    ),
    ("close the coal port", "closing the coal port", "the closure of the coal port"),
    (
        "rename the main square",
        "renaming the main square",
        "a new name for the main square",
    ),
    (
        "reopen the border crossing",
        "reopening the border crossing",
        "the reopening of the border crossing",
    ),
    ("replace paper ballots", "replacing paper ballots", "the end of paper ballots"),
    (
        "add fluoride to tap water",
        "adding fluoride to tap water",
        "fluoride in tap water",
    ),
    ("extradite the banker", "extraditing the banker", "the banker's extradition"),
    ("hold an early election", "holding an early election", "an early election"),
    (
        "recognise the new government",
        "recognising the new government",
        "recognition of the new government",
    ),
    (
        "grant the province self-rule",
        "granting the province self-rule",
        "self-rule for the province",
    ),
    (
        "privatise the railway",
        "privatising the railway",
        "the privatisation of the railway",
    ),
    (
        "merge the two universities",
        "merging the two universities",
        "the merger of the two universities",
    ),
    ("cap rents in the city", "capping rents in the city", "a cap on rents"),
    ("host the winter games", "hosting the winter games", "a bid for the winter games"),
    (
        "drill for oil off the coast",
        "drilling for oil off the coast",
        "oil drilling off the coast",
    ),
    (
        "restart the nuclear plant",
        "restarting the nuclear plant",
        "a restart of the nuclear plant",
    ),
    (
        "lift the visa requirement",
        "lifting the visa requirement",
        "an end to the visa requirement",
    ),
    (
        "open an inquiry into the crash",
        "opening an inquiry into the crash",
        "an inquiry into the crash",
    ),
    (
        "send the mission to the island",
        "sending the mission to the island",
        "a mission to the island",
    ),
    ("expel the ambassador", "expelling the ambassador", "the ambassador's expulsion"),
    (
        "share the vaccine patents",
        "sharing the vaccine patents",
        "a waiver of the vaccine patents",
    ),
    (
        "break up the phone company",
        "breaking up the phone company",
        "a break-up of the phone company",
    ),
    (
        "give refugees the right to work",
        "giving refugees the right to work",
        "a right to work for refugees",
    ),
    (
        "join the currency area",
        "joining the currency area",
        "membership of the currency area",
    ),
    (
        "test missiles over the sea",
        "testing missiles over the sea",
        "missile tests over the sea",
    ),
    (
        "ratify the treaty on cybercrime",
        "ratifying the treaty on cybercrime",
        "ratification of the treaty on cybercrime",
    ),
    ("keep the video referee", "keeping the video referee", "the video referee"),
    ("postpone the exams", "postponing the exams", "a delay of the exams"),
    (
        "admit the two new members",
        "admitting the two new members",
        "the admission of two new members",
    ),
    (
        "raise the retirement age",
        "raising the retirement age",
        "a higher retirement age",
    ),
    (
        "write off the island's debt",
        "writing off the island's debt",
        "relief from the island's debt",
    ),
    (
        "demolish the old stadium",
        "demolishing the old stadium",
        "the demolition of the old stadium",
    ),
)
# {s} speaker, {v} infinitive, {g} gerund, {n} noun phrase.
_FOR = (
    "{s} called for {n}", "{s} urged the council to {v}", "{s} wants to {v}",
    "{s} backed {n}", "{s} pledged to {v}", "{s} agreed to {v}", "{s} voted to {v}",
    "{s} demanded {n}", "{s} insisted on {n}", "{s} has no objection to {g}",
    "{s} dropped its objections to {n}", "{s} welcomed the plan to {v}",
    "{s} said it was time to {v}", "{s} would accept {n}", "{s} spoke in favour of {g}",
    "{s} said it could live with {n}", "{s} said it would not stand in the way of {n}",
    "{s} criticised the refusal to {v}", "{s} accused its rival of blocking {n}",
    "{s} threatened to walk out unless there was {n}", "{s} renewed its offer to {v}",
    "{s} said there was no reason not to {v}", "{s} praised the decision to {v}",
    "{s} is ready to {v} if the others move first", "{s} warned against delaying {n}",
    "{s} said that without {n} there would be no progress", "We must {v}, {s} said",
    "“It is high time to {v},” {s} said", "“We are prepared to {v},” {s} said",
    "{s} rejected criticism of {n}", "{s} argued that {n} would benefit everybody",
    "{s} proposed {n}", "{s} vetoed a motion against {g}",
)  # fmt: skip
_AGAINST = (
    "{s} rejected {n}", "{s} refused to {v}", "{s} ruled out {g}", "{s} opposed {n}",
    "{s} dismissed calls to {v}", "{s} voted against {n}", "{s} objected to {g}",
    "{s} said it would never {v}", "{s} spoke out against {n}", "{s} vetoed {n}",
    "{s} warned against {g}", "{s} demanded an end to plans to {v}",
    "{s} called {n} unacceptable", "{s} vowed to block any attempt to {v}",
    "{s} criticised plans to {v}", "{s} said {n} was out of the question",
    "{s} withdrew its offer to {v}", "{s} no longer wants to {v}",
    "{s} declined to {v}", "{s} doubts that {g} makes sense",
    "{s} threatened to resign over {n}", "{s} said there was no need to {v}",
    "{s} called on the council not to {v}", "{s} accused its rival of planning to {v}",
    "{s} denounced {n} as a provocation", "{s} cannot agree to {n}",
    "{s} said it saw no reason to {v}", "“There will be no talk of {g},” {s} said",
    "“We will not {v},” {s} said", "“{n} would be a grave mistake,” {s} said",
    "{s} argued that {n} would harm everybody", "{s} urged restraint over {n}",
    "{s} welcomed the decision not to {v}", "{s} failed to see the point of {g}",
)  # fmt: skip
_SILENT = (
    "{s} declined to say whether to {v}", "{s} discussed {n} for two hours",
    "{s} will decide next month whether to {v}", "{s} was asked about {n}",
    "{s} said a report on {n} would be published on Monday",
    "{s} noted that others had proposed {n}", "{s} met experts to talk about {n}",
    "{s} said no decision had been taken on {n}", "{s} did not rule out {g}",
    "{s} said opinions on {n} differed", "{s} said a vote on {n} was set for June",
    "{s} set up a panel to study {n}", "{s} said the neighbours wanted to {v}",
    "{s} explained how much {n} would cost", "{s} had no comment on {n}",
)  # fmt: skip
_MOTIONS = (
    "{s} should {v}", "We should {v}", "It is right to {v}", "There should be {n}",
    "{g} is a good idea", "The time has come to {v}", "Should the government {v}",
    "Should there be {n}",
)  # fmt: skip
_COUNTER_MOTIONS = (
    "{s} should not {v}", "We should not {v}", "It is wrong to {v}",
    "There should be no {bare}", "{g} is a bad idea", "Nobody should {v}",
)  # fmt: skip
_SIDES = ((_FOR, SUPPORT), (_AGAINST, OPPOSE), (_SILENT, NEITHER))


def invented_pairs(count: int, rnd: random.Random) -> list[Pair]:
    """Invent reports with a motion each; sides and polarities are balanced."""
    return list(_invent(count, rnd))


def _invent(count: int, rnd: random.Random) -> Iterator[Pair]:
    """Invent one pair after the other."""
    for _ in range(count):
        templates, label = rnd.choice(_SIDES)
        deed = rnd.choice(_DEEDS)
        text = _fill(rnd.choice(templates), deed, rnd.choice(_SPEAKERS))
        about = deed
        if rnd.random() < 0.1:  # another matter altogether
            about = rnd.choice([d for d in _DEEDS if d is not deed])
            label = NEITHER
        turned = rnd.random() < 0.5
        motion = rnd.choice(_COUNTER_MOTIONS if turned else _MOTIONS)
        if turned and label != NEITHER:
            label = OPPOSE if label == SUPPORT else SUPPORT
        yield Pair(text, _fill(motion, about, "The government"), label)


def _fill(template: str, deed: Sequence[str], speaker: str) -> str:
    """Put a deed and a speaker into a template."""
    infinitive, gerund, noun = deed
    bare = noun.removeprefix("the ").removeprefix("an ").removeprefix("a ")
    inside = speaker if template.startswith("{s}") else _lower(speaker)
    line = template.format(s=inside, v=infinitive, g=gerund, n=noun, bare=bare)
    start = 1 if line[0] == "“" else 0
    end = "?" if template.startswith("Should") else ""
    return clean(line[:start] + line[start].upper() + line[start + 1 :] + end)


def _lower(speaker: str) -> str:
    """Begin a speaker's name as within a sentence."""
    return speaker[0].lower() + speaker[1:]
