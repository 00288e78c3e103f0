"""The lines of the course in words: what is decided, how sure it is, what had no place."""

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.course_line import CourseLine, GivenUp
from petr_advisor.consulting.curing import needed_cures
from petr_advisor.consulting.following import following
from petr_advisor.consulting.founding import left_out, to_vote_expressly
from petr_advisor.consulting.hanging import hangs_on, is_blocked, whatever_comes
from petr_advisor.consulting.left_with import for_want_of_another, unnamed_beside
from petr_advisor.consulting.outcomes import OptionOutcome, question_outcome
from petr_advisor.consulting.reminding import reminders
from petr_advisor.consulting.requirements import is_said
from petr_advisor.consulting.settled import held
from petr_advisor.consulting.succeeding import area_changes, successors
from petr_advisor.consulting.sureness import Label, Sureness
from petr_advisor.consulting.there_today import left_behind, there_today
from petr_advisor.documents.building.again import is_over, unblocked, with_attempts
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.lasting import too_late, until, with_heirs
from petr_advisor.documents.building.owed import lacking, mending_once_settled, owed_decision, until_then
from petr_advisor.documents.building.running import opposing
from petr_advisor.documents.building.verified import verified_first
from petr_advisor.documents.building.votes import names_said
from petr_advisor.documents.building.wanted import blocked_and_wanted, says_what_is_wanted, wanted_after, wanted_closed
from petr_advisor.documents.model_options import LinePart, MissingPart, SurePart
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import facts_of
from petr_advisor.territory.measures import MEASURED
from petr_advisor.words.texts import Text
from petr_advisor.words.typography import capital, full_stop, no_capital

Lines = Sequence[CourseLine[Consultation]]

APART = frozenset({"proposed", "running", "chosen", "done", "tied", "conflict", "moot"})
"""States of which each theme has a line of its own; themes that wait, stay or have no way share one."""

NAMED = 3
"""Answers, disputed points or subjects named in a sentence."""
AREA = {"grows": "grows", "grows_unless_refused": "may-grow", "shrinks": "shrinks"}
"""Changes of the area of a SCoT that leave it there."""


def line_parts(desk: Desk, lines: Lines) -> tuple[LinePart, ...]:
    """Put the lines of a question in words; themes with the same answer share a line."""
    groups: dict[object, list[CourseLine[Consultation]]] = {}
    for line in lines:
        place = line.theme if line.state in APART else (line.state, _said(desk, line, ()))
        groups.setdefault(place, []).append(line)
    return tuple(_part(desk, found) for found in groups.values())


def _part(desk: Desk, lines: Lines) -> LinePart:
    first = lines[0]
    known = desk.base.key_questions[first.question].themes
    themes = tuple(desk.say(known[line.theme]) for line in lines if line.theme)
    return LinePart(
        themes=themes,
        state=first.state,
        shut=first.shut,
        decision=_reminded(desk, lines, with_attempts(desk, first, _blocked(desk, first, _said(desk, first, themes)))),
        options=tuple(option.id for option in first.options),
        since=first.since,
        there=first.state == "done" and there_today(desk.consultation, first),
        given_up=_given_up(desk, first.given_up) if first.given_up else None,
        waits_for_another=first.waits_for_another,
        still_voted=blocked_and_wanted(desk, first),
        sure=_sure(desk, [sure for line in lines if (sure := _sureness(desk, line))]),
    )


def _said(desk: Desk, line: CourseLine[Consultation], themes: Sequence[str]) -> str:
    """Say what is decided, on which conditions, until when, and under which « if »."""
    proposed = _between(desk, line, with_heirs(desk, line, _on_conditions(desk, line, themes)))
    decision = until(desk, line, " ".join(filter(None, (proposed, verified_first(desk, line)))))
    return _supposed(desk, line, _hanging(desk, line, _still_to_say(desk, line, _passed_on(desk, line, decision))))


def _between(desk: Desk, line: CourseLine[Consultation], decision: str) -> str:
    """Add between whom a body is made, where its option leaves out some of today's members; an attempt says it else."""
    if line.option is None or line.state == "done" or is_over(desk, line):
        return decision
    out = left_out(line.case, line.option)
    if not out:
        return decision
    listed = line.case.facts.entities[MEASURED].ids
    left = [of for of in listed if of not in out]
    silent = [of for of in to_vote_expressly(desk.consultation, line) if of in left]
    gone = [of for of in listed if of in out]
    said = [desk.phrase("decision-between", left=_names(desk, left), out=_names(desk, gone))]
    said += [desk.phrase("decision-express", names=_names(desk, silent))] if silent else []
    return " ".join((decision, *said))


def _names(desk: Desk, members: Sequence[str]) -> str:
    return names_said(desk, [desk.entity(MEASURED, of) for of in members])


def _passed_on(desk: Desk, line: CourseLine[Consultation], decision: str) -> str:
    """Add who succeeds, in what is there already, a body that the answers before end, or how its area changes."""
    left = line.option.option.leaves if line.option and line.state == "done" else None
    if left == "scot_area":
        changes = dict.fromkeys(area_changes(desk.consultation, line.after))
        return " ".join((decision, *(desk.phrase(f"decision-area-{AREA[each]}") for each in changes if each in AREA)))
    found = next(successors(desk.consultation, line.after, left), None) if left else None
    return f"{decision} {desk.phrase('decision-passes-on', successor=desk.actor(found))}" if found else decision


def _still_to_say(desk: Desk, line: CourseLine[Consultation], decision: str) -> str:
    """Add what is still to be said of what is done: until when it holds, how it is changed."""
    once = line.option.option.once_done if line.option and line.state == "done" else None
    return f"{decision} {desk.say(once.text)}" if once and is_said(line.case, once) else decision


def _reminded(desk: Desk, lines: Lines, decision: str) -> str:
    """Add what is said beside the answers whatever they are."""
    return " ".join((decision, *map(desk.say, reminders(lines))))


def _on_conditions(desk: Desk, line: CourseLine[Consultation], themes: Sequence[str]) -> str:
    """Add to what is decided what must be done first for it to be lawful."""
    decision = " ".join(
        (
            *(wanted_closed(desk, line) if says_what_is_wanted(line) else ()),
            _left(desk, line) or _decision(desk, line, themes),
        )
    )
    needed = needed_cures(line.case, line.option) if line.option else ()
    cures = [no_capital(desk.say(desk.base.cures[cure].title)) for cure in needed]
    needs = [desk.phrase("decision-conditional", cures=desk.listed(cures))] if cures else []
    return " ".join((decision, *needs, *wanted_after(desk, line)))


def _blocked(desk: Desk, line: CourseLine[Consultation], decision: str) -> str:
    """Add that the votes on the answer are blocked, and what comes of it if the refusal stands."""
    known = desk.consultation.progress
    running = (known[name] for option in line.options for name in option.option.procedures if name in known)
    told = next((each for each in running if each.progress.state == "blocked"), None)
    if told is None or is_over(desk, line):
        return decision
    found = told.progress
    day, names = found.next_change.day if found.next_change else None, opposing(desk, found)
    key = "decision-blocked-until" if day else "decision-blocked"
    stopped = desk.phrase(key, day=day, n=len(names), names=names_said(desk, names))
    return " ".join((decision, stopped, *unblocked(desk, told)))


def _hanging(desk: Desk, line: CourseLine[Consultation], decision: str) -> str:
    """Say before an answer what it hangs on, where that is blocked or failed and it would otherwise be another.

    That other one comes first where the law asks for it in any case. What a text put to the vote holds says it itself.
    """
    found = hangs_on(desk.consultation, line)
    text = held(desk.consultation, line)
    if found is None or (text is not None and text.procedure in found.procedures):
        return decision
    key = "decision-hanging" if is_blocked(desk.consultation, found) else "decision-hanging-anew"
    said = desk.phrase(key, option=desk.quoted(found.title), decision=no_capital(decision))
    anyway = whatever_comes(desk.consultation, line)
    return " ".join((_said(desk, anyway, ()), said)) if anyway else said


def _supposed(desk: Desk, line: CourseLine[Consultation], decision: str) -> str:
    """Say the « if » that an answer rests on before it, or the question of which every answer leads to it."""
    if line.once_answered and line.whatever:
        question = desk.quoted(desk.base.key_questions[line.whatever].title)
        key = "decision-whatever-stay" if line.state == "stay" else "decision-whatever"
        return desk.phrase(key, question=question, decision=no_capital(decision))
    if line.supposed is None:
        return decision
    named = {"condition": capital(desk.say(line.supposed)), "decision": no_capital(decision)}
    return desk.phrase("decision-supposed", **named)


def _decision(desk: Desk, line: CourseLine[Consultation], themes: Sequence[str]) -> str:
    titles = [option.option.title for option in line.options]
    named = {"n": len(titles), "options": desk.listed(map(desk.quoted, titles)), "themes": desk.listed(themes)}
    match line.state:
        case "proposed":
            return owed_decision(desk, line) or desk.proposal(titles[0])
        case "stay" if after := [option for _, option in following(line, desk.consultation.course.lines)]:
            named_after = [no_capital(desk.say(option.option.title)) for option in after]
            return desk.phrase("decision-followed", n=len(after), options=desk.listed(named_after))
        case "stay":
            return _staying(desk, line, line.options[0], themes)
        case "running" if is_over(desk, line):
            return desk.proposal(titles[0])
        case "running":
            return desk.phrase("decision-running", option=no_capital(desk.say(titles[0])))
        case "chosen":
            return desk.phrase("decision-shut" if line.shut else "decision-chosen", option=desk.quoted(titles[0]))
        case "done" if not there_today(desk.consultation, line):
            key = "decision-done-by-law" if _inherited(desk, line) else "decision-done-before"
            key = "decision-done-adjusted" if _another_there(desk, line) else key
            return desk.phrase(key, option=no_capital(desk.say(titles[0])))
        case "done":
            key = "decision-done-since" if line.since else "decision-done"
            said = desk.phrase(key, option=no_capital(desk.say(titles[0])), day=line.since)
            return " ".join((said, *lacking(desk, line)))
        case "moot":
            still = tuple(until_then(desk, line))
            key, why = "decision-moot-then" if still else "decision-moot", desk.say(line.moot) if line.moot else ""
            return " ".join((*still, full_stop(desk.phrase(key, why=why))))
        case "tied":
            together = desk.base.key_questions[line.question].together is not None and line.theme is None
            return desk.phrase("decision-together" if together else "decision-tied", **named)
    if line.state == "to_settle" and (mending := mending_once_settled(desk, line)) is not None:
        return mending
    of_themes = "-of-themes" if themes else ""
    return desk.phrase(f"decision-{line.state.replace('_', '-')}{of_themes}", **named)


def _staying(desk: Desk, line: CourseLine[Consultation], option: OptionOutcome, themes: Sequence[str]) -> str:
    """Say that staying is best; where nothing speaks for it, that the ways there are are closed.

    « For want of another way » is said of the themes before all else: others may have theirs.
    """
    if not for_want_of_another(line):
        said = desk.proposal(option.option.title)
        of = desk.listed(themes)
        return desk.phrase("decision-of-themes", decision=said.rstrip("."), themes=of) if themes else said
    if themes and unnamed_beside(desk.consultation, line):
        return desk.phrase("decision-stay-beside", themes=desk.listed(themes))
    key = "decision-stay-left-of-themes" if themes else "decision-stay-left"
    return desk.phrase(key, option=no_capital(desk.say(option.option.title)), themes=desk.listed(themes))


def _left(desk: Desk, line: CourseLine[Consultation]) -> str | None:
    """Say of what an answer before takes away that it is there, and what becomes of it until then; None of nothing."""
    left = left_behind(desk.consultation, line)
    if left is None:
        return None
    option, said = left
    done = desk.phrase("decision-done", option=no_capital(desk.say(option.title)))
    return f"{done} {desk.say(said.text)}"


def _another_there(desk: Desk, line: CourseLine[Consultation]) -> bool:
    """Tell whether another option of the theme is there today: what is in place is only to be adjusted."""
    today = question_outcome(desk.consultation, line.question)
    return line.theme is not None and any(way.done and way.option.theme == line.theme for way in today.routes)


def _inherited(desk: Desk, line: CourseLine[Consultation]) -> bool:
    """Tell whether what is there comes with a body that goes on in another form, by no act of its own.

    So it is where all that the answers before change of what makes it there is the form of that body.
    """
    base, today, later = desk.base, desk.consultation.memory.facts, line.case.memory.facts
    done = line.option.option.done if line.option else None
    changed = [fact for fact in facts_of(done) if today.get(fact) != later.get(fact)]
    makers = {fact: [key for _, key in line.after if fact in base.options[key].makes] for fact in changed}
    return all(found and all(_goes_on(base, key) for key in found) for found in makers.values())


def _goes_on(base: KnowledgeBase, option: str) -> bool:
    """Tell whether an option gives a body another form in which it keeps all that it has."""
    effects = (effect for name in base.options[option].procedures for effect in base.procedures[name].effects)
    return any(effect.set_form is not None and effect.set_form.continuity for effect in effects)


def _given_up(desk: Desk, found: GivenUp) -> str:
    """Say which better option had no place, and what it would take."""
    options, questions = desk.base.options, desk.base.key_questions
    live = [key for key in found.by if key in desk.consultation.rules.options]
    return desk.phrase(
        "given-up-for" if found.by else "given-up",
        option=desk.quoted(found.option.option.title),
        question=desk.quoted(questions[found.price].title),
        options=desk.listed((desk.quoted(options[key].title) for key in live), "or"),
    )


# -- how sure --------------------------------------------------------------------------------------------------


def _sureness(desk: Desk, line: CourseLine[Consultation]) -> Sureness | None:
    """Give how sure an answer is; nothing of one that comes after what it uses: what follows is to be asked first."""
    late = too_late(desk, line)
    return None if late and late.term else desk.consultation.sureness.get((line.question, line.theme))


def _sure(desk: Desk, found: Sequence[Sureness]) -> SurePart | None:
    """Say how sure some answers are together: as the least sure, with all that is missing."""
    if not found:
        return None
    least = min(found, key=lambda sure: get_args(Label).index(sure.label))
    missing = tuple(_missing(desk, found))
    if least.supposed:
        words = desk.phrase("sure-if", condition=desk.say(least.supposed))
    else:
        words = how_sure(desk, least.label, missing)
    return SurePart(label=least.label, said=full_stop(words), missing=missing)


def how_sure(desk: Desk, label: Label, missing: Iterable[MissingPart]) -> str:
    """Say how sure an answer is, with some of what is missing."""
    said = desk.listed(part.said for part in missing)
    return full_stop(desk.phrase(f"sure-{label.replace('_', '-')}", missing=said))


def _missing(desk: Desk, found: Iterable[Sureness]) -> Iterator[MissingPart]:
    held = tuple(found)
    by_kind = {
        "points": (point for sure in held for point in sure.points),
        "answers": (fact if of is None else f"{fact}@{of}" for sure in held for fact, of in sure.answers),
        "norms": (norm for sure in held for norm in sure.norms),
        "questions": (question for sure in held for question in sure.questions),
        "following": (question for sure in held for question in sure.following),
        "conditions": (key for sure in held for key in sure.conditions),
        "votes": (key for sure in held for key in sure.votes),
        "contested": (key for sure in held for key in sure.contested),
    }
    for kind, each in by_kind.items():
        if ids := tuple(dict.fromkeys(each)):
            said = desk.phrase(f"missing-{kind}", n=len(ids))
            yield MissingPart.model_validate({"kind": kind, "ids": ids, "said": _naming(desk, kind, said, ids)})
    for term in dict.fromkeys(term for sure in held for term in sure.terms):
        said = desk.phrase(f"missing-term-{term.known}", term=no_capital(desk.say(term.term.title)), day=term.day)
        yield MissingPart(kind="terms", ids=(term.key,), said=said)


def _naming(desk: Desk, kind: str, said: str, ids: Sequence[str]) -> str:
    """Add to a count of answers that are missing, disputed points or subjects asked beside, what they are about."""
    known: dict[str, Text] = {}
    if kind in {"questions", "following"}:
        return f"{said} ({desk.listed(_subjects(desk, ids), 'semicolon')})"
    if kind == "points":
        known = {key: found.question for key, found in desk.base.disputed.items()}
    elif kind == "answers":
        known = {each: desk.base.all_facts[each.partition("@")[0]].label for each in ids}
    named = [desk.quoted(known[each]) for each in ids[:NAMED] if each in known]
    named += [desk.phrase("and-others", n=more)] if named and (more := len(ids) - NAMED) > 0 else []
    return f"{said} ({desk.listed(named, 'semicolon')})" if named else said


def _subjects(desk: Desk, ids: Sequence[str]) -> Iterator[str]:
    """Name subjects, the first of them; each says on its own line what it waits for, or what it lacks."""
    yield from (desk.quoted(desk.base.key_questions[key].title) for key in ids[:NAMED])
    if len(ids) > NAMED:
        yield desk.phrase("and-others", n=len(ids) - NAMED)
