"""Votes for which caution asks for more than the usual reading of the law."""

from petr_advisor.consulting.disputing import by_caution
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.votings import fresh, voting_in
from petr_advisor.procedures.missing import blocking_alone
from petr_advisor.words.typography import no_capital


def disputed_majority(desk: Desk, key: str) -> str | None:
    """Say that the majority of an act (`procedure/act`) is one of caution, and what other readings ask for."""
    others = dict.fromkeys(
        no_capital(desk.say(desk.base.majorities[each].label)) for each in usual_majorities(desk, key)
    )
    if not others:
        return None
    found = "note.disputed-majority-alike" if is_moot(desk, key) else "note.disputed-majority"
    return desk.phrase(found, others=desk.listed(others, "or"))


def is_moot(desk: Desk, key: str) -> bool:
    """Tell whether the usual readings need each of the members of today too: the dispute is of no effect then."""
    voting = voting_in(desk.consultation, key)
    counts = [desk.base.majorities[each].count for each in usual_majorities(desk, key)]
    if voting is None or not counts:
        return False
    ballots, day = fresh(desk.consultation, voting), desk.consultation.as_of
    return all(count is not None and len(blocking_alone(ballots, count, day)) == len(ballots) for count in counts)


def usual_majorities(desk: Desk, key: str) -> list[str]:
    """Give the majorities that usual readings ask for of an act (`procedure/act`), where caution asks for more."""
    procedure, _, name = key.partition("/")
    base, case = desk.base, desk.consultation
    known = base.procedures.get(procedure)
    if known is None or name not in known.acts:
        return []
    act, followed = known.acts[name], base.act_under(key, case.followed).majority
    read = ({**case.followed, point: base.disputed[point].usual or ""} for point in by_caution(case, act))
    usual = (base.act_under(key, each).majority for each in read)
    return list(dict.fromkeys(each for each in usual if each is not None and each != followed))
