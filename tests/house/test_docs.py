"""What the documentation promises is there, and what is there is documented."""

import ast
import importlib.util
import inspect
import re
from pathlib import Path

import pytest

import accord.model
from accord import errors

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SOURCES = sorted((ROOT / "src" / "accord").rglob("*.py"))


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_every_record_class_has_a_glossary_entry() -> None:
    glossary = read(DOCS / "glossary.md")
    classes = [
        name
        for name, value in inspect.getmembers(accord.model, inspect.isclass)
        if name in accord.model.__all__
    ]

    assert classes
    assert [name for name in classes if f"`{name}`" not in glossary] == []


def cited_keys() -> dict[str, str]:
    """Map each key named under ``Source:`` in a docstring to where it stands."""
    keys: dict[str, str] = {}
    for path in SOURCES:
        for node in ast.walk(ast.parse(read(path))):
            kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
            if not isinstance(node, kinds):
                continue
            section = re.search(
                r"^Source:\n((?:[ \t]+.*\n?|\n)+)",
                ast.get_docstring(node) or "",
                re.MULTILINE,
            )
            if section:
                found = re.findall(r"\[([a-z]+\d{4}[a-z]?)\]", section[1])
                keys.update(dict.fromkeys(found or ["no key"], path.name))
    return keys


def test_every_cited_work_stands_in_the_bibliography() -> None:
    bibliography = read(DOCS / "bibliography.md")

    missing = {k: v for k, v in cited_keys().items() if f"| {k} |" not in bibliography}
    assert missing == {}


def test_every_error_code_is_documented() -> None:
    documented = read(DOCS / "errors.md")
    classes = [
        c
        for _, c in inspect.getmembers(errors, inspect.isclass)
        if issubclass(c, errors.AccordError)
    ]

    assert [
        c.code for c in classes if f"| `{c.code}` | `{c.__name__}` |" not in documented
    ] == []


def finding_kinds() -> dict[str, str]:
    """Map each kind that is passed to ``Finding.about`` as a literal to its file."""
    kinds: dict[str, str] = {}
    for path in SOURCES:
        for node in ast.walk(ast.parse(read(path))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "about"
                and len(node.args) > 1
                and isinstance(node.args[1], ast.Constant)
            ):
                kinds[str(node.args[1].value)] = path.name
    return kinds


def test_every_kind_of_finding_is_documented() -> None:
    documented = read(DOCS / "findings.md")

    missing = {
        k: v for k, v in finding_kinds().items() if f"| `{k}` |" not in documented
    }
    assert missing == {}


@pytest.mark.parametrize(
    "path", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda p: p.name
)
def test_locks_hold_hashes_and_no_address(path: Path) -> None:
    text = read(path)

    assert "--hash=sha256:" in text
    assert not re.search(r"://|--index|--find-links|--extra-index", text)


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(p.name[:4]) for p in sorted((DOCS / "decisions").glob("*.md"))]

    assert numbers == list(range(1, len(numbers) + 1))


def test_the_page_of_records_is_what_the_classes_say() -> None:
    spec = importlib.util.spec_from_file_location(
        "reference", ROOT / "tools" / "reference.py"
    )
    assert spec is not None
    assert spec.loader is not None
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)

    assert read(DOCS / "records.md") == reference.page() + "\n", (
        "run: python tools/reference.py"
    )
