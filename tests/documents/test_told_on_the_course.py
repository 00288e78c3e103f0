"""What a note tells of an answer that rests on earlier ones: what they leave is never told as an answer given."""

from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.model_options import ProofPart, QuestionPart
from petr_advisor.documents.writing import render
from petr_advisor.inference.engines import engine

from .conftest import READING, case_in, reading, real_base, report_of

AFTERWARDS = "une fois menées les réponses qui précèdent"


def _leaving() -> Consultation:
    """Give a PETR of four EPCIs, one of which leaves."""
    case = Consultation.start(real_base(), date(2026, 11, 26), ("life", "governance"), engine("native"))
    members = {
        "levant": {"member.kind": "cc", "member.population": 16000, "member.leaves": True},
        "ponant": {"member.kind": "cc", "member.population": 24000, "member.leaves": False},
        "combe": {"member.kind": "cc", "member.population": 9000, "member.leaves": False},
        "ponts": {"member.kind": "ca", "member.population": 61000, "member.leaves": False},
    }
    case = case.list_entities("member", members)
    for fact, value in {
        "structure.legal_form": "petr",
        "petr.change_planned": "withdrawal",
        "exit.route": "ordinary",
        "governance.seats_in_bounds": "yes",
        "perimeter.remainder_sound": "yes",
        "perimeter.one_piece": "yes",
        "perimeter.no_enclave": "yes",
    }.items():
        case = case.answer(fact, value)
    return case


def _governance() -> QuestionPart:
    report = report_of(_leaving())
    return next(question for question in report.questions if question.id == "governance")


def test_what_an_earlier_answer_leaves_is_not_told_as_the_answer_given() -> None:
    behind = {said for option in _governance().options for part in option.requirements for said in part.behind}
    share = "Part du membre le plus peuplé dans la population\u00a0: 61/94 (64,9\u202f%)"  # of 110 000 people today
    assert share not in behind
    assert f"{share} ({AFTERWARDS})" in behind
    assert f"Nombre d’EPCI à fiscalité propre\u00a0: 3 ({AFTERWARDS})" in behind  # four today


def test_a_proof_says_which_facts_an_earlier_answer_leaves() -> None:
    def leaves(part: ProofPart) -> list[ProofPart]:
        return [found for child in part.children for found in leaves(child)] if part.children else [part]

    found = [leaf for proof in _governance().proofs for leaf in leaves(proof)]
    shared = "Opération envisagée par le PETR\u00a0: Répartir autrement les sièges"
    assert {leaf.origin for leaf in found if leaf.text.startswith(shared)} == {AFTERWARDS}


def test_what_the_open_question_waits_for_is_told_first() -> None:
    report = reading("fusion-membres-2016")
    life = report.questions[0]
    assert life.verdict == "to_settle"
    assert "« Des membres fusionnent" not in life.explanation  # that they do was answered; which ones was not
    first = report.settle[0]
    assert (first.fact, first.decisive) == ("member.merges", True)
    assert real_base().facts[first.fact].label.fr.replace("'", "’") in life.explanation


def _spaced(text: str) -> str:
    """Give a text with plain spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_that_what_is_wanted_is_closed_is_told_first_with_the_norm() -> None:
    evolution = reading("scot-syndicat-ile-2026").questions[0]
    said = _spaced(evolution.explanation)
    assert said.startswith("Ce qui est voulu est fermé : « Créer un PETR")
    assert "L. 5741-1, I, al. 1" in said
    assert all("PETR" in reason.text for reason in evolution.reasons[:2])  # not ways that nobody asked for


def test_what_is_wanted_and_yields_says_why() -> None:
    """The association is to end, and its LEADER programme with it."""
    case = case_in(READING / "association-leader-2015.yaml").answer("association.kept", value=False)
    evolution = report_of(case).questions[0]
    assert "Ce qui est voulu, « Créer un PETR" in _spaced(evolution.decision)
    assert not [reason for reason in evolution.reasons if "à côté du PETR" in reason.text]  # which the answer renounces


def test_a_plan_of_2014_speaks_of_no_elections_dated_later() -> None:
    plan = reading("syndicat-2014").roadmap
    assert plan is not None
    assert not [each.title for each in plan.milestones if each.day == date(2020, 3, 15)]


def _first_acts(name: str, question: str) -> list[tuple[str, date | None]]:
    found = next(part for part in reading(name).questions if part.id == question)
    return [(step.does, step.deadline) for step in found.next_steps]


@pytest.mark.parametrize(
    ("name", "does", "day"),
    [
        ("petr-retrait-2026", "intégrer au SCoT l’objectif de sobriété foncière", date(2027, 2, 22)),
        ("petr-entree-2015", "analyser le SCoT dans les six ans", date(2016, 2, 8)),
    ],
)
def test_where_a_part_is_done_the_duties_that_fall_due_are_the_first_acts(name: str, does: str, day: date) -> None:
    first, deadline = _first_acts(name, "scot")[0]
    assert first.startswith(does)
    assert deadline == day


def test_what_a_departure_changes_is_not_said_to_be_done() -> None:
    """The seats are shared again for the day on which a member leaves: proposed, and voted once, with its exit."""
    seats = _answer("petr-retrait-2026", "governance").lines[0]
    assert seats.state == "proposed"
    plan = reading("petr-retrait-2026").roadmap
    assert plan is not None
    calling = {vote.task for vote in plan.called if "nouveau partage des sièges" in vote.does}
    assert len(calling) == 1
    assert [task.group for task in plan.tasks if task.number in calling] == [1]
    assert not any("nouveau partage des sièges" in task.title for task in plan.tasks)
    assert "vice-présidents" in _first_acts("petr-retrait-2026", "governance")[0][0]


def _answer(name: str, question: str) -> QuestionPart:
    return next(part for part in reading(name).questions if part.id == question)


def test_a_way_that_mends_a_breach_is_said_to_mend_it_and_not_merely_proposed() -> None:
    seats = _answer("petr-deux-2015", "governance").lines[0]
    assert seats.options == ("seats-equal",)
    assert seats.decision.startswith("Pour réparer ce qui doit l’être")


def test_the_law_imposes_a_result_and_not_the_way_to_it() -> None:
    plan = _answer("petr-transfert-scot-2026", "project").lines[0]
    assert plan.decision.startswith("Pour satisfaire à une obligation légale")


def test_staying_does_not_say_that_what_is_broken_may_stay() -> None:
    life = _answer("petr-deux-2015", "life")
    assert "des sièges dans les bornes de la loi" in life.explanation
    assert not any("ses statuts" in reason.text for reason in life.reasons)


def test_what_comes_with_an_answer_still_to_be_carried_out_is_not_said_to_be_there() -> None:
    (agreement,) = [line for line in _answer("petr-deux-2015", "contracts").lines if line.state == "done"]
    assert agreement.decision.startswith("À venir, au cours de la démarche ci-dessus")


def test_usage_is_not_called_a_text() -> None:
    by_usage, by_law = _answer("petr-instruction-2026", "cper"), _answer("petr-retrait-2026", "life")
    assert not any("les textes" in reason.text.lower() for reason in by_usage.reasons)
    assert any("les textes" in reason.text.lower() for reason in by_law.reasons)


def test_a_duty_that_another_reading_only_dates_otherwise_is_listed_once() -> None:
    report = reading("petr-sortie-2026")
    listed = [part.does for part in (*report.duties, *report.duties_otherwise)]
    assert [does.startswith("réviser le projet de territoire après les élections") for does in listed].count(True) == 1
    assert report.duties_otherwise  # what would only follow under another reading is still told


@pytest.mark.parametrize("name", ["association-leader-2015", "gip-2026"])
def test_no_way_leads_while_nothing_is_known_of_the_service(name: str) -> None:
    part = _answer(name, "services")
    assert part.verdict == "to_settle"
    assert "permis" not in part.explanation


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("course/new-commune-in-the-place-of-its-epci", "9 restent à préciser"),
        ("contracts/ceiling-of-80-percent", "1 reste à préciser"),
    ],
)
def test_nothing_is_said_to_remain_only_where_nothing_does(file: str, said: str) -> None:
    """A note that counts answers not given and lists points to settle does not say that nothing is left."""
    report = report_of(case_in(READING.parent / f"{file}.yaml"))
    assert report.settle
    told = render(report, ".md").decode()
    assert said in told
    assert "Rien ne reste à éclaircir" not in told


def test_what_a_transformation_hands_on_by_law_is_no_act_still_to_be_done() -> None:
    (scot,) = _answer("syndicat-porteur-du-scot-2014", "scot").lines
    assert "de plein droit" in scot.decision
    assert "encore à faire" not in scot.decision


def test_an_answer_on_a_condition_names_what_comes_first() -> None:
    (life,) = _answer("petr-eau-des-communes-2026", "life").lines
    assert "transfert préalable de la compétence par les communes" in life.decision
    (funded,) = _answer("aide-part-trop-faible-2026", "cofunding").lines
    assert "30 %" in funded.decision.replace("\u202f", " ").replace("\xa0", " ")
    assert "20 %" not in funded.decision.replace("\u202f", " ").replace("\xa0", " ")


def test_a_way_that_would_come_first_is_what_is_proposed_with_the_answers_it_waits_for() -> None:
    said = (_answer("association-et-syndicat-de-scot-2026", "scot").explanation or "").replace("’", "'")
    assert "« Confier le SCoT au PETR » viendrait en tête".replace(" ", "") in said.replace("\u202f", "").replace(
        "\xa0", ""
    ).replace(" ", "")
    assert "Transformer le syndicat de SCoT" not in said


def test_what_an_entry_calls_is_owed_and_the_entry_is_not() -> None:
    """The elections command to revise the project; to let an EPCI in is the council's own choice."""
    life = next(found for found in reading("petr-entree-sieges-projet-2026").questions if found.id == "life")
    assert "obligation légale" not in life.decision
