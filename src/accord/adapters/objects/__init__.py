"""Other libraries' objects and binary files: graphs, data frames, Parquet, pixels.

In come matrices and pictures; out come objects of networkx, igraph and pandas, and the
bytes of Parquet and PNG files. Each library is loaded when it is asked for, and none
is needed for anything else; where it is missing the error names what to install.
"""

from accord.adapters.objects.frames import to_frame, to_parquet
from accord.adapters.objects.graphs import to_igraph, to_networkx
from accord.adapters.objects.pixels import to_png

__all__ = ["to_frame", "to_igraph", "to_networkx", "to_parquet", "to_png"]
