"""The questions and the articles of the dispute over the dam, all invented."""

from datetime import date

from accord.model import Codebook, Issue

__all__ = ["ARTICLES", "CODEBOOK"]

CODEBOOK = Codebook(
    "dam",
    (
        Issue(id="raise-the-dam", question="Should the dam at Ostrel be raised?"),
        Issue(
            id="night-flow",
            question="Should water flow through the gates at night?",
            excludes=("raise-the-dam",),
        ),
        Issue(id="joint-council", question="Should both towns decide together?"),
        Issue(id="ferry", question="Should the ferry run in winter?"),
    ),
)

ARTICLES = (
    (
        "dam/01-plan.txt", "Upland Courier", date(2025, 1, 14),
        "Ostrel will raise its dam",
        ("🌊 Share this story\n\n"
        "Ostrel will raise its dam by four metres, mayor Irma Tarr said on Tuesday. "
        "“We will raise the dam, and nobody downstream has a veto over it,” Tarr "
        "told the town council.\n\n"
        "The work would cost about 40 million crowns ($52 million).\n"),
    ),
    (
        "dam/02-reply.txt", "Lowland Post", date(2025, 1, 20),
        "Sorn rejects the dam <script>window.broken = true</script>",
        ("Sorn rejects any higher wall, its mayor Joren Quill said. “Not one metre "
        "more: the river is ours as much as theirs,” Quill told reporters 🚣 at "
        "the landing. Tarr, he noted, had said that \"we'll raise the dam and "
        'nobody below has a veto".\n\n'
        "</script><script>window.broken = true</script> Read more\n"),
    ),
    (
        "dam/03-copy.txt", "River Wire", date(2025, 1, 22),
        "Sorn rejects dam",
        ("Sorn rejects any higher wall, its mayor Joren Quill said. “Not one metre "
        "more: the river is ours as much as theirs,” Quill told reporters at "
        "the landing. The towns have quarrelled for years.\n"),
    ),
    (
        "dam/04-offer.txt", "Upland Courier", date(2025, 3, 5),
        "Tarr would keep gates open if Sorn pays",
        ("Ostrel would let water through at night if Sorn paid for the lights, "
        "Irma Tarr said. She added that a joint council was acceptable to her.\n\n"
        "Both towns signed a lighting accord on Wednesday after talks in Brennick "
        "led by the river board, which decides only when all its members agree. In "
        "a poll of 812 people in Sorn, 61 percent wanted the gates open at night.\n"),
    ),
    (
        "dam/05-undated.txt", None, None,
        None,
        ("The gates must be open every night, Quill insisted. A person close to the "
        "talks said [insert name] would “never” sit on a council with Ostrel.\n"),
    ),
)  # fmt: skip
