"""How the answer to a question was reached, and why the other options are not open."""

from collections.abc import Iterator

from petr_advisor.consulting.outcomes import QuestionOutcome
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_options import ProofPart
from petr_advisor.explaining.explanations import how, why_not


def proofs(desk: Desk, outcome: QuestionOutcome, retained: tuple[str, ...]) -> Iterator[ProofPart]:
    """Give the proof of each option the report goes on with, then why each of the others is not open."""
    for key in retained:
        if found := how(desk.consultation, f"option:{key}"):
            yield desk.proof(found)
    for option in (*outcome.routes, *outcome.staying):
        if option.id not in retained and option.status != "open":
            yield desk.proof(why_not(desk.consultation, option.id))
