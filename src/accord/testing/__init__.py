"""Public builders, fakes and contract suites for tests.

* ``builders``: documents, dossiers and other records in one call, with spans that
  hold by construction.
* ``fakes``: small working stages, a fetcher and a clock in the place of real ones.
* ``contracts``: one suite a port; subclass it, say how to make your backend, and
  every law of the port is tested on it.

Nothing here needs pytest or any backend.
"""

from accord.testing.builders import make_document, make_dossier
from accord.testing.fakes import FakeFetcher, FixedClock

__all__ = ["FakeFetcher", "FixedClock", "make_document", "make_dossier"]
