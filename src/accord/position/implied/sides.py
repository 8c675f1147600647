"""Sides: which side leanings take, by what they are about.

Who is glad takes the side of what was done, who voted in favour that of what was put to
the vote, and who disagrees the other side of whom they answer.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from accord.position.implied.leanings import (
    BESIDE,
    DEEDS,
    MOVED,
    OBJECT_TOKENS,
    POINTER,
    TONES,
    Leaning,
)
from accord.position.implied.purposes import find_purpose
from accord.position.implied.topics import Topic, Topics
from accord.position.page import Page
from accord.position.phrases import SENTENCE_END, stem_set
from accord.position.stance import Reading, Words, is_conditional

__all__ = ["read_leaning"]

_ANSWERS = ("answer", "person")
# Who fights may do so to get a thing.
_FIGHTS = DEEDS | {"alarm"}
# "So does Corva" and "echoed by Corva" repeat what was just said.
_REACHES = {
    **dict.fromkeys(("ellipsis", "echo", "echoed", "countered"), "before"),
    BESIDE: "inside",
}
# "The demand" answers what was just said.
_ANSWERED_TOKENS = 45
_DECIDED = ("event", "motion")
# Who may be praised for what was decided.
_DECIDERS = stem_set(
    "city council government parliament minister senate deputies lawmaker court judge "
    "voter president member board committee assembly mayor commission deputy councillor bloc"
)
_BODY_TOKENS = 3
_POINTED = (("it",), ("them",))
_TONE_TOKENS = 80
_IT = stem_set("it it's this that that's")
# How far back the thing may be named that people are glad or angry of.
_EVENT_TOKENS = 45
_TONE_CERTAINTY = 0.35
_NOUNS = "nouns"
_WEIGHT = 0.6
_CERTAINTY = 0.5


def _is_aimless(page: Page, one: Leaning) -> bool:
    """Tell "a motion by the Greens to discuss it", of which no word says for what it is."""
    if one.group != _NOUNS or one.sign < 0:
        return False
    stems, low = page.tokens.stems, one.last
    stop = min(len(stems), low + OBJECT_TOKENS)
    to = next((at for at in range(low, stop) if stems[at] == "to"), None)
    if to is None or SENTENCE_END in stems[low:to]:
        return False
    deeds = page.scene.operators_in(to + 1, to + 2)
    return not deeds and not page.scene.targets_in(to + 1, to + 2)


def _with_object(page: Page, one: Leaning) -> Leaning:
    """Let "took the ban to court" be about the ban, not about what was done last.

    "An application by brewers against it" is against it.
    """
    if one.group == _NOUNS and one.sign > 0:
        after = page.tokens.stems[one.last : one.last + OBJECT_TOKENS]
        turned = "against" in after and SENTENCE_END not in after
        return replace(one, sign=-1) if turned else one
    against = page.tokens.stems[one.last : one.last + 1] == ("against",)
    reach = one.last + (OBJECT_TOKENS if against else 0)
    named = one.group in DEEDS and page.scene.targets_in(one.first, reach)
    return replace(one, about="thing") if named else one


def _aimed(
    page: Page, topics: Topics, found: Sequence[Leaning]
) -> tuple[int, Reading] | None:
    """Read "filed a lawsuit to stop the tram line" by what the suit is for."""
    fights = next((one for one in found if one.group in _FIGHTS and one.sign < 0), None)
    if fights is None or (aim := find_purpose(page, fights.last)) is None:
        return None
    target, undone = aim
    topic = topics.topic_of(target)
    sign = -topic.sign if undone else topic.sign
    cue = (fights.first, target.last, f"leaning:{'for' if sign > 0 else 'against'}")
    return topic.issue, Reading(
        sign, _WEIGHT, _CERTAINTY, (cue,), rule="leaning-purpose"
    )


def _is_for_more(page: Page, one: Leaning) -> bool:
    """Tell "criticised the minister for letting it drift" from blame for the side he takes."""
    stems = page.tokens.stems
    stop = min(len(stems) - 1, one.last + OBJECT_TOKENS)
    what = next((at for at in range(one.last, stop) if stems[at] == "for"), None)
    if what is None or SENTENCE_END in stems[one.last : what]:
        return False
    done = what + 1 in page.tokens.gerunds
    return done and not page.scene.targets_in(what, what + OBJECT_TOKENS)


def _person(
    page: Page, topics: Topics, words: Words, one: Leaning, name: str
) -> Topic | None:
    """Find the side of whom somebody praises or blames.

    "Congratulated the city", which takes no side itself, is about what was decided last.
    """
    if one.sign < 0 and _is_for_more(page, one):
        return None
    idiom = range(one.first, one.last)
    found = topics.answer_to(words.content, name, idiom, named=True)
    if found is not None or one.sign < 0:
        return found
    praised = page.tokens.stems[one.last : one.last + _BODY_TOKENS]
    body = not _DECIDERS.isdisjoint(praised)
    return topics.last_event(words.content, name) if body else None


def _is_meant(page: Page, topic: Topic, words: Words) -> bool:
    """Tell a tone on the thing itself, which the words name or begin by pointing at."""
    named = topic.place in words.content
    return named or page.tokens.stems[words.content.start] in _IT


def _needs_event(page: Page, topic: Topic, words: Words, one: Leaning) -> bool:
    """Tell feelings that say nothing unless it is known what was done.

    One may be disappointed of a thing that was turned down, or that was agreed; others
    feel so about what was named just before.
    """
    if one.about != "event":
        return False
    if one.group in ("regret", "asked", MOVED):
        return True
    sentence = page.sentence(words.content)
    if _is_turncoat(page, range(sentence.start, words.content.start), one):
        return True
    near = words.content.start - topic.place <= _EVENT_TOKENS
    return topic.place not in sentence and not near


def _is_turncoat(page: Page, before: range, one: Leaning) -> bool:
    """Tell "the group, which fought the deal, was delighted": not of the deal."""
    first = bisect_left(page.cue_starts, before.start)
    last = bisect_left(page.cue_starts, before.stop)
    other = "reject" if one.sign > 0 else "support"
    return any(hit.label[0] == other for hit in page.cues[first:last])


def _names_thing(page: Page, one: Leaning) -> bool:
    """Tell whether the sentence itself names what the vote is on, or points at it."""
    if page.tokens.stems[one.last : one.last + 1] in _POINTED:
        return True
    sentence = page.sentence(range(one.first, one.last))
    named = page.scene.targets_in(sentence.start, sentence.stop)
    return any(not one.first <= target.first < one.last for target in named)


def _first_kind(found: Sequence[Leaning], *, answered: bool) -> list[Leaning]:
    """Keep answers to others if there is somebody to answer, else all the rest."""
    answers = [one for one in found if one.about in _ANSWERS]
    if answered and answers:
        return answers
    return [one for one in found if one.about not in _ANSWERS]


def _answered(
    page: Page, topics: Topics, words: Words, found: Sequence[Leaning], name: str
) -> Topic | None:
    """Find the side of somebody else that the first leaning answers."""
    if not found:
        return None
    if found[0].about == "person":
        return _person(page, topics, words, found[0], name)
    reach = _REACHES.get(found[0].group)
    idiom = range(found[0].first, found[0].last)
    return topics.answer_to(words.content, name, idiom, reach=reach)


def _topic_of(
    page: Page, topics: Topics, words: Words, one: Leaning, name: str
) -> Topic | None:
    """Find what a leaning is about that answers nobody."""
    if one.about == "motion" and not _names_thing(page, one):
        told, topic = topics.put_to_vote(words.content)
        if told:
            return topic
    topic = topics.at(words.content)
    if topic is None and one.about in _DECIDED:
        return topics.last_event(words.content, name)
    return topic


def read_leaning(
    page: Page, topics: Topics, words: Words, found: Sequence[Leaning], name: str
) -> tuple[int, Reading] | None:
    """Read the side that leanings take, and on which issue.

    Returns:
        Place of the issue and the reading; None if they are torn or nothing is
        spoken of.
    """
    aimed = _aimed(page, topics, found)
    return aimed or _weigh(page, topics, words, found, name)


def _weigh(
    page: Page, topics: Topics, words: Words, found: Sequence[Leaning], name: str
) -> tuple[int, Reading] | None:
    """Read leanings by what they are about; the arguments are those of ``read_leaning``."""
    found = [_with_object(page, one) for one in found if not _is_aimless(page, one)]
    answer = _answered(page, topics, words, found, name)
    found = _first_kind(found, answered=answer is not None)
    if not found:
        return None
    first = found[0]
    answers = first.about in _ANSWERS
    topic = answer if answers else _topic_of(page, topics, words, first, name)
    if topic is None:
        return None
    event = topics.event_at(topic, words.content, name)
    unknown = event is None and _needs_event(page, topic, words, first)
    about = {
        "thing": topic.sign,
        "bare": topic.bare,
        "event": topic.sign if event is None else event,
        "motion": topics.motion_at(topic, words.content, name),
        "answer": topic.sign,
        "person": topic.sign,
        "whole": topic.sign,
        "weal": topic.sign,
    }
    about["woe"] = topic.sign if words.act.act.id == "warn" else about["event"]
    toned = first.about in TONES
    far = abs(words.content.start - topic.place) > _TONE_TOKENS
    # Nobody may be known to have decided anything.
    vain = first.group == POINTER and not answer and about["event"] == topic.sign
    vain = vain or _is_stale(page, first, topic, words)
    aside = toned and (far or not (topics.alone or _is_meant(page, topic, words)))
    if unknown or vain or aside:
        return None
    signs = {one.sign * about[one.about] for one in found}
    if len(signs) != 1:
        return None
    (sign,) = signs
    cues = tuple(
        (one.first, one.last, "leaning:for" if one.sign > 0 else "leaning:against")
        for one in found
    )
    # "would go to court if they sign" is a threat, not half a side.
    fights = any(one.about == "event" for one in found)
    held = not fights and is_conditional(page.scene, words, sign, _WEIGHT)
    certainty = _TONE_CERTAINTY if toned else _CERTAINTY
    rule = f"leaning-{first.group or 'harm'}"
    reading = Reading(sign, _WEIGHT, certainty, cues, conditional=held, rule=rule)
    return topic.issue, reading


def _is_stale(page: Page, one: Leaning, topic: Topic, words: Words) -> bool:
    """Tell "rejected the demand" long after the last side taken from "resists such calls"."""
    answers = one.group == POINTER and one.about == "answer"
    one_of_many = one.first in page.tokens.inflected
    return (
        answers
        and not one_of_many
        and words.content.start - topic.place > _ANSWERED_TOKENS
    )
