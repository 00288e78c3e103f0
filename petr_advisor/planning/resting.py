"""What a line of the course rests on: the answers before it without which it would not stand as it does."""

from collections.abc import Iterable, Iterator, Mapping

from petr_advisor.consulting.acting import who_acts
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine
from petr_advisor.consulting.outcomes import OptionOutcome, option_outcome
from petr_advisor.consulting.requirements import truth
from petr_advisor.consulting.weighing import obtaining
from petr_advisor.knowledge.options import Option
from petr_advisor.knowledge.procedures import Act, Procedure
from petr_advisor.territory.measures import MEASURED


def rests_on(
    line: CourseLine[Consultation], option: OptionOutcome, cases: Mapping[str, Consultation]
) -> tuple[tuple[str, ...], Consultation]:
    """Give the options before a line without which its own would not stand as it does, or that make its subject.

    With them, the case that whoever does it is in: that of today for what is done at once.

    What mends a breach of today, has a day of the calendar to keep, is a way that closes on a known one or has nothing
    left but advice, and can be done today, is done at once by who is there.
    """
    for place, (question, _) in enumerate(line.after):
        case = cases[question]
        if option.id in case.rules.options:
            found = obtaining(option_outcome(case, option.id))
            if found.status in {option.status, "open"} and _compares(found) == _compares(option):
                if place == 0 and any(why(case, option) for why in AT_ONCE):
                    return (), case
                alone = _by_members_alone(case, line.case, option.option)
                later = (key for _, key in line.after[place:] if _concerns(line, case.base.options[key], alone=alone))
                return (*(key for _, key in line.after[:place]), *later), line.case
    return tuple(key for _, key in line.after), line.case


def taking_out(line: CourseLine[Consultation], own: Iterable[str], at: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Give the procedures of earlier answers that take members out of what the line's own procedures are made for."""
    procedures, options = line.case.base.procedures, line.case.base.options
    wanted = {aspect for name in own for aspect in procedures[name].made_for}
    for option, names in at.items():
        if option in options and options[option].removes is not None:
            yield from (name for name in names if not wanted.isdisjoint(procedures[name].alters))


def _mended_by(case: Consultation, option: OptionOutcome) -> bool:
    return any(option.id in breach.mended_by for breach in case.breaches)


def has_a_day(case: Consultation, option: OptionOutcome) -> bool:
    """Tell whether the law gives an act of an option a last day to come, which does not wait for a new body."""
    limits = (act.limit for act in case.base.acts_of(option.id).values())
    days = (limit.by for limit in limits if limit is not None and not limit.is_advice)
    return any(day is not None and day >= case.as_of for day in days)


def _closes(case: Consultation, option: OptionOutcome) -> bool:
    """Tell whether the law gives a way a last day: what it waits for may come after."""
    period = case.base.period_of(option.option.norms)
    return period is not None and period.to is not None and period.to >= case.as_of


def _compares(option: OptionOutcome) -> tuple[object, object]:
    """Give what else an option must have to stand as it does: named by the tables or not, there already or not."""
    return option.recommended, option.done


def _concerns(line: CourseLine[Consultation], earlier: Option, *, alone: bool) -> bool:
    """Tell whether an earlier option makes a body that a line is about: the body under study, or one of its members.

    `alone` says that members carry it out by themselves.
    """
    apart = line.case.base.key_questions[line.question].apart
    apart_from_it = alone or (apart is not None and truth(line.case, apart) is True)
    return not (apart_from_it and earlier.merges is None) and _makes_a_body(earlier, line.case.base.procedures)


def _by_members_alone(today: Consultation, later: Consultation, option: Option) -> bool:
    """Tell whether members who are and stay there carry an option out each in its own name, whatever body is to come.

    An act of a body that a plan sets up waits for that body by itself.
    """
    base = today.base
    procedures = [base.procedures[name] for name in option.procedures]
    doing = {who for each in procedures for act in each.acts.values() for who in _doing(act)}
    members = {who for who in doing if (voters := base.actors[who].voters) is not None and voters.entity == MEASURED}
    changed = any(each.effects or each.alters or each.made_for for each in procedures)
    stay = all(who_acts(today, who) == who_acts(later, who) for who in members)
    return bool(members) and stay and not changed and all(base.actors[who].set_up_by for who in doing - members)


def _doing(act: Act) -> Iterator[str]:
    """Give who does an act, signs it or votes in it."""
    yield from (act.who, *act.signed_with)
    if act.vote is not None:
        yield act.vote.body


def _makes_a_body(option: Option, procedures: Mapping[str, Procedure]) -> bool:
    """Tell whether a body is born, takes another form or ends by an option: what is said later is said of that one."""
    effects = (effect for name in option.procedures for effect in procedures[name].effects)
    return any(effect.new_subject or effect.set_form or effect.end_subject for effect in effects)


def _only_advice(case: Consultation, option: OptionOutcome) -> bool:
    """Tell whether nothing is left of an option but acts of advice, as asking for projects to be listed."""
    left = [
        act
        for act in case.base.acts_of(option.id).values()
        if (act.when is None or truth(case, act.when) is not False)
        and (act.done is None or truth(case, act.done) is not True)
    ]
    return bool(left) and all(act.origin == "advice" for act in left)


AT_ONCE = (_mended_by, has_a_day, _closes, _only_advice)
"""Why an option that can be carried out today waits for no other answer."""
