"""Votes under way in figures: what they have come to, who is essential by little, which reading would ask for more."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_note import NoteStop
from petr_advisor.knowledge.votes import Count
from petr_advisor.procedures.majority import OVER
from petr_advisor.procedures.marks import Mark
from petr_advisor.procedures.missing import gap
from petr_advisor.procedures.tally import FINAL, scale_of
from petr_advisor.words.typography import capital, full_stop, no_capital

NEAR = Fraction(1, 50)
"""What share of the whole population is little: the two legal populations of a place differ by as much."""
GIVEN = frozenset({"for", "settled_for"})


def so_far(desk: Desk, act: str) -> str | None:
    """Count what has been voted for an act under way (`procedure/act`), as its majority counts; None of objections."""
    mark = _mark(desk, act)
    if mark is None or mark.tally is None or mark.count is None or mark.count.opposition or mark.tally.state in FINAL:
        return None
    scale = scale_of(mark.votes, mark.count)
    given = [vote for vote in mark.votes if mark.tally.standing[vote.member] in GIVEN]
    if not given:
        return None
    people = sum(vote.population or 0 for vote in given)
    if not scale.weighs_people or not scale.total:
        return desk.phrase("note.voted-so-far", n=len(given), of=len(mark.votes))
    share = desk.share(Fraction(people, scale.total))
    return desk.phrase("note.voted-so-far-of-people", n=len(given), of=len(mark.votes), share=share)


def left_of(desk: Desk, act: str) -> str | None:
    """Say what is left of the majority of an act under way (`procedure/act`) that a member has refused."""
    mark, majority = _mark(desk, act), desk.base.act_under(act, desk.consultation.followed).majority
    left = desk.base.majorities[majority].once_refused if majority is not None else None
    if mark is None or left is None or not any(vote.vote == "against" for vote in mark.votes):
        return None
    return desk.say(left)


def by_little(desk: Desk, mark: Mark, names: Mapping[str, str]) -> Iterator[str]:
    """Say who has not agreed and is essential, or is not, by few inhabitants, and what would then be enough."""
    count, tally = mark.count, mark.tally
    rule = count.must_include if count is not None else None
    if count is None or rule is None or rule.which not in OVER or tally is None or tally.state in FINAL:
        return
    scale = scale_of(mark.votes, count)
    if scale.total is None or scale.needed is None:
        return
    asked = int(rule.share * scale.total)
    for vote in mark.votes:
        if vote.population is None or tally.standing[vote.member] in GIVEN:
            continue
        apart = abs(vote.population - asked)
        if not 0 < apart <= NEAR * scale.total:
            continue
        said = {"n": apart, "name": names[vote.member], "people": vote.population, "asked": asked}
        if vote.member not in scale.needed:
            yield desk.phrase("running.nearly-essential", **said)
            continue
        enough = _enough_without(desk, mark, count, vote.member)
        sets = [desk.listed([names[of] for of in each], "and") for each in enough]
        yield desk.phrase("running.essential-by-little", **said)
        if sets:
            yield desk.phrase("running.enough-below", sets=sets)


def in_doubt(desk: Desk, act: str, who: str, does: str) -> NoteStop | None:
    """Say of a vote under way that somebody has refused which other reading of the law would ask for more."""
    mark, known = _mark(desk, act), desk.base.act(act)
    if mark is None or mark.tally is None or mark.tally.state in FINAL:
        return None
    if not any(vote.vote == "against" for vote in mark.votes):
        return None
    followed = desk.base.act_under(act, desk.consultation.followed).majority
    for point in known.disputed:
        for reading in desk.base.disputed[point].readings:
            other = desk.base.act_under(act, {**desk.consultation.followed, point: reading}).majority
            if other is None or other == followed:
                continue
            majority = no_capital(desk.say(desk.base.majorities[other].label))
            text = desk.phrase("note.stop-doubt", who=who, does=does, majority=majority)
            why = desk.sentence(desk.base.disputed[point].readings[reading].statement)
            ask = capital(desk.labelled(desk.phrase("whom-to-ask"), desk.say(desk.base.disputed[point].ask)))
            norms = desk.cite(desk.base.disputed[point].norms)
            return NoteStop(text=f"{full_stop(text)} {why}", guard=ask, citations=norms[:1], points=(point,))
    return None


def _enough_without(desk: Desk, mark: Mark, count: Count, member: str) -> list[tuple[str, ...]]:
    """Give whose agreement would carry a vote in which nobody is essential any more, one member having refused."""
    free = count.model_copy(update={"must_include": None})
    votes = [replace(vote, vote="against") if vote.member == member else vote for vote in mark.votes]
    found = gap(votes, free, desk.consultation.as_of).to_carry
    sets = found.sets if found is not None else ()
    return [each for each in sets if member not in each and len(each) == min(map(len, sets))]


def _mark(desk: Desk, act: str) -> Mark | None:
    """Give the votes of an act that are under way."""
    procedure, _, name = act.partition("/")
    told = desk.consultation.progress.get(procedure)
    mark = told.progress.marks.get(name) if told is not None else None
    return mark if mark is not None and mark.status == "awaited" else None
