"""The store contract over every backend."""

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from accord.adapters.store import MemoryStore, SqlStore
from accord.errors import StoreError
from accord.ports import Store
from accord.testing.contracts import StoreContract


class TestMemoryStore(StoreContract):
    def make_store(self) -> Store:
        return MemoryStore()


class TestSqliteStore(StoreContract):
    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self.names = (tmp_path / f"{n}.db" for n in itertools.count())

    def make_store(self) -> Store:
        return SqlStore.in_file(next(self.names))


def server_programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    programs = server_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server programs on this machine")
    user = {"user": "nobody"} if os.geteuid() == 0 else {}
    with tempfile.TemporaryDirectory(prefix="accord-pg-") as name:
        folder = Path(name)
        if user:
            shutil.chown(folder, "nobody")
        data = str(folder / "data")

        def run(program: str, *arguments: str) -> None:
            command = [str(programs / program), "-D", data, *arguments]
            subprocess.run(
                command, check=True, cwd=folder, stdout=subprocess.DEVNULL, **user
            )

        run("initdb", "-U", "accord", "-A", "trust", "--locale=C", "-E", "UTF8", "-N")
        options = f"-c listen_addresses='' -k {folder} -F"
        run("pg_ctl", "-w", "-o", options, "-l", str(folder / "log"), "start")
        try:
            yield f"postgresql+psycopg://accord@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-w", "-m", "immediate", "stop")


@pytest.mark.postgres
class TestPostgresStore(StoreContract):
    numbers = itertools.count()

    @pytest.fixture(autouse=True)
    def _server(self, server: str) -> None:
        self.server = server

    def make_database(self) -> str:
        name = f"accord_{next(self.numbers)}"
        engine = create_engine(self.server, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return self.server.replace("/postgres?", f"/{name}?")

    def make_store(self) -> Store:
        return SqlStore.at(self.make_database())

    def test_a_second_writer_is_told_who_holds_the_database(self) -> None:
        url = self.make_database()
        first, second = SqlStore.at(url), SqlStore.at(url)
        with (
            first.claim(),
            pytest.raises(StoreError, match=r"Another run is writing.*session"),
            second.write(),
        ):
            pass
        with second.write() as writer:
            writer.set_value("free", "again")
        assert first.view().value("free") == "again"

    def test_a_server_that_is_not_there_is_a_store_error(self) -> None:
        url = "postgresql+psycopg://nobody:secret@/none?host=/nowhere"
        with pytest.raises(StoreError, match="could not be opened") as caught:
            SqlStore.at(url)
        assert "secret" not in str(caught.value)
        assert "server runs" in caught.value.hint
