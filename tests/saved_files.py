"""What tests of saved files share: a file as an earlier version of the program wrote it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any


def rewrite(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change what a saved file says, and leave it in the first format, which had no checksum."""
    data = json.loads(path.read_text(encoding="utf-8"))
    del data["checksum"]
    data["format"] = 1
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")
