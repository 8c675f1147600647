"""Write the hashed requirements: run.txt (to run Accord) and dev.txt (to work on it).

The files hold names, versions and hashes for all platforms and Python versions, and no
address, so that any index can serve them.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

COMPILE = (
    "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes",
    "--python-version", "3.11", "--no-emit-index-url", "--no-emit-find-links",
    "--no-header", "--no-annotate", "pyproject.toml",
)  # fmt: skip

LOCKS = {
    "run.txt": ("--group", "build"),
    "dev.txt": ("--group", "build", "--group", "test", "--group", "lint"),
}


def main() -> None:
    """Compile both files."""
    for name, groups in LOCKS.items():
        target = ROOT / "requirements" / name
        target.parent.mkdir(exist_ok=True)
        command = [sys.executable, *COMPILE, *groups, "--output-file", str(target)]
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603
        print(f"wrote {target.name}")


if __name__ == "__main__":
    main()
