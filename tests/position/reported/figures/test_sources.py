"""Whose a number is: who reports it, puts it, offers it or asks for it."""

from collections.abc import Callable

import pytest

from accord.model import Dossier
from accord.position.reported import find_reported

Read = Callable[..., Dossier]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[the Carriers' Union] is demanding a 9.5 per cent rise.",
         ["the Carriers' Union"]),
        ("Dorvale want £55m.", ["Dorvale"]),
        ("The airport wants to extend it by 450 metres.", ["The airport"]),
        ("[RailCo] raised its pay offer to 7.4 per cent.", ["RailCo"]),
        ("[Arle] promised $1.5 billion, [Belm] 900 million and [Corva] 1.2 billion.",
         ["Arle", "Belm", "Corva"]),
        ("It is short of the $9 billion that island states had asked for.",
         ["island states"]),
        ("The government puts the loss at 9 million euros.", ["The government"]),
        ("[Arle] demanded nothing. It cost 3 million euros.", [None]),
        ("The council, which is to decide on Monday, has asked for a cap of 9 million euros.",
         ["The council"]),
        ("Donors meeting in Lisbon offered 2.4 billion dollars.", ["Donors"]),
        ("The airport wants 3 million euros. {The plan would bring 9 million|it}, it says.",
         ["The airport", "The airport"]),
        ("The bridge cost 3 million euros.", [None]),
    ],
)  # fmt: skip
def test_a_number_is_of_who_bargains_with_it(
    read: Read, text: str, names: list[str | None]
) -> None:
    sources = [f.according_to for f in find_reported(read(text)).figures]
    assert [one.name if one else None for one in sources] == names
