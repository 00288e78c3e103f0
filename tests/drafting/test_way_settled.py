"""Of several procedures that an act may consist of, the plan and the drafts follow the one that the answers choose."""

from collections.abc import Iterator
from functools import cache

import pytest

from petr_advisor.consulting.called import act_of
from petr_advisor.drafting.model import Draft, Drafts, Line
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.planning.steps import steps
from tests.documents.conftest import real_base
from tests.drafting.conftest import COMBES, case, drafted, words

HANDOVERS = {"same_day": "petr-dissolution-by-agreement", "services": "syndicate-hands-over-all"}
OPEN = "n’en retient encore aucune"


@cache
def made(handover: str) -> Drafts:
    return drafted(case(COMBES).answer("scot.handover", handover))


def settling() -> Iterator[tuple[str, str]]:
    """Give each act of the rule base of which some way is settled by answers, with that way."""
    base = real_base()
    for key in base.act_keys:
        if (calls := base.act(key).calls) is not None:
            yield from ((key, way) for way in calls.settled)


def margins(found: Draft) -> str:
    return "\n".join(remark for each in found.parts if isinstance(each, Line) for remark in each.remarks)


def test_each_way_that_answers_settle_is_read_here() -> None:
    assert {way for _, way in settling()} == {*HANDOVERS.values()}


@pytest.mark.parametrize("handover", HANDOVERS)
def test_the_way_that_the_answers_choose_is_planned_for_sure_and_no_other(handover: str) -> None:
    held = case(COMBES).answer("scot.handover", handover)
    planned = {step.id.partition("/")[0]: step for step in steps(held, roadmap(held, held.as_of))}
    for key in {key for key, _ in settling()}:
        calls = act_of(held, key).calls
        assert calls is not None
        assert calls.all == (HANDOVERS[handover],)
    assert planned[HANDOVERS[handover]].called_for
    assert planned.keys().isdisjoint({*HANDOVERS.values()} - {HANDOVERS[handover]})


@pytest.mark.parametrize("handover", HANDOVERS)
def test_the_drafts_follow_it_and_their_sheets_say_so(handover: str) -> None:
    base, found = real_base(), made(handover)
    own = [each for each in found.made if each.act.partition("/")[0] == HANDOVERS[handover]]
    assert own
    for each in own:
        said = words(each).replace("\u202f", " ").replace("\u00a0", " ")
        assert f"la voie « {base.title_of(HANDOVERS[handover]).fr} », plutôt que" in said
        assert OPEN not in words(each)
    for each in found.made:
        assert "tous ses services] [" not in words(each)
        assert "une seule des deux voies" not in margins(each), each.name
    assert found.contents is not None
    assert "--act" not in words(found.contents)


@pytest.mark.parametrize("handover", HANDOVERS)
def test_what_the_body_that_hands_over_does_is_not_said_of_the_body_under_study(handover: str) -> None:
    found = made(handover)
    titles = [real_base().title_of(name).fr for name in (HANDOVERS[handover], "petr-liquidation")]
    of_it = [each.said for each in found.without if any(each.said.lower().endswith(f"({t.lower()})") for t in titles)]
    organs = [said for said in of_it if said.startswith(("le président", "le comité", "le conseil"))]
    assert organs or handover == "services"
    assert [said for said in organs if "du syndicat de SCoT" not in said] == []
    for each in found.made:
        if each.act.partition("/")[0] in {HANDOVERS[handover], "petr-liquidation"}:
            assert "le président de la structure" not in words(each), each.name


def test_where_none_is_settled_the_contents_name_the_others_and_how_they_are_asked_for() -> None:
    found = made("not_discussed")
    assert found.contents is not None
    others = [each.said for each in found.left_out if each.other_way]
    assert others
    assert all("--act" in said and said in words(found.contents) for said in others)
    assert any("] [" in words(each) and "une seule des deux voies" in margins(each) for each in found.made)


def test_services_are_handed_over_only_once_the_prefecture_confirms_it() -> None:
    (vote,) = (each for each in made("services").made if each.template == "services-handed-over")
    assert "si la préfecture confirme" in margins(vote).replace("\u00a0", " ")
