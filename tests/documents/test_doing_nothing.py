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
