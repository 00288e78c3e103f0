"""A vote under way that is close: its rule and its count in figures, who is essential by little, the doubt of law."""

from .conftest import READING, case_in, note_of, reading_note, reading_report

BLOCKED = "petr-retrait-bloque-et-sieges-2024"


def _set(text: str) -> str:
    return text.replace("\xa0", " ").replace("\u202f", " ")


def test_the_first_vote_of_a_majority_that_weighs_people_has_its_rule_and_its_count() -> None:
    first, *others = [vote for vote in reading_note(BLOCKED).votes if any("L. 5211-5 II" in _set(t) for t in vote.how)]
    said = _set(" · ".join(first.how))
    assert "deux tiers des membres pour plus de la moitié de la population" in said
    assert "2 membres sur 4 et 62,0 % de la population" in said
    assert "Indispensable : CC du Confluent et CC des Coteaux d’Autan" in said
    assert not any("deux tiers des membres" in _set(" ".join(vote.how)) for vote in others)


def test_who_is_essential_by_few_inhabitants_is_said_with_what_would_then_be_enough() -> None:
    (underway,) = reading_note(BLOCKED).underway
    said = _set(underway)
    assert "Indispensable à 300 habitants près : CC des Coteaux d’Autan (15 900 pour un seuil de 15 600)" in said
    assert "l’accord de CC du Causse Blanc suffirait" in said


def test_who_is_essential_by_many_is_not_said_to_be_so_by_few() -> None:
    case = case_in(READING / f"{BLOCKED}.yaml").answer("member.population", 19000, "cc-des-coteaux-d-autan")
    assert "habitants près" not in _set(" ".join(note_of(case).underway))


def test_the_doubt_on_the_majority_of_a_close_vote_is_a_danger_and_no_last_point() -> None:
    note = reading_note(BLOCKED)
    doubt = next(stop for stop in note.stops[:2] if "une autre lecture de la loi" in stop.text)
    assert "délibérations concordantes de tous" in doubt.text
    assert "préfecture du siège" in (doubt.guard or "")
    assert not any("Un doute de texte demeure" in point.what for point in note.points)


def test_a_vote_that_nobody_has_refused_is_not_said_to_be_close() -> None:
    note = reading_report("petr-retrait-contrats-2026").note
    assert note is not None
    assert not any("le vote est serré" in stop.text for stop in note.stops)
