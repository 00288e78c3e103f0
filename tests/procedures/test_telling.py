"""How far a procedure has come is told in both languages: what is awaited, until when, what comes next, the votes."""

from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import Extent, build
from petr_advisor.documents.layout.document import lay_out
from petr_advisor.documents.layout.running import running
from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.text import text
from petr_advisor.documents.settings import Adviser
from petr_advisor.procedures.record import Done
from petr_advisor.words.texts import Language
from tests.procedures.routes import vote

SENT = (Done("transformation", "proposal", date(2026, 9, 1)), Done("transformation", "notify", date(2026, 9, 10)))


def report(consultation: Consultation, language: Language, *acts: Done) -> Report:
    for act in acts:
        consultation = consultation.record(act)
    extent = Extent(annexes=False, pictures=False, beyond=False)
    return build(consultation, language, Adviser(), date(2026, 11, 26), extent=extent)


def told(consultation: Consultation, language: Language, *acts: Done) -> str:
    return text(lay_out(report(consultation, language, *acts), (running,), numbered=False).blocks)


REFUSED = (
    *SENT,
    vote("transformation", "a", date(2026, 10, 5)),
    vote("transformation", "c", date(2026, 10, 15), "refused"),
)
SAID: dict[Language, tuple[str, ...]] = {
    "fr": (
        "Bloquée ; point discuté : «",
        "les membres du syndicat x, jusqu’au 10 décembre 2026 inclus ; ensuite, le silence vaut accord.",
        "Si personne ne fait rien, le 11 décembre 2026 : refusée",
        "Selon une autre lecture (« x ») : en cours",
        "Pour que le vote soit acquis, il manque 2 accords au moins : b et c.",
        "- c – 10/09/2026 · contre, peut encore changer · 15/10/2026 · 10/12/2026",
    ),
    "en": (
        "Blocked; disputed point: “",
        "up to and including 10 December 2026; then silence counts as agreement.",
        "If nobody does anything, on 11 December 2026: refused",
        "- b – 10/09/2026 · not yet given · 10/12/2026",
    ),
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_blocked_vote_is_told(consultation: Consultation, language: Language) -> None:
    found = told(consultation, language, *REFUSED)
    assert [said for said in SAID[language] if said not in found] == []


def test_without_a_limit_it_is_said_that_none_is_written(consultation: Consultation) -> None:
    found = told(consultation, "fr", vote("birth", "a", date(2026, 10, 5)))
    assert "les membres du syndicat x, sans délai écrit." in found
    assert "Rien ne changera de soi-même." in found
    assert "Pour bloquer le vote, il suffit de 1 refus : b ou c." in found


def test_a_moved_day_says_why(consultation: Consultation) -> None:
    """Published on 10 November 2025: two clear months end on Sunday 11 January, hence on Monday 12."""
    done = (Done("transformation", "order", date(2025, 11, 3)), Done("transformation", "publish", date(2025, 11, 10)))
    found = told(consultation.on(date(2026, 1, 5)), "fr", *done)
    assert "En vigueur depuis le 3 novembre 2025" in found
    assert "jusqu’au 12 janvier 2026 inclus (reporté du 11 janvier 2026 : dimanche)." in found


def test_what_is_not_recorded_is_told_where_the_law_asks_for_it(consultation: Consultation) -> None:
    found = told(consultation, "fr", vote("transformation", "a", date(2026, 10, 5), received=date(2026, 9, 10)))
    assert "que la suite suppose fait : le comité syndical x. À vérifier" in found


def test_what_cannot_be_is_told_first(consultation: Consultation) -> None:
    found = told(consultation, "fr", *SENT, vote("transformation", "z", date(2026, 10, 15), "refused"))
    assert found.index("sans effet sur la suite") < found.index("Transformation")
    assert "Z vote sans être parmi ceux qui votent" in found


def test_nothing_started_is_not_told(consultation: Consultation) -> None:
    assert told(consultation, "fr") == ""


def test_a_second_attempt_tells_what_came_of_the_first(consultation: Consultation) -> None:
    again = Done("transformation", "proposal", date(2027, 2, 1), attempt=2)
    found = told(consultation.on(date(2027, 2, 2)), "fr", *REFUSED, again)
    assert "En cours (tentative n° 2)" in found
    assert "Tentative n° 1 : refusée depuis le 11 décembre 2026." in found


def test_who_has_not_voted_is_not_asked_once_a_majority_is_reached(consultation: Consultation) -> None:
    """Only those who gave it could undo it: the vote that is left changes nothing."""
    day = date(2026, 9, 2)
    acts = (
        Done("withdrawal", "committee", date(2026, 8, 25)),
        *(vote("withdrawal", key, date(2026, 10, 1), received=day) for key in "ab"),
        Done("withdrawal", "votes", member="c", received=day, only_received=True),
    )
    found = told(consultation, "fr", *acts)
    assert "majorité atteinte" in found.lower()
    assert "sans que cela change le résultat : c." in found
    assert "Vote attendu" not in found
