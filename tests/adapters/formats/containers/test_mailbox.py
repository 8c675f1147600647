from collections.abc import Callable
from pathlib import Path

import pytest

from accord.adapters.formats.containers import mailbox
from accord.model import Failure
from accord.ports import RawItem

Load = Callable[..., dict[str, RawItem | Failure]]
BOX = (
    b"From a@b Thu May  2 16:55:00 2024\nSubject: One\n\nNo deal.\n>From the quay.\n"
    b"From here on.\n\nFrom c@d Fri May  3 10:00:00 2024\nSubject: Two\n\nStill none.\n"
)


def test_mails_are_items_and_quoted_borders_are_text(pile: Path, load: Load) -> None:
    (pile / "a.mbox").write_bytes(BOX)
    one, two = load(pile).values()
    assert isinstance(one, RawItem)
    assert isinstance(two, RawItem)
    assert one.suffix == ".eml"
    assert one.data.endswith(b"No deal.\nFrom the quay.\nFrom here on.\n\n")
    assert two.data.startswith(b"Subject: Two")


def test_a_mail_above_the_limit_fails_alone(
    pile: Path, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "MAX_MAIL_BYTES", 40)
    (pile / "a.mbox").write_bytes(BOX)
    one, two = load(pile).values()
    assert isinstance(one, Failure)
    assert isinstance(two, RawItem)
