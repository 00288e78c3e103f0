"""What the pages of scenarios say: the case, its answers, and what must follow."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from petr_advisor.documents.addresses import PageKind
from petr_advisor.documents.blocks import Item, Run, Table, cell
from petr_advisor.inference.atoms import parse_value
from petr_advisor.scenarios.form import UNKNOWN
from petr_advisor.scenarios.scenario import Scenario, entity_id
from petr_advisor.site.graph import Case, Ref
from petr_advisor.site.pages.ground import ground
from petr_advisor.site.scribe import Scribe
from petr_advisor.words.voice import STATUS_SYMBOL

COLUMNS = {"member.name": 4, "member.kind": 4, "member.population": 2}
"""What is shown of each member, with the widths of the columns."""

REAL = frozenset({"real-case", "official-answer"})
"""Origins that a reader may look up; the others only tell who wrote the rule base what a case is for."""

_KINDS: Mapping[str, PageKind] = {"": "option", "option": "option", "duty": "rule", "fact": "fact", "cure": "cure"}
"""The pages of conclusions, by the word before the colon."""


def scenario(scribe: Scribe, key: str) -> dict[str, Any]:
    """A scenario; what follows is what its expectations hold, which are replayed with each change."""
    case = scribe.graph.cases[key]
    found = case.scenario
    variant = found.name.partition("#")[2]
    return {
        "case": found,
        "questions": [Ref("question", each) for each in found.key_questions or scribe.base.key_questions],
        "real": found.origin.kind in REAL,
        "read_at": scribe.outside(found.origin.address),
        "file": f"scenarios/{case.file}#{variant}" if variant else f"scenarios/{case.file}",
        "members": _members(scribe, found),
        "ground": ground(scribe, found),
        "answers": _values(scribe, found.answers),
        "follows": {name: items for name, items in _follows(scribe, found) if items},
        "variants": _variants(scribe, case),
    }


def _members(scribe: Scribe, found: Scenario) -> Table | None:
    if not found.members:
        return None
    columns = {fact: width for fact, width in COLUMNS.items() if fact in scribe.base.facts}
    return Table(
        caption=scribe.phrase("members"),
        captioned=False,
        header=tuple(scribe.name(scribe.base.facts[fact].label) for fact in columns),
        rows=tuple(
            tuple(cell(_value(scribe, fact, member.get(fact.partition(".")[2]))) for fact in columns)
            for member in found.members
        ),
        widths=tuple(columns.values()),
        figures=tuple(place for place, fact in enumerate(columns) if scribe.base.facts[fact].type == "count"),
    )


def _value(scribe: Scribe, fact: str, raw: object) -> str:
    """Say a value as written in a scenario."""
    kind = scribe.base.all_facts[fact]
    if raw is None or raw == UNKNOWN:
        return scribe.phrase("unknown") if raw else "–"
    try:
        return scribe.value(kind, parse_value(kind, raw))
    except ValueError:
        return scribe.set(str(raw))


def _values(scribe: Scribe, found: Mapping[str, object]) -> list[Item]:
    """Give facts with their values, but an answer that only the replay would refuse."""
    known = scribe.base.all_facts
    return [scribe.worth(fact, _value(scribe, fact, raw)) for fact, raw in found.items() if fact in known]


def _follows(scribe: Scribe, found: Scenario) -> Iterator[tuple[str, list[Item]]]:
    """Give what must follow, by what it is about."""
    expect, item = found.expect, scribe.item
    yield "options", _statuses(scribe, expect.options)
    met = {_requirement(scribe, key): scribe.requirement(word) for key, word in expect.requirements.items()}
    yield "requirements", [item(ref, said=word) for ref, word in met.items()]
    cures = {key: scribe.phrase(f"site-cure-{word}") for key, word in expect.cures.items()}
    yield "cures", [item(Ref("cure", key), said=word) for key, word in cures.items()]
    yield "duties", list(_duties(scribe, found))
    yield "deadlines", [item(Ref("rule", key), said=scribe.day(day)) for key, day in expect.deadlines.items()]
    yield "facts", _values(scribe, expect.facts)
    yield "ranking", [item(Ref("option", key)) for key in expect.ranking or filter(None, (expect.first,))]
    yield "disputed", list(_points(scribe, expect.disputed, "disputed"))
    yield "readings", list(_readings(scribe, expect.readings))
    yield "norms", list(_points(scribe, expect.norms, "norm"))
    yield "conflicts", [item(Ref("conflict", key)) for key in expect.conflicts if key in scribe.base.conflicts]
    yield "asked", [item(Ref("fact", key)) for key in expect.asked]
    yield "never-asked", [item(Ref("fact", key)) for key in expect.never_asked]


def _conclusion(scribe: Scribe, key: str) -> Ref | None:
    """Give the page of a conclusion: `duty:ID`, `requirement:KEY`, `option:ID`, or an option by its identifier."""
    kind, _, name = key.rpartition(":")
    if kind == "requirement":
        return _requirement(scribe, name)
    found = Ref(_KINDS[kind], name.partition("@")[0]) if kind in _KINDS else None
    return found if found in scribe.graph.pages else None


def _requirement(scribe: Scribe, key: str) -> Ref:
    owner, _, name = key.partition("/")
    return Ref("group" if owner in scribe.base.groups else "option", owner, "requires", name)


def _statuses(scribe: Scribe, found: Mapping[str, str | tuple[str, ...]]) -> list[Item]:
    """Give options with their status, or with several still possible."""
    said = ((_conclusion(scribe, key), _status(scribe, word)) for key, word in found.items())
    return [scribe.item(ref, said=word) for ref, word in said if ref]


def _status(scribe: Scribe, found: str | tuple[str, ...]) -> str:
    statuses = (found,) if isinstance(found, str) else found
    said = (scribe.status(word) if word in STATUS_SYMBOL else scribe.phrase(f"duty-{word}") for word in statuses)
    return scribe.listed(said, "or")


def _duties(scribe: Scribe, found: Scenario) -> Iterator[Item]:
    """Give duties, those of one member with its name."""
    members = {entity_id(member, n): member.get("name") for n, member in enumerate(found.members or (), 1)}
    for key, word in found.expect.duties.items():
        rule, _, member = key.partition("@")
        said = scribe.item(Ref("rule", rule), said=scribe.phrase(f"duty-{word}"))
        of = (Run(text=f" ({scribe.set(members.get(member) or member)})", style="note"),) if member else ()
        yield said.model_copy(update={"line": (said.line[0], *of, *said.line[1:])})


def _points(scribe: Scribe, found: Mapping[str, Iterable[str]], kind: PageKind) -> Iterator[Item]:
    """Give conclusions with what goes with each: disputed points, norms."""
    for key, names in found.items():
        if ref := _conclusion(scribe, key):
            none = () if names else (Run(text=f"{scribe.colon}{scribe.phrase('no-point')}"),)
            yield Item(line=(scribe.link(ref), *none), children=tuple(scribe.item(Ref(kind, name)) for name in names))


def _readings(scribe: Scribe, found: Mapping[str, Mapping[str, str | tuple[str, ...]]]) -> Iterator[Item]:
    for key, options in found.items():
        point, _, reading = key.partition("=")
        yield scribe.item(Ref("disputed", point, "reading", reading), under=_statuses(scribe, options))


def _variants(scribe: Scribe, case: Case) -> list[tuple[Ref, Scenario]]:
    cases = scribe.graph.cases
    return [(Ref("scenario", key), cases[key].scenario) for key in case.siblings if key != case.key]
