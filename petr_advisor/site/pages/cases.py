"""The pages of scenarios: the case, its answers, and what must follow."""

from collections.abc import Iterable, Iterator, Mapping

from petr_advisor.inference.atoms import parse_value
from petr_advisor.scenarios import UNKNOWN, Scenario
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
from petr_advisor.wording import REQUIREMENT_WORD, STATUS_WORD, day, say_value
from petr_advisor.wording import UNKNOWN as DO_NOT_KNOW

COLUMNS = ("member.name", "member.kind", "member.population")
"""What is shown of each member."""


def scenario_page(scribe: Scribe, key: str) -> Page:
    """Lay out a scenario; what follows is what its expectations hold, which are replayed with each change."""
    case = scribe.graph.cases[key]
    scenario = case.scenario
    origin = scenario.origin
    rows = [
        ("as-of", words(day(scenario.as_of, scribe.language))),
        ("asks", _questions(scribe, scenario)),
        (
            "origin",
            scribe.line(f"{scribe.phrase(f'origin-{origin.kind}')}{scribe.colon}", scribe.set(origin.reference)),
        ),
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
        return scribe.say(DO_NOT_KNOW) if raw else "–"
    try:
        return scribe.set(say_value(kind, parse_value(kind, raw), scribe.language))
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
        "options": _options(scribe, expect.options),
        "requirements": _words(scribe, _requirement_refs(scribe, expect.requirements), "requirement"),
        "cures": _words(scribe, {Ref("cure", key): word for key, word in expect.cures.items()}, "cure"),
        "duties": _duties(scribe, expect.duties),
        "deadlines": (
            Item((scribe.link(Ref("rule", key)), Run(scribe.colon), Run(day(value, scribe.language), style="strong")))
            for key, value in expect.deadlines.items()
        ),
        "facts": _answers(scribe, expect.facts),
        "ranking": (scribe.item(Ref("option", key)) for key in expect.ranking or filter(None, (expect.first,))),
        "disputed": _points(scribe, expect.disputed),
        "readings": _readings(scribe, expect.readings),
        "conflicts": (scribe.item(Ref("conflict", key)) for key in expect.conflicts),
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


def _statuses(scribe: Scribe, found: str | tuple[str, ...]) -> str:
    statuses = (found,) if isinstance(found, str) else found
    return scribe.phrase("or").join(scribe.say(STATUS_WORD[status]) for status in statuses if status in STATUS_WORD)


def _options(scribe: Scribe, found: Mapping[str, str | tuple[str, ...]]) -> Iterator[Item]:
    for key, statuses in found.items():
        said = Run(_statuses(scribe, statuses), style="strong")
        yield Item((scribe.link(Ref("option", key)), Run(scribe.colon), said))


def _requirement_refs(scribe: Scribe, found: Mapping[str, str]) -> dict[Ref, str]:
    refs = {}
    for key, word in found.items():
        owner, _, name = key.partition("/")
        refs[Ref("group" if owner in scribe.base.requirement_groups else "option", owner, "requires", name)] = word
    return refs


def _words(scribe: Scribe, found: Mapping[Ref, str], kind: str) -> Iterator[Item]:
    for ref, word in found.items():
        said = scribe.say(REQUIREMENT_WORD[word]) if kind == "requirement" else scribe.phrase(f"{kind}-{word}")
        yield Item((scribe.link(ref), Run(scribe.colon), Run(said, style="strong")))


def _duties(scribe: Scribe, found: Mapping[str, str]) -> Iterator[Item]:
    for key, word in found.items():
        rule, _, entity = key.partition("@")
        of = Run(f" ({entity})", style="note") if entity else None
        said = Run(scribe.phrase(f"duty-{word}"), style="strong")
        yield Item(scribe.line(scribe.link(Ref("rule", rule)), of, scribe.colon, said))


def _points(scribe: Scribe, found: Mapping[str, tuple[str, ...]]) -> Iterator[Item]:
    for option, points in found.items():
        link = scribe.link(Ref("option", option))
        if points:
            yield Item((link,), tuple(scribe.item(Ref("disputed", point)) for point in points))
        else:
            yield Item((link, Run(f"{scribe.colon}{scribe.phrase('no-point')}")))


def _readings(scribe: Scribe, found: Mapping[str, Mapping[str, str | tuple[str, ...]]]) -> Iterator[Item]:
    for key, options in found.items():
        point, _, reading = key.partition("=")
        statement = scribe.link(Ref("disputed", point, "reading", reading))
        yield Item((statement,), tuple(_options(scribe, options)))


def _variants(scribe: Scribe, case: Case) -> tuple[Block, ...]:
    others: Iterable[str] = (key for key in case.siblings if key != case.key)
    items = []
    for key in others:
        when = Run(f" ({day(scribe.graph.cases[key].scenario.as_of, scribe.language)})", style="note")
        text = scribe.name(scribe.graph.cases[key].scenario.title)
        items.append(Item((scribe.link(Ref("scenario", key), text), when)))
    return (Bullets(tuple(items)),) if items else ()
