"""Courses of real and made cases, drafted once."""

from functools import cache
from pathlib import Path

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.choosing import Choosing
from petr_advisor.drafting.model import Draft, Drafts, Grid, Line
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.documents.conftest import real_base

TRANSFORMATION = "course/syndicate-that-becomes-a-petr"
WITHDRAWAL = "reading/petr-retrait-2026"

VALLEY = "valley-creates"
"""An association of three communities wants a PETR: one voted, one will on a known day; a syndicate bears the SCoT."""
LEAVING_OF_THREE = "member-leaves"
"""One of the three members of a PETR asked to leave on a known day; two remain."""

ENTERING = "neighbour-enters"
"""A neighbour, named and counted, asks to enter a PETR of four members; everything is told."""
SYNDICATE_OF_THREE = "pays-becomes-petr"
"""A syndicate that bears LEADER votes to become a PETR: one of its three members has voted, two will on known days."""

LEAVING_OF_FOUR = "one-of-four-leaves"
"""One of the four members of a PETR leaves while the project is revised, with no SCoT: the plan takes years."""
ASSOCIATION = "association-creates"
"""An association with five employees and LEADER wants a PETR of three members: one has voted, no project, no SCoT."""
TAKEN_IN = "committee-takes-in"
"""A committee has voted to take a community in: three members in two départements, LEADER, a SCoT of its own."""
LATE_ENTRY = "reading/petr-entree-revision-lancee-2026"
"""A community enters once the others have voted the revised project."""
GIP_RENEWED = "course/gip-renewed-before-its-term"
"""A GIP whose term comes before the PETR that is to take over its activity."""

COMBES = "combes-creates"
"""An association with LEADER wants a PETR of four members in two départements; a syndicate bears the SCoT."""
SIONNE = "sionne-enters"
"""A community asks to enter a PETR that bears a SCoT due for review, with a project and an agreement in force."""
RESEATED = "vezeille-reseats"
"""The same PETR changes its seats alone."""

ROUERGUE = "rouergue-creates"
"""An association with employees, LEADER and a contract wants a PETR of three communities: nobody has voted yet."""
CONQUES = "conques-enters"
"""A community may enter a PETR that bears its SCoT and revises its project: who starts it is not said."""

RESEATED_AND_ENTERED = "futaie-enters"
"""A community asks to enter a PETR whose seats are out of bounds: they are put right among today's members."""

COMPLETED = "reading/petr-entree-convention-a-completer-2026"
"""Three members complete their agreement, before a fourth one enters to which it is extended."""
NEVER_SIGNED = "course/agreement-of-a-kept-project#to-revise"
"""A project to be revised whose agreement was never signed: it is concluded now, and amended for the next text."""

BEARER_LEFT = "gascogne-leaves"
"""One of five members leaves a PETR that bears its SCoT; a département and the region approve the revised project."""

COURSES: tuple[tuple[str, Language, str | None], ...] = (
    (TRANSFORMATION, "fr", None),
    (WITHDRAWAL, "fr", None),
    ("course/gip-whose-term-falls-first", "fr", None),
    ("evolution/matrix/association", "en", None),
    ("evolution/cures/creation-consents", "fr", None),
    ("evolution/answers/localtis-2014", "fr", None),
    ("life/effects-on-the-rest#dissolution", "fr", None),
    ("life/joining-2014#joining", "en", None),
    ("governance/organising/a-la-carte", "fr", None),
    ("life/body-2014#seats", "fr", None),
    ("course/power-of-a-petr-with-a-commune", "fr", None),
    ("course/bodies-that-did-not-meet", "fr", None),
    ("governance/organising/as-today#no-council-in-2014", "fr", None),
    ("course/project-overdue-and-revision-due", "fr", None),
    ("services/table/c01-operational-service", "fr", None),
    ("services/table/c01-operational-service#several-services", "fr", "merger-study"),
    ("evolution/matrix/none", "fr", "conventions"),
    ("scot/relations/disjoint-or-none", "fr", None),
    ("contracts/perche-rurality-contract", "fr", None),
    ("contracts/region-contract-signed#syndicate-2015-not-signed", "fr", None),
    ("contracts/crte-perimeters-of-2021", "fr", "crte-petr"),
    ("regions/normandie", "fr", None),
    ("governance/organising/a-la-carte", "fr", "bureau-delegation"),
    (VALLEY, "fr", None),
    (LEAVING_OF_THREE, "fr", None),
    (LEAVING_OF_FOUR, "fr", None),
    (ENTERING, "fr", None),
    (SYNDICATE_OF_THREE, "fr", None),
    ("course/creation-with-a-silent-member", "fr", None),
    (ASSOCIATION, "fr", None),
    (TAKEN_IN, "fr", None),
    (LATE_ENTRY, "fr", None),
    (GIP_RENEWED, "fr", None),
    (COMBES, "fr", None),
    (SIONNE, "fr", None),
    (RESEATED, "fr", None),
    (ROUERGUE, "fr", None),
    (CONQUES, "fr", None),
    (RESEATED_AND_ENTERED, "fr", None),
    (NEVER_SIGNED, "fr", None),
    (COMPLETED, "fr", None),
    ("reading/petr-convention-a-completer-2025#in-2023", "fr", None),
    (BEARER_LEFT, "fr", None),
)
"""Courses of every sort, which together draft every template: a scenario, a language, an option to choose."""


@cache
def case(name: str) -> Consultation:
    """Hold the consultation of a scenario, `folder/file` or `folder/file#variant`, or of one beside these tests."""
    path, _, variant = name.partition("#")
    file = (examples_folder() if "/" in path else Path(__file__).with_name("cases")) / f"{path}.yaml"
    wanted = f"{Path(path).name}#{variant}" if variant else Path(path).name
    found = next(each for each in load_scenarios(file, real_base()) if each.name == wanted)
    return found.consultation(engine("native"))


def drafted(held: Consultation, language: Language = "fr", option: str | None = None) -> Drafts:
    """Draft the acts of a consultation's course, or of an option of it."""
    plan = roadmap(held, held.as_of, option)
    if option is not None:
        held = held.choose(held.base.options[option].answers, option)
    return Choosing(held, plan, Voice(language)).drafts()


@cache
def drafts(name: str, language: Language = "fr", option: str | None = None) -> Drafts:
    """Draft the acts of a scenario's course, or of an option of it."""
    return drafted(case(name), language, option)


def draft(name: str, template: str, language: Language = "fr") -> Draft:
    """Give the draft of a template in a scenario's course."""
    return next(each for each in drafts(name, language).made if each.template == template)


def of(course: str | Drafts, *templates: str) -> tuple[Draft, ...]:
    """Give the drafts of some templates, of a scenario's course or of those made: there is one at least."""
    made = drafts(course) if isinstance(course, str) else course
    found = tuple(each for each in made.made if each.template in templates)
    assert found != (), templates
    return found


def words(found: Draft) -> str:
    """Give everything that a draft says, remarks apart."""
    said = [part.text for part in found.parts if isinstance(part, Line)]
    rows = [row for part in found.parts if isinstance(part, Grid) for row in (part.header, *part.rows)]
    return "\n".join([*said, *(" | ".join(row) for row in rows)])


def act_of(found: Draft) -> str:
    """Give what a draft says before its working sheet."""
    ends = next(place for place, part in enumerate(found.parts) if isinstance(part, Line) and part.style == "sheet")
    return "\n".join(part.text for part in found.parts[:ends] if isinstance(part, Line))
