"""What encodes and tests the norms, and what scenarios reach, as text or JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.files.locations import examples_folder
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.conditions import Literal as FactLiteral
from petr_advisor.knowledge.conditions import to_raw
from petr_advisor.scenarios.batch import over_files
from petr_advisor.scenarios.coverage import Coverage, coverage, expected_duties
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.scenarios.reach import Reach, joined, reach, without_condition
from petr_advisor.scenarios.scenario import Scenario


@dataclass(frozen=True)
class Wanted:
    """What to write besides the counts."""

    missing: bool = False
    """Every condition that was not seen both true and false."""
    questions: bool = False
    """How many questions a consultation on each key question asks."""


@dataclass(frozen=True)
class _Found:
    base: KnowledgeBase
    scenarios: tuple[Scenario, ...]
    norms: tuple[Coverage, ...]
    reach: Reach

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


def coverage_text(paths: list[Path] | None, knowledge: Path | None, form: str, wanted: Wanted) -> str:
    """Give what encodes and tests each norm, and what scenarios reach."""
    base = load(knowledge)
    chosen = paths or [examples_folder()]
    scenarios = tuple(s for path in scenario_files(chosen) for s in load_scenarios(path, base))
    met = joined(over_files(chosen, partial(reach, questions=wanted.questions), knowledge))
    found = _Found(base, scenarios, coverage(base, scenarios), met)
    return _as_json(found) if form == "json" else "\n".join(_lines(found, wanted))


def _as_json(found: _Found) -> str:
    data = {
        "format": 3,
        "norms": [asdict(entry) for entry in found.norms],
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
    yield from (_norm_line(entry) for entry in found.norms)
    yield from _topics(found.norms)
    yield from _statuses(found)
    yield "disputed points of which no scenario expects anything: " + (", ".join(found.silent_points) or "none")
    if wanted.missing:
        yield from _missing(found)
    for question, (middle, most, where) in found.reach.lengths().items():
        yield f"questions asked on {question} alone: median {middle:g}, most {most} ({where})"
    yield from _summary(found)


def _norm_line(entry: Coverage) -> str:
    if not entry.encoded_by:
        return f"{entry.norm}: no rule concludes from it"
    what = ", ".join(f"{kind} {key}" for kind, key in entry.encoded_by[:4])
    more = f" +{len(entry.encoded_by) - 4}" if len(entry.encoded_by) > 4 else ""
    return f"{entry.norm}: {what}{more} · {len(entry.tested_by)} scenarios"


def _missing(found: _Found) -> Iterator[str]:
    for atom, never in found.reach.missing_conditions:
        shown = json.dumps(to_raw(FactLiteral(atom.fact, atom.test)), ensure_ascii=False)
        yield f"never {'true nor false' if never == 'neither' else never}: {shown}"
    follow, _ = expected_duties(found.scenarios)
    duties = [key for key, rule in found.base.rules.items() if rule.duty and key not in follow]
    yield f"duties that no scenario expects to follow: {', '.join(duties) or 'none'}"


def _topics(norms: Iterable[Coverage]) -> Iterator[str]:
    by_topic: dict[str, list[Coverage]] = {}
    for entry in norms:
        by_topic.setdefault(entry.topic, []).append(entry)
    for topic, some in sorted(by_topic.items()):
        encoded = sum(bool(entry.encoded_by) for entry in some)
        tested = sum(bool(entry.tested_by) for entry in some)
        yield (
            f"topic {topic}: {len(some)} norms, {encoded} encoded ({encoded / len(some):.0%}), "
            f"{tested} tested ({tested / len(some):.0%})"
        )


def _statuses(found: _Found) -> Iterator[str]:
    never = _never_reached(found)
    for question in found.base.key_questions:
        missing = {key: some for key, some in never.items() if found.base.options[key].answers == question}
        reasons = [reason for some in missing.values() for reason in some.values()]
        impossible = sum(reason is not None for reason in reasons)
        yield f"options of {question}: {len(reasons) - impossible} statuses never reached, {impossible} impossible"
        for key, some in missing.items():
            for status, reason in some.items():
                yield f"  {key}: never {status}" if reason is None else f"  {key}: {status} impossible: {reason}"


def _never_reached(found: _Found) -> Mapping[str, Mapping[str, str | None]]:
    """Give each status never reached, by option, with what the option wants for it, if it is impossible."""
    return {
        key: {status: without_condition(found.base, key).get(status) for status in statuses}
        for key, statuses in found.reach.missing_statuses(found.base).items()
    }


def _summary(found: _Found) -> Iterator[str]:
    norms, conditions = found.norms, found.reach.conditions
    encoded = sum(bool(entry.encoded_by) for entry in norms)
    tested = sum(bool(entry.tested_by) for entry in norms)
    both = len(conditions) - len(found.reach.missing_conditions)
    yield (
        f"{both} of {len(conditions)} conditions met by scenarios seen both true and false "
        f"({both / max(len(conditions), 1):.0%}); --missing lists the others"
    )
    follow, absent = expected_duties(found.scenarios)
    duties = sum(rule.duty is not None for rule in found.base.rules.values())
    yield f"{duties} duties: {len(follow)} expected to follow in some scenario, {len(absent)} expected not to in one"
    yield f"{len(norms)} norms: {encoded} encoded ({encoded / max(len(norms), 1):.0%}), {tested} tested"
