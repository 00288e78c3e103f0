"""Where a refusal is to be taken back and a silence only to be let last, the two are told apart."""

from datetime import date

from petr_advisor.documents.model import Report

from .test_formats import squeezed
from .test_what_may_stop import report

MEMBERS = [
    {"name": f"CC {name}", "kind": "cc", "population": population}
    for name, population in (("A", 30000), ("B", 25000), ("C", 15000), ("D", 10000))
]


PLANNED = {
    "structure.pays_recognised": "yes", "structure.pays_recognised_on": date(2004, 6, 15),
    "structure.other_syndicate": "no", "structure.petr_planned": "yes", "structure.inactive_years": 0,
    "structure.pays_contract_running": "no", "structure.services_to_communes": "no", "structure.real_estate": "no",
    "territory.location": "mainland", "members.any_in_other_petr": "no", "members.any_partly_in": "no",
    "perimeter.one_piece": "yes", "perimeter.no_enclave": "yes", "sdci.contrary": "no",
    "territory.scot_cover": "none",
}  # fmt: skip


def blocked(**more: object) -> Report:
    """Give the report of a transformation to which two of four members, most of the people, have objected."""
    act = {"procedure": "petr-automatic-2014", "act": "epci-votes", "received": "2014-02-24"}
    refused = [{**act, "member": f"CC {name}", "on": date(2014, 3, 10), "result": "refused"} for name in "AB"]
    silent = [{**act, "member": f"CC {name}", "result": None} for name in "CD"]
    running = {"procedure.under_way": "maptam_79_ii", "auto.notified_on": date(2014, 2, 24)}
    return report(
        as_of=date(2014, 4, 14),
        key_questions=["evolution"],
        members=MEMBERS,
        answers={"structure.legal_form": "closed_syndicate", **running, **more},
        acts=[*refused, *silent],
    )


def test_an_answer_that_needs_who_has_just_refused_says_so_itself() -> None:
    """A PETR proposed to members of which two voted against one and may go back on it: told here, not further down."""
    note = blocked(**PLANNED, **{"refusal.outlook": "may_change"}).note
    assert note is not None
    (answer,) = note.answers
    assert squeezed("transformer le syndicat mixte en PETR") in squeezed(answer.decision)
    assert squeezed("CC A et CC B ont déjà voté contre") in squeezed(answer.refused or "")
    assert answer.refused in answer.warnings


def test_whose_silence_is_enough_is_told_where_a_refusal_is_to_be_taken_back() -> None:
    found = blocked()
    said = squeezed(" ".join(each for part in found.running for tally in part.tallies for each in tally.said))
    assert "lesilencesuffit" in said
    assert squeezed("il suffit de retirer 1 refus : CC A ou CC B") in said
