"""What a note tells of a procedure under way or over: whose votes decide and until when, what a new attempt needs."""

from pathlib import Path

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.model import Report
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios

from .conftest import READING, case_in, reading, real_base, report_of


def _decision(report: Report, question: str) -> str:
    assert report.note is not None
    return next(answer.decision for answer in report.note.answers if answer.question == question)


def test_a_refused_attempt_comes_back_with_what_must_differ() -> None:
    decision = _decision(reading("petr-restitution-refusee-2026"), "life")
    assert "refusée depuis le 16 octobre 2026" in decision
    assert "CC de la Planèze" in decision
    assert "CC de Margeride" not in decision


def test_a_refused_attempt_begun_again_without_the_one_who_refused_names_who_votes() -> None:
    decision = _decision(reading("association-refus-a-trois-2026"), "evolution")
    assert "refusée depuis le 9 juillet 2026" in decision
    assert "périmètre sans CC des Hauts d’Auge" in decision
    assert "CC du Bocage et CC du Pays de Livarot et Vie" in decision
    assert "mener à son terme" not in decision
    assert "accord exprès" not in decision


def test_a_disputed_silence_is_asked_of_the_prefecture_before_a_new_attempt() -> None:
    report = reading("petr-entree-hors-delai-2026")
    decision = _decision(report, "life")
    assert decision.index("préfecture") < decision.index("hors délai")
    assert report.note is not None
    assert report.note.first_act is not None
    assert "préfecture" in report.note.first_act
    assert report.roadmap is not None
    assert any("préfecture" in warning for warning in report.roadmap.warnings)


def test_readings_of_a_point_that_give_the_same_are_told_once() -> None:
    report = reading("petr-entree-hors-delai-2026")
    assert report.note is not None
    told = " ".join(report.note.underway)
    assert told.count("Le silence d’un EPCI vaut-il accord") == 1
    assert "4 décembre 2026" in told
    assert "CC de la Sorgue Haute" in told


@pytest.mark.parametrize(
    ("name", "member", "day"),
    [
        ("petr-retrait-une-voix-2015", "CC de Vezon", "28 avril 2015"),
        ("petr-sieges-bloques-2026", "CA de la Plaine", "30 décembre 2026"),
    ],
)
def test_the_vote_that_decides_is_named_with_its_last_day(name: str, member: str, day: str) -> None:
    report = reading(name)
    assert report.note is not None
    told = " ".join(report.note.underway)
    assert member in told
    assert day in told


def test_a_vote_under_way_names_who_is_still_to_answer() -> None:
    report = reading("petr-sieges-bloques-2026")
    assert report.note is not None
    vote = next(vote for vote in report.note.votes if "CC de l’Arve" in vote.when)
    assert "CA de la Plaine" in vote.when
    assert vote.latest.isoformat() == "2026-12-30"


def test_a_procedure_in_which_nothing_is_dated_yet_says_what_is_awaited() -> None:
    """« Under way » alone says nothing to who must vote."""
    case = case_in(READING.parent / "evolution" / "cures" / "committee-votes.yaml")
    note = report_of(case).note
    assert note is not None
    assert any("Attendu" in said and "comité syndical" in said for said in note.underway)


LEAVING = "transformation-bloquee-retrait-2026"


def test_a_blocked_attempt_whose_opponent_leaves_first_is_begun_again_without_it() -> None:
    report = reading(LEAVING)
    decision = _decision(report, "evolution")
    assert "périmètre sans CC de la Dranse" in decision
    assert "CC du Haut Chablais vert, CC du Bas Pays et CC des Glières hautes" in decision
    assert "si le refus tient" not in decision
    assert report.note is not None
    assert not any("Refus qui peut encore" in vote.when for vote in report.note.votes)
    assert report.roadmap is not None
    assert not any("reste à voter" in task.who for task in report.roadmap.tasks)
    assert not [
        day for task in report.roadmap.tasks for day in task.legal if day.state in {"out_of_reach", "impossible"}
    ]


def test_seats_are_shared_anew_among_those_whom_a_cure_leaves() -> None:
    """The text put to the vote counted one that a cure of the course takes out: it settles nothing any more."""
    report = reading(LEAVING)
    told = [line.decision for question in report.questions for line in question.lines]
    assert not any("déjà soumis au vote" in each for each in told)
    assert report.roadmap is not None
    assert not any("sièges du PETR" in each for each in report.roadmap.done)
    assert report.governance is not None
    assert report.governance.total
    assert {seat.member for seat in report.governance.seats} == {
        "CC du Haut Chablais vert", "CC du Bas Pays", "CC des Glières hautes"
    }  # fmt: skip
    assert any("CC de la Dranse" in each and "départ" in each for each in report.governance.remarks)


def test_an_attempt_that_may_still_succeed_goes_on() -> None:
    report = report_of(_variant("may-change"))
    assert "mener à son terme" in _decision(report, "evolution")
    told = [line.decision for question in report.questions for line in question.lines]
    assert any("Si le refus de CC de la Dranse, qui bloque le vote, est retiré" in each for each in told)


@pytest.mark.parametrize("path", sorted(READING.glob("*bloque*.yaml")), ids=lambda path: path.stem)
def test_no_reading_puts_into_effect_what_a_refusal_bars(path: Path) -> None:
    """Where nothing orders what the votes made, the votes that block it are still votes."""
    for told in case_in(path).progress.values():
        for found in (told.progress, *(other.progress for other in told.otherwise)):
            votes = [found.marks[act].tally for act in found.on_the_way]
            barred = any(tally is not None and tally.state in {"blocked", "refused"} for tally in votes)
            assert not (barred and found.state in {"in_effect", "votes_acquired"})


def _variant(name: str) -> Consultation:
    found = load_scenarios(READING / f"{LEAVING}.yaml", real_base())
    return next(each for each in found if each.name.endswith(name)).consultation(engine("native"))
