"""Votes of which an answer says that some members kept silent, and not who: all may hang on who it was."""

from collections.abc import Iterator, Sequence

from petr_advisor.consulting.requirements import truth
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.disputed_votes import usual_majorities
from petr_advisor.documents.building.votes import voter_name
from petr_advisor.documents.building.votings import fresh, voting_of
from petr_advisor.documents.model_note import NotePoint
from petr_advisor.documents.model_roadmap import Roadmap
from petr_advisor.knowledge.votes import Count
from petr_advisor.procedures.missing import blocking_alone
from petr_advisor.procedures.voting import Voting
from petr_advisor.words.typography import capital, no_capital


def silent_unnamed(desk: Desk, plan: Roadmap | None) -> Iterator[NotePoint]:
    """Ask who kept silent, of each vote of the plan that is to be held again, with what hangs on it."""
    acts = [*(task.id for task in plan.tasks), *(vote.id for vote in plan.called)] if plan else []
    told: set[str] = set()
    for key in acts:
        fact = _kept_silent(desk, key)
        voting = voting_of(desk, key) if fact is not None and fact not in told else None
        if fact is None or voting is None:
            continue
        told.add(fact)
        asked = capital(desk.phrase("silent-unnamed", vote=desk.say(desk.base.facts[fact].label)))
        enough = _enough(desk, key, voting)
        yield NotePoint(what=asked, why=None, stake=enough, ask=desk.phrase("silent-where"))


def _kept_silent(desk: Desk, key: str) -> str | None:
    """Give the answer that says that some kept silent in a vote; None where votes are noted, or silence agrees."""
    case = desk.consultation
    act = desk.base.act_under(key, case.followed)
    told = act.told_by
    if told is None or act.silence == "favourable" or (told.when is not None and truth(case, told.when) is False):
        return None
    found = case.memory.facts.get(told.fact)
    said = desk.base.facts[told.fact].choices.get(str(found.value)) if found is not None else None
    same = {key, *desk.base.same_acts.get(key, ())}
    noted = any(done.member is not None and done.key in same for done in case.recordings.acts)
    return told.fact if said is not None and said.votes == "some_silent" and not noted else None


def _enough(desk: Desk, key: str, voting: Voting) -> str:
    """Say whose silence alone leaves the majority that is followed, or the usual one where caution asks for more."""
    if names := _to_spare(desk, voting, voting.count):
        return desk.phrase("silent-enough", names=desk.listed(names, "or"))
    for majority in usual_majorities(desk, key):
        kind = desk.base.majorities[majority]
        names = _to_spare(desk, voting, kind.count) if kind.count is not None else []
        if names:
            label = no_capital(desk.say(kind.label))
            return desk.phrase("silent-enough-usual", names=desk.listed(names, "or"), majority=label)
    return desk.phrase("silent-none")


def _to_spare(desk: Desk, voting: Voting, count: Count) -> Sequence[str]:
    """Name those without whom the others are enough; nobody where they all together are not."""
    ballots = fresh(desk.consultation, voting)
    essential = blocking_alone(ballots, count, desk.consultation.as_of)
    return [voter_name(desk, each.member) for each in ballots if each.member not in essential]
