"""What an answer that keeps what is there lacks all the same: acts that the law asks for, which nothing else plans."""

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.outcomes import OptionOutcome, option_outcome
from petr_advisor.consulting.requirements import truth


def to_complete(line: CourseLine[Consultation], today: Consultation) -> tuple[OptionOutcome, ...]:
    """Give the option kept where, for certain, an act of its own is to give it today what it lacks; else nothing."""
    option = line.option
    if line.state != "stay" or line.waits_for_another or option is None or not option.option.procedures:
        return ()
    if option.id not in today.rules.options:
        return ()
    lacks = (each for each in option_outcome(today, option.id).requirements if each.state == "to_come")
    return (option,) if any(truth(today, each.requirement.needs) is False for each in lacks) else ()
