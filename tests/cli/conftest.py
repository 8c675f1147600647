"""A workspace made by hand in the place of the real one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Self

import pytest

from accord import app
from accord.cli.entry import execute
from accord.errors import InputError
from accord.map import build_ledger
from accord.map.cells import RollUp
from accord.map.outlets import compare_outlets
from accord.model import Codebook, Dispute, Failure, Position
from accord.model.outlets import OutletComparison
from accord.resolve import KnowledgeBase, load_knowledge
from accord.testing.builders import make_join
from accord.testing.dispute import make_dispute


@dataclass(frozen=True)
class FakeSetting:
    name: str
    value: str
    origin: str


@dataclass(frozen=True)
class FakeCheck:
    settings: tuple[FakeSetting, ...] = (FakeSetting("jobs", "2", "default"),)
    versions: tuple[tuple[str, str], ...] = (("accord", "0.1.0"),)
    problems: tuple[str, ...] = ()
    quotes_checked: int = 21


@dataclass(frozen=True)
class FakeRun:
    report: Path
    failures: tuple[Failure, ...] = ()
    items: int = 6
    processed: int = 5
    unchanged: int = 1
    codebook: str = "dam"
    chosen: bool = True
    attributor: str = "trained model v1, advised by rules"
    reduced: str = ""
    notice: str = ""


@dataclass(frozen=True)
class FakeUnresolved:
    text: str = "A person close to the talks"
    count: int = 1
    documents: int = 1
    example: str = "[insert name] would never sit on a council"
    stub_yaml: str = "  - id: per:someone\n    names: [A person close to the talks]\n"


@dataclass
class FakeWorkspace:
    path: Path
    dispute_: Dispute = field(default_factory=make_dispute)
    failures: tuple[Failure, ...] = ()
    problems: tuple[str, ...] = ()
    error: BaseException | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    closed: bool = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.closed = True

    def run(
        self,
        paths: Sequence[str],
        *,
        on_progress: Callable[[object], None] | None = None,
        **options: object,
    ) -> FakeRun:
        self.asked.append({"paths": list(paths), **options})
        if self.error:
            raise self.error
        assert on_progress is None, "nobody watches in a test"
        return FakeRun(self.path / "report.html", self.failures)

    def records(self, kind: str, **filters: object) -> Iterator[object]:
        self.asked.append({"kind": kind, **filters})
        if self.error:
            raise self.error
        piles: dict[str, Any] = {
            "positions": self.dispute_.ledger,
            "joins": [make_join(*self.dispute_.dossiers[:2])],
            "links": self.dispute_.links,
            "shifts": self.dispute_.shifts,
            "irreconcilable": self.dispute_.irreconcilable,
            "failures": self.dispute_.failures,
            "actors": self.dispute_.actors,
            "documents": [d.document for d in self.dispute_.dossiers],
            "judgements": [],
        }
        if kind not in piles:
            return (r for d in self.dispute_.dossiers for r in getattr(d, kind))
        return iter(piles[kind])

    def documents(self) -> Iterator[object]:
        return (d.document for d in self.dispute_.dossiers)

    def attributions(self) -> Iterator[object]:
        return (a for d in self.dispute_.dossiers for a in d.attributions)

    def statements(self) -> Iterator[object]:
        return (s for d in self.dispute_.dossiers for s in d.statements)

    @property
    def name(self) -> str:
        return "dam"

    def outlets(self, *names: str) -> OutletComparison:
        return compare_outlets(
            self.dispute_.dossiers, self.dispute_.codebook, outlets=names
        )

    def ledger(self, *, roll_up: RollUp, **filters: object) -> Iterator[Position]:
        self.asked.append({"roll_up": roll_up, **filters})
        dossiers, codebook = self.dispute_.dossiers, self.dispute_.codebook
        return iter(build_ledger(dossiers, codebook, roll_up=roll_up))

    def dispute(self) -> Dispute:
        return self.dispute_

    def codebook(self) -> Codebook:
        return self.dispute_.codebook

    def knowledge(self) -> KnowledgeBase:
        return load_knowledge()

    def unresolved(self) -> tuple[FakeUnresolved, ...]:
        return (FakeUnresolved(),)

    def check(self) -> FakeCheck:
        return FakeCheck(problems=self.problems)

    def write_report(self) -> Path:
        return self.path / "report.html"


@pytest.fixture
def workspace(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeWorkspace:
    """Put a fake in the place of the app; ``missing`` is a folder without one."""
    fake = FakeWorkspace(tmp_path)

    def open_(path: Path | str, *, create: bool = True, **_: Any) -> FakeWorkspace:
        if not create and "missing" in str(path):
            message = f"There is no workspace in {path}."
            raise InputError(message, hint="`accord run` makes one.")
        fake.asked.append({"opened": str(path), "create": create})
        return fake

    def demo(path: Path, **options: object) -> tuple[FakeWorkspace, FakeRun]:
        fake.asked.append({"demo": str(path), **options})
        return fake, FakeRun(tmp_path / "report.html", fake.failures, chosen=False)

    monkeypatch.setattr(app, "open", open_)
    monkeypatch.setattr(app, "demo", demo)
    monkeypatch.setattr(app, "sample_names", lambda: ("depot", "strait"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("ACCORD_WORKSPACE", raising=False)
    return fake


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


@pytest.fixture
def accord(
    workspace: FakeWorkspace, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Result]:
    """Run a command line and give its exit code and both streams."""
    del workspace

    def run(*arguments: str) -> Result:
        code = execute(arguments)
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return run


@pytest.fixture
def a_day() -> date:
    return date(2025, 1, 20)
