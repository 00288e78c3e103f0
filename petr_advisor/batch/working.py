"""What one process does: some rows in, the lines of every table out."""

from functools import partial
from itertools import pairwise

from petr_advisor.batch.bases import base_of
from petr_advisor.batch.cases import Refused, Taken, cases_of
from petr_advisor.batch.concluding import change_lines, clash_lines, duty_lines, on_days, option_lines, reject_line
from petr_advisor.batch.form import Lines, Order, Raw, no_lines
from petr_advisor.batch.reforming import reformed
from petr_advisor.batch.statuses import statuses_of
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.durable_process import EngineFaultError


def concluded(order: Order, rows: tuple[Raw, ...]) -> Lines:
    """Conclude some rows; what is wrong with a row is a line of the rejects."""
    if order.overlay is not None:
        return reformed(order, rows)
    if order.only_statuses:
        return statuses_of(order, rows, base_of(order.knowledge))
    lines = no_lines()
    for raw in rows:
        for found in cases_of(raw, base_of(order.knowledge), order):
            if isinstance(found, Refused):
                lines["rejects"].append(reject_line(found, order.language))
            else:
                _conclude(found, order, lines)
    return lines


def _conclude(taken: Taken, order: Order, lines: Lines) -> None:
    """Add the lines of a case; all of them or, where there is something wrong, only what is."""
    tell = partial(reject_line, language=order.language)
    try:
        cases = on_days(taken.case, order.days)
        clashes = [found for case in cases for found in clash_lines(taken, case)]
        if clashes:
            lines["rejects"] += map(tell, dict.fromkeys(clashes))
            return
        options = [line for case in cases for line in option_lines(taken, case, order.language)]
        duties = [line for case in cases for line in duty_lines(taken, case, order.language)]
        pairs = pairwise(cases)
        changes = [line for before, after in pairs for line in change_lines(taken, before, after)]
    except (EngineFaultError, PetrAdvisorError) as error:
        lines["rejects"].append(tell(Refused(taken.row, taken.id, "", error.text)))
        return
    lines["options"] += options
    lines["duties"] += duties
    lines["changes"] += changes
