"""What an answer will leave without subject still has its legal days until that answer takes effect."""

from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.done_away import fallen, owed, still_owed
from petr_advisor.documents.writing import render
from petr_advisor.procedures.record import Done
from petr_advisor.words.languages import LANGUAGES, Language
from petr_advisor.words.speech import told

from .conftest import READING, case_in, note_of, report_of

LAND = date(2027, 2, 22)
REVISION = date(2027, 3, 15)
ACCOUNTS = date(2027, 6, 30)


def _merging_syndicates() -> Consultation:
    """Give a PETR that merges with the SCoT's syndicate, the land-saving target not being in the scheme."""
    return case_in(READING / "petr-fusion-syndicat-scot-2026.yaml").answer("scot.land_target_in", "no")


def _merging_members() -> Consultation:
    """Give a PETR all of whose members merge, asked about its project, which is due to be revised."""
    found = case_in(READING / "petr-fusion-de-tous-2026.yaml")
    return found.about(("life", "project"))


def _decision(case: Consultation, question: str, language: Language) -> str:
    report = report_of(case, language)
    part = next(found for found in report.questions if found.id == question)
    return part.lines[0].decision


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_legal_day_before_the_effect_is_told_where_nothing_is_to_answer(language: Language) -> None:
    for case, question, day in ((_merging_syndicates(), "scot", LAND), (_merging_members(), "project", REVISION)):
        assert case.course.of(question)[0].state == "moot"
        said = told("decision-until-then", day=day, act="").in_(language).partition(":")[0].strip()
        assert said in _decision(case, question, language)


def test_a_legal_day_after_the_known_day_of_effect_is_not_told() -> None:
    for day, runs in ((date(2027, 7, 1), True), (date(2027, 2, 1), False)):
        case = _merging_syndicates().record(Done("syndicates-merger", "order", day))
        assert (LAND in {duty.deadline for duty in still_owed(case, "scot")}) is runs
        land = next(duty for duty in case.duties if duty.deadline == LAND)
        assert (owed(land) in fallen(case)) is not runs


def test_nothing_is_owed_until_then_of_what_has_no_subject_today() -> None:
    case = _merging_syndicates().answer("structure.legal_form", "none")
    assert not any(still_owed(case, question) for question in case.key_questions)


def _merging_in_two_years(variant: str | None = None) -> Consultation:
    return case_in(READING / "petr-fusion-de-tous-echeances-avant-2026.yaml", variant)


def _heads(case: Consultation, question: str) -> tuple[str, ...]:
    report = report_of(case)
    part = next(found for found in report.questions if found.id == question)
    return tuple(step.does for step in part.next_steps)


def test_what_is_owed_until_then_comes_first_and_has_its_first_act() -> None:
    case = _merging_in_two_years()
    said = _decision(case, "project", "fr")
    assert said.index("15 mars 2027") < said.index("sans objet")
    assert "lance la révision du projet de territoire" in _heads(case, "project")


def test_nobody_revises_a_project_due_after_the_order_has_ended_the_body() -> None:
    case = _merging_in_two_years("order-made")
    assert _decision(case, "project", "fr").startswith("Sans objet")
    assert not _heads(case, "project")


def test_what_comes_after_the_end_of_what_it_uses_is_asked_about_first() -> None:
    report = report_of(case_in(READING / "petr-de-deux-depart-pacte-qui-finit-2026.yaml"))
    part = next(found for found in report.questions if found.id == "contracts")
    first = part.next_steps[0]
    assert "quand le pacte finit" in first.does
    assert first.deadline == date(2026, 12, 30)
    assert not any("signe son contrat" in step.does for step in part.next_steps)
    assert "Fin attendue du CRTE" not in part.sureness
    assert report.roadmap is not None
    asked = next(found for found in report.roadmap.milestones if "quand le pacte finit" in found.title)
    assert "hors des tâches" in (asked.unmet_said or "")


def test_asking_what_follows_an_end_is_no_task_that_is_missing() -> None:
    case = case_in(READING.parent / "contracts" / "region-that-did-not-confirm-2015.yaml", "too-late-to-sign")
    plan = report_of(case).roadmap
    assert plan is not None
    asked = next(found for found in plan.milestones if "demander à la région si elle signe encore" in found.title)
    assert "hors des tâches" in (asked.unmet_said or "")


def test_what_is_due_beside_an_answer_with_no_act_of_its_own_is_its_first_act() -> None:
    case = case_in(READING / "transformation-bloquee-scot-garde-2026.yaml").answer("scot.land_target_in", "no")
    assert case.course.of("scot")[0].state == "stay"
    assert _heads(case, "scot")[0].startswith("demande à la DDT quelle procédure intègre l’objectif")
    report = report_of(case)
    assert report.roadmap is not None
    assert not report.roadmap.critical_path
    assert "est un jour perdu" not in render(report, ".md").decode()


def test_what_the_statutes_of_a_body_to_be_created_hold_is_no_first_act() -> None:
    heads = _heads(case_in(READING / "association-agglomeration-2015.yaml"), "governance")
    assert "fait modifier les sièges du PETR" not in heads
    assert heads


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "EPCI issu de la fusion : voter les comptes de l’exercice 2026 de l’organisme qu’il remplace"),
     ("en", "EPCI resulting from the merger: adopt the accounts for 2026 of the body that it replaces")],
)  # fmt: skip
def test_the_last_accounts_of_a_body_that_has_ended_are_voted_by_who_takes_its_place(
    language: Language, said: str
) -> None:
    case = case_in(READING / "petr-fusion-scot-gal-2026.yaml")
    note, report = note_of(case, language), report_of(case, language)
    dated = next(each.text for each in note.dates if each.day == ACCOUNTS)
    against = "".join(each for way in note.ways if way.kind == "staying" for each in way.against)
    assert said in dated.replace("\xa0", " ")
    assert said in against.replace("\xa0", " ")
    (owed,) = (duty for duty in report.duties if duty.rule == "finance.single-account")
    assert owed.who in {"L’EPCI issu de la fusion", "The EPCI resulting from the merger"}


def test_a_body_that_ends_after_that_day_votes_its_own_accounts() -> None:
    report = report_of(case_in(READING / "petr-fusion-syndicat-scot-2026.yaml"))
    (owed,) = (duty for duty in report.duties if duty.rule == "finance.single-account")
    assert owed.who == "Le PETR"
