"""The last room: records drawn for people and written for programs.

In: any records, and the whole ``Dispute``. Out: tables (``tabulate``), their text as
CSV and JSON, the position ledger as a matrix, and one self-contained HTML report
(``render_report``) in which every row opens the sentence that it rests on.

Method: records are laid out, never changed; a table holds whole values, and only the
printer shortens. The report is a template with our own style and script, inlined; all
text is escaped, and a content policy allows exactly that style and script. Offsets
stay code points until the script turns them into the browser's UTF-16.

Limits: the report holds every text once, so a pile of many thousands of documents
makes a large file; its overview shows the first two dozen conflicts, shifts and
echoes, and the tables hold the rest.
"""

from accord.present.context import Context
from accord.present.ledger import lay_out_ledger
from accord.present.report import render_report
from accord.present.stage import PresentStage
from accord.present.tables import tabulate

__all__ = ["Context", "PresentStage", "lay_out_ledger", "render_report", "tabulate"]
