"""The engine contract over every backend."""

from accord.adapters.engine import ProcessEngine, SerialEngine
from accord.ports import Engine
from accord.testing.contracts import EngineContract


class TestSerialEngine(EngineContract):
    look_ahead_items = 10

    def make_engine(self) -> Engine:
        return SerialEngine()


class TestOneProcess(EngineContract):
    look_ahead_items = 50

    def make_engine(self) -> Engine:
        return ProcessEngine(1, batch_items=1)


class TestTwoProcesses(EngineContract):
    look_ahead_items = 100

    def make_engine(self) -> Engine:
        return ProcessEngine(2)
