"""Files of other programs that model negotiations: GMCR+ and KTAB.

In come the texts of ``.gmcr`` files (JSON) and of CSV files, KTAB's with several
dimensions or plain ones with one; out come the records that the solve room works on, and
back. Limits: of ``.gmcr`` files misperceptions and coalitions are not read; of KTAB its
XML with affinities is not.
"""

from accord.adapters.exchange.actors import read_actors, write_actors
from accord.adapters.exchange.gmcr import is_gmcr, read_gmcr, write_gmcr

__all__ = ["is_gmcr", "read_actors", "read_gmcr", "write_actors", "write_gmcr"]
