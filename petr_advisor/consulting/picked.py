"""A question about one entity of a list: those it may be of are named, each with what the case holds of it."""

from petr_advisor.consulting.among import among
from petr_advisor.consulting.case import Case
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text
from petr_advisor.words.voice import value_text


def to_pick(case: Case, fact: str) -> tuple[tuple[int, Text], ...]:
    """Give the answers that the list of a question holds, each with whose it is; none for any other question."""
    kind = case.base.facts[fact]
    if (picked := kind.picked) is None:
        return ()
    found = ((of, case.facts.get(picked.fact, of)) for of in among(case, picked))
    values = [(of, known.value) for of, known in found if known is not None and isinstance(known.value, int)]
    return tuple((value, _named(case, picked.entity, of, value_text(kind, value))) for of, value in values)


def _named(case: Case, entity: str, of: str, value: Text) -> Text:
    known = case.facts.get(f"{entity}.name", of)
    return told("question.picked", name=of if known is None else str(known.value), value=value)
