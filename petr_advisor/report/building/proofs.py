"""How the answer to a question was reached, and why the other options are not open."""

from collections.abc import Iterator

from petr_advisor.explanations import how, why_not
from petr_advisor.outcomes import QuestionOutcome
from petr_advisor.report.building.desk import Desk
from petr_advisor.report.model_options import ProofPart


def proofs(desk: Desk, outcome: QuestionOutcome, retained: tuple[str, ...]) -> Iterator[ProofPart]:
    """Give the proof of each option the report goes on with, then why each of the others is not open."""
    for key in retained:
        if found := how(desk.consultation, f"option:{key}"):
            yield desk.proof(found)
    for option in (*outcome.routes, *outcome.staying):
        if option.id not in retained and option.status != "open":
            yield desk.proof(why_not(desk.consultation, option.id))
