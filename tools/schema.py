"""Write the JSON Schema of the records to docs/schema.json."""

import json
from pathlib import Path

from accord.model import json_schema

TARGET = Path(__file__).parents[1] / "docs" / "schema.json"

if __name__ == "__main__":
    TARGET.write_text(json.dumps(json_schema(), indent=2) + "\n", encoding="utf-8")
    print(f"wrote {TARGET.name}")
