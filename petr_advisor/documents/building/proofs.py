"""How the answer to a question was reached, and why the other options are not open."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_options import ProofPart
from petr_advisor.explaining.explanations import how, why_not


def proofs(desk: Desk, lines: Sequence[CourseLine[Consultation]], retained: tuple[str, ...]) -> Iterator[ProofPart]:
    """Give the proof of each option the report goes on with, then why each of the others is not open.

    Each is proved of the case on which the line of its theme weighed it.
    """
    outcome = lines[0].outcome
    cases = {line.theme: line.case for line in lines}

    def on(key: str) -> Desk:
        case = cases.get(desk.base.options[key].theme, desk.consultation)
        return replace(desk, consultation=case)

    for key in retained:
        if found := how(on(key).consultation, f"option:{key}"):
            yield on(key).proof(found)
    for option in (*outcome.routes, *outcome.staying):
        if option.id not in retained and option.status != "open":
            yield on(option.id).proof(why_not(on(option.id).consultation, option.id))
