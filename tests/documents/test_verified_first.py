"""What is said not to be known and would turn an answer over is named beside it, with what would be proposed then."""

from datetime import date

from petr_advisor.documents.blocks import Paragraph, words
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.documents.layout.summary import page_of
from petr_advisor.documents.model import Report
from tests.documents.conftest import READING, case_in, reading, report_of
from tests.documents.test_what_may_stop import report


def _leaving(*questions: str, sound: object) -> Report:
    sizes = {"Haute": 19000, "Moyenne": 14500, "Basse": 11000, "Petite": 8200}
    members = [{"name": n, "kind": "cc", "population": p, "leaves": n == "Basse"} for n, p in sizes.items()]
    return report(
        as_of=date(2015, 11, 20),
        key_questions=list(questions),
        members=members,
        answers={
            "structure.legal_form": "petr",
            "petr.started_on": date(2014, 12, 1),
            "petr.change_planned": "withdrawal",
            "exit.route": "ordinary",
            "perimeter.one_piece": True,
            "perimeter.no_enclave": True,
            "perimeter.remainder_sound": sound,
            "petr.project_approved": False,
            "project.in_hand": True,
        },
    )


def _decided(found: Report) -> str:
    assert found.note is not None
    return next(answer.decision for answer in found.note.answers if answer.question == "life")


def test_an_unknown_that_turns_an_answer_over_is_to_be_verified_first() -> None:
    said = _decided(_leaving("life", sound="unknown")).replace("\xa0", " ").replace("’", "'")
    assert "À vérifier d'abord : « territoire restant d'un seul tenant et sans enclave »" in said
    assert "ne pas consentir au retrait" in said


def test_nothing_is_to_be_verified_first_where_it_is_known() -> None:
    assert "À vérifier d" not in _decided(_leaving("life", sound=True))


def test_an_answer_is_no_less_sure_for_the_disputed_point_of_another() -> None:
    """The departure and the project both call the agreement; the twelve months of the one are none of the other's."""
    found = _leaving("life", "project", sound="unknown")
    assert found.note is not None
    sure = {answer.question: answer.sure for answer in found.note.answers}
    assert "douze mois" in sure["project"]
    assert "douze mois" not in sure["life"]
    assert "même point" not in sure["life"]


def test_another_answer_that_leads_to_another_body_is_to_be_verified_first() -> None:
    found = report(
        as_of=date(2026, 11, 16),
        key_questions=["evolution"],
        members=[{"name": n, "kind": "cc", "population": p} for n, p in (("Haute", 24300), ("Basse", 16900))],
        answers={
            "structure.legal_form": "gip",
            "structure.non_epci_members": True,
            "structure.petr_planned": True,
            "project.scope": "project",
            "project.voters": "unknown",
            "perimeter.one_piece": True,
            "perimeter.no_enclave": True,
            "members.any_in_other_petr": False,
            "structure.other_syndicate": False,
            "procedure.under_way": "none",
            "sdci.contrary": False,
        },
    )
    assert found.note is not None
    (answer,) = found.note.answers
    said = answer.decision.replace("\xa0", " ").replace("’", "'")
    assert "À vérifier d'abord : « qui doit voter dans la structure »" in said
    assert "« Passer à un syndicat mixte ouvert »" in said


def test_an_answer_by_yes_or_no_that_turns_another_over_is_to_be_verified_first() -> None:
    found = report_of(case_in(READING / "association-scot-six-ans-inconnu-2026.yaml"))
    assert found.note is not None
    (said,) = [answer.decision for answer in found.note.answers if answer.question == "scot"]
    assert "À vérifier d’abord : « vote de maintien ou de révision" in said.replace("\xa0", " ")
    assert "prescrire un nouveau" in said


def _gip(term_first: object) -> Report:
    sizes = {"Haute": 24300, "Basse": 16900}
    return report(
        as_of=date(2014, 10, 13),
        key_questions=["evolution", "europe"],
        members=[{"name": n, "kind": "cc", "population": p} for n, p in sizes.items()],
        answers={
            "structure.legal_form": "gip",
            "gip.term_before_petr": term_first,
            "structure.petr_planned": True,
            "structure.leader_bearer": True,
            "leader.programme": "from_2007",
            "leader.call_open": True,
            "leader.call_population": "admits",
            "leader.private_half": True,
            "project.scope": "project",
            "project.voters": "epcis_only",
            "perimeter.one_piece": True,
            "perimeter.no_enclave": True,
            "members.any_in_other_petr": False,
            "procedure.under_way": "none",
            "sdci.contrary": False,
        },
    )


def test_who_does_it_is_to_be_verified_first_where_it_is_not_known_if_the_body_will_be_there() -> None:
    """Nobody knows whether the GIP ends before: that comes first, and who would apply otherwise is named."""
    found = _gip("unknown")
    assert found.note is not None
    decision = next(answer.decision for answer in found.note.answers if answer.question == "europe")
    said = decision.replace("\xa0", " ").replace("’", "'")
    assert "À vérifier d'abord : « terme du GIP avant le PETR ». Selon la réponse, au contraire" in said
    (term,) = found.terms
    assert "à vérifier d" in term.does


def test_nothing_is_verified_first_where_the_body_is_known_to_be_there() -> None:
    found = _gip(term_first=False)
    assert found.note is not None
    assert all("À vérifier d" not in answer.decision for answer in found.note.answers)
    assert found.terms == ()


def test_an_end_that_nobody_knows_to_come_first_is_not_said_to_come() -> None:
    sizes = {"Haute": 24300, "Basse": 16900}
    found = report(
        as_of=date(2014, 10, 13),
        key_questions=["europe"],
        members=[{"name": n, "kind": "cc", "population": p} for n, p in sizes.items()],
        answers={
            "structure.legal_form": "gip",
            "gip.term_before_petr": "unknown",
            "structure.leader_bearer": True,
            "leader.programme": "from_2007",
        },
    )
    said = found.model_dump_json().replace("\u00a0", " ").replace("’", "'")
    assert "peut prendre fin avant ce qui est prévu, à vérifier d'abord (terme du GIP)" in said
    assert "ne vaut que jusqu'à un jour" not in said


def test_an_earlier_question_that_waits_and_would_turn_an_answer_over_is_to_be_cleared_up_first() -> None:
    """Nobody knows whether the département may leave: if it may, the PETR born of the syndicate bears the SCoT."""
    found = reading("syndicat-ouvert-sorties-inconnues-2015")
    assert found.note is not None
    (said,) = [answer.decision for answer in found.note.answers if answer.question == "scot"]
    assert "À éclaircir d’abord : « Évolution juridique »" in said.replace("\xa0", " ")
    assert "au contraire : il est proposé de confier le SCoT au PETR" in said.replace("\xa0", " ")


def test_what_every_answer_leads_to_is_proposed_whatever_the_answer() -> None:
    found = report_of(case_in(READING / "syndicat-ouvert-voies-qui-s-accordent-2015.yaml"))
    said = next(answer.decision for answer in found.note.answers if answer.question == "scot") if found.note else ""
    assert "Quelle que soit la réponse à éclaircir sur « Évolution juridique »" in said.replace("\xa0", " ")
    assert "confier le SCoT au PETR" in said


def test_what_waits_for_an_answer_is_not_told_as_nothing_to_do() -> None:
    """It is to be carried out, once the question on which it depends is answered."""
    found = report_of(case_in(READING / "syndicat-ouvert-voies-qui-s-accordent-2015.yaml"))
    (scot,) = (question for question in found.questions if question.id == "scot")
    page = page_of(Pen("fr", report=found), scot)
    told = [words(block.line).replace("’", "'") for block in page if isinstance(block, Paragraph)]
    assert any(each.startswith("Rien à engager tant que la question dont elle dépend") for each in told)
    assert not any("Aucun acte n'est à prendre" in each for each in told)


def test_a_name_that_comes_before_the_one_an_answer_has_is_to_be_verified_first() -> None:
    """Three names turn on two dates and a signature: nobody knowing of it, the one that it would give is told."""
    case = case_in(READING / "petr-crte-en-place-2026.yaml").answer("contract.projects_listed", "no")
    asked = "À vérifier d'abord : « CRTE signé au périmètre du PETR ou du pays ». Selon la réponse, au contraire"
    signed = "contract.state_signed"
    answered = {"unknown": case.dont_know(signed), "no": case.answer(signed, "no"), "yes": case.answer(signed, "yes")}
    said = {}
    for answer_given, then in answered.items():
        note = report_of(then).note
        told = next(answer.decision for answer in note.answers if answer.question == "contracts") if note else ""
        said[answer_given] = told.replace("\xa0", " ").replace("’", "'")
    assert f"{asked} : il est proposé de demander à la préfecture" in said["unknown"]
    assert not any("À vérifier d" in said[each] for each in ("no", "yes"))
