"""Small changes to the law: what each operator does, and that the scenarios which state the law notice."""

from datetime import date
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import parse_condition
from petr_advisor.knowledge.law import FIRST_DAY
from petr_advisor.scenarios.condition_cases import ConditionCase, condition_differences
from petr_advisor.scenarios.law_differences import law_differences
from petr_advisor.scenarios.law_form import LawExpected
from petr_advisor.scenarios.loading import load_scenario
from scripts.law_mutants import DROPPED, changes

PROCEDURE = {
    "acts": {
        "vote": {"who": "petr", "vote": {"body": "petr", "majority": "ordinary"}, "silence": "favourable"},
        "order": {
            "who": "prefect",
            "after": ["vote"],
            "limit": {"length": {"n": 3, "unit": "month"}, "from": "notification", "passed": {"does": "late"}},
            "confidence": "verified",
        },
    },
    "periods": [{"period": "2014-01-29..2019-12-28"}],
}
RULE = {"when": {"members.epci": {"at_least": 2}, "consultation.date": {"before": date(2020, 1, 1)}}}


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


@pytest.fixture(scope="module")
def stated(base: KnowledgeBase) -> list[LawExpected]:
    folder = Path("scenarios/procedures")
    return [load_scenario(path, base).expect.law for path in sorted(folder.glob("*.yaml"))]


def test_each_operator_changes_one_thing(base: KnowledgeBase) -> None:
    found = {(operator, path): becomes for operator, path, becomes in changes(PROCEDURE, base)}
    acts = ("acts", "order")
    assert found["act", ("acts", "vote")] is DROPPED
    assert found["relation", (*acts, "after", 0)] is DROPPED
    assert found["majority", ("acts", "vote", "vote", "majority")] not in {"ordinary", None}
    assert found["silence", ("acts", "vote", "silence")] == "unfavourable"
    assert found["limit", (*acts, "limit", "length", "n")] == 4
    assert found["event", (*acts, "limit", "from")] != "notification"
    assert found["passing", (*acts, "limit", "passed", "does")] == "lapses"
    assert found["confidence", (*acts, "confidence")] == "recalled"


def test_conditions_and_dates_are_changed_on_their_edges(base: KnowledgeBase) -> None:
    found = [(operator, becomes) for operator, _, becomes in changes(RULE, base)]
    assert ("antecedent", {"members.epci": {"at_least": 2}}) in found
    assert ("comparison", {"more_than": 2}) in found
    assert ("date", date(2020, 1, 2)) in found
    periods = [becomes for operator, _, becomes in changes(PROCEDURE, base) if operator == "date"]
    assert periods == ["2014-01-30..2019-12-28", "2014-01-29..2019-12-27"]


def test_every_procedure_is_stated_by_a_scenario(base: KnowledgeBase, stated: list[LawExpected]) -> None:
    named = {key for law in stated for key in law.procedures}
    assert set(base.procedures) - named == set(), "say these under scenarios/procedures/, from their texts"


@pytest.mark.parametrize(
    ("field", "value"),
    [("silence", "favourable"), ("after", ()), ("period", "2014-01-29..2014-01-30")],
)
def test_a_change_to_an_act_is_noticed(
    base: KnowledgeBase, stated: list[LawExpected], field: str, value: object
) -> None:
    procedure = base.procedures["petr-member-withdraws"]
    act = procedure.acts["committee"]
    wrong = type(act).model_validate({**act.model_dump(by_alias=True, exclude_unset=True), "habit": (), field: value})
    acts = {**procedure.acts, "committee": wrong}
    changed = base.model_copy(
        update={
            "procedures": {
                **base.procedures,
                "petr-member-withdraws": procedure.model_copy(update={"acts": acts}),
            }
        }
    )
    about = [found.about for law in stated for found in law_differences(law, changed, FIRST_DAY)]
    assert f"law.procedures.petr-member-withdraws.committee.{field}" in about
    assert not [found for law in stated for found in law_differences(law, base, FIRST_DAY)]


def test_both_sides_of_a_condition_are_told_apart(base: KnowledgeBase) -> None:
    rule = base.rules["gip.local-development"]
    place = "rules/gip.local-development/when"
    on_the_eve = {"structure.legal_form": "gip", "structure.gip_created_on": date(2003, 7, 2)}
    case = ConditionCase(so=on_the_eve, but=({"structure.gip_created_on": date(2003, 7, 3)},))
    assert not list(condition_differences({place: (case,)}, base, FIRST_DAY))
    later = parse_condition(
        {"structure.legal_form": "gip", "structure.gip_created_on": {"on_or_before": date(2003, 7, 3)}}
    )
    rules = {**base.rules, "gip.local-development": rule.model_copy(update={"when": later})}
    changed = base.model_copy(update={"rules": rules})
    assert list(condition_differences({place: (case,)}, changed, FIRST_DAY))
