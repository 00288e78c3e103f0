"""Groupings explored: what the engine would conclude of each, ranked as stated, compared with SCoTs."""

from datetime import date

import numpy as np
import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.maps.land import Scheme
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.inference.engines import engine
from petr_advisor.perimeters import standing
from petr_advisor.perimeters.criteria import Criterion, read_criteria
from petr_advisor.perimeters.exploring import explore
from petr_advisor.perimeters.facts import rows_for
from petr_advisor.perimeters.lines import lines, places_of, status_of
from petr_advisor.perimeters.wanted import Wanted, sirens_of
from petr_advisor.territory.groupings import Bounds
from petr_advisor.territory.measures import register
from petr_advisor.territory.seats import propose

DAY = date(2026, 11, 24)
BRUCHE, MOLSHEIM, ROSHEIM = "246700306", "246701064", "246700744"


def case(*questions: str, **answers: object) -> Consultation:
    found = Consultation.start(load(), DAY, questions or ("evolution",), engine("native"))
    for fact, value in answers.items():
        found = found.answer(fact.replace("__", "."), value)
    return found


@pytest.mark.parametrize("questions", [("evolution", "contracts"), ("governance", "scot")])
@pytest.mark.parametrize("name", ["Vallée de la Bruche", "Bassin de Marennes"])
def test_each_is_concluded_as_the_engine_concludes_it(name: str, questions: tuple[str, ...]) -> None:
    start = case(*questions, structure__legal_form="association")
    found = explore(start, Wanted(sirens_of([name]), bounds=Bounds(5)))
    groupings = found.groupings
    assert groupings.standing.by_engine == 0
    for row in np.random.default_rng(4).choice(len(groupings.sets), 12, replace=False):
        alone = rows_for(start, groupings.ground, places_of(groupings, row))
        expected = standing.found_by_engine(alone, groupings.standing.codes)
        assert {key: codes[row] for key, codes in groupings.standing.codes.items()} == expected


def test_what_columns_cannot_tell_is_concluded_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = Wanted((BRUCHE,), bounds=Bounds(3))
    in_columns = explore(case(), wanted).groupings.standing
    monkeypatch.setattr(
        standing, "_in_columns", lambda _case, _ground, sets, _cut, _codes: np.zeros(len(sets), np.bool_)
    )
    by_engine = explore(case(), wanted).groupings.standing
    assert (in_columns.by_engine, by_engine.by_engine) == (0, len(next(iter(by_engine.codes.values()))))
    assert all(np.array_equal(in_columns.codes[key], codes) for key, codes in by_engine.codes.items())


def test_everybody_wanted_is_in_and_everybody_left_out_is_out() -> None:
    wanted = Wanted((BRUCHE,), (MOLSHEIM,), (ROSHEIM,), Bounds(5, most_people=150_000, least_people=80_000))
    told = list(lines(explore(case(), wanted), None))
    assert told
    for line in told:
        sirens = line["sirens"].split(" | ")
        assert {BRUCHE, MOLSHEIM} <= {*sirens}
        assert ROSHEIM not in sirens
        assert 80_000 <= line["population"] <= 150_000
        populations = dict(zip(sirens, _people(sirens), strict=True))
        assert line["population"] == sum(populations.values())
        seats = dict(zip(sirens, map(int, line["seats"].split(" | ")), strict=True))
        assert seats == propose(populations, line["seats_total"]).seats


def _people(sirens: list[str]) -> list[int]:
    return [epci.population_municipal for siren in sirens if (epci := register().get(siren))]


def test_they_are_ranked_as_stated() -> None:
    rank = read_criteria(["least-members,population=60000"])
    told = list(lines(explore(case(), Wanted((BRUCHE,), bounds=Bounds(4), rank=rank)), None))
    keys = [(line["members"], abs(line["population"] - 60_000)) for line in told]
    assert keys == sorted(keys)
    largest = list(lines(explore(case(), Wanted((BRUCHE,), bounds=Bounds(4), rank=read_criteria(["population"]))), 3))
    assert [line["population"] for line in largest] == sorted((line["population"] for line in largest), reverse=True)
    assert [line["rank"] for line in largest] == [1, 2, 3]


def test_criteria_are_read_or_refused() -> None:
    assert read_criteria(["compactness", "most-members"]) == (
        Criterion("compactness", largest_first=True),
        Criterion("members", largest_first=True),
    )
    with pytest.raises(PetrAdvisorError, match="“compactnes” is no criterion \\(is it “compactness”"):
        read_criteria(["compactnes"])
    with pytest.raises(PetrAdvisorError, match="no criterion"):
        read_criteria(["most-population=5"])


def test_how_they_lie_to_a_scot() -> None:
    scheme = Scheme("SCoT", (BRUCHE, MOLSHEIM))
    found = explore(case(), Wanted((BRUCHE,), bounds=Bounds(3), schemes=(scheme,)))
    said = {frozenset(line["sirens"].split(" | ")): line["scot:SCoT"] for line in lines(found, None)}
    assert said[frozenset({BRUCHE, MOLSHEIM})] == "same"
    assert said[frozenset({BRUCHE, ROSHEIM})] == "crosses"
    assert said[frozenset({BRUCHE, ROSHEIM, MOLSHEIM})] == "holds"


def test_a_coast_is_to_be_confirmed_and_an_enclave_left_out() -> None:
    found = explore(case(), Wanted(sirens_of(["Bassin de Marennes"]), bounds=Bounds(6)))
    assert found.groupings.left_out
    assert found.groupings.to_confirm.any()
    assert not found.groupings.to_confirm.all()


def test_a_status_is_undetermined_where_several_are_possible() -> None:
    codes = explore(case(), Wanted((BRUCHE,), bounds=Bounds(2))).groupings.standing.codes
    assert {status_of(int(code)) for code in codes["creation"]} == {"undetermined"}
    told = case(structure__legal_form="petr")
    codes = explore(told, Wanted((BRUCHE,), bounds=Bounds(2))).groupings.standing.codes
    assert {status_of(int(code)) for code in codes["creation"]} == {"closed"}


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(()), "around which"),
        (Wanted((BRUCHE,), without=(BRUCHE,)), "Both wanted and left out"),
        (Wanted((BRUCHE,), bounds=Bounds(40)), "cannot be"),
        (Wanted((BRUCHE,), bounds=Bounds(2, 3)), "cannot be"),
        (Wanted((BRUCHE,), (MOLSHEIM, ROSHEIM), bounds=Bounds(2)), "do not fit"),
        (Wanted(("200046977",)), "not an own-tax EPCI"),
    ],
)
def test_what_cannot_be_looked_for_is_refused(wanted: Wanted, said: str) -> None:
    with pytest.raises(PetrAdvisorError, match=said):
        explore(case(), wanted)


def test_epcis_are_named_or_numbered() -> None:
    assert sirens_of(["CC de la Vallée de la Bruche", BRUCHE]) == (BRUCHE,)
    with pytest.raises(PetrAdvisorError, match="may be several"):
        sirens_of(["Bruche Molsheim Vallée"[:3]])
    with pytest.raises(PetrAdvisorError, match="not in the register"):
        sirens_of(["Atlantis"])


def test_before_the_borders_are_known_nothing_is_looked_for() -> None:
    early = Consultation.start(load(), date(2014, 6, 15), ("evolution",), engine("native"))
    with pytest.raises(PetrAdvisorError, match="1 January 2022"):
        explore(early, Wanted((BRUCHE,)))
