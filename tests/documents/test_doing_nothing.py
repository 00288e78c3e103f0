"""What a note says of doing nothing: what runs by itself, and the end by law of what stays."""

from petr_advisor.documents.model_note import NoteWay

from .conftest import reading, real_base


def _staying(name: str) -> NoteWay:
    note = reading(name).note
    assert note is not None
    return next(way for way in note.ways if way.kind == "staying" and way.question == "evolution")


def test_doing_nothing_beside_a_procedure_that_silence_ends_says_what_silence_does() -> None:
    assert "26 novembre 2014" in _staying("syndicat-porteur-du-scot-2014").against[0].replace("\xa0", " ")


def test_doing_nothing_beside_a_term_says_until_when_it_lasts_and_what_else_there_is() -> None:
    (said, *_) = _staying("gip-au-terme-proche-2015").against
    assert "31 décembre 2015" in said.replace("\xa0", " ")
    term = real_base().terms["gip-ends"]
    assert term.but is not None
    assert term.but.fr.split(",")[0] in said.replace("’", "'")


def test_doing_nothing_leaves_owed_what_is_overdue_and_what_other_questions_are_about() -> None:
    """Told once, on the first such way, even where that one is a closed option."""
    note = reading("petr-projet-en-retard-2026").note
    assert note is not None
    said = [each.replace("\xa0", " ") for way in note.ways if way.kind == "staying" for each in way.against]
    assert [each for each in said if "en retard, le dernier jour ayant été le 1er mars 2026" in each]
    owed = [each for each in said if each.startswith("Reste dû")]
    assert len(owed) == len({*owed})
    assert any("au plus tard le 15 mars 2027" in each for each in said)
