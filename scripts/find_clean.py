"""Go through the rule base that comes with the program, and note its digest: nobody waits for that at the first start.

.venv/bin/python scripts/find_clean.py
"""

import sys

from petr_advisor.checking import FOUND_CLEAN, check_folder
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.knowledge.files import knowledge_hash


def main() -> None:
    """Note the digest of a clean base; an exit code where it is not."""
    folder = knowledge_folder()
    _, problems = check_folder(folder)
    if problems:
        sys.exit("\n".join(map(str, problems)))
    FOUND_CLEAN.write_text(f"{knowledge_hash(folder)}\n", encoding="ascii")


if __name__ == "__main__":
    main()
