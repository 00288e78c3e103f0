"""What a reader of a folder of acts goes by: names of files, who is addressed, what is said once, what is enclosed."""

import re

import pytest

from petr_advisor.drafting.model import Line
from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base
from tests.drafting.conftest import COURSES, drafts

BY_THE_COMMITTEE = {
    "fr": ("Comité syndical", "Vote du comité - "),
    "en": ("Committee", "Vote of the syndicate council - "),
}
SENT = re.compile(r"transm(?:et|ettre)[^.;]* au (?:préfet|représentant de l’État)")
EACH = pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
FRENCH = pytest.mark.parametrize(
    "name", sorted({name for name, speech, option in COURSES if speech == "fr" and not option})
)


def test_a_file_says_that_it_is_a_vote_of_the_committee() -> None:
    for key, template in real_base().templates.items():
        if template.kind == "resolution" and template.by.fr.startswith(BY_THE_COMMITTEE["fr"][0]):
            title = template.file or template.title
            for speech, (_, start) in BY_THE_COMMITTEE.items():
                assert getattr(title, speech).startswith(start), key


@FRENCH
def test_a_letter_to_a_prefect_addresses_the_prefect(name: str) -> None:
    for each in drafts(name).made:
        lines = [part for part in each.parts if isinstance(part, Line)]
        to = next((line.text for line in lines if line.style == "addressee"), "")
        if re.match(r"Pré(?:fet|fecture)", to):
            assert any(line.text == "Monsieur le Préfet," for line in lines), each.name
            assert not any("Madame, Monsieur" in line.text for line in lines), each.name


@FRENCH
def test_a_resolution_says_once_that_it_is_sent_to_the_prefect(name: str) -> None:
    for each in drafts(name).made:
        if real_base().templates[each.template].kind == "resolution":
            lines = [part.text for part in each.parts if isinstance(part, Line)]
            sent = [line for line in lines[: lines.index("Fiche de travail, à retirer de l’acte")] if SENT.search(line)]
            assert len(sent) <= 1, (each.name, sent)


@FRENCH
def test_a_request_for_an_order_encloses_the_statutes_that_votes_approve(name: str) -> None:
    made = drafts(name).made
    for each in made:
        if each.template == "prefect-members-agreed":
            lines = [part.text for part in each.parts if isinstance(part, Line)]
            procedure = each.act.partition("/")[0]
            votes = [found for found in made if found.act.startswith(f"{procedure}/committee")]
            said = [part.text for found in votes for part in found.parts if isinstance(part, Line)]
            approved = any(re.search(r"[Ss]tatuts .*(?:annexé|modifi)", line) for line in said)
            assert not votes or any(line.startswith("Statuts complets") for line in lines) == approved, each.name


@EACH
def test_a_contract_that_a_committee_approves_is_named(course: tuple[str, Language, str | None]) -> None:
    for found in drafts(*course).without:
        assert not re.search(r"approuve le contrat (?:et|:|$)|approves the contract (?:and|:|$)", found.said), (
            found.said
        )
