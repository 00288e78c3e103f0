"""Where a refusal is to be taken back and a silence only to be let last, the two are told apart."""

from datetime import date

from .test_formats import squeezed
from .test_what_may_stop import report

MEMBERS = [
    {"name": f"CC {name}", "kind": "cc", "population": population}
    for name, population in (("A", 30000), ("B", 25000), ("C", 15000), ("D", 10000))
]


def test_whose_silence_is_enough_is_told_where_a_refusal_is_to_be_taken_back() -> None:
    act = {"procedure": "petr-automatic-2014", "act": "epci-votes", "received": "2014-02-24"}
    refused = [{**act, "member": f"CC {name}", "on": date(2014, 3, 10), "result": "refused"} for name in "AB"]
    silent = [{**act, "member": f"CC {name}", "result": None} for name in "CD"]
    found = report(
        as_of=date(2014, 4, 14),
        key_questions=["evolution"],
        members=MEMBERS,
        answers={
            "structure.legal_form": "closed_syndicate",
            "procedure.under_way": "maptam_79_ii",
            "auto.notified_on": date(2014, 2, 24),
        },
        acts=[*refused, *silent],
    )
    said = squeezed(" ".join(each for part in found.running for tally in part.tallies for each in tally.said))
    assert "lesilencesuffit" in said
