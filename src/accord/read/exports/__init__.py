"""Exports of news databases: one text that holds many articles.

In: the text of a file as Nexis, Factiva or ProQuest write it, whether it was saved as
plain text or taken out of a page or a word-processor file. Out: its articles in order,
each with what the export says of it and with notes on what could not be placed.

The three services mark their records differently and write the same field in several
ways; nothing here asks for more than the marks that their documented layouts share.
"""

from accord.read.exports.split import Piece, holds_export, split_export

__all__ = ["Piece", "holds_export", "split_export"]
