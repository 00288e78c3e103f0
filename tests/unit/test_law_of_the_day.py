"""What is cited, and how sure it is, is read in the texts in force on the date of law."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.outcomes import OptionOutcome
from petr_advisor.documents.places import place_name, reference_on
from petr_advisor.documents.sheets import articles
from petr_advisor.documents.texts import conclusions_text
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.scenarios.loading import load_scenarios, scenario_files
from petr_advisor.words.voice import Voice

SCENARIOS = Path(__file__).parents[2] / "scenarios"
TITLES_OF_LATER_YEARS = {
    "decret-55-22-28": "a decree of 1955; the answer of 2015 beside it explains it",
}
"""Sources whose title names a year after the date of law, and which were read or in force on that day all the same."""
A_PERIOD = re.compile(r"20\d\d-20\d\d|avant 2018")
"""A programme of several years, or what came before one, is named by years to come."""

FRENCH = Voice("fr", in_print=False)


@pytest.fixture(scope="module")
def base() -> KnowledgeBase:
    return load()


def _purchases(base: KnowledgeBase, day: date) -> OptionOutcome:
    found = Consultation.start(base, day, ["services"], engine("native"))
    for fact, answer in {
        "structure.legal_form": "petr",
        "service.parties": "petr_epcis",
        "service.kind": "purchase",
    }.items():
        found = found.answer(fact, answer)
    option = found.outcomes[0].option("purchasing-group")
    assert option is not None
    return option


@pytest.mark.parametrize(
    ("day", "norm", "confidence"),
    [
        (date(2014, 6, 1), "services.purchase.group-2014", "verified"),
        (date(2017, 6, 1), "services.purchase.group-2016", "recalled"),
        (date(2026, 6, 1), "services.purchase.group-current", "verified"),
    ],
)
def test_a_requirement_rests_on_the_one_of_its_successive_norms_in_force(
    base: KnowledgeBase, day: date, norm: str, confidence: str
) -> None:
    """The ordinance of 2015 is recalled: it makes the answer less sure from 2016 to 2019 only."""
    option = _purchases(base, day)
    assert option.requirements[0].requirement.norms == (norm,)
    assert option.confidence == confidence


@pytest.mark.parametrize(
    ("day", "article"),
    [(date(2014, 6, 1), "ancien art. L. 122-4"), (date(2016, 6, 1), "art. L. 143-16, al. 5")],
)
def test_a_norm_is_cited_from_the_article_that_held_it_on_the_day(base: KnowledgeBase, day: date, article: str) -> None:
    """The planning code was renumbered on 1 January 2016."""
    assert articles(base, ("scot.bearer.follows-approval",), FRENCH, day) == f"Code de l’urbanisme, {article}"


def test_an_act_with_a_common_name_is_cited_with_its_article(base: KnowledgeBase) -> None:
    norm = next(norm for norm in base.norms.values() if norm.sources[0].id == "loi-2014-58-art79")
    cited = place_name(base, norm.sources[0], Voice("en", in_print=False))
    assert cited.startswith("Act 2014-58 of 27 January 2014, art. 79, II")


def test_a_norm_no_longer_in_force_is_cited_as_it_stood(base: KnowledgeBase) -> None:
    norm = base.norms["scot.review-2014"]
    assert (
        place_name(base, reference_on(base, norm, date(2026, 6, 1)), Voice("en", in_print=False))
        == "Planning Code, former art. L.122-13"
    )


def test_the_outcomes_of_2014_cite_no_article_of_the_code_renumbered_in_2016(base: KnowledgeBase) -> None:
    found = Consultation.start(base, date(2014, 6, 1), ["scot"], engine("native"))
    for fact, answer in {
        "structure.legal_form": "petr",
        "territory.scot_cover": "same",
        "scot.bearer": "syndicate",
    }.items():
        found = found.answer(fact, answer)
    text = conclusions_text(found, "fr")
    assert "[Code de l’urbanisme, ancien art. L. 122-4" in text
    assert "[Code de l’urbanisme, art. L. 143-16" not in text


def _told(found: Consultation) -> Iterator[str]:
    """Give the norms that the ways in force, their requirements, arguments, steps and cures, and the duties cite."""
    for outcome in found.outcomes:
        for option in (*outcome.routes, *outcome.staying):
            if option.status == "not_in_force":
                continue
            yield from option.option.norms
            for requirement in option.requirements:
                yield from requirement.requirement.norms
                for cure in requirement.cures:
                    yield from cure.cure.norms if cure.in_force else ()
            for merit in option.merits:
                yield from merit.merit.norms if merit.holds is not False else ()
            for act in option.acts:
                yield from act.act.norms if act.needed is not False else ()
    for duty in found.duties:
        yield from found.base.rules[duty.id].norms


def _later(base: KnowledgeBase, source: str, day: date) -> bool:
    """Tell whether a source came after a day: by its versions or, if none is known, by the years in its title."""
    versions = base.sources[source].versions
    if versions:
        return all(version.period.from_ is not None and version.period.from_ > day for version in versions)
    years = re.findall(r"\b20[0-3]\d\b", A_PERIOD.sub("", base.sources[source].title.fr))
    return any(int(year) > day.year for year in years) and source not in TITLES_OF_LATER_YEARS


def test_no_scenario_of_2014_or_2015_cites_a_text_of_the_future(base: KnowledgeBase) -> None:
    """A later guide that describes the practice of the day is cited as practice, without its own date."""
    played = 0
    late: dict[tuple[str, str], str] = {}
    native = engine("native")
    for scenario in (s for path in scenario_files([SCENARIOS]) for s in load_scenarios(path, base)):
        if scenario.as_of.year > 2015 or (found := scenario.consultation(native)).conflicts:
            continue
        played += 1
        for norm in _told(found):
            source = reference_on(base, base.norms[norm], found.as_of).id
            if _later(base, source, found.as_of):
                late[source, norm] = scenario.name
    assert late == {}
    assert played > 200  # otherwise the scenarios of those years were not found


@pytest.mark.parametrize(
    ("norm", "then", "now"),
    [
        ("assets.assoc.third-party-consent", "Code civil, ancien art. 1165", "Code civil, art. 1216"),
        (
            "staff.cse-consultation",
            "Code du travail, anciens art. L. 2323-1 et L. 2313-1",
            "Code du travail, art. L. 2312-8",
        ),
        ("staff.assoc.pay-continuity", "Code du travail, art. L. 1224-3", "Dalloz actualité, 12 mars 2024"),
        ("evo.alt.association", "Pratique, décrite par des textes postérieurs", "Cour des comptes, référé"),
    ],
)
def test_what_was_written_later_gives_way_to_the_text_of_the_day(
    base: KnowledgeBase, norm: str, then: str, now: str
) -> None:
    assert articles(base, (norm,), FRENCH, date(2014, 6, 1)).startswith(then)
    assert articles(base, (norm,), FRENCH, date(2026, 6, 1)).startswith(now)


def test_a_place_is_named_in_the_language_of_the_page() -> None:
    """« art. L. 5731-2 et L. 5731-3 » stood in an English page."""
    base, english = load(), Voice("en")
    places = {place_name(base, source, english) for norm in base.norms.values() for source in norm.sources}
    assert any(" and L.5731-3" in place for place in places)
    assert [place for place in places if re.search(r" et [L\dIV]|dernier al\.", place)] == []
