"""The members without whose agreement a vote to come is lost, as a note names them."""

from collections.abc import Collection, Sequence
from fractions import Fraction

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.building.electorate import Electorates
from petr_advisor.documents.building.votes import names_said, voter_name
from petr_advisor.documents.building.votings import fresh, left_out
from petr_advisor.procedures.missing import blocking_alone
from petr_advisor.procedures.tally import scale_of
from petr_advisor.procedures.voting import Voting

WORDED = frozenset({2, 3, 4})
"""Parts that have a word of their own: a half, a third, a quarter."""
THEN = 6
"""Members that are named one by one, where they are not those of today."""


def indispensable(desk: Desk, who: Electorates, leaving: Collection[str]) -> str | None:
    """Name the members each of whom stops a vote to come by its own refusal; None where there is none, or no list.

    Where they are not the same once an operation of the course has changed who the members are, both are named.
    """
    today = _indispensable(desk, who.today, leaving)
    later = _indispensable(desk, who.later, born=who.born, later=True)
    if later is None or later == today or later == _indispensable(desk, who.today):
        gone = names_said(desk, [voter_name(desk, of) for of in by_turns(desk, who)])
        if who.past and not gone and later == today == desk.phrase("note.each-member"):
            return _each_left(desk, who)
        return desk.phrase("note.by-turns", names=today, gone=gone) if today and gone else today
    if who.today is None:
        return later
    return desk.phrase("note.once-changed", names=today or desk.phrase("note.no-member"), later=later)


def _each_left(desk: Desk, who: Electorates) -> str:
    """Name those who are members once an operation has had its effect, where a vote needs each of them."""
    left = [_said(desk, vote.member, who.born) for vote in who.later.voters] if who.later is not None else []
    return desk.phrase("note.each-member-then", names=left) if len(left) <= THEN else desk.phrase("note.each-member")


def by_turns(desk: Desk, who: Electorates) -> list[str]:
    """Give those that a merger makes one in the middle of a vote in which each of them decides, before it and after."""
    if who.today is None or who.later is None or who.born is None:
        return []
    left = {vote.member for vote in who.later.voters} - {who.born}
    gone = [vote.member for vote in who.today.voters if vote.member not in left]
    before, after = (
        blocking_alone(fresh(desk.consultation, voting), voting.count, desk.consultation.as_of)
        for voting in (who.today, who.later)
    )
    return gone if {*gone} <= {*before} and who.born in after else []


def _indispensable(
    desk: Desk, voting: Voting | None, leaving: Collection[str] = (), born: str | None = None, *, later: bool = False
) -> str | None:
    """Name those of one vote; where each of its members is, those to leave: it is forgotten that they vote still."""
    if voting is None or voting.count.opposition:
        return None
    ballots = fresh(desk.consultation, voting)
    found = blocking_alone(ballots, voting.count, desk.consultation.as_of)
    if not found:
        return None
    every = len(found) == len(ballots) > 1
    named = [_said(desk, of, born) for of in found if not every or of in leaving]
    apart = every and not later and bool(left_out(desk.consultation, voting))
    names = _each(desk, found, named, apart=apart) if every else names_said(desk, named)
    rule, weighty = voting.count.must_include, scale_of(ballots, voting.count).needed
    if rule is None or not rule.strictly or not weighty or not weighty >= set(found):
        return names
    portion = _portion(desk, rule.share)
    if every:
        return desk.phrase("note.each-by-weight", names=names, portion=portion)
    return desk.phrase("note.by-weight", names=names, n=len(found), portion=portion)


def _each(desk: Desk, voters: Sequence[str], leaving: Sequence[str], *, apart: bool) -> str:
    """Say that a vote needs each of its members, named where others that are listed have no vote in it."""
    if leaving:
        return desk.phrase("note.each-member-leaving", names=leaving)
    if not apart:
        return desk.phrase("note.each-member")
    names = [voter_name(desk, of) for of in voters]
    return names_said(desk, names) if len(names) <= THEN else desk.phrase("note.each-voter")


def _said(desk: Desk, of: str, born: str | None) -> str:
    return desk.phrase("born-of-the-merger") if of == born else voter_name(desk, of)


def _portion(desk: Desk, share: Fraction) -> str:
    """Say a share in a word where it has one, else as a percentage."""
    if share.numerator == 1 and share.denominator in WORDED:
        return desk.phrase(f"note.portion-1-{share.denominator}")
    return desk.phrase("note.portion", share=desk.share(share))
