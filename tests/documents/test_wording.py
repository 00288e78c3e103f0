"""What a person reads is a sentence: conditions are titles in quotation marks, and no proposal has two colons."""

import re
from datetime import date

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.finding_out import points_to_find_out
from petr_advisor.documents.texts import conclusions_text
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.words.texts import Text

TODAY = date(2026, 11, 24)
A_DENIAL = re.compile(
    r"^(?:Aucun|Pas |Nul |Ni )|n'est pas|n'a pas|n'existe|^No |^Nobody|is not|has not|There is no", re.IGNORECASE
)


def _said(found: Consultation) -> str:
    return conclusions_text(found, "fr").replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def _conditions(base: KnowledgeBase) -> dict[str, Text]:
    own = {
        f"{key}/{name}": each.title for key, option in base.options.items() for name, each in option.requires.items()
    }
    groups = base.requirement_groups.items()
    shared = {f"{key}/{name}": each.title for key, group in groups for name, each in group.requires.items()}
    regimes = base.regimes.items()
    return (
        own
        | shared
        | {f"{key}/{name}": each.title for key, found in regimes for name, each in found.conditions.items()}
    )


def test_the_title_of_a_condition_says_what_is_there_so_that_unmet_denies_it_once() -> None:
    denials = {
        key: title
        for key, title in _conditions(load()).items()
        if A_DENIAL.search(title.fr) or A_DENIAL.search(title.en)
    }
    assert denials == {}


def test_a_way_that_answers_a_question_is_named_without_a_colon() -> None:
    colons = {key for key, option in load().options.items() if " : " in option.title.fr or ": " in option.title.en}
    assert colons == set()


def test_a_syndicate_of_today_is_not_first_told_of_the_route_of_2014() -> None:
    found = Consultation.start(load(), TODAY, ["evolution"]).answer("structure.legal_form", "closed_syndicate")
    first = re.search(r"« ([^»]*) » viendrait en tête si ces conditions", conclusions_text(found, "fr"))
    assert first is not None
    assert "5741-4" in first[1]


def test_of_many_conditions_not_known_a_way_s_own_are_told_first_and_the_rest_counted() -> None:
    """Whose the SCoT is and what it covers come before what any PETR needs: enclaves are not the first aim."""
    found = Consultation.start(load(), TODAY, ["scot"]).answer("structure.legal_form", "association")
    told = re.search(r"viendrait en tête si ces conditions étaient remplies : (.*) ; et \d+ autres\.", _said(found))
    assert told is not None
    assert told[1].startswith("« Un SCoT porté par un syndicat mixte fermé »")


def test_nobody_is_sent_first_to_find_out_what_waits_for_another_answer() -> None:
    """Whether the territory is in one piece is not asked before it has several EPCIs: how many comes first."""
    found = Consultation.start(load(), date(2014, 6, 15), ["evolution"])
    found = found.answer("structure.legal_form", "closed_syndicate").answer("project.scope", "project")
    while (question := found.next_question) is not None and question.tier == 1:
        kind = question.kind.entity
        found = found.cannot_list(kind) if kind else found.dont_know(question.fact, question.of)
    said = _said(found)
    listed = [point.fact for point in points_to_find_out(found, "fr")]
    assert "perimeter.one_piece" not in listed[: listed.index("members.epci") + 1]
    assert "d’un seul tenant »" in said
    assert not re.search("à éclaircir d.abord", said)
    assert re.search(r"remplies : « [^:]* » ; et \d+ autres\.", said)
