"""What a draft says of when its act comes is what the plan, the roadmap and the calendar say of it."""

from dataclasses import replace

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.roadmap_words import dates
from petr_advisor.drafting.deadlines import told_day
from petr_advisor.drafting.model import Draft, Line
from petr_advisor.drafting.recorded import Recorded
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.steps import called_votes
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.documents.conftest import EXAMPLES, case_in
from tests.drafting.conftest import COURSES, TRANSFORMATION, act_of, case, drafted, drafts, of, words


def sheet_of(found: Draft) -> str:
    """Give what a draft says from its working sheet on."""
    return words(found).removeprefix(act_of(found)).replace("\u00a0", " ")


def voted_before(held: Consultation, act: str) -> bool:
    """Tell whether a day is recorded for a vote of a member that an act waits for."""
    procedure = act.partition("/")[0]
    recorded, listed = Recorded(held), held.facts.entities.get("member")
    votes = (
        recorded.vote(f"{procedure}/{each}", member)
        for each in held.base.act_under(act, held.followed).after
        for member in (listed.ids if listed else ())
    )
    return any(vote is not None and vote.on is not None for vote in votes)


@pytest.mark.parametrize(("name", "language", "option"), COURSES)
def test_every_draft_states_the_window_that_the_plan_has_for_its_act(
    name: str, language: Language, option: str | None
) -> None:
    held = case(name)
    plan, voice = roadmap(held, held.as_of, option), Voice(language)
    called = {step.id: step for _, step in called_votes(held, plan)}
    tasks = {**called, **{task.id: task for task in plan.tasks}}
    made = drafts(name, language, option).made
    for found in made:
        task = tasks.get(found.act)
        if task is None or task.planned is not None or task.soonest == task.latest:
            continue
        listed = held.facts.entities.get("member")
        votes = (Recorded(held).vote(found.act, member) for member in (listed.ids if listed else ()))
        if any(vote is not None and vote.planned for vote in votes):
            continue  # each member has its own day, which its draft says
        if held.base.templates[found.template].once_each and found.day < task.soonest:
            continue  # a paper that several acts annex is ready for the first of them
        windows = [task]
        if found.day < task.soonest and voted_before(held, found.act):
            windows.append(replace(task, soonest=found.day))  # what waits for one member alone begins with its own vote
        bearing = [held.base.templates[each.template] for each in made if each.act == found.act]
        if found.day > task.soonest and any(template.follows for template in bearing):
            windows.append(replace(task, soonest=found.day))  # what comes after another draft begins after it
        for told in (told_day(held, template.articles, found.day) for template in bearing):
            if told is not None and told < task.latest:  # its own articles name a day before which
                windows += [replace(each, latest=told) for each in windows]
        said = {dates(each, voice).replace("\u00a0", " ").casefold() for each in windows}
        assert any(each in sheet_of(found).casefold() for each in said), found.name


def test_a_notification_has_the_days_of_the_plan_and_the_last_day_of_the_members_follows_from_the_latest() -> None:
    held = case(TRANSFORMATION)
    plan = {task.id: task for task in roadmap(held, held.as_of).tasks}
    notified, votes = plan["petr-transformation/notify"], plan["petr-transformation/epci-votes"]
    voice = Voice("fr")
    for found in of(TRANSFORMATION, "transformation-notification"):
        assert found.day == notified.soonest
        assert dates(notified, voice).replace("\u00a0", " ").casefold() in sheet_of(found).casefold()
    (last,) = (legal.day for legal in votes.legal)
    assert (last.year * 12 + last.month) - (notified.latest.year * 12 + notified.latest.month) == 3


def test_a_letter_that_asks_for_an_act_says_its_own_days_and_those_of_the_act() -> None:
    held = case(TRANSFORMATION)
    order = next(task for task in roadmap(held, held.as_of).tasks if task.id == "petr-transformation/order")
    (letter,) = of(TRANSFORMATION, "prefect-transformation")
    assert letter.day < order.soonest
    assert f"prévu {dates(order, Voice('fr'))}".replace("\u00a0", " ") in sheet_of(letter)
    assert any(isinstance(part, Line) and "pour cette pièce" in part.text for part in letter.parts)


def test_the_launch_recalls_whom_the_case_says_associated_and_does_not_decide_it_again() -> None:
    found = case_in(EXAMPLES["midi-quercy"])
    (launch,) = [each for each in drafted(found).made if each.template == "project-launch"]
    said = act_of(launch).replace("’", "'")
    assert "comme le comité syndical l'a décidé" in said
    assert "ou « aucun »" not in said.replace("\u00a0", " ")
