"""The ledger as text or JSON: the dossier file by file, then what scenarios reach."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import Literal as FactLiteral
from petr_advisor.knowledge.conditions import to_raw
from petr_advisor.locations import examples_folder
from petr_advisor.scenarios.batch import over_files
from petr_advisor.scenarios.coverage import Entry, Page, TableEntry, expected_duties, ledger, lost_scenarios, pages
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.scenarios.notes import out_of_reach
from petr_advisor.scenarios.reach import Reach, joined, reach, without_condition
from petr_advisor.scenarios.scenario import Scenario

SHARE_TO_ENCODE = 0.9
"""At least this much of the dossier's norms is encoded."""


@dataclass(frozen=True)
class Wanted:
    """What to write besides the ledger."""

    missing: bool = False
    """Every condition that was not seen both true and false."""
    questions: bool = False
    """How many questions a consultation on each key question asks."""


@dataclass(frozen=True)
class _Found:
    base: KnowledgeBase
    scenarios: tuple[Scenario, ...]
    entries: tuple[Entry, ...]
    pages: tuple[Page, ...]
    reach: Reach
    lost: tuple[tuple[str, TableEntry], ...]
    notes: Mapping[tuple[str, str], str]
    """Why a status of an option is out of reach, in French, from the notes beside the scenarios."""

    @property
    def complete(self) -> bool:
        """Whether nothing is unaccounted for, and enough of each file of the dossier is encoded."""
        enough = all(page.encoded >= SHARE_TO_ENCODE * len(page.norms) for page in self.pages)
        return enough and not self.lost and all(entry.accounted_for for entry in self.entries)

    @property
    def silent_points(self) -> tuple[str, ...]:
        """Disputed points of which no scenario expects anything."""
        spoken = {
            point
            for scenario in self.scenarios
            for point in (
                *(key.partition("=")[0] for key in scenario.expect.readings),
                *(point for points in scenario.expect.disputed.values() for point in points),
            )
        }
        return tuple(point for point in self.base.disputed if point not in spoken)


def coverage(paths: list[Path] | None, knowledge: Path | None, form: str, wanted: Wanted) -> tuple[str, bool]:
    """Give the ledger and what scenarios reach, and whether nothing is unaccounted for."""
    base = load(knowledge)
    chosen = paths or [examples_folder()]
    scenarios = tuple(s for path in scenario_files(chosen) for s in load_scenarios(path, base))
    entries = ledger(base, scenarios)
    sorted_pages = pages(base, entries)
    kept = examples_folder()
    names = {path.relative_to(kept).with_suffix("").as_posix() for path in scenario_files([kept])}
    found = _Found(
        base,
        scenarios,
        entries,
        sorted_pages,
        joined(over_files(chosen, partial(reach, questions=wanted.questions), knowledge)),
        lost_scenarios(sorted_pages, names),
        out_of_reach(chosen),
    )
    text = _as_json(found) if form == "json" else "\n".join(_lines(found, wanted))
    return text, found.complete


def _as_json(found: _Found) -> str:
    data = {
        "format": 2,
        "norms": [asdict(entry) for entry in found.entries],
        "dossier": {
            page.name: {
                "norms": {name: entry.norm for name, entry in page.norms},
                "points": dict(page.points),
                "tables": [asdict(row) for row in page.tables],
                "open_questions": {
                    key: question.model_dump(mode="json", exclude_none=True, exclude={"fingerprint"})
                    for key, question in page.open_questions
                },
            }
            for page in found.pages
        },
        "conditions": {
            "total": len(found.reach.conditions),
            "both_ways": len(found.reach.conditions) - len(found.reach.missing_conditions),
        },
        "statuses": {key: sorted(statuses) for key, statuses in found.reach.statuses.items()},
        "never_reached": _never_reached(found),
        "questions": found.reach.lengths(),
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _lines(found: _Found, wanted: Wanted) -> Iterator[str]:
    for page in found.pages:
        yield from _page(page)
    yield from _topics(found.entries)
    yield from _statuses(found)
    yield "disputed points of which no scenario expects anything: " + (", ".join(found.silent_points) or "none")
    if wanted.missing:
        for atom, never in found.reach.missing_conditions:
            shown = json.dumps(to_raw(FactLiteral(atom.fact, atom.test)), ensure_ascii=False)
            yield f"never {'true nor false' if never == 'neither' else never}: {shown}"
        follow, _ = expected_duties(found.scenarios)
        duties = [key for key, rule in found.base.rules.items() if rule.duty and key not in follow]
        yield f"duties that no scenario expects to follow: {', '.join(duties) or 'none'}"
    for question, (middle, most, where) in found.reach.lengths().items():
        yield f"questions asked on {question} alone: median {middle:g}, most {most} ({where})"
    yield from _summary(found)


def _page(page: Page) -> Iterator[str]:
    if not (page.norms or page.points or page.tables):
        return
    tested = sum(bool(entry.tested_by) for _, entry in page.norms)
    yield f"{page.name} — {page.title.en}"
    if page.norms:
        total, share = len(page.norms), f"{page.encoded / len(page.norms):.0%}"
        yield f"  {total} norms: {page.encoded} encoded ({share}), {tested} tested, {total - page.encoded} not encoded"
    yield from (f"  {_norm_line(name, entry)}" for name, entry in page.norms)
    if page.points:
        yield f"  {len(page.points)} unsettled points"
    yield from (f"  {name}{f' = {key}' if key != name else ''}: disputed point" for name, key in page.points)
    for table in dict.fromkeys(row.table for row in page.tables):
        rows = [row for row in page.tables if row.table == table]
        yield f"  {table}: {len(rows)} entries, {sum(bool(row.by) for row in rows)} encoded"
        yield from (f"    {row.key}: {', '.join(row.by) or f'not encoded: {row.reason}'}" for row in rows)
    if page.open_questions:
        yield from _open_questions(page)


def _open_questions(page: Page) -> Iterator[str]:
    """Count a question once: as a disputed point where it has one, else as a check."""
    questions = [question for _, question in page.open_questions]
    points = sum(bool(question.points) for question in questions)
    checks = sum(bool(question.check and not question.points) for question in questions)
    yield (
        f"  {len(questions)} open questions: {points} as disputed points, {checks} told by a check, "
        f"{len(questions) - points - checks} left out for a reason"
    )
    for key, question in page.open_questions:
        told = [
            *(f"disputed point {point}" for point in question.points),
            *(f"check of {norm}" for norm in question.check),
        ]
        yield f"    {key}: {', '.join(told) or f'left out: {question.reason.fr if question.reason else None}'}"


def _norm_line(name: str, entry: Entry) -> str:
    kept = name if name == entry.norm else f"{name} = {entry.norm}"
    if entry.encoded_by:
        what = ", ".join(f"{kind} {key}" for kind, key in entry.encoded_by[:4])
        more = f" +{len(entry.encoded_by) - 4}" if len(entry.encoded_by) > 4 else ""
        return f"{kept}: {what}{more} · {len(entry.tested_by)} scenarios"
    return f"{kept}: not encoded: {entry.reason or 'UNACCOUNTED FOR'}"


def _topics(entries: Iterable[Entry]) -> Iterator[str]:
    by_topic: dict[str, list[Entry]] = {}
    for entry in entries:
        by_topic.setdefault(entry.topic, []).append(entry)
    for topic, some in sorted(by_topic.items()):
        encoded = sum(bool(entry.encoded_by) for entry in some)
        tested = sum(bool(entry.tested_by) for entry in some)
        yield (
            f"topic {topic}: {len(some)} norms, {encoded} encoded ({encoded / len(some):.0%}), "
            f"{tested} tested ({tested / len(some):.0%})"
        )


def _statuses(found: _Found) -> Iterator[str]:
    for question in found.base.key_questions:
        missing = {
            key: statuses
            for key, statuses in _never_reached(found).items()
            if found.base.options[key].answers == question
        }
        reasons = [reason for statuses in missing.values() for reason in statuses.values()]
        impossible = sum(reason is not None for reason in reasons)
        yield f"options of {question}: {len(reasons) - impossible} statuses never reached, {impossible} impossible"
        for key, statuses in missing.items():
            for status, reason in statuses.items():
                yield f"  {key}: never {status}" if reason is None else f"  {key}: {status} impossible: {reason}"


def _never_reached(found: _Found) -> Mapping[str, Mapping[str, str | None]]:
    """Give each status never reached, by option, with why it is impossible, if it is."""
    return {
        key: {
            status: found.notes.get((key, status), without_condition(found.base, key).get(status))
            for status in statuses
        }
        for key, statuses in found.reach.missing_statuses(found.base).items()
    }


def _summary(found: _Found) -> Iterator[str]:
    entries, conditions = found.entries, found.reach.conditions
    encoded = sum(bool(entry.encoded_by) for entry in entries)
    tested = sum(bool(entry.tested_by) for entry in entries)
    unaccounted = [entry.norm for entry in entries if not entry.accounted_for]
    both = len(conditions) - len(found.reach.missing_conditions)
    yield from (f"UNACCOUNTED FOR: {page}, {row.table}, {row.key}: no such scenario" for page, row in found.lost)
    yield (
        f"{both} of {len(conditions)} conditions met by scenarios seen both true and false "
        f"({both / max(len(conditions), 1):.0%}); --missing lists the others"
    )
    follow, absent = expected_duties(found.scenarios)
    duties = sum(rule.duty is not None for rule in found.base.rules.values())
    yield f"{duties} duties: {len(follow)} expected to follow in some scenario, {len(absent)} expected not to in one"
    yield (
        f"{len(entries)} norms: {encoded} encoded ({encoded / max(len(entries), 1):.0%}), {tested} tested, "
        f"{len(found.base.not_encoded)} not encoded for a reason, {len(unaccounted)} unaccounted for"
    )
