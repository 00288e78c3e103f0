"""Whoever reads « se prononce » in a note asks on what: the words of a vote say it by themselves."""

import re

from tests.documents.conftest import real_base

VERB = r"(se prononce|décide|vote|approuve|délibère|consent|accepte|s'oppose|signe|refuse)(nt)?"
ALONE = re.compile(rf"{VERB}((,| et| ou)? {VERB})*( tous| toutes| aussi| expressément)?(,.*)?")
"""Verbs of decision and nothing that they bear on; what stands after a comma only says how."""


def test_every_vote_says_what_it_bears_on() -> None:
    votes = {
        f"{name}/{key}": re.split(r" ?[;:]", act.does.fr)[0]
        for name, procedure in real_base().procedures.items()
        for key, act in procedure.acts.items()
        if act.vote is not None or act.majority
    }
    assert len(votes) > 50
    assert [key for key, does in votes.items() if ALONE.fullmatch(does)] == []
    assert ALONE.fullmatch("approuvent et signent")
    assert ALONE.fullmatch("se prononce, de préférence par un vote exprès")


def test_no_vote_says_that_nothing_is_voted() -> None:
    """The line of a vote names its majority: beside « aucun vote du comité » it would be that of no vote."""
    none = re.compile(r"\b(aucun|pas de) (vote|délib)|\bno (vote|resolution)\b")
    said = [
        f"{name}/{key}"
        for name, procedure in real_base().procedures.items()
        for key, act in procedure.acts.items()
        if (act.vote is not None or act.majority) and none.search(f"{act.does.fr} {act.does.en}")
    ]
    assert said == []
