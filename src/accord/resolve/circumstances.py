"""When it was said, and through whom it came: what stands around an attribution."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from accord.model import Attribution, Extract, Span, Via, When
from accord.resolve.knowledge.base import KnowledgeBase
from accord.resolve.people.person import text_id
from accord.resolve.reading import Reading, Word
from accord.resolve.referents.institutions import OUTLET_NOUNS
from accord.resolve.scene import Decision, Scene
from accord.text.dates import DateFound

__all__ = ["find_said", "find_via"]

#: Words that may stand between a cue and the date it has; tried 3 to 8 on the
#: invented samples.
_NEAR_WORDS = 5
# No word further from the cue than this, in characters, says when or through whom:
# a text without full stops is one sentence, and would be read once a cue.
_REACH_CHARS = 1_000
# A date after one of these is a limit or a cause, not when it was said.
_OTHER_TIMES = frozenset(
    """until till by before since from after through for than next following against
    due beginning starting effective""".split()
)
# A date after one of these belongs to what happened then.
_EVENTS = frozenset(
    """signed held launched released published began begun elected founded approved
    adopted born killed died seized annexed invaded due scheduled planned expected
    agreed reached formed created passed introduced started ended opened closed
    appointed sanctioned struck conducted""".split()
)
_REPORTED = frozenset("reported quoted cited carried published broadcast".split())
_REPORTS = frozenset("reports reported writes wrote".split())
_QUOTES = frozenset("quoting citing quoted cited quotes cites".split())
# Two words after which an outlet's name follows.
_POINTERS = {
    **{word: frozenset({"by"}) for word in _REPORTED},
    **{
        word: frozenset({"with", "to", "for", "on"})
        for word in "interview interviews conversation comments remarks".split()
    },
    "according": frozenset({"to"}),
    "speaking": frozenset({"to", "on"}),
}
_TO_OUTLET = frozenset("told telling".split())


def find_said(
    attribution: Attribution,
    scene: Scene,
    dates: Sequence[DateFound],
    by_id: Mapping[str, Attribution],
) -> When | None:
    """Choose the date on which an attribution's words were said.

    Args:
        attribution: The attribution.
        scene: Its document.
        dates: Every date of the document, in text order.
        by_id: All attributions of the document.

    Returns:
        The date nearest to the cue, in its sentence and outside the content; None
        if there is none, or only dates of something else.
    """
    part = attribution.cue or attribution.source
    if part is None or not scene.reading.sentences:
        return None
    reading = scene.reading
    sentence = _surroundings(part, reading)
    outer = by_id.get(attribution.nested_in or "")
    enclosing = outer.content.hull if outer else None
    begin = bisect_left(dates, sentence.start, key=lambda found: found.start)
    if begin == len(dates) or dates[begin].start >= sentence.end:
        return None
    closed = [*attribution.content.spans, *_contents(part, sentence, by_id)]
    if attribution.cue and attribution.source:
        closed += attribution.source.spans
    best: tuple[int, int, When] | None = None
    for found in dates[begin:]:
        if found.start >= sentence.end:
            break
        span = Span(found.start, found.end)
        if any(span.overlaps(piece) for piece in closed):
            continue
        if enclosing is not None and not enclosing.contains(span):
            continue
        away = _distance(scene, found, attribution, part, sentence)
        if away is None or _is_other_time(scene, found, part.start):
            continue
        if best is None or (away, found.start) < best[:2]:
            best = (away, found.start, found.when)
    return best[2] if best else None


def _surroundings(part: Extract, reading: Reading) -> Span:
    """Return the sentence of a cue, as far as it lies near."""
    sentence = reading.sentences[reading.sentence_at(part.start)]
    return Span(
        max(sentence.start, part.start - _REACH_CHARS),
        min(sentence.end, max(part.end, sentence.start) + _REACH_CHARS),
    )


def _distance(
    scene: Scene,
    found: DateFound,
    attribution: Attribution,
    cue: Extract,
    sentence: Span,
) -> int | None:
    """Count the words between a date and a cue; None if they do not belong together.

    A date belongs to a cue that is a few words away, or opens the cue's sentence.
    A bare year is too coarse for a word: only right beside the cue.
    """
    # What is said may stand between the cue and its date; its words do not count.
    hull = attribution.content.hull
    after = found.start >= cue.end
    if after:
        start, end = cue.end, found.start
        if start <= hull.start and hull.end <= end:
            start = hull.end
    else:
        start, end = found.end, cue.start
    away = len(scene.reading.between(start, end))
    if found.when.precision == "year":
        return away if after and away <= 2 else None
    if away <= _NEAR_WORDS:
        return away
    opening = scene.reading.document.text[sentence.start : found.start]
    if found.end <= cue.start and "," not in opening and _is_opening(scene, found):
        return away
    return None


def _is_opening(scene: Scene, found: DateFound) -> bool:
    """Tell whether a date stands in the phrase that opens its sentence."""
    reading = scene.reading
    numbers = reading.between(found.end, found.end + 80)
    opening = reading.words_of_sentence(reading.sentence_at(found.start))
    if reading.between(found.start, found.end).start - opening.start < 2:
        return True
    for number in numbers:
        if reading.words[number].gap.startswith(","):
            return True
        if number in scene.people:
            return False
    return False


def _contents(
    cue: Extract, sentence: Span, by_id: Mapping[str, Attribution]
) -> list[Span]:
    """List what others are reported to say around a cue that is not within it."""
    return [
        span
        for other in by_id.values()
        if other.content.start < sentence.end and sentence.start < other.content.end
        for span in other.content.spans
        if not span.contains(cue.hull)
    ]


def _is_other_time(scene: Scene, found: DateFound, cue: int) -> bool:
    """Tell whether a date is a limit, or belongs to another event."""
    words = scene.reading.words
    numbers = scene.reading.between(found.start, found.end)
    first = numbers.start
    before = [words[n] for n in range(max(first - 3, 0), first)]
    if before and before[-1].lower in _OTHER_TIMES:
        return True
    if words[first].lower in {"next", "tomorrow"}:
        return True
    return any(word.lower in _EVENTS and word.start != cue for word in before)


def find_via(
    attribution: Attribution,
    scene: Scene,
    by_id: Mapping[str, Attribution],
    decisions: Mapping[str, Decision],
) -> tuple[Via, ...]:
    """Find who passed an attribution's words on.

    Args:
        attribution: The attribution.
        scene: Its document.
        by_id: All attributions of the document.
        decisions: Who speaks in each.

    Returns:
        Outlets and persons between the speaker and the document, nearest to the
        document first: those who report it around, then those who enclose it.
    """
    found = list(_around(attribution, scene))
    chain: list[Via] = []
    seen = {attribution.id}
    at = attribution.nested_in
    while at is not None and at in by_id and at not in seen:
        seen.add(at)
        outer = by_id[at]
        decision = decisions.get(at)
        known = decision is not None and decision.speaker.status != "unresolved"
        if outer.source is not None and decision is not None and known:
            hull = outer.source.hull
            speaker = decision.speaker
            name = speaker.name or outer.source.text
            chain.append(Via(speaker.actor, name, hull.start, hull.end))
        at = outer.nested_in
    chain.reverse()
    listed: set[tuple[str | None, str]] = set()
    own = decisions[attribution.id].speaker.actor
    unique = []
    for via in (*found, *chain):
        key = (via.actor, via.actor or via.name)
        if key in listed or (own is not None and via.actor == own):
            continue
        listed.add(key)
        unique.append(via)
    return tuple(unique)


def _around(attribution: Attribution, scene: Scene) -> list[Via]:
    """Find the outlets that the sentence of the cue names as carriers."""
    part = attribution.cue or attribution.source
    if part is None or not scene.reading.sentences:
        return []
    reading = scene.reading
    words = reading.words
    closed = attribution.content.spans
    source = attribution.source.hull if attribution.source else None
    sentence = _surroundings(part, reading)
    numbers = reading.between(sentence.start, sentence.end)
    found: list[Via] = []
    for number in numbers:
        start = words[number].start
        if any(piece.start <= start < piece.end for piece in closed):
            continue
        via = _carrier_at(scene, number, numbers)
        if via is None:
            continue
        span = Span(via.start, via.end)
        # "according to X": X is the source, unless the source itself says
        # "officials quoted by X".
        if source and source.overlaps(span) and not source.start <= start < source.end:
            continue
        if not any(span.overlaps(piece) for piece in closed):
            found.append(via)
    return found


def _carrier_at(scene: Scene, number: int, numbers: range) -> Via | None:
    """Read the outlet that one word of passing-on points to."""
    words = scene.reading.words
    lower = words[number].lower
    following = words[number + 1].lower if number + 1 < numbers.stop else ""
    if following in _POINTERS.get(lower, ()):
        # Only "as reported by X" makes an outlet of an unknown name.
        known_only = lower not in _REPORTED
        return _name_after(scene, number + 2, numbers, known_only=known_only)
    if lower in _TO_OUTLET:
        return _name_after(scene, number + 1, numbers, known_only=True)
    if lower in _REPORTS and _begins_clause(scene, number, numbers):
        return _name_after(scene, number + 1, numbers, known_only=False)
    if lower in _REPORTS or lower in _QUOTES:
        return _name_before(scene, number)
    return None


def _begins_clause(scene: Scene, number: int, numbers: range) -> bool:
    """Tell whether a comma or a closing quotation mark stands before a word."""
    gap = scene.reading.words[number].gap.strip()
    return number == numbers.start or gap.endswith((",", '"', "”", "’", "»"))


def _name_after(
    scene: Scene, number: int, numbers: range, *, known_only: bool
) -> Via | None:
    """Read the outlet whose name begins at a word."""
    words = scene.reading.words
    if number < numbers.stop and words[number].lower in {"the", "a"}:
        number += 1
    # "told the German daily Die Welt": up to three words may describe it.
    for ahead in range(number, min(number + 4, numbers.stop)):
        hit = scene.owners.get(ahead)
        if hit is None or hit.form.kind != "name":
            continue
        if _is_outlet(hit.form.actor, scene.knowledge):
            ref = scene.knowledge.ref(hit.form.actor)
            return Via(ref.actor, ref.name, hit.start, hit.end)
    if known_only or number >= numbers.stop:
        return None
    end = number
    while end < numbers.stop and _is_name_word(scene, end, number):
        end += 1
    if end == number:
        return None
    start, stop = words[number].start, words[end - 1].end
    return Via(None, scene.reading.document.text[start:stop], start, stop)


def _is_name_word(scene: Scene, number: int, first: int) -> bool:
    """Tell whether a word may be one of an unknown outlet's name."""
    word = scene.reading.words[number]
    if number > first and not word.tied:
        return False
    if number in scene.people or number in scene.owners:
        return False
    return word.capital or (word.text[0].isdigit() and not word.text.isdigit())


def _name_before(scene: Scene, number: int) -> Via | None:
    """Read the outlet whose name, or "the newspaper", ends right before a word."""
    before = scene.reading.words[number - 1] if number else None
    if before is not None and before.lower in OUTLET_NOUNS:
        return _last_outlet(scene, before)
    hit = scene.owners.get(number - 1)
    if hit is None or hit.form.kind != "name":
        return _text_outlet(scene, number)
    if not _is_outlet(hit.form.actor, scene.knowledge):
        return None
    ref = scene.knowledge.ref(hit.form.actor)
    return Via(ref.actor, ref.name, hit.start, hit.end)


def _text_outlet(scene: Scene, number: int) -> Via | None:
    """Read the outlet that only the text names, if its name ends before a word."""
    words = scene.reading.words
    end = words[number - 1].end if number else 0
    naming = next(scene.namings.before(end), None)
    if naming is None or not naming.words & OUTLET_NOUNS:
        return None
    if naming.start + len(naming.name) != end:
        return None
    return Via(text_id(naming.name), naming.name, naming.start, end)


def _last_outlet(scene: Scene, noun: Word) -> Via | None:
    """Find the outlet named last before "the newspaper"."""
    for hit in reversed(scene.hits):
        if hit.start < noun.start and _is_outlet(hit.form.actor, scene.knowledge):
            ref = scene.knowledge.ref(hit.form.actor)
            return Via(ref.actor, ref.name, noun.start, noun.end)
    return None


def _is_outlet(identity: str, knowledge: KnowledgeBase) -> bool:
    """Tell whether an actor publishes."""
    actor = knowledge.actor(identity)
    return actor is not None and actor.kind == "outlet"
