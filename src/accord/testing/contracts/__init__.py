"""Contract suites: one class a port, run over every backend.

Subclass a suite in a test module, say how to make the backend, and pytest collects
the laws with it::

    class TestMyStore(StoreContract):
        def make_store(self):
            return MyStore()

Nothing here needs pytest.
"""

from accord.testing.contracts.engine import EngineContract
from accord.testing.contracts.store import StoreContract
from accord.testing.contracts.tagger import TaggerContract

__all__ = ["EngineContract", "StoreContract", "TaggerContract"]
