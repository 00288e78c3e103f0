"""The seats kept during a consultation, in its report."""

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.model_matters import Governance
from petr_advisor.documents.settings import Adviser
from petr_advisor.documents.writing import SUFFIXES, render
from petr_advisor.words.texts import Language
from tests.documents.conftest import MADE_ON, started
from tests.documents.page_checks import Page

PEOPLE = {"m1": 42_000, "m2": 20_000, "m3": 2_600}


def with_members(people: dict[str, int], *questions: str) -> Consultation:
    rows = {
        of: {"member.name": f"CC {of}", "member.kind": "cc", "member.population": number}
        for of, number in people.items()
    }
    return started(*questions).list_entities("member", rows)


def council(case: Consultation, language: Language = "en") -> Governance:
    found = build(case, language, Adviser(), MADE_ON).governance
    assert found is not None
    return found


def test_without_any_kept_the_report_proposes() -> None:
    assert not council(with_members(PEOPLE)).kept


def test_the_distribution_kept_is_shown_beside_what_population_gives() -> None:
    found = council(with_members(PEOPLE).seat({"m1": 5, "m2": 4, "m3": 1}))
    assert found.kept
    assert (found.total, found.cap) == (10, 5)
    assert [part.seats for part in found.seats] == [5, 4, 1]
    assert sum(part.before_cap for part in found.seats) == 10
    assert any("complies" in remark for remark in found.remarks)
    assert found.citations


@pytest.mark.parametrize(
    ("people", "seats", "word"),
    [
        (PEOPLE, {"m1": 8, "m2": 1, "m3": 1}, "half"),
        (PEOPLE, {"m1": 5, "m2": 5, "m3": 0}, "seat"),
        ({"m1": 42_000, "m2": 2_600}, {"m1": 15, "m2": 5}, "half"),
    ],
)
def test_a_breach_is_told(people: dict[str, int], seats: dict[str, int], word: str) -> None:
    found = council(with_members(people).seat(seats))
    assert [part.seats for part in found.seats] == list(seats.values())
    assert not any("complies" in remark for remark in found.remarks)
    assert any(word in remark for remark in found.remarks)


@pytest.mark.parametrize("total", [10, 2])
def test_every_format_shows_it(total: int) -> None:
    """Also with fewer seats than members, where population gives nothing to compare with."""
    seats = {"m1": total - 2, "m2": 1, "m3": 1} if total > 2 else {"m1": 1, "m2": 1, "m3": 0}
    report = build(with_members(PEOPLE).seat(seats), "fr", Adviser(), MADE_ON)
    assert all(render(report, suffix) for suffix in SUFFIXES)
    page = Page(render(report, ".html").decode())
    assert page.faults == []
    assert "Répartition retenue pendant la consultation" in page.text
    assert ("Selon la population" in page.text) is (total > 2)


def entering(population: int | None) -> Consultation:
    """Give a PETR that an EPCI asks to enter."""
    case = with_members(PEOPLE, "life").answer("structure.legal_form", "petr")
    told: dict[str, str | int] = {
        "petr.change_planned": "joining", "joiner.kind": "own_tax_epci", "joiner.in_other_petr": "no",
        "joiner.in_other_scot": "no", "joiner.whole": "yes", "joiner.perimeter_sound": "yes",
        "members.any_in_other_petr": "no", "perimeter.one_piece": "yes", "perimeter.no_enclave": "yes",
        "joiner.name": "CC du Gué",
    }  # fmt: skip
    if population is not None:
        told["joiner.population"] = population
    for fact, value in told.items():
        case = case.answer(fact, value)
    return case


def test_whoever_enters_has_seats_by_its_population_and_none_are_proposed_without_it() -> None:
    found = council(entering(12_000), "fr")
    seats = {seat.member: seat.seats for seat in found.seats}
    assert seats["CC du Gué"] > 0
    assert sum(seats.values()) == found.total
    assert any("Compté avec CC du Gué" in remark for remark in found.remarks)
    unknown = council(entering(None), "fr")
    assert unknown.total is None
    assert "CC du Gué" not in {seat.member for seat in unknown.seats}
