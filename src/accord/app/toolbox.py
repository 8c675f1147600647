"""The rooms and adapters of a workspace, made when they are needed.

Imports stand within functions here, so that opening a workspace or asking for help
does not load PDF readers and lexicons.
"""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from accord.app.attributor import Attributor, choose_attributor
from accord.app.settings import Settings
from accord.model import Actor, Codebook, digest
from accord.pipeline import Chain, PileRooms
from accord.ports import Clock, CriticismJudge, Engine, Fetcher, StanceJudge, Store

if TYPE_CHECKING:
    from accord.resolve import KnowledgeBase

__all__ = ["Knowledge", "Toolbox", "require_paths", "store_for"]

DATABASE = "accord.db"
#: Up to so many items no processes are started, unless their number is given.
FEW_ITEMS = 8
#: The value of ``stance_model`` and ``criticism_model`` for the judge in the package.
PACKAGED = "packaged"
#: The value of ``stance_model`` for no judge.
RULES = "rules"


class Knowledge(Protocol):
    """The known actors, as a workspace uses them."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors, by id."""
        ...

    def fingerprint(self) -> str:
        """Return a hash that changes whenever an answer may change."""
        ...


def store_for(folder: Path, settings: Settings) -> Store:
    """Open the store that the settings name.

    Raises:
        StoreError: It cannot be opened.
    """
    from accord.adapters.store import SqlStore

    if settings.store:
        return SqlStore.at(settings.store)
    return SqlStore.in_file(folder / DATABASE)


def require_paths(paths: Sequence[str]) -> None:
    """Refuse paths that are not there, before anything is made for them.

    Raises:
        InputError: One is not; all missing ones are named.
    """
    from accord.adapters.files import check_paths

    check_paths(paths)


def choose_stance_judge(wanted: str) -> StanceJudge | None:
    """Make the judge of stance that the setting ``stance_model`` names.

    Returns:
        The judge; None for the rules alone.

    Raises:
        ConfigurationError: There is no model in that folder.
        BackendError: Its files are not those that were published.
    """
    if wanted == RULES:
        return None
    from accord.adapters.models.judges import ModelStanceJudge, packaged_stance_model

    packaged = wanted in {"", PACKAGED}
    return ModelStanceJudge.at(packaged_stance_model() if packaged else Path(wanted))


def choose_criticism_judge(wanted: str) -> CriticismJudge | None:
    """Make the judge of criticism that the setting ``criticism_model`` names.

    Returns:
        The judge; None, for the rules alone, if the setting is empty.

    Raises:
        ConfigurationError: There is no model in that folder.
        BackendError: Its files are not those that were published.
    """
    if not wanted:
        return None
    from accord.adapters.models.judges import (
        ModelCriticismJudge,
        packaged_criticism_model,
        packaged_stance_model,
    )

    folder = packaged_criticism_model() if wanted == PACKAGED else Path(wanted)
    return ModelCriticismJudge.at(folder, packaged_stance_model())


class Toolbox:
    """Makes the real rooms; a test may bring another with the same methods.

    Args:
        settings: The workspace's settings.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def clock(self) -> Clock:
        """Make the clock."""
        from accord.adapters.clock import SystemClock

        return SystemClock()

    def engine(self, jobs: int | None) -> Engine:
        """Make the engine for a number of jobs; the settings' number if None.

        Raises:
            EngineError: The number is below 0.
        """
        from accord.adapters.engine import ProcessEngine, SerialEngine

        wanted = self._settings.jobs if jobs is None else jobs
        few = 0 if wanted else FEW_ITEMS
        wanted = wanted or os.cpu_count() or 1
        return SerialEngine() if wanted == 1 else ProcessEngine(wanted, alone_up_to=few)

    def fetcher(
        self, paths: Sequence[str], *, columns: Mapping[str, str] | None = None
    ) -> Fetcher:
        """Make the fetcher; it reads standard input only if a path says so.

        Args:
            paths: What will be looked for.
            columns: For tables, the column of each field.
        """
        from accord.adapters.files import FileLimits, LocalFiles
        from accord.adapters.formats import all_containers, all_formats

        limits = FileLimits(
            text_bytes=self._settings.text_bytes,
            container_bytes=self._settings.container_bytes,
        )
        stream = sys.stdin.buffer if "-" in paths else None
        containers = all_containers(all_formats(), columns=columns)
        return LocalFiles(standard_input=stream, limits=limits, containers=containers)

    def load_knowledge(self, packs: Sequence[tuple[str, str]]) -> "KnowledgeBase":
        """Load the packaged actors and these packs.

        Raises:
            ConfigurationError: A pack cannot be used; all problems at once.
        """
        from accord.resolve import load_knowledge

        return load_knowledge(packs)

    def parse_codebook(self, text: str, *, name: str) -> Codebook:
        """Read a codebook.

        Raises:
            ConfigurationError: It cannot be used; all problems at once.
        """
        from accord.position import parse_codebook

        return parse_codebook(text, name=name)

    def packaged_codebooks(self) -> dict[str, Codebook]:
        """Give the codebooks that ship with the package, by name."""
        from accord.position import packaged_codebooks

        return {codebook.name: codebook for codebook in packaged_codebooks()}

    def choose_codebook(self, texts: Iterable[str]) -> Codebook:
        """Choose the packaged codebook that suits the texts best."""
        from accord.position import choose_codebook

        return choose_codebook(texts)

    @cached_property
    def attributor(self) -> Attributor:
        """The attributor that the settings ask for.

        Raises:
            AccordError: The settings name a model that cannot be used.
        """
        return choose_attributor(self._settings.model)

    def chain(self, knowledge: Any, codebook: Codebook | None) -> Chain:
        """Make the rooms that one document passes; to resolve without a codebook."""
        from accord.adapters.formats import all_formats
        from accord.attribute import AttributeStage
        from accord.position import CriticismStage, PositionStage
        from accord.read import ReadLimits, ReadStage
        from accord.resolve import ResolveStage

        limits = ReadLimits(text_chars=self._settings.text_bytes)
        tagger, floor = self.attributor.tagger, self._settings.min_confidence
        upto_resolve = Chain(
            ReadStage(formats=all_formats(), limits=limits),
            (
                ("attribute", AttributeStage(tagger, min_confidence=floor)),
                ("resolve", ResolveStage(knowledge)),
            ),
        )
        if codebook is None:
            return upto_resolve
        rules = PositionStage(
            codebook,
            judge=choose_stance_judge(self._settings.stance_model),
            least=self._settings.min_side_confidence,
        )
        critic = choose_criticism_judge(self._settings.criticism_model)
        position = rules if critic is None else CriticismStage(critic, after=rules)
        rooms = (*upto_resolve.rooms, ("position", position))
        return Chain(upto_resolve.read, rooms)

    def pile(self, codebook: Codebook) -> PileRooms:
        """Make the rooms that see the whole pile."""
        import accord
        from accord.link import LinkStage
        from accord.map import build_ledger, find_shifts
        from accord.resolve import JOINER, join_actors
        from accord.solve import find_irreconcilable

        link = LinkStage(exact_documents=self._settings.exact_documents)
        return PileRooms(
            join=join_actors,
            link=link,
            ledger=lambda dossiers, links: build_ledger(
                dossiers, codebook, links=links
            ),
            shifts=lambda dossiers, links: find_shifts(dossiers, codebook, links=links),
            conflicts=partial(find_irreconcilable, codebook=codebook),
            fingerprint=digest(
                accord.__version__, JOINER, link.fingerprint(), repr(codebook)
            ),
        )

    def present(self) -> Any:
        """Make the stage that draws the report."""
        from accord.present import PresentStage

        return PresentStage()

    def count_unresolved(self, dossiers: Iterable[Any]) -> tuple[Any, ...]:
        """Count the names that no known actor answers to."""
        from accord.resolve import count_unresolved

        return count_unresolved(dossiers)
