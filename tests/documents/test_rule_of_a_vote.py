"""The rule of a vote that is not in force on the day of law, or that only caution asks for, is said to be so."""

from datetime import date
from functools import cache

from petr_advisor.documents.model import Report
from petr_advisor.documents.model_note import NoteVote

from .test_what_may_stop import report

SCOT = "transfert du SCoT"


@cache
def told() -> Report:
    """Give the report of an association whose PETR, once created, would be entrusted with the SCoT."""
    return report(
        as_of=date(2014, 10, 6),
        key_questions=["evolution", "scot"],
        members=[
            {"name": "Bocage", "kind": "cc", "population": 17600},
            {"name": "Orne", "kind": "cc", "population": 21300},
            {"name": "Plateau", "kind": "cc", "population": 8900},
        ],
        answers={
            "structure.legal_form": "association",
            "structure.petr_planned": True,
            "territory.scot_cover": "same",
            "scot.bearer": "syndicate",
            "scot.syndicate_only_epcis": True,
            "members.any_in_other_petr": False,
            "members.any_partly_in": False,
            "perimeter.one_piece": True,
            "perimeter.no_enclave": True,
            "procedure.under_way": "none",
            "project.scope": "project",
            "project.voters": "epcis_only",
        },
    )


def _vote() -> NoteVote:
    note = told().note
    assert note is not None
    return next(vote for vote in note.votes if SCOT in vote.does and vote.who.startswith("Le conseil de chaque"))


def _plain(words: tuple[str, ...]) -> str:
    return " ; ".join(words).replace("\u00a0", " ").replace("’", "'")


def test_a_vote_under_a_law_to_come_says_since_when_it_holds_and_what_is_so_until_then() -> None:
    said = _plain(_vote().how)
    assert "Règle en vigueur le 9 août 2015" in said
    assert "comme au 6 octobre 2014 : délibérations concordantes de tous, le silence vaut accord" in said


def test_it_names_the_text_that_holds_then_and_cites_that_of_the_day() -> None:
    assert "(CGCT, art. L. 5711-1, dernier al." in _plain(_vote().how)
    assert not any("L. 5711-1" in cited.place.replace("\u00a0", " ") for cited in _vote().citations)


def test_everybody_s_agreement_asked_for_by_caution_is_told_as_disputed() -> None:
    assert "Majorité discutée, dite par prudence" in _plain(_vote().how)
    note = told().note
    assert note is not None
    stops = [stop.text.replace("\u00a0", " ") for stop in note.stops if SCOT in stop.text and "de chacun" in stop.text]
    assert stops
    assert all("la majorité étant discutée" in text for text in stops)
