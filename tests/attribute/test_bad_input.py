"""What comes in that is no tidy article: read by the rules and by the trained model."""

import time
from collections.abc import Callable

import pytest

from accord.adapters.models import Artefact, ModelTagger, packaged_model
from accord.attribute import AttributeStage, RuleTagger
from accord.model import Attribution, Dossier
from accord.ports import RawItem, Tagger
from accord.read import ReadLimits, ReadStage
from accord.resolve import ResolveStage, load_knowledge
from accord.testing import make_document

Run = Callable[[str], Dossier]

UNCLOSED = """\
“We will not pay a penny, said Mara Voss, the harbour minister.

“Nobody asked us, she added. “Not once.

The union said that the lock stays shut."""
CAPITALS = """\
MARA VOSS, THE HARBOUR MINISTER, SAID ON MONDAY THAT THE LOCK WOULD STAY SHUT.

“NOBODY ASKED US,” VOSS SAID. THE UNION WARNED THAT IT WOULD STRIKE."""
GERMAN = """\
Die Hafenministerin Mara Voss sagte am Montag, dass die Schleuse geschlossen bleibt. \
„Niemand hat uns gefragt“, sagte Voss vor der Presse. Die Gewerkschaft warnte, sie \
werde im Herbst streiken, wenn das Angebot nicht besser wird."""
LIST = """\
Demands of the harbour crews:

- Higher pay for night work
- A new crane by May
- “No more overtime”
1. Voss to resign
2. Talks to begin on Monday"""
HEADLINES = """\
Voss: lock stays shut

Union warns of strike

Port to close on Friday - officials

Voss slams union over crane row"""
TRANSCRIPT = """\
LAVORIN: We have said many times that the lock stays shut.

QUESTION: Will you talk to the union?

LAVORIN: We will talk to anybody who asks.

MARA VOSS: Nobody asked us.

QUESTION: Thank you."""
INTERVIEW = """\
Q: Will the lock open in May?

A: No. It will not open before the autumn.

Q. Who decided that?

A. The board did. I told them that it was a mistake."""
TWEETS = """\
Mara Voss hit back on Sunday night.

The lock stays shut. Nobody asked us. #LockOut pic.example.org/abc123
— Mara Voss (@maravoss) May 4, 2025

The crews replied within minutes. “Then we strike,” said their leader, Dan Reed.

RT @crews: we strike on Friday https://example.org/xyz"""
ALL = (
    UNCLOSED, CAPITALS, GERMAN, LIST, HEADLINES, TRANSCRIPT, INTERVIEW, TWEETS,
)  # fmt: skip


@pytest.fixture(scope="module", params=["rules", "model"])
def tagger(request: pytest.FixtureRequest) -> Tagger:
    if request.param == "rules":
        return RuleTagger()
    if not (packaged_model() / "manifest.json").is_file():
        pytest.skip("the package holds no attribution model")
    return ModelTagger(Artefact.find(packaged_model()), RuleTagger())


@pytest.fixture(scope="module")
def run(tagger: Tagger) -> Run:
    read = ReadStage(formats=(), limits=ReadLimits())
    attribute, resolve = AttributeStage(tagger), ResolveStage(load_knowledge())

    def through(text: str) -> Dossier:
        raw = RawItem("pile/odd.txt", ".txt", text.encode())
        return resolve(attribute(read(raw)))

    return through


def said_by(dossier: Dossier) -> dict[str | None, list[str]]:
    """Give the contents by who is taken for the speaker."""
    found: dict[str | None, list[str]] = {}
    for attribution in dossier.attributions:
        name = attribution.speaker.name if is_named(attribution) else None
        found.setdefault(name, []).append(attribution.content.text)
    return found


def is_named(attribution: Attribution) -> bool:
    return attribution.speaker.status == "resolved"


@pytest.mark.parametrize("text", ALL)
def test_whatever_comes_each_part_stands_on_its_lines_of_the_text(
    run: Run, text: str
) -> None:
    dossier = run(text)
    assert dossier == run(text)
    for attribution in dossier.attributions:
        for part in (attribution.source, attribution.cue, attribution.content):
            if part is not None:
                dossier.document.verify(part)
                assert all("\n\n" not in s.of(text) for s in part.spans)


def test_quotations_that_nobody_closes_are_doubted_and_hide_no_later_one(
    run: Run,
) -> None:
    dossier = run(UNCLOSED)
    kinds = {finding.kind for finding in dossier.findings}
    assert kinds & {"unbalanced-quote", "garbled-quote"}
    assert "The union" in {a.source.text for a in dossier.attributions if a.source}


def test_a_text_in_capitals_has_speakers_and_no_name_made_of_a_noun(run: Run) -> None:
    found = said_by(run(CAPITALS))
    assert {name for name in found if name} == {"Mara Voss"}
    assert any("NOBODY ASKED US" in content for content in found["Mara Voss"])


def test_another_language_is_a_finding_and_no_speaker_is_invented(run: Run) -> None:
    dossier = run(GERMAN)
    assert "other-language" in {finding.kind for finding in dossier.findings}
    assert not any(map(is_named, dossier.attributions))
    contents = [a.content.text for a in dossier.attributions]
    assert all("Niemand hat uns gefragt" in content for content in contents)


def test_a_list_of_demands_has_no_speakers(run: Run) -> None:
    assert run(LIST).attributions == ()


def test_headlines_name_nobody_whom_no_article_introduces(run: Run) -> None:
    dossier = run(HEADLINES)
    assert dossier.attributions
    assert not any(map(is_named, dossier.attributions))


def test_a_transcript_has_the_speakers_of_its_labels_and_none_for_questions(
    run: Run,
) -> None:
    found = said_by(run(TRANSCRIPT))
    assert len(found["LAVORIN"]) == 2
    assert len(found["MARA VOSS"]) == 1
    assert {name for name in found if name} == {"LAVORIN", "MARA VOSS"}


def test_questions_and_answers_make_no_persons_of_q_and_a(run: Run) -> None:
    dossier = run(INTERVIEW)
    assert not any(map(is_named, dossier.attributions))
    assert any(a.content.text == "that it was a mistake" for a in dossier.attributions)


def test_a_tweet_within_an_article_leaves_its_frame_alone(run: Run) -> None:
    found = said_by(run(TWEETS))
    assert any("Then we strike" in content for content in found["Dan Reed"])
    assert any("Nobody asked us" in content for content in found["Mara Voss"])
    assert any("strike on Friday" in content for content in found[None])
    assert set(found) <= {None, "Dan Reed", "Mara Voss"}


def test_twice_the_paragraph_takes_about_twice_the_time(tagger: Tagger) -> None:
    sentence = "The lock stays shut and the rain falls. She said that it would. "
    times = [
        min(measure(tagger, sentence * count) for _ in range(2)) for count in (10, 40)
    ]
    assert times[1] < 10 * times[0]


def measure(tagger: Tagger, text: str) -> float:
    document = make_document(text)
    begun = time.process_time()
    assert tagger.tag(document)
    return time.process_time() - begun


def test_a_paragraph_of_200_000_characters_does_not_hang_the_rules() -> None:
    sentence = "“We will not pay,” said Mara Voss. The health board of Kell refused. "
    text = (sentence * (200_000 // len(sentence) + 1))[:200_000]
    dossier = Dossier(document=make_document(text))
    attribute, resolve = AttributeStage(RuleTagger()), ResolveStage(load_knowledge())
    begun = time.process_time()
    found = resolve(attribute(dossier)).attributions
    assert time.process_time() - begun < 60
    assert len(found) > 2000
    assert {a.speaker.name for a in found if is_named(a)} <= {"Mara Voss"}


@pytest.mark.slow
def test_a_paragraph_of_200_000_characters_does_not_hang_the_model() -> None:
    if not (packaged_model() / "manifest.json").is_file():
        pytest.skip("the package holds no attribution model")
    tagger = ModelTagger(Artefact.find(packaged_model()), RuleTagger())
    sentence = "The lock stays shut and the rain falls on the quay and the cranes. "
    text = sentence * (200_000 // len(sentence)) + "Voss said that it would stay."
    found = tagger.tag(make_document(text))
    assert [a.source.text for a in found if a.source][-1:] == ["Voss"]
