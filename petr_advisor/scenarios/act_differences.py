"""Compare how far procedures have come with what a scenario expects."""

from collections.abc import Iterable, Iterator

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.running import setting_of
from petr_advisor.procedures.missing import gap
from petr_advisor.procedures.progress import Progress, progress
from petr_advisor.scenarios.act_form import ActExpected, TallyExpected
from petr_advisor.scenarios.form import Expectations

Compared = tuple[str, str, str]
"""(what it is about, what is expected, what is found)."""


def of_procedures(expect: Expectations, found: Consultation, ids: dict[str, str]) -> Iterator[Compared]:
    """Give what differs; `ids` leads from the names of members to their identifiers."""
    for key, wanted in expect.progress.items():
        states = {wanted} if isinstance(wanted, str) else set(wanted)
        told = found.progress.get(key)
        got = {"not_started"} if told is None else {told.progress.state} | ({"disputed"} if told.disputed else set())
        if got != states:
            yield f"progress.{key}", _names(states), _names(got)
    for key, change in expect.next_change.items():
        coming = _of(found, key).next_change
        seen = f"{coming.day} {coming.state}" if coming is not None else "nothing"
        if seen != (f"{change.day} {change.state}" if change is not None else "nothing"):
            yield f"next_change.{key}", f"{change.day} {change.state}" if change else "nothing", seen
    for key, tally in expect.tally.items():
        yield from _of_tally(f"tally.{key}", key, tally, found, ids)
    for key, act in expect.acts.items():
        yield from _of_act(f"acts.{key}", key, act, found)
    slips = {(slip.kind, done.key, done.member) for slip in found.recordings.slips for done in slip.acts}
    wanted_slips = {(slip.kind, slip.act, ids.get(slip.member or "", slip.member)) for slip in expect.slips}
    if slips != wanted_slips:
        yield "slips", _names(map(_shown, wanted_slips)), _names(map(_shown, slips))


def _of(found: Consultation, procedure: str) -> Progress:
    told = found.progress.get(procedure)
    return told.progress if told is not None else progress(procedure, setting_of(found), found.as_of)


def _of_tally(
    about: str, key: str, wanted: TallyExpected, found: Consultation, ids: dict[str, str]
) -> Iterator[Compared]:
    procedure, _, act = key.partition("/")
    mark = _of(found, procedure).marks[act]
    if mark.tally is None or mark.count is None:
        yield about, wanted.state, "nothing is counted"
        return
    if mark.tally.state != wanted.state:
        yield about, wanted.state, mark.tally.state
    members = (("waits_for", wanted.waits_for, mark.tally.waits_for), ("late", wanted.late, mark.tally.late))
    for name, names, seen in members:
        if names is not None and {ids.get(each, each) for each in names} != set(seen):
            yield f"{about}.{name}", _names(names), _names(seen)
    missing = gap(mark.votes, mark.count, found.as_of)
    for name, least, of in (
        ("to_carry", wanted.to_carry, missing.to_carry),
        ("to_block", wanted.to_block, missing.to_block),
    ):
        if least is not None and (of.least if of else 0) != least:
            yield f"{about}.{name}", str(least), str(of.least if of else 0)


def _of_act(about: str, key: str, wanted: ActExpected, found: Consultation) -> Iterator[Compared]:
    procedure, _, name = key.partition("/")
    progressed = _of(found, procedure)
    mark, act = progressed.marks[name], progressed.acts[name]
    passed = act.limit.passed if act.limit is not None else None
    seen = {
        "status": mark.status,
        "majority": act.majority,
        "silence": act.silence,
        "until": mark.due.last if mark.due is not None else None,
        "passed": passed.does if passed is not None else None,
        "after": act.after,
    }
    for field, value in wanted.model_dump(exclude_none=True).items():
        if seen[field] != value:
            yield f"{about}.{field}", str(value), str(seen[field])


def _shown(slip: tuple[str, str, str | None]) -> str:
    return " ".join(part for part in slip if part)


def _names(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "none"
