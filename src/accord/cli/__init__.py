"""The command line: one file a command; each parses, calls the app and prints.

``main`` is the program's entry point and the only place that turns errors into exit
codes. Everything else is loaded when a command needs it, so that ``--help`` is quick.
"""

from accord.cli.entry import main

__all__ = ["main"]
