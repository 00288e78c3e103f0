"""The pages of scenarios: the case, its answers, and what must follow."""

from collections.abc import Iterable, Iterator, Mapping

from petr_advisor.documents.addresses import PageKind
from petr_advisor.inference.atoms import parse_value
from petr_advisor.scenarios.form import UNKNOWN, Origin
from petr_advisor.scenarios.scenario import Scenario
from petr_advisor.site.graph import Case, Ref, page_of_fact
from petr_advisor.site.model import (
    Block,
    Bullets,
    Item,
    Line,
    Page,
    Paragraph,
    Run,
    Section,
    Table,
    bullets,
    some,
    words,
)
from petr_advisor.site.pages.common import facts, header
from petr_advisor.site.scribe import Scribe
from petr_advisor.words.voice import STATUS_SYMBOL

COLUMNS = ("member.name", "member.kind", "member.population")
"""What is shown of each member."""

REAL = frozenset({"real-case", "official-answer"})
"""Origins that a reader may look up; the others only tell who wrote the rule base what a case is for."""

_KINDS: Mapping[str, PageKind] = {"": "option", "option": "option", "duty": "rule", "fact": "fact", "cure": "cure"}
"""The pages of conclusions, by the word before the colon."""


def scenario_page(scribe: Scribe, key: str) -> Page:
    """Lay out a scenario; what follows is what its expectations hold, which are replayed with each change."""
    case = scribe.graph.cases[key]
    scenario = case.scenario
    origin = scenario.origin
    rows = [
        ("as-of", words(scribe.day(scenario.as_of))),
        ("asks", _questions(scribe, scenario)),
        ("origin", _source(scribe, origin) if origin.kind in REAL else None),
        ("where-to-read", scribe.line(scribe.outside(origin.address))),
        ("replay", (Run(f"petr-advisor explain {_replayed(case)}", style="code"),)),
    ]
    return Page(
        **header(scribe, Ref("scenario", key)),
        blocks=facts(scribe, rows),
        sections=some(
            Section("members", scribe.phrase("members"), _members(scribe, scenario)),
            Section("answers", scribe.phrase("answered"), bullets(_answers(scribe, scenario.answers))),
            *_follows(scribe, scenario),
            Section("variants", scribe.phrase("variants"), _variants(scribe, case)),
        ),
    )


def _source(scribe: Scribe, origin: Origin) -> Line:
    return scribe.line(f"{scribe.phrase(f'origin-{origin.kind}')}{scribe.colon}", scribe.set(origin.reference))


def _replayed(case: Case) -> str:
    _, mark, variant = case.scenario.name.partition("#")
    return f"scenarios/{case.file}{mark}{variant}"


def _questions(scribe: Scribe, scenario: Scenario) -> Line | None:
    runs: list[Run] = []
    for key in scenario.key_questions or scribe.base.key_questions:
        runs += [Run(" · ")] if runs else []
        runs.append(scribe.link(Ref("question", key)))
    return tuple(runs) or None


def _members(scribe: Scribe, scenario: Scenario) -> tuple[Block, ...]:
    if not scenario.members:
        return ()
    columns = [fact for fact in COLUMNS if fact in scribe.base.facts]
    rows = tuple(
        tuple(words(_value(scribe, fact, member.get(fact.partition(".")[2]))) for fact in columns)
        for member in scenario.members
    )
    header_ = tuple(scribe.name(scribe.base.facts[fact].label) for fact in columns)
    return (Table(scribe.phrase("members"), header_, rows),)


def _value(scribe: Scribe, fact: str, raw: object) -> str:
    """Say a value as written in a scenario."""
    kind = scribe.base.all_facts[fact]
    if raw is None or raw == UNKNOWN:
        return scribe.phrase("unknown") if raw else "–"
    try:
        return scribe.value(kind, parse_value(kind, raw))
    except ValueError:
        return scribe.set(str(raw))


def _answers(scribe: Scribe, found: Mapping[str, object]) -> Iterator[Item]:
    for fact, raw in found.items():
        if fact not in scribe.base.all_facts:  # an answer that only the replay would refuse
            continue
        link = scribe.link(page_of_fact(scribe.base, fact), scribe.name(scribe.base.all_facts[fact].label))
        yield Item((link, Run(scribe.colon), Run(_value(scribe, fact, raw), style="strong")))


def _follows(scribe: Scribe, scenario: Scenario) -> Iterator[Section]:
    expect = scenario.expect
    parts = {
        "options": _statuses(scribe, expect.options),
        "requirements": _words(
            scribe, {_requirement(scribe, key): word for key, word in expect.requirements.items()}, "requirement"
        ),
        "cures": _words(scribe, {Ref("cure", key): word for key, word in expect.cures.items()}, "cure"),
        "duties": _duties(scribe, expect.duties),
        "deadlines": (
            Item((scribe.link(Ref("rule", key)), Run(scribe.colon), Run(scribe.day(value), style="strong")))
            for key, value in expect.deadlines.items()
        ),
        "facts": _answers(scribe, expect.facts),
        "ranking": (scribe.item(Ref("option", key)) for key in expect.ranking or filter(None, (expect.first,))),
        "disputed": _points(scribe, expect.disputed, "disputed"),
        "readings": _readings(scribe, expect.readings),
        "norms": _points(scribe, expect.norms, "norm"),
        "conflicts": (scribe.item(Ref("conflict", key)) for key in expect.conflicts if key in scribe.base.conflicts),
        "asked": (scribe.item(Ref("fact", key)) for key in expect.asked),
        "never-asked": (scribe.item(Ref("fact", key)) for key in expect.never_asked),
    }
    sections = [
        Section(f"follows-{name}", scribe.phrase(f"follows-{name}"), bullets(i), 3) for name, i in parts.items()
    ]
    kept = [section for section in sections if section.blocks]
    if kept:
        text = Paragraph(words(scribe.phrase("follows-text")), "note")
        yield Section("follows", scribe.phrase("follows"), (text,))
        yield from kept


def _conclusion(scribe: Scribe, key: str) -> Ref | None:
    """Give the page of a conclusion: `duty:ID`, `requirement:KEY`, `option:ID`, or an option by its identifier."""
    kind, _, name = key.rpartition(":")
    if kind == "requirement":
        return _requirement(scribe, name)
    found = Ref(_KINDS[kind], name.partition("@")[0]) if kind in _KINDS else None
    return found if found in scribe.graph.pages else None


def _requirement(scribe: Scribe, key: str) -> Ref:
    owner, _, name = key.partition("/")
    return Ref("group" if owner in scribe.base.requirement_groups else "option", owner, "requires", name)


def _said(scribe: Scribe, found: str | tuple[str, ...]) -> Run:
    """Say a status, or several still possible."""
    statuses = (found,) if isinstance(found, str) else found
    words_ = [scribe.status(each) if each in STATUS_SYMBOL else scribe.phrase(f"duty-{each}") for each in statuses]
    return Run(scribe.phrase("joint.or").join(words_), style="strong")


def _statuses(scribe: Scribe, found: Mapping[str, str | tuple[str, ...]]) -> Iterator[Item]:
    for key, statuses in found.items():
        if ref := _conclusion(scribe, key):
            yield Item((scribe.link(ref), Run(scribe.colon), _said(scribe, statuses)))


def _words(scribe: Scribe, found: Mapping[Ref, str], kind: str) -> Iterator[Item]:
    for ref, word in found.items():
        said = scribe.requirement(word) if kind == "requirement" else scribe.phrase(f"site-{kind}-{word}")
        yield Item((scribe.link(ref), Run(scribe.colon), Run(said, style="strong")))


def _duties(scribe: Scribe, found: Mapping[str, str]) -> Iterator[Item]:
    for key, word in found.items():
        rule, _, entity = key.partition("@")
        of = Run(f" ({entity})", style="note") if entity else None
        said = Run(scribe.phrase(f"duty-{word}"), style="strong")
        yield Item(scribe.line(scribe.link(Ref("rule", rule)), of, scribe.colon, said))


def _points(scribe: Scribe, found: Mapping[str, tuple[str, ...]], kind: PageKind) -> Iterator[Item]:
    """Give conclusions with what goes with each: disputed points, norms."""
    for key, names in found.items():
        if ref := _conclusion(scribe, key):
            none = () if names else (Run(f"{scribe.colon}{scribe.phrase('no-point')}"),)
            yield Item((scribe.link(ref), *none), tuple(scribe.item(Ref(kind, name)) for name in names))


def _readings(scribe: Scribe, found: Mapping[str, Mapping[str, str | tuple[str, ...]]]) -> Iterator[Item]:
    for key, options in found.items():
        point, _, reading = key.partition("=")
        statement = scribe.link(Ref("disputed", point, "reading", reading))
        yield Item((statement,), tuple(_statuses(scribe, options)))


def _variants(scribe: Scribe, case: Case) -> tuple[Block, ...]:
    others: Iterable[str] = (key for key in case.siblings if key != case.key)
    items = []
    for key in others:
        when = Run(f" ({scribe.day(scribe.graph.cases[key].scenario.as_of)})", style="note")
        text = scribe.name(scribe.graph.cases[key].scenario.title)
        items.append(Item((scribe.link(Ref("scenario", key), text), when)))
    return (Bullets(tuple(items)),) if items else ()
