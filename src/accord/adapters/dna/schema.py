"""The tables of a ``.dna`` file of version 3, as the peer's program makes them."""

from collections.abc import Iterator, Mapping

__all__ = ["TABLES", "VERSION", "statements_that_create"]

#: What the peer compares with its own; every version 3 opens it.
VERSION = "3.0.7"

_NUMBER = "INTEGER NOT NULL PRIMARY KEY"
#: The peer's limit on short texts, in characters.
LONGEST = 190
_SHORT = "TEXT NOT NULL {default}CHECK (LENGTH({name}) <= " + str(LONGEST) + ")"
_FLAG = "INTEGER NOT NULL DEFAULT {default} CHECK ({name} IN (0, 1))"

_DATA_TYPES = ("boolean", "integer", "long text", "short text")
_PERMISSIONS = (
    "AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments",
    "AddStatements", "EditStatements", "DeleteStatements", "EditAttributes",
    "EditRegex", "EditStatementTypes", "EditCoders", "EditCoderRelations",
    "ViewOthersDocuments", "EditOthersDocuments",
    "ViewOthersStatements", "EditOthersStatements",
)  # fmt: skip


def _short(name: str, *, default: str | None = None) -> tuple[str, str]:
    """Declare a short text; one without a default must be given."""
    written = "" if default is None else f"DEFAULT '{default}' "
    return name, _SHORT.format(name=name, default=written)


def _range(name: str, low: int, high: int, *, default: int) -> tuple[str, str]:
    """Declare a number between two others."""
    limits = f"CHECK ({name} BETWEEN {low} AND {high})"
    return name, f"INTEGER NOT NULL DEFAULT {default} {limits}"


def _flag(name: str, *, default: int = 1) -> tuple[str, str]:
    """Declare a yes or no."""
    return name, _FLAG.format(name=name, default=default)


def _colour() -> tuple[tuple[str, str], ...]:
    """Declare the three parts of a colour."""
    return tuple(_range(part, 0, 255, default=0) for part in ("Red", "Green", "Blue"))


def _values(kind: str) -> dict[str, str]:
    """Declare a table of values of statements."""
    return {
        "ID": "INTEGER PRIMARY KEY NOT NULL",
        "StatementId": "INTEGER NOT NULL REFERENCES STATEMENTS(ID) ON DELETE CASCADE",
        "VariableId": "INTEGER NOT NULL REFERENCES VARIABLES(ID) ON DELETE CASCADE",
        **({"Entity": kind} if kind.endswith("CASCADE") else {"Value": kind}),
        "": "UNIQUE (StatementId, VariableId)",
    }


#: Table to column to declaration, each table after those it points to; what stands
#: under an empty name holds for the whole table.
TABLES: Mapping[str, Mapping[str, str]] = {
    "SETTINGS": {"Property": "TEXT PRIMARY KEY", "Value": "TEXT NOT NULL"},
    "CODERS": dict(
        [
            ("ID", _NUMBER), _short("Name"), *_colour(),
            _range("Refresh", 0, 9999, default=0), _range("FontSize", 1, 99, default=14),
            _short("Password"),
            ("PopupWidth", "INTEGER CHECK (PopupWidth BETWEEN 100 AND 9999) DEFAULT 300"),
            _flag("ColorByCoder", default=0), _flag("PopupDecoration", default=0),
            _flag("PopupAutoComplete"),
            *(_flag(f"Permission{name}") for name in _PERMISSIONS),
        ]
    ),
    "DOCUMENTS": dict(
        [
            ("ID", _NUMBER), _short("Title"), ("Text", "TEXT NOT NULL"),
            ("Coder", "INTEGER REFERENCES CODERS(ID) ON DELETE CASCADE"),
            _short("Author", default=""), _short("Source", default=""),
            _short("Section", default=""), ("Notes", "TEXT NOT NULL DEFAULT ''"),
            _short("Type", default=""), ("Date", "INTEGER NOT NULL"),
        ]
    ),
    "STATEMENTTYPES": dict([("ID", _NUMBER), _short("Label"), *_colour()]),
    "VARIABLES": dict(
        [
            ("ID", _NUMBER), _short("Variable"),
            (
                "DataType",
                f"TEXT NOT NULL CHECK (DataType IN {_DATA_TYPES}) DEFAULT 'short text'",
            ),
            ("StatementTypeId", "INTEGER REFERENCES STATEMENTTYPES(ID) ON DELETE CASCADE"),
            ("", "UNIQUE (Variable, StatementTypeId)"),
        ]
    ),
    "VARIABLELINKS": {
        "ID": _NUMBER,
        "SourceVariableId": "INTEGER REFERENCES VARIABLES(ID) ON DELETE CASCADE",
        "TargetVariableId": "INTEGER REFERENCES VARIABLES(ID) ON DELETE CASCADE",
        "": "CHECK (TargetVariableId != SourceVariableId)",
    },
    "REGEXES": dict(
        [("Label", f"TEXT PRIMARY KEY CHECK (LENGTH(Label) <= {LONGEST})"), *_colour()]
    ),
    "CODERRELATIONS": dict(
        [
            ("ID", _NUMBER),
            ("Coder", "INTEGER CHECK (Coder > 0) REFERENCES CODERS(ID) ON DELETE CASCADE"),
            (
                "OtherCoder",
                "INTEGER CHECK (OtherCoder > 0) REFERENCES CODERS(ID) ON DELETE CASCADE",
            ),
            *map(_flag, ("viewStatements", "editStatements", "viewDocuments", "editDocuments")),
            ("", "CHECK (Coder != OtherCoder)"),
        ]
    ),
    "STATEMENTS": {
        "ID": _NUMBER,
        "StatementTypeId": "INTEGER REFERENCES STATEMENTTYPES(ID) ON DELETE CASCADE",
        "DocumentId": "INTEGER REFERENCES DOCUMENTS(ID) ON DELETE CASCADE",
        "Start": "INTEGER NOT NULL CHECK (Start >= 0)",
        "Stop": "INTEGER NOT NULL CHECK (Stop >= 0)",
        "Coder": "INTEGER REFERENCES CODERS(ID) ON DELETE CASCADE",
        "": "CHECK (Start < Stop)",
    },
    "DATABOOLEAN": _values("INTEGER NOT NULL DEFAULT 1"),
    "DATAINTEGER": _values("INTEGER NOT NULL DEFAULT 0"),
    "ENTITIES": {
        "ID": "INTEGER PRIMARY KEY NOT NULL",
        "VariableId": "INTEGER NOT NULL REFERENCES VARIABLES(ID) ON DELETE CASCADE",
        "Value": f"TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Value) <= {LONGEST})",
        "Red": "INTEGER CHECK (Red BETWEEN 0 AND 255)",
        "Green": "INTEGER CHECK (Green BETWEEN 0 AND 255)",
        "Blue": "INTEGER CHECK (Blue BETWEEN 0 AND 255)",
        "ChildOf": "INTEGER CHECK (ChildOf > 0) REFERENCES ENTITIES(ID) ON DELETE CASCADE",
        "": "UNIQUE (VariableId, Value)",
    },
    "DATASHORTTEXT": _values("INTEGER NOT NULL REFERENCES ENTITIES(ID) ON DELETE CASCADE"),
    "DATALONGTEXT": _values("TEXT DEFAULT ''"),
    "ATTRIBUTEVARIABLES": dict(
        [
            ("ID", "INTEGER PRIMARY KEY NOT NULL"),
            ("VariableId", "INTEGER NOT NULL REFERENCES VARIABLES(ID) ON DELETE CASCADE"),
            _short("AttributeVariable"),
            ("", "UNIQUE (VariableId, AttributeVariable)"),
        ]
    ),
    "ATTRIBUTEVALUES": dict(
        [
            ("ID", "INTEGER PRIMARY KEY NOT NULL"),
            ("EntityId", "INTEGER NOT NULL REFERENCES ENTITIES(ID) ON DELETE CASCADE"),
            (
                "AttributeVariableId",
                "INTEGER NOT NULL REFERENCES ATTRIBUTEVARIABLES(ID) ON DELETE CASCADE",
            ),
            _short("AttributeValue", default=""),
            ("", "UNIQUE (EntityId, AttributeVariableId)"),
        ]
    ),
}  # fmt: skip


def statements_that_create() -> Iterator[str]:
    """Give the SQL that makes the empty tables, in an order that runs."""
    for table, columns in TABLES.items():
        parts = (f"{name} {declared}".strip() for name, declared in columns.items())
        yield f"CREATE TABLE {table} ({', '.join(parts)})"
