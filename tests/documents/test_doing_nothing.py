"""What a note says of doing nothing: what runs by itself, and the end by law of what stays."""

from pathlib import Path

from petr_advisor.documents.build import build
from petr_advisor.documents.model_note import NoteWay
from petr_advisor.documents.settings import Adviser
from petr_advisor.inference.engines import engine
from petr_advisor.scenarios.loading import load_scenarios

from .conftest import MADE_ON, real_base

READING = Path(__file__).parents[2] / "scenarios" / "reading"


def _staying(name: str) -> NoteWay:
    scenario = next(iter(load_scenarios(READING / f"{name}.yaml", real_base())))
    report = build(scenario.consultation(engine("native")), "fr", Adviser(), MADE_ON)
    assert report.note is not None
    return next(way for way in report.note.ways if way.kind == "staying" and way.question == "evolution")


def test_doing_nothing_beside_a_procedure_that_silence_ends_says_what_silence_does() -> None:
    assert "26 novembre 2014" in _staying("syndicat-porteur-du-scot-2014").against[0].replace("\xa0", " ")


def test_doing_nothing_beside_a_term_says_until_when_it_lasts_and_what_else_there_is() -> None:
    (said, *_) = _staying("gip-au-terme-proche-2015").against
    assert "31 décembre 2015" in said.replace("\xa0", " ")
    term = real_base().terms["gip-ends"]
    assert term.but is not None
    assert term.but.fr.split(",")[0] in said.replace("’", "'")
