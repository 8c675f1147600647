"""The composition root: settings, adapters and rooms become a workspace.

``open`` a folder, ``run`` it on paths, ask for ``records``. Everything that the
command line and the browser do goes through these names.
"""

from accord.app.opening import open  # noqa: A004
from accord.app.outcomes import CheckReport, RunReport, Setting
from accord.app.samples import demo, sample_names
from accord.app.workspace import Workspace
from accord.pipeline import Progress

__all__ = [
    "CheckReport",
    "Progress",
    "RunReport",
    "Setting",
    "Workspace",
    "demo",
    "open",
    "sample_names",
]
