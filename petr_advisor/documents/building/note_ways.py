"""The ways that a note compares: the one proposed, those that could be taken instead, and doing nothing."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import islice
from typing import NamedTuple

from petr_advisor.consulting.ranking import Status
from petr_advisor.documents.building.desk import NAMED, Desk
from petr_advisor.documents.building.lasting import lasting
from petr_advisor.documents.building.pressing import owed_anyway
from petr_advisor.documents.building.reasons import is_there
from petr_advisor.documents.building.running import state_said
from petr_advisor.documents.building.silence import CARRIED, goes_on
from petr_advisor.documents.building.staying_until import until_carried
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_matters import DutyPart
from petr_advisor.documents.model_note import NoteWay
from petr_advisor.documents.model_options import OptionPart, QuestionPart, Reason
from petr_advisor.inference.relevance import SHUT
from petr_advisor.knowledge.options import Requirement
from petr_advisor.procedures.progress import Progress
from petr_advisor.words.typography import capital, full_stop, no_capital

OTHERS = 2
"""How many other ways are compared with the one proposed, where there is one key question."""
ARGUMENTS = 2
"""How many arguments are given for a way, and against it."""
TO_DO = frozenset({"proposed", "running", "chosen", "tied"})
"""Kinds of answer that ask for acts, beside which doing nothing is a way."""
TOLD_EFFECTS: frozenset[str] = frozenset(
    {"new_subject", "set_form", "add_member", "remove_member", "replace_members", "change_member"}
)
"""Effects of which it is told what their absence leaves as it is; not an end, which says but that it is refused."""
DUE = 2
"""How much of what is owed whatever is decided is told of doing nothing."""
POSSIBLE = frozenset({"open", "conditional"})
"""The statuses of what can be done, at once or once something is done."""
NAMED_ALONE = 4
"""How many of the ways that are not compared are named, of those that are open and of those that are closed."""


class Due(NamedTuple):
    """Something that is owed whatever is decided."""

    said: str
    about: AbstractSet[str]
    """The key questions that it is about; all of those asked where it is about none in particular."""


class Ways(NamedTuple):
    """The ways of a note."""

    compared: tuple[NoteWay, ...] = ()
    """Those that it compares, doing nothing among them."""
    live: tuple[str, ...] = ()
    """Where there is one key question, the names of others that can be taken; of all, where none is proposed."""
    closed: tuple[str, ...] = ()
    """And of others that are closed."""


def ways(
    desk: Desk,
    report: Report,
    answered: Sequence[QuestionPart],
    reasons: Iterable[Reason],
    dated: Collection[tuple[date, str]] = (),
    *,
    several: bool,
) -> Ways:
    """Give the ways of the key questions that have an answer, one of them or several; those open where it has none.

    Of several questions, one still to be settled has what can be done meanwhile compared as well: it is voted on too.
    What is owed by a day in danger, told with it among the days `dated`, is owed on every way: it is not told of one.
    """
    told = "\n".join(reason.text for reason in reasons).casefold()
    questions = [question for question in answered if question.verdict != "moot"]
    if several:
        named = {question.id for question in questions}
        asked = [each for each in report.questions if each.id in named or each.verdict == "to_settle"]
        compared = [_in_few_words(question, way) for question in asked for way in _in_short(desk, question, told)]
        return Ways(tuple(_with_what_is_due(desk, report, compared, dated)))
    if not answered:
        return Ways(live=_names(desk, (each for each in report.questions[0].options if each.status in POSSIBLE)))
    compared = [way for question in questions for way in _in_full(desk, question, told)]
    shown = {way.option for way in compared}
    left = [option for question in questions for option in _others(desk, question) if option.id not in shown]
    shut = [each for question in questions for each in question.options if each.status == "closed"]
    return Ways(
        tuple(_with_what_is_due(desk, report, compared, dated)),
        live=_names(desk, (option for option in left if option.status in POSSIBLE)),
        closed=_names(desk, (option for option in shut if option.id not in shown and not is_there(desk, option))),
    )


def _in_few_words(question: QuestionPart, way: NoteWay) -> NoteWay:
    """Give, of a way of a question still to be settled, one argument: what tells it from the one that would lead.

    What is told already where that question is said to be settled later is none, but until when nothing can be done.
    """
    if question.verdict != "to_settle":
        return way
    told = (question.explanation or "") if way.kind != "staying" else ""
    against = tuple(each for each in way.against if each.rstrip(".") not in told)
    return way.model_copy(update={"against": against, "pleas": () if against else way.pleas})


def _names(desk: Desk, options: Iterable[OptionPart]) -> tuple[str, ...]:
    """Give the names of some ways, and how many others there are."""
    titles = [option.title for option in options]
    more = len(titles) - NAMED_ALONE
    return (*titles[:NAMED_ALONE], *([desk.phrase("and-others", n=more)] if more > 0 else []))


def _with_what_is_due(
    desk: Desk, report: Report, compared: Iterable[NoteWay], dated: Collection[tuple[date, str]]
) -> Iterator[NoteWay]:
    """Add to the first way that consists in doing nothing what stays owed, once, on whatever question it is."""
    due = tuple(_still_due(desk, report, dated))[:DUE]
    for way in compared:
        if way.kind == "staying" and due:
            said = (each.said if way.question in each.about else _elsewhere(desk, each.said) for each in due)
            yield way.model_copy(update={"against": (*way.against, *said)})
            due = ()
        else:
            yield way


def _elsewhere(desk: Desk, said: str) -> str:
    return desk.phrase("note.elsewhere", said=no_capital(said))


def _in_full(desk: Desk, question: QuestionPart, told: str) -> Iterator[NoteWay]:
    kept = [option for option in question.options if option.id in question.retained]
    for option in kept:
        yield _way(question, option, "proposed", told, ARGUMENTS)
    for option in _others(desk, question)[:OTHERS]:
        yield _way(question, option, "other" if instead(desk, question, option) else "beside", told, ARGUMENTS)
    yield from _staying(desk, question, told, ARGUMENTS)


def _in_short(desk: Desk, question: QuestionPart, told: str) -> Iterator[NoteWay]:
    rivals = (option for option in _others(desk, question) if instead(desk, question, option))
    for option in islice(rivals, 1):
        yield _way(question, option, "other", told, 1)
    yield from _staying(desk, question, told, 1)


def _others(desk: Desk, question: QuestionPart) -> list[OptionPart]:
    """Give the routes that could be taken instead, best first; what is there already is none."""
    lines = desk.consultation.course.of(question.id)
    kept = {option.id for line in lines for option in line.weighed if option.done}.union(question.retained)
    live = [option for option in question.options if option.kind == "route" and option.id not in kept]
    return [option for option in live if option.status not in SHUT]


def instead(desk: Desk, question: QuestionPart, option: OptionPart) -> bool:
    """Tell whether a way would be taken instead of what is proposed: not where both can be held together.

    Where the ways of a question do not exclude each other, those of one theme do, and one that says so itself.
    """
    if desk.base.key_questions[question.id].together is None or not question.retained:
        return True
    own = desk.base.options[option.id]
    named = {key for found in own.requires.values() for key in found.instead}
    themes = {desk.base.options[key].theme for key in question.retained} - {None}
    return own.theme in themes or not named.isdisjoint(question.retained)


def doing_nothing(desk: Desk, question: QuestionPart) -> NoteWay | None:
    """Give doing nothing where it is a way that is open, and no option is that."""
    found = (way for way in _staying(desk, question, "", 1) if way.option is None and way.status in POSSIBLE)
    return next(found, None)


def _staying(desk: Desk, question: QuestionPart, told: str, most: int) -> Iterator[NoteWay]:
    """Give doing nothing, unless it is what is proposed or what is there; where it is closed, with what closes it.

    Where no option is that, it is told all the same: what does not happen.
    """
    there = [option for option in question.options if option.kind == "staying"]
    if question.verdict == "done" or any(option.id in question.retained for option in there):
        return
    if there:
        likeliest = min(there, key=_unsettled)
        way = _way(question, likeliest, "staying", told, most)
        yield way.model_copy(update={"against": (*_of_itself(desk, question, likeliest.id), *way.against)[:most]})
        return
    outcome = desk.consultation.course.of(question.id)[0].outcome
    closed = next((found for found in outcome.staying if found.status == "closed"), None)
    if closed is not None:
        unmet = (each.requirement for each in closed.requirements if each.state == "unmet")
        lacking = [_why_closed(desk, requirement) for requirement in unmet][:1]
        until = until_carried(desk, question.id, closed, no_capital(lacking[0])) if lacking else None
        against = until.said if until else lacking
        yield _left(
            question, desk.say(closed.option.title), until.status if until else "closed", against, option=closed.id
        )
    elif carried := list(_carried(desk, question)):
        yield _left(question, desk.phrase("note.nothing"), "closed", carried[:2])
    elif anyway := list(_coming_anyway(desk, question)):
        yield _left(question, desk.phrase("note.nothing"), "closed", anyway)
    elif left := list(_left_lacking(desk, question)):
        yield _left(question, desk.phrase("note.nothing"), "closed", left[:2])
    elif question.verdict in TO_DO:
        against = [*_not_happening(desk, question), *_of_itself(desk, question, None)][:2]
        yield _left(question, desk.phrase("note.nothing"), "open", against, desk.phrase("note.as-it-is"))


def _left(
    question: QuestionPart, title: str, status: Status, against: Iterable[str], *pleas: str, option: str | None = None
) -> NoteWay:
    """Give doing nothing where no option that is left is that."""
    return NoteWay(
        question=question.id, option=option, title=title, kind="staying", status=status,
        pleas=pleas, against=tuple(against),
    )  # fmt: skip


def _why_closed(desk: Desk, requirement: Requirement) -> str:
    """Say why a condition closes staying: in its own words where it has some, else that it is not met."""
    if requirement.unmet is not None:
        return full_stop(capital(desk.say(requirement.unmet)))
    return desk.phrase("note.lacking", what=no_capital(desk.say(requirement.title)))


def _carried(desk: Desk, question: QuestionPart) -> Iterator[str]:
    """Say what has been decided already of the way proposed: it takes effect whether anybody does anything or not."""
    own = {name for key in question.retained for name in desk.base.options[key].procedures}
    for found in desk.consultation.progress.values():
        key, decided = found.progress.procedure, found.progress.state in CARRIED and found.progress.since is not None
        if decided and (key in own or not own.isdisjoint(_standing_for(desk, found.progress))):
            title = capital(desk.say(desk.base.title_of(key)))
            yield desk.phrase("note.carried", what=desk.labelled(title, state_said(desk, found.progress)))


def _coming_anyway(desk: Desk, question: QuestionPart) -> Iterator[str]:
    """Say of a way that others decide that it comes whether the body acts or not, and what that leaves it to do."""
    procedures = [desk.base.procedures[name] for key in question.retained for name in desk.base.options[key].procedures]
    ours = [procedure for procedure in procedures if procedure.comes_anyway]
    if question.verdict in TO_DO and ours:
        yield desk.phrase("note.comes-anyway")
        if any(effect.verb == "seats" for procedure in ours for effect in procedure.effects):
            yield desk.phrase("note.comes-anyway-seats")


def _left_lacking(desk: Desk, question: QuestionPart) -> Iterator[str]:
    """Say what condition that the body must keep stays unmet without the way proposed, which mends it."""
    own = {name for key in question.retained for name in desk.base.options[key].procedures}
    for breach in desk.consultation.breaches:
        mending = {name for key in breach.mended_by for name in desk.base.options[key].procedures}
        called = {name for key in mending for act in desk.base.procedures[key].acts.values() if act.calls
                  for name in act.calls.names}  # fmt: skip
        if not own.isdisjoint(mending | called):
            yield desk.phrase("note.lacking", what=no_capital(desk.say(breach.condition.title)))


def _standing_for(desk: Desk, found: Progress) -> Iterator[str]:
    """Give the procedures in which an act done of a procedure is recorded as well."""
    done = (key for key, mark in found.marks.items() if mark.over)
    same = (other for key in done for other in desk.base.same_acts.get(f"{found.procedure}/{key}", ()))
    yield from (other.partition("/")[0] for other in same)


def _unsettled(option: OptionPart) -> tuple[int, int]:
    """Rank ways of staying: first those of which least is unknown or unmet, then those of which most is met."""
    states = [found.state for found in option.requirements]
    return sum(state in {"unknown", "unmet"} for state in states), -states.count("met")


def _not_happening(desk: Desk, question: QuestionPart) -> Iterator[str]:
    """Say in one sentence what does not come about: effects of the way proposed that would change the body."""
    procedures = (name for key in question.retained for name in desk.base.options[key].procedures)
    verbs = dict.fromkeys(effect.verb for name in procedures for effect in desk.base.procedures[name].effects)
    if said := [desk.phrase(f"note.without-{verb}") for verb in verbs if verb in TOLD_EFFECTS]:
        yield capital(f"{desk.listed(said)}.")


def _still_due(desk: Desk, report: Report, dated: Collection[tuple[date, str]]) -> Iterator[Due]:
    """Say what is owed whatever is decided, by a day to come or since one that is past."""
    same: dict[tuple[date, str], list[DutyPart]] = {}
    for duty in sorted(owed_anyway(report), key=lambda duty: duty.deadline or date.max):
        if duty.deadline:
            same.setdefault((duty.deadline, duty.does), []).append(duty)
    for (day, does), duties in same.items():
        who = [_who(desk, report, duty) for duty in duties]
        key = "note.still-due" if day >= desk.consultation.as_of else "note.overdue"
        if key == "note.overdue" and report.size == "note":
            continue  # what is to be put right first tells it
        more = [desk.phrase("and-others", n=len(who) - NAMED)] if len(who) > NAMED else []
        names = desk.listed((no_capital(who[0]), *who[1:NAMED], *more))
        about = {key for duty in duties for key in desk.base.rules[duty.rule.partition("@")[0]].about}
        asked = desk.consultation.key_questions
        act = desk.labelled(names, does)
        if (day, capital(act)) not in dated:
            yield Due(desk.phrase(key, act=act, day=day), about if about and asked[1:] else {*asked})


def _who(desk: Desk, report: Report, duty: DutyPart) -> str:
    """Name who owes something: as the plan names that body, where another has taken its place by then.

    Those whose vote meets what a body owes do not owe it in its stead.
    """
    rule = desk.base.rules[duty.rule.partition("@")[0]]
    tasks = report.roadmap.tasks if report.roadmap and duty.of is None else ()
    own = (task.who for task in tasks if task.id in rule.met_by and desk.base.act(task.id).who == rule.who)
    return next(own, duty.who)


def _of_itself(desk: Desk, question: QuestionPart, staying: str | None) -> Iterator[str]:
    """Say what happens by itself where nobody does anything: what runs already, the end by law of what stays."""
    for term in desk.consultation.terms:
        if staying is not None and term.ends(staying):
            yield lasting(desk, term)
    live = (option for option in question.options if option.status not in SHUT)
    yield from goes_on(desk, [desk.base.options[option.id] for option in live if option.kind == "route"])


def _way(question: QuestionPart, option: OptionPart, kind: str, told: str, most: int) -> NoteWay:
    pleas = [merit.text for merit in option.merits if merit.favours and not _is_told(merit.text, told)]
    against = [merit.text for merit in option.merits if not merit.favours and not _is_told(merit.text, told)]
    spoken_for = any(merit.favours for merit in option.merits)
    if not spoken_for and not _is_told(option.summary, told):
        pleas = [option.summary]  # what a way is speaks for it where nothing else does
    said = [merit.text for merit in option.merits if merit.favours] or [option.summary]
    return NoteWay.model_validate(
        {
            "question": question.id,
            "option": option.id,
            "title": option.title,
            "kind": kind,
            "status": option.status,
            "pleas": tuple(full_stop(capital(text)) for text in pleas[:most]),
            "against": tuple(full_stop(capital(text)) for text in against[:most]),
            "no_choice": any(merit.no_choice for merit in option.merits),
            "no_votes": any(merit.no_votes for merit in option.merits),
            "told": any(_is_told(text, told) for text in said),
        }
    )


def _is_told(text: str, told: str) -> bool:
    """Tell whether the reasons, which may name an option before an argument, have it already."""
    return text.rstrip(".").casefold() in told
