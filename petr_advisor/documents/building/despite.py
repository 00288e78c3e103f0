"""What was wished that an answer goes against: its arguments against that turn on a wish."""

from collections.abc import Iterator

from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.weighed import Weighing
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.knowledge.options import Merit
from petr_advisor.words.typography import full_stop, no_capital

TO_TAKE = frozenset({"proposed", "running", "chosen", "stay", "tied"})
"""States of an answer that says what to do: of what is there already, nothing is left to choose."""


def despite(found: Weighing) -> Iterator[str]:
    """Say which wishes an answer goes against, and why; by option where it has several."""
    options = {option.id: option for line in found.lines if line.state in TO_TAKE for option in line.options}
    for option in options.values():
        for said in dict.fromkeys(_against(found.here, option)):
            yield said if len(options) == 1 else found.here.labelled(found.here.say(option.option.title), said)


def _against(desk: Desk, option: OptionOutcome) -> Iterator[str]:
    """Say what holds against an option because of a wish; what is slight is left to the details."""
    for each in option.merits:
        merit = each.merit
        if each.holds and merit.against is not None and merit.weight != "slight" and (wishes := _wishes(desk, merit)):
            reason = no_capital(desk.say(merit.against))
            yield full_stop(desk.phrase("despite", wishes=desk.listed(wishes, "semicolon"), reason=reason))


def _wishes(desk: Desk, merit: Merit) -> list[str]:
    """Give the wishes answered that an argument turns on."""
    facts = (desk.today or desk.consultation).facts
    kinds = {fact: desk.base.facts[fact] for fact in facts_of(merit.when) if fact in desk.base.facts}
    told = [(kind, known) for fact, kind in kinds.items() if kind.wish and (known := facts.get(fact)) is not None]
    return [desk.labelled(desk.say(kind.label), no_capital(desk.value(kind, known.value))) for kind, known in told]
