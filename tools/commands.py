"""Write docs/commands.md from the commands' own help.

Run as ``python tools/commands.py``; the page is made of the golden help texts in
``tests/golden/help``, which a test holds against the commands themselves.
"""

from pathlib import Path

ROOT = Path(__file__).parents[1]
HELP = ROOT / "tests" / "golden" / "help"
TARGET = ROOT / "docs" / "commands.md"

HEAD = """\
# Commands

Data goes to stdout, talk to stderr. Exit codes: 0 done; 1 done, with failed items; 2 wrong
usage; 3 wrong input or settings; 4 the store or the engine failed; 70 a bug in Accord;
130 interrupted. `NO_COLOR` is respected. This page is made of the commands' own help by
`python tools/commands.py`.
"""


def page() -> str:
    """Compose the page, the program itself first."""
    paths = sorted(HELP.glob("*.txt"), key=lambda p: (p.stem != "accord", p.stem))
    parts = [HEAD]
    for path in paths:
        name = (
            "accord"
            if path.stem == "accord"
            else f"accord {path.stem.replace('-', ' ')}"
        )
        text = path.read_text(encoding="utf-8").strip()
        parts.append(f"\n## {name}\n\n```text\n{text}\n```")
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
    print(f"wrote {TARGET.name}")
