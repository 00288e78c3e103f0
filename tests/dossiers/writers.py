"""A process that writes to a dossier of its own, and now and then to one that all share: python -m … NAME SECONDS.

It prints, as JSON, what was acknowledged: the value said last in its own, and how many were refused the shared one.
"""

import json
import sys
import time
from datetime import date

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.dossiers import HeldElsewhereError, begin, take_up
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.loader import read_folder
from tests.conftest import SMALL

NATIVE = engine("native")
LEAST = 10
"""Answers at least, however slow the machine is."""
FORMS = ("closed", "open", "association")


def main(name: str, seconds: float) -> None:
    """Answer without end, for some seconds."""
    base = read_folder(SMALL)[0]
    own, said = begin(name), Consultation.start(base, date(2026, 11, 24), engine=NATIVE)
    written = shared = refused = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end or written < LEAST:
        said = said.answer("structure.form", FORMS[written % 3])
        assert own.keep(said) is None
        written += 1
        if written % 5 == 0:
            try:
                held, found = take_up("Shared", base, NATIVE)
            except HeldElsewhereError:
                refused += 1
                continue
            assert held.keep(found.consultation.answer("structure.form", FORMS[shared % 3])) is None
            held.release()
            shared += 1
    own.release()
    print(json.dumps({"written": written, "shared": shared, "refused": refused}))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
