"""Members who vote beside those listed, of whom nothing is known but that there are some."""

from collections.abc import Iterator

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.votings import voting_of
from petr_advisor.documents.model_note import NotePoint
from petr_advisor.documents.model_roadmap import Roadmap


def voting_besides(desk: Desk, plan: Roadmap | None) -> Iterator[NotePoint]:
    """Ask who they are, of the votes of the plan that nothing carries without them: each body once."""
    acts = [*(task.id for task in plan.tasks), *(vote.id for vote in plan.called)] if plan else []
    found = (voting.besides for key in acts if (voting := voting_of(desk, key)) is not None)
    for each in {besides.ask: besides for besides in found if besides is not None}.values():
        yield NotePoint(what=desk.say(each.ask), why=None, ask=desk.say(each.find))
