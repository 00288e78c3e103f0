"""Write the site to a folder: the whole of it, or nothing."""

from collections.abc import Iterable
from pathlib import Path

from petr_advisor.files.folders import made_whole

MARK = ".petr-advisor-site"
"""The file that tells a site from any other folder."""


def write_site(files: Iterable[tuple[str, str]], folder: Path) -> int:
    """Write the files beside, then give the folder its name; a site made before is replaced. Gives how many files."""
    count = 0
    with made_whole(folder, MARK) as beside:
        for name, text in files:
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
            count += 1
    return count
