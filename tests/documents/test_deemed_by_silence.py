"""Votes of which none is recorded are acquired by silence alone: only if nobody refused, which is to be checked."""

from datetime import date

from tests.documents.test_what_may_stop import report

MERGER = "epci-merger"
WORDS = "votes réputés acquis par silence, si personne n'a refusé : à vérifier"


def _headline(acts: list[dict[str, object]]) -> str:
    sizes = {"Haute": 19000, "Basse": 14500, "Ville": 26000}
    found = report(
        as_of=date(2026, 9, 21),
        key_questions=["life"],
        members=[{"name": n, "kind": "cc", "population": p, "merges": n != "Ville"} for n, p in sizes.items()],
        acts=acts,
        answers={
            "structure.legal_form": "petr",
            "petr.change_planned": "members_merger",
            "merger.initiative": "member_or_committee",
            "merger.with_outsiders": False,
            "perimeter.one_piece": True,
            "perimeter.no_enclave": True,
        },
    )
    (told,) = (part for part in found.running if "usion" in part.title)
    return told.model_dump_json().replace("\xa0", " ").replace("’", "'")


def test_votes_of_which_none_is_recorded_are_only_deemed() -> None:
    acts = [
        {"procedure": MERGER, "act": "perimeter", "on": date(2026, 6, 8)},
        {"procedure": MERGER, "act": "notify", "on": date(2026, 6, 12)},
    ]
    assert WORDS in _headline(acts).replace("Votes", "votes")


def test_votes_recorded_are_acquired() -> None:
    acts = [
        {"procedure": MERGER, "act": "perimeter", "on": date(2026, 6, 8)},
        {"procedure": MERGER, "act": "notify", "on": date(2026, 6, 12)},
        {"procedure": MERGER, "act": "communes", "on": date(2026, 8, 3), "result": "carried"},
    ]
    assert WORDS not in _headline(acts).replace("Votes", "votes")
