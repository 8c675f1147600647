"""Files of this machine: finds them, names them, loads their bytes.

In: paths as a user gives them (files, folders, ``@list``, ``-``). Out: one
``RawItem`` per document, or a ``Failure`` that says why there is none; nothing is
dropped silently. Links that lead out of a given folder are not followed, special
files are not opened, and nothing above a size limit is loaded.
"""

from accord.adapters.files.finding import check_paths
from accord.adapters.files.limits import FileLimits
from accord.adapters.files.local import LocalFiles

__all__ = ["FileLimits", "LocalFiles", "check_paths"]
