"""Back to before the last thing said: lines of a checklist, or rows of a table, were said together and go together."""

from dataclasses import replace

from petr_advisor.consulting.answers import Answered, Skipped, Withdrawn
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.inference.facts import FactKey


def before_last_said(held: Consultation) -> Consultation:
    """Give a consultation as it was before the last thing said; a line said again later was said by itself."""
    lists = held.checklists
    place, asked, said = 0, "", set[FactKey]()
    for number, event in enumerate(held.events):
        match event:
            case Answered(key) | Skipped(key) | Withdrawn(key):
                question = lists.get(key[0], key[0])
                if question != asked or key in said:
                    place, asked, said = number, question, set()
                said.add(key)
            case _:
                place, asked = number, ""
    return replace(held, events=held.events[:place])
