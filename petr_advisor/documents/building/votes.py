"""The votes of members, put in one language."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from petr_advisor.consulting.attempts import begun_again
from petr_advisor.consulting.recorded import LATE
from petr_advisor.documents.building.close_votes import by_little
from petr_advisor.documents.building.desk import Desk
from petr_advisor.documents.model_roadmap import Turn
from petr_advisor.documents.model_running import TallyPart, VotePart
from petr_advisor.procedures.again import lacking
from petr_advisor.procedures.ballots import Ballot, Side, Standing
from petr_advisor.procedures.marks import Mark
from petr_advisor.procedures.missing import Missing, gap
from petr_advisor.procedures.tally import FINAL, Tally
from petr_advisor.words.typography import capital, full_stop

SIDES: tuple[Side, ...] = ("for", "against")
"""What a member votes."""


def tally_part(desk: Desk, act: str, title: str, mark: Mark) -> TallyPart:
    """Tell the votes of an act, which must have some."""
    tally = mark.tally
    if tally is None:
        raise ValueError(f"{act} has no votes")
    names = _names(desk, mark)
    silent = _silent(desk, act, mark)
    missing = _missing(desk, tally, mark, names, silent)
    return TallyPart(
        act=act,
        title=title,
        said=tuple(_said(desk, act, mark, names, silent)),
        given=_given(desk, act, tally, mark, names),
        nearly=tuple(by_little(desk, mark, names)) if silent is None else (),
        blocked_by=missing.get("running.to-block"),
        block_before=_first_meeting(desk, act, mark) if "running.to-block" in missing else None,
        clocks=(*_by_silence(desk, mark, names), *_clocks(desk, act, mark, names)),
        votes=tuple(
            VotePart(
                member=names[vote.member],
                received=vote.received,
                said=_standing(desk, vote, tally.standing[vote.member], silent),
                on=vote.on,
                until=vote.until,
            )
            for vote in mark.votes
        ),
    )


def _given(desk: Desk, act: str, tally: Tally, mark: Mark, names: dict[str, str]) -> str | None:
    """Say who voted what, and when, in a vote that is not over, or that only lets the prefect act."""
    sides = []
    for side in SIDES:
        cast = [vote for vote in mark.votes if vote.vote == side and vote.member not in tally.late]
        said = [
            desk.phrase("note.voted-on", name=names[vote.member], day=vote.on) if vote.on else names[vote.member]
            for vote in cast
        ]
        if said:
            sides.append(desk.phrase(f"note.voted-{side}", names=said))
    late = {side: [names[of] for of in names if of in voted_late(desk, act, side)] for side in SIDES}
    sides += [desk.phrase(f"note.voted-late-{side}", names=found) for side, found in late.items() if found]
    # what some were against is told whole: their agreement may be needed for what follows
    opposed = bool(late["against"]) or any(vote.vote == "against" for vote in mark.votes)
    telling = tally.state not in FINAL or mark.result == "prefect_may" or (opposed and mark.status == "deemed")
    return desk.phrase("note.voted-already", sides=sides) if sides and telling else None


def voted_late(desk: Desk, act: str, side: Side) -> frozenset[str]:
    """Give the members that the answers say voted in an act (`procedure/act`) once its time was over."""
    fact, facts = desk.base.act(act).votes, desk.consultation.facts
    named = [of for found in desk.consultation.lists.values() for of in found.ids] if fact is not None else []
    known = {of: facts.get(str(fact), of) for of in named}
    return frozenset(of for of, said in known.items() if said is not None and said.value == f"{side}{LATE}")


def _missing(desk: Desk, tally: Tally, mark: Mark, names: dict[str, str], silent: int | None) -> dict[str, str]:
    """Say what is missing to carry a vote that is not over, and to block it, by phrase."""
    if tally.state in FINAL or silent is not None or mark.count is None:
        return {}
    found = gap(mark.votes, mark.count, desk.consultation.as_of)
    both = {"running.to-carry": found.to_carry, "running.to-block": found.to_block}
    voted = {of: desk.phrase("running.going-back", name=names[of]) for of in names if tally.standing[of] == "for"}
    called = {"running.to-carry": names, "running.to-block": names | voted}
    return {
        key: " ".join(
            (
                desk.phrase(
                    _said_as(key, mark, missing), n=missing.least, sets=_sets(desk, missing, called[key], mark)
                ),
                *_silence_is_enough(desk, key, mark, missing, names),
                *_going_back_is_enough(desk, key, mark, names),
            )
        )
        for key, missing in both.items()
        if missing is not None
    }


def _said_as(key: str, mark: Mark, missing: Missing) -> str:
    """Give the phrase of what is missing: an agreement that silence gives need not be voted."""
    by_silence = key == "running.to-carry" and _deemed(mark).issuperset(missing.sets[0])
    return "running.to-carry-or-silence" if by_silence else key


def _silence_is_enough(desk: Desk, key: str, mark: Mark, missing: Missing, names: Mapping[str, str]) -> Iterator[str]:
    """Say of whom silence alone gives the agreement, where others have to vote it."""
    needed = missing.sets[0]
    silent = [names[of] for of in names if of in needed and of in _deemed(mark)]
    if key == "running.to-carry" and silent and len(silent) < len(needed):
        yield desk.phrase("running.silence-is-enough", names=silent)


def _going_back_is_enough(desk: Desk, key: str, mark: Mark, names: Mapping[str, str]) -> Iterator[str]:
    """Say whose refusals taken back are enough, where all those whose silence is an agreement keep silent."""
    deemed, against = _deemed(mark), [vote for vote in mark.votes if vote.vote == "against"]
    if key != "running.to-carry" or not deemed or not against or mark.count is None:
        return
    silent = [replace(vote, vote="for") if vote.member in deemed else vote for vote in mark.votes]
    found = gap(silent, mark.count, desk.consultation.as_of).to_carry
    if found is not None:
        yield desk.phrase("running.going-back-is-enough", n=found.least, sets=_sets(desk, found, dict(names)))


def _deemed(mark: Mark) -> frozenset[str]:
    """Give the members whose silence, if it lasts, is an agreement."""
    return frozenset(vote.member for vote in mark.votes if vote.vote is None and vote.silence == "favourable")


def _meetings(desk: Desk, act: str) -> dict[str, date]:
    """Give the day of the meeting planned, by member that is to vote in an act (`procedure/act`)."""
    today = desk.consultation.as_of
    acts = (done for done in desk.consultation.recordings.acts if done.key == act and done.member is not None)
    return {str(done.member): done.on for done in acts if done.on is not None and done.on > today}


def _first_meeting(desk: Desk, act: str, mark: Mark) -> date | None:
    """Give the day before which to ask those who decide: the first meeting planned, else the first last day.

    Who is still to vote decides, first those whose refusal is enough; once it is reached, who may go back on a vote.
    """
    standing = mark.tally.standing if mark.tally is not None else {}
    deciding = "for" if decided(desk, act) else "awaited"
    planned, voting = _meetings(desk, act), [vote for vote in mark.votes if standing.get(vote.member) == deciding]
    found = gap(mark.votes, mark.count, desk.consultation.as_of).to_block if mark.count is not None else None
    enough = {of for each in (found.sets if found else ()) for of in each if found and len(each) == found.least}
    asked = [vote for vote in voting if vote.member in enough] or voting
    return min(filter(None, (planned.get(vote.member, vote.until) for vote in asked)), default=None)


def _names(desk: Desk, mark: Mark) -> dict[str, str]:
    return {vote.member: voter_name(desk, vote.member) for vote in mark.votes}


def voter_name(desk: Desk, member: str) -> str:
    """Name a member that votes."""
    kinds = (kind for kind, found in desk.consultation.lists.items() if member in found.ids)
    return desk.entity(next(kinds), member)


def _silent(desk: Desk, act: str, mark: Mark) -> int | None:
    """Give how many have not voted, where the answers count them without naming any and some have voted."""
    fact = desk.base.act(act).silent
    known = desk.consultation.memory.facts.get(fact) if fact and not any(vote.vote for vote in mark.votes) else None
    count = known.value if known is not None else None
    return count if isinstance(count, int) and count < len(mark.votes) else None


def _said(desk: Desk, act: str, mark: Mark, names: dict[str, str], silent: int | None) -> Iterator[str]:
    tally = mark.tally
    if tally is None:
        return
    state = "reached-no-clock" if tally.state == "reached" and tally.until is None else tally.state
    unknown = {"population": tally.populations_unknown, "communes": tally.communes_unknown}
    lacks = [
        desk.phrase(f"running.{of}-unknown", names=names_said(desk, [names[member] for member in members]))
        for of, members in unknown.items()
        if members
    ]
    yield full_stop(capital(desk.phrase(f"running.tally.{state}", what=desk.listed(lacks, "and"))))
    if tally.state not in FINAL and silent is not None:
        yield desk.phrase("running.silent-counted", n=silent, of=len(mark.votes))
    elif tally.state not in FINAL and mark.count is not None:
        yield from _missing(desk, tally, mark, names, silent).values()
        yield from by_little(desk, mark, names)
        yield from _by_silence(desk, mark, names)
    elif tally.state == "refused" and mark.count is not None and (lacked := lacking(mark, desk.consultation.as_of)):
        yield desk.phrase("running.lacked", n=lacked.least, sets=_sets(desk, lacked, names))
    yield from _clocks(desk, act, mark, names)
    if tally.clocks_unknown:
        yield desk.phrase(
            "running.received-unknown", names=names_said(desk, [names[member] for member in tally.clocks_unknown])
        )
    if tally.late:
        yield desk.phrase("running.late-votes", names=names_said(desk, [names[member] for member in tally.late]))


def awaited_of(desk: Desk, act: str) -> tuple[str, ...]:
    """Say of an act whose votes are under way (`procedure/act`) who is still to answer, and until when."""
    found = _under_way(desk, act)
    return tuple(_clocks(desk, act, *found)) if found else ()


def _under_way(desk: Desk, act: str) -> tuple[Mark, dict[str, str]] | None:
    """Give the votes of an act that are under way, and their members' names, with the meetings they plan."""
    procedure, _, name = act.partition("/")
    told = desk.consultation.progress.get(procedure)
    mark = told.progress.marks.get(name) if told and procedure not in begun_again(desk.consultation) else None
    if mark is None or mark.tally is None or mark.status != "awaited":
        return None
    names = _names(desk, mark)
    meetings = {
        of: desk.phrase("running.meeting", name=names[of], day=day)
        for of, day in _meetings(desk, act).items()
        if of in names
    }
    return mark, names | meetings


def told_by_a_block(desk: Desk, tally: TallyPart) -> frozenset[str]:
    """Give, of a vote that is blocked, what the state of its procedure and the act awaited say already."""
    procedure, _, name = tally.act.partition("/")
    mark = desk.consultation.progress[procedure].progress.marks[name]
    if mark.tally is None or mark.tally.state != "blocked":
        return frozenset()
    return frozenset((*tally.said[:1], *_by_silence(desk, mark, _names(desk, mark))))


def lacking_said(desk: Desk, mark: Mark) -> str | None:
    """Say whose agreement a vote that failed lacked; None where that is not known."""
    found = lacking(mark, desk.consultation.as_of)
    if found is None:
        return None
    names = _names(desk, mark)
    said = desk.phrase("again.agreement", n=found.least, sets=_sets(desk, found, names))
    late = [names[member] for member in _agreed_late(mark) if any(member in each for each in found.sets)]
    return desk.phrase("again.given-late", said=said, n=len(late), late=names_said(desk, late)) if late else said


def _agreed_late(mark: Mark) -> Iterator[str]:
    """Give the members that agreed, after their last day."""
    late = mark.tally.late if mark.tally is not None else ()
    yield from (vote.member for vote in mark.votes if vote.vote == "for" and vote.member in late)


def without_said(desk: Desk, mark: Mark, gone: Collection[str]) -> str | None:
    """Say that a new vote is of those left once some have gone, by name; None where none of these had a vote."""
    names = _names(desk, mark)
    out = [name for member, name in names.items() if member in gone]
    left = [name for member, name in names.items() if member not in gone]
    if not out or not left:
        return None
    return desk.phrase("again.without", out=names_said(desk, out), left=names_said(desk, left))


def decided(desk: Desk, act: str) -> bool:
    """Tell whether no vote still to come changes anything of an act (`procedure/act`), whatever is read."""
    procedure, _, name = act.partition("/")
    found = desk.consultation.progress.get(procedure)
    return found is not None and found.decided(name)


def turns_of(desk: Desk, act: str) -> Iterator[Turn]:
    """Give of the same act what each may still do and until when, the day that comes first being told first."""
    found = _under_way(desk, act)
    if found is None:
        return
    mark, names = found
    blocked = mark.tally is not None and mark.tally.state == "blocked"
    for key, members, day in sorted(_turns(desk, act, mark, names), key=lambda turn: turn[2]):
        kind = "no-help" if blocked and key == "running.awaited-of" else key.removeprefix("running.")
        does = desk.phrase(f"note.turn-{kind}", n=len(members))
        yield Turn(who=names_said(desk, members), does=does, day=day)


def _clocks(desk: Desk, act: str, mark: Mark, names: dict[str, str]) -> Iterator[str]:
    """Say who may still answer, or go back on a refusal that blocks, and until when: each has its own clock."""
    for key, members, day in _turns(desk, act, mark, names):
        yield desk.phrase(key, n=len(members), names=names_said(desk, members), day=day)


def _turns(desk: Desk, act: str, mark: Mark, names: dict[str, str]) -> Iterator[tuple[str, list[str], date]]:
    tally = mark.tally
    if tally is None:
        return
    over = tally.state in FINAL or decided(desk, act)
    keys = {"awaited": "running.time-left" if over else "running.awaited-of"}
    if tally.state == "blocked":
        keys["against"] = "running.may-go-back"
    for standing, key in keys.items():
        by_day: dict[date, list[str]] = {}
        for vote in mark.votes:
            if tally.standing[vote.member] == standing and vote.until is not None:
                by_day.setdefault(vote.until, []).append(names[vote.member])
        yield from ((key, members, day) for day, members in sorted(by_day.items()))


def _by_silence(desk: Desk, mark: Mark, names: dict[str, str]) -> Iterator[str]:
    """Say whose agreement comes by itself, once the time to answer has run out."""
    by_day: dict[date, list[str]] = {}
    today = desk.consultation.as_of
    for vote in mark.votes:
        if vote.vote is None and vote.silence == "favourable" and vote.until and vote.until >= today:
            by_day.setdefault(vote.until + timedelta(days=1), []).append(names[vote.member])
    for day, members in sorted(by_day.items()):
        yield desk.phrase("running.by-silence", names=names_said(desk, members), day=day)


def _sets(desk: Desk, found: Missing, names: dict[str, str], mark: Mark | None = None) -> list[str]:
    """Name the smallest sets; where they are many, the one of those that have not voted, if it is one, or an example.

    Of the others somebody would have to go back on a vote.
    """
    smallest = [members for members in found.sets if len(members) == found.least]
    voted = {vote.member for vote in mark.votes if vote.vote is not None} if mark else set(names)
    waiting = [members for members in smallest if voted.isdisjoint(members)]
    told = smallest if len(smallest) <= MOST_TOLD else waiting if len(waiting) == 1 else []
    if found.all_listed and told:
        return [names_said(desk, [names[of] for of in members]) for members in told]
    return [desk.phrase("running.for-instance", names=names_said(desk, [names[of] for of in smallest[0]]))]


MOST_TOLD = 4
"""Sets of members told in a sentence."""


def _standing(desk: Desk, vote: Ballot, standing: Standing, silent: int | None) -> str:
    side = standing.removeprefix("settled_")
    if standing == "awaited" and silent is not None:
        return desk.phrase("running.standing.to-say")
    if standing in {"awaited", "missing"}:
        return desk.phrase(f"running.standing.{standing}")
    if standing in {"for", "against"}:
        return desk.phrase("running.standing.changeable", vote=desk.phrase(f"running.standing.{side}"))
    counted = vote.vote is not None and not (vote.on and vote.until and vote.on > vote.until)
    return desk.phrase(f"running.standing.{side}" if counted else f"running.standing.silent-{side}")


def names_said(desk: Desk, names: Sequence[str]) -> str:
    """Say names as one does: commas between them, “and” before the last."""
    *first, last = names or [""]
    return desk.listed([desk.listed(first, "comma"), last], "and") if first else last
