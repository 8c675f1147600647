"""Nobodies: names of sources and subjects that can never hold a side."""

import re
from functools import cache

from accord.position.phrases import load_lines, stem

__all__ = ["is_nobody", "is_outlet", "is_witness"]

# Words that open no name: "There were shouts", "those who", "I'd", "whoever".
_POINTING = frozenset(
    (
        "i you we he she it they there here this that these those whoever whatever who what "
        "nobody none no neither nothing anyone anybody anything someone somebody something "
        "everyone everybody everything one his her their your my our mine yours"
    ).split()
)
# "Those", "you" and "somebody" go on to be nobody; "his party" is somebody.
_OWNERS = frozenset("his her their your my our its this that these one".split())
_PERSONAL = frozenset("i you we he she it they there who what that here".split())
_CONTRACTION = re.compile(r"([a-z]+)['’](?:s|m|d|ll|ve|re)")
_REPORTERS = frozenset(
    "correspondent reporter columnist newsroom newsdesk interviewer caller heckler".split()
)
_HEARD = frozenset(
    (
        "shouts cries calls cheers boos jeers applause laughter whistles chants murmurs voices "
        "voice rumours rumour speculation waves nods laughs shrugs pauses sighs headline "
        "headlines heading title caption subtitle placard placards banner banners slogan "
        "slogans leaflet leaflets pamphlet motto hashtag"
    ).split()
)
# Times, and things that are moved about.
_THINGS = frozenset(
    (
        "days week weeks month months year years hour hours morning evening night time times "
        "moment ship drillship tanker trawler vessel ferry boat lorry truck plane jet helicopter "
        "train convoy pipeline rig bulldozer"
    ).split()
)
_CRAFT = frozenset(
    (
        "ship drillship tanker trawler vessel ferry boat yacht freighter frigate destroyer lorry "
        "plane jet train rig icebreaker submarine"
    ).split()
)
# "Your leading article complains": what it complains of is the writer's to answer.
_PRINTED = frozenset(
    (
        "article report editorial leader column story piece headline coverage pages review "
        "item cartoon correspondent"
    ).split()
)
_NO_HEADS = _REPORTERS | _HEARD | _THINGS
_ADDRESSED = frozenset(("your", "this", "that"))
_ENDS_HEAD = frozenset(
    "in at on from who which that for of with by near outside".split()
)
# The last words of what news outlets are called, and what stands before some names.
_MEDIA = frozenset(
    (
        "gazette post times herald tribune courier mail news television tv radio newspaper daily "
        "weekly paper magazine journal chronicle telegraph guardian observer mirror bulletin "
        "tabloid reuters afp bloomberg echo dispatch examiner inquirer sentinel broadsheet"
    ).split()
)
_MEDIA_KINDS = frozenset("newspaper newspapers tabloid broadsheet newswire".split())
# "8 in 10" are nobody; "four in ten residents" are.
# "Rejected by 77 votes to 52"
_TALLY = re.compile(r"\d[\d.,]*(?:\s(?:votes?|to|against|\d[\d.,]*)){0,4}")
# "Some" and "diplomats", of whom nothing is told, and "Among the member states".
_FEW = frozenset(
    "some many most several few all others more diplomats officials sources insiders".split()
)
_LEADING = frozenset("among amid despite besides unlike within".split())
_PROPORTION = re.compile(r"\w+ (?:in|out of|of) (?:\d+|ten|five|four|three|hundred)")
# "Five states" and "ministers from 150 countries" are told in full elsewhere, if at all.
_COUNTED = r"(?:member )?(?:states|countries|nations|parties|sides|delegations|governments|cities)"
_COUNT = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many)"
)
_UNTOLD = re.compile(
    rf"(?:(?:the )?{_COUNT} {_COUNTED}|\w+ (?:from|of) (?:the )?{_COUNT} {_COUNTED}"
    r"|both|(?:the )?others?|members|(?:both |the )(?:sides|delegations))"
)
# "Two officials who were in the room": they tell what others want.
_WITNESS = re.compile(
    r"\b(?:familiar with|close to the (?:talks|negotiations|matter|process|discussions|government|minister)|briefed on|with (?:direct |first-?hand )?knowledge of"
    r"|privy to|present(?: at| in|$)|(?:was|were|are|is) (?:there|present|in the room)"
    r"|in the room|at the (?:meeting|talks|table)|who (?:attended|took part|saw|heard|witnessed)"
    r"|involved in the (?:talks|negotiations)|who (?:asked|did not want|declined|spoke on))\b"
)
_ABSTRACT = re.compile(r"(?:the |new )*(\w+(?:ment|tion|sion|ance|ence|ing)s?)")
# "A poll by Nordmetrik" holds nothing; those asked may.
_POLLS = frozenset(("poll", "polls", "survey", "surveys"))


def is_nobody(name: str, *, known: bool = False) -> bool:
    """Tell a name for nobody who could be put into a ledger.

    Args:
        name: The name.
        known: Whether it was tied to an actor: "nine states" may be some of them.

    Example:
        >>> is_nobody("nobody at the time"), is_nobody("8 in 10"), is_nobody("41 to 3")
        (True, True, True)
        >>> is_nobody("Five states"), is_nobody("Our correspondent in Arle")
        (True, True)
        >>> is_nobody("There"), is_nobody("I'd"), is_nobody("Those who")
        (True, True, True)
        >>> is_nobody("some"), is_nobody("Among the member states")
        (True, True)
        >>> is_nobody("One Nation"), is_nobody("His party")
        (False, False)
        >>> is_nobody("Four in ten residents"), is_nobody("Five eastern members")
        (False, False)
    """
    if _is_no_party(name):
        return True
    if known:
        return False
    lower = name.lower()
    return (
        lower in _FEW
        or lower.split()[0] in _LEADING
        or lower.split()[0] in _POLLS
        or not _POLLS.isdisjoint(name.split())
        or _PROPORTION.fullmatch(lower) is not None
        or _TALLY.fullmatch(lower) is not None
        or _UNTOLD.fullmatch(lower) is not None
        or _is_abstract(lower)
    )


def _is_no_party(name: str) -> bool:
    """Tell "There", "I'd" and "those who" from "One Nation" and "his party"."""
    head = _head(name.split())
    if _is_craft(head):
        return True
    if any(word[:1].isupper() for word in head[1:]):
        return False
    lower = [word.lower() for word in head]
    if is_witness(name) or _is_printed(lower) or lower[-1] in _NO_HEADS:
        return True
    alone = len(lower) == 1 or lower[0] not in _OWNERS
    return alone and _is_pronoun(lower[0])


def _is_craft(words: list[str]) -> bool:
    """Tell "the tanker Maria" from "the Trawler Owners' Association"."""
    bare = words[1:] if words[0].lower() == "the" else words
    named = len(bare) > 1 and bare[0] in _CRAFT and bare[1][:1].isupper()
    return named and stem(bare[-1].lower()) not in _people()


def is_witness(name: str) -> bool:
    """Tell who is known only for what they saw or know: "officials who were present".

    Example:
        >>> is_witness("two people familiar with the talks")
        True
        >>> is_witness("people living near the mast")
        False
    """
    return _WITNESS.search(name) is not None


def is_outlet(name: str) -> bool:
    """Tell a newspaper, broadcaster or news agency by what it is called.

    Example:
        >>> is_outlet("the Marren Gazette"), is_outlet("the news agency Interpress")
        (True, True)
        >>> is_outlet("the port agency"), is_outlet("the Gazette's owner")
        (False, False)
    """
    words = _head(name.lower().split())
    return words[-1] in _MEDIA or any(
        word in _MEDIA_KINDS or (word == "news" and words[at : at + 1] == ["agency"])
        for at, word in enumerate(words, 1)
    )


def _head(words: list[str]) -> list[str]:
    """Give the words of a name up to what only says more of it."""
    ends = (at for at, word in enumerate(words) if at and word in _ENDS_HEAD)
    return words[: next(ends, len(words))]


def _is_pronoun(word: str) -> bool:
    """Tell "you" and "I've" from a noun."""
    short = _CONTRACTION.fullmatch(word)
    return word in _POINTING or (short is not None and short[1] in _PERSONAL)


def _is_printed(words: list[str]) -> bool:
    """Tell "your leading article", which holds nothing of its own."""
    return words[0] in _ADDRESSED and words[-1] in _PRINTED


def _is_abstract(lower: str) -> bool:
    """Tell "amendments", which want nothing, from "federations"."""
    found = _ABSTRACT.fullmatch(lower)
    return found is not None and stem(found[1]) not in _people()


@cache
def _people() -> frozenset[str]:
    """List the nouns for those who can hold a position."""
    return frozenset(
        stem(word) for line in load_lines("holders.txt") for word in line.split()
    )
