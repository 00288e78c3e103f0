"""What is worked out for a case is freed with it: nothing in it holds what holds it.

Python looks for circles only now and then, and at everything that there is: where cases were full of them, a third of
a long run went by in looking.
"""

import gc
from collections import Counter
from datetime import date

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.model import Report
from petr_advisor.documents.settings import Adviser
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios


def _report(case: Consultation) -> Report:
    return build(case, "fr", Adviser(), date(2026, 11, 29))


def test_a_consultation_its_plan_and_its_report_hold_no_circle() -> None:
    found = next(iter(load_scenarios(examples_folder() / "reading" / "petr-entree-projet-2026.yaml", load())))
    _report(found.consultation(engine("native")))  # what is kept for all cases is made
    gc.collect()
    case = found.consultation(engine("native"))
    report = _report(case)
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        del case, report
        gc.collect()
        circles = Counter(type(each).__qualname__ for each in gc.garbage if type(each).__module__.startswith("petr_"))
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert circles == Counter()
