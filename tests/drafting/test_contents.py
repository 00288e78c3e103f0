"""What each act must contain, by the dossier of law, stands in its template; no template leaves a choice unremarked."""

from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from petr_advisor.drafting.model import Line
from petr_advisor.knowledge.templates import PARTS, ActTemplate, Passage
from petr_advisor.words.notation import places
from petr_advisor.words.texts import Language, Text
from petr_advisor.words.voice import Voice
from tests.documents.conftest import real_base
from tests.drafting.conftest import COURSES, case, drafts, words

LEDGER = yaml.safe_load(Path(__file__).with_name("contents.yaml").read_text(encoding="utf-8"))
SAID = ("subject", "opening", "citations", "reasons", "formula", "articles", "closing")
ACTS = sorted(LEDGER["acts"])


class Wanted(NamedTuple):
    """What an act must hold: where, in words of which one at least is to be found there."""

    parts: tuple[str, ...]
    words: str


def passages(template: ActTemplate, part: str) -> tuple[Passage, ...]:
    found: tuple[Passage, ...] = getattr(template, part)
    return tuple(real_base().passages[each.use] if each.use is not None else each for each in found)


def said(template: ActTemplate, parts: tuple[str, ...]) -> str:
    """Give what a template says in some of its parts, in French, remarks of the margin too."""
    texts: list[Text | None] = [template.by, template.to, template.subject if "subject" in parts else None]
    for part in parts:
        if part != "subject":
            texts += [each for found in passages(template, part) for each in (found.title, found.text, found.choice)]
            tables = (found.table for found in passages(template, part) if found.table is not None)
            texts += [cell for table in tables for row in (table.header, *table.rows) for cell in row]
    return "\n".join(text.fr for text in texts if text is not None)


@pytest.mark.parametrize("act", ACTS)
def test_what_an_act_must_contain_stands_in_its_template(act: str) -> None:
    wanted = LEDGER["acts"][act]
    templates = [real_base().templates[key] for key in wanted["templates"]]
    missing = [
        each
        for what, parts in (("sees", SAID), ("decides", SAID), ("encloses", ("annexes",)))
        for each in wanted.get(what, ())
        if not any(way in said(template, parts) for template in templates for way in each.split("|"))
    ]
    assert missing == []


def test_every_template_is_in_the_ledger_or_written_for_the_program() -> None:
    """A template of an act that the dossier describes is held to what it says."""
    held = {key for found in LEDGER["acts"].values() for key in found["templates"]}
    own = {
        "agreement-sent-to-associated", "allowances-after-entry", "bearer-consent", "bearer-consent-vote",
        "bodies-adjusted", "budget-debate",
        "development-council-entrusted", "dissolution-request", "last-answer", "leader-perimeter", "plan-stands",
        "project-sent", "project-sent-to-associated",
        "scot-extended", "scot-follow-up", "scot-reduced", "services-handed-over",
        "withdrawal-announced", "withdrawal-partners", "leader-bearer-association", "leader-bearer-committee",
        "region-contract-association", "region-contract-syndicate",
        "park-agreement-vote", "project-adoption", "recovery-contract-committee", "recovery-contract-member",
        "candidate-notification", "joining-notification", "enlarged-committee", "enlarged-committee-notice",
        "plan-referral-to-council", "project-extension", "project-referral", "project-sent-to-newcomer",
        "region-contract-taken-over", "vice-presidents-elected",
        "gip-renewal", "gip-renewal-member", "gip-renewal-request", "withdrawal-shares-agreed",
        "withdrawal-shares-agreed-leaver",
        "withdrawal-shares-request", "withdrawal-shares-request-leaver",
        "region-contract-committee", "region-contract-member", "rurality-contract-bid", "scot-perimeter",
        "scot-perimeter-request", "scot-prescription", "scot-reviewed", "standing-orders",
        "summary-note", "territorial-agreement-rider", "vice-presidents",
    }  # fmt: skip
    assert real_base().templates.keys() - held == own


FORMAL = frozenset({
    "a_day", "act_number", "addressee", "agenda", "ambition", "assumptions", "attendance", "body_name", "candidates",
    "closing_hour", "conditions", "consultation", "contact", "debate", "delegates", "diagnosis", "disputed_points",
    "eldest", "follow_up", "guarantees", "host", "list_results", "local_context",
    "meeting_attendance", "meetings", "notice_day", "number",
    "operation", "opinion", "other_party", "partners", "place", "president_elected", "remarks", "results",
    "revenue", "rules", "secretary", "sheets", "signatory",
    "spending", "tellers", "terms",
})  # fmt: skip
"""What the meeting, the vote or the talks give, and what a remark of the passage explains: nothing to look up."""


def test_what_has_to_be_looked_up_says_where() -> None:
    base = real_base()
    empty = {
        key for key, blank in base.blanks.items()
        if blank.fact is None and blank.computed is None and not blank.says and not blank.due and not blank.passed
            and not blank.until and blank.reckoned is None
    }  # fmt: skip
    assert {key for key in empty if base.blanks[key].find is None} == FORMAL


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
def test_each_thing_to_look_up_is_remarked_once(course: tuple[str, Language, str | None]) -> None:
    finds = {Voice(course[1]).sentence(each.find) for each in real_base().blanks.values() if each.find}
    for found in drafts(*course).made:
        told = [remark for part in found.parts if isinstance(part, Line) for remark in part.remarks if remark in finds]
        assert sorted(told) == sorted(set(told))


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
def test_no_place_is_left_empty_that_the_case_fills(course: tuple[str, Language, str | None]) -> None:
    """A département, an association or a population that the case knows is not asked again."""
    held = case(course[0])
    departements = held.departements or ()
    for found in drafts(*course).made:
        text = words(found)
        if len(departements) == 1:
            assert "[à compléter\u00a0: département du siège]" not in text
        ids = held.lists["member"].ids if "member" in held.lists else ()
        if ids and all(held.facts.get("member.population", of) for of in ids):
            assert "[à compléter\u00a0: population" not in text


def test_each_place_of_a_template_can_be_filled_or_is_labelled() -> None:
    base = real_base()
    named = {
        name
        for template in base.templates.values()
        for part in PARTS
        for found in passages(template, part)
        if found.text is not None
        for name in places(found.text.fr)
    }
    assert [name for name in named if not base.blanks[name].label.fr] == []
