"""What is to be settled first says who votes it and when, where the plan has that vote."""

import pytest

from petr_advisor.documents.building.breaking import cure_by_whom
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.layout.document import document_of
from petr_advisor.documents.model import Report
from petr_advisor.documents.model_breaches import BreachPart
from petr_advisor.documents.model_roadmap import CalledVote, RoadmapTask
from petr_advisor.words.texts import Language

from .conftest import READING, case_in, reading_report, real_base, report_of
from .test_formats import squeezed

NAMES = (
    "petr-entree-projet-2026",
    "petr-sieges-muet-2026",
    "petr-sieges-hors-bornes-2026",
    "petr-deux-2015",
    "petr-projet-en-retard-cper-2026",
    "petr-fusion-avec-le-dehors-2016",
    "petr-convention-a-completer-2025",
    "fusion-scot-caduc-2026",
    "sieges-illegaux-et-retrait-2026",
)
"""Grave obligations, seats out of bounds, bodies never convened, a project late, a SCoT that lapsed."""


def procedures_of(part: BreachPart) -> set[str]:
    """Give the procedures that put right what is amiss: those of the acts of a rule, of the remedies of a condition."""
    base = real_base()
    if part.key in base.rules:
        return {act.partition("/")[0] for act in base.rules[part.key].met_by}
    of, _, name = part.key.partition("/")
    if of not in base.regimes:
        return set()
    condition = base.regimes[of].conditions[name]
    cures = (base.cures[key].procedure for key in condition.cures)
    own = {*filter(None, cures), *(each for key in condition.mended_by for each in base.options[key].procedures)}
    acts = (act for each in own for act in base.procedures[each].acts.values())
    return own | {called for act in acts if act.calls is not None for called in act.calls.all}


def needs_no_vote(part: BreachPart) -> bool:
    """Tell whether what puts a condition right, by the norms it cites, is voted by nobody and waits for nothing."""
    of, _, name = part.key.partition("/")
    if part.key in real_base().rules or of not in real_base().regimes:
        return False
    norms = {*real_base().regimes[of].conditions[name].norms}
    acts = (act for each in procedures_of(part) for act in real_base().procedures[each].acts.values())
    about = [act for act in acts if norms.intersection(act.norms)]
    return bool(about) and all(act.vote is None and not act.after for act in about)


def votes_of(report: Report, part: BreachPart) -> list[RoadmapTask | CalledVote]:
    """Give the votes on these that the plan is sure to have, of their own procedures."""
    if needs_no_vote(part):
        return []
    own, plan = procedures_of(part), report.roadmap
    assert plan is not None
    tasks = [task for task in plan.tasks if task.majority and task.certain and task.id.partition("/")[0] in own]
    sure = {task.number for task in plan.tasks if task.certain}
    return [*tasks, *(vote for vote in plan.called if vote.task in sure and vote.id.partition("/")[0] in own)]


@pytest.mark.parametrize("name", NAMES)
def test_what_comes_first_says_who_votes_it_and_on_the_days_of_the_plan(name: str) -> None:
    report = reading_report(name)
    first = squeezed(document_text(report))
    told = 0
    for part in report.breaches:
        votes = votes_of(report, part)
        if not votes:
            continue
        assert part.voted is not None, part.key
        assert any(each.who.casefold() in part.voted.casefold() for each in votes), part.voted
        assert squeezed(part.voted) in first
        told += 1
    assert told, "no breach of this case has a vote: it shows nothing"


@pytest.mark.parametrize("name", NAMES)
def test_what_a_task_calls_itself_is_voted_on_its_own_days(name: str) -> None:
    """Another procedure called that would have it done again years later takes none of its votes."""
    base, plan = real_base(), reading_report(name).roadmap
    assert plan is not None
    acts = {task.number: base.act(task.id) for task in plan.tasks if task.certain}
    own = {called for act in acts.values() if act.calls is not None for called in act.calls.all}
    for vote in plan.called:
        calls = acts[vote.task].calls if vote.task in acts else None
        if calls is not None and (procedure := vote.id.partition("/")[0]) in own:
            assert procedure in calls.all, vote.id


def document_text(report: Report) -> str:
    """Give what the note says, run together."""
    return document_of(report).model_dump_json()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "name",
    [
        "petr-sieges-bloques-2026",
        "petr-sieges-un-membre-muet-2026",
        "syndicat-ouvert-transformation-2026",
        "syndicat-de-scot-ecrit-de-la-region-2026",
    ],
)
def test_nobody_is_told_twice_as_voting_in_one_line(name: str, language: Language) -> None:
    """A vote under way names each still to vote once; a remedy that says who votes it is told no other vote."""
    found = case_in(READING / f"{name}.yaml")
    desk, told = Desk(language, consultation=found), 0
    members = [desk.entity(kind, of) for kind, listed in found.lists.items() for of in listed.ids]
    remedies = [cure_by_whom(desk, cure) for cure in real_base().cures.values()]
    for part in report_of(found, language).breaches:
        said = part.voted or ""
        assert all(said.count(member) <= 1 for member in members), said
        by_remedy = any(remedy in (part.mended or "") for remedy in remedies)
        assert not (by_remedy and said), f"{part.mended} {said}"
        told += by_remedy or any(member in said for member in members)
    assert told, "no breach of this case names who is still to vote, or a remedy's voter: it shows nothing"


@pytest.mark.parametrize("name", NAMES)
def test_no_vote_is_told_with_what_it_does_not_mend(name: str) -> None:
    """The committee's vote on the development council stood beside the conference that its president convenes."""
    amiss = {part.key: part for part in reading_report(name).breaches}
    assert all(part.voted is None for part in amiss.values() if needs_no_vote(part))
    if {"petr/council-met", "petr/mayors-met"} <= amiss.keys():
        assert needs_no_vote(amiss["petr/mayors-met"])
        assert amiss["petr/council-met"].voted
