"""Faults that a jurist of a prefecture found in the acts of a creation and of an entry: each kind, in every course."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

import pytest

from petr_advisor.drafting.model import Draft, Drafts, Grid, Line
from petr_advisor.words.texts import Language
from tests.documents.conftest import real_base
from tests.drafting.conftest import (
    ASSOCIATION,
    COMBES,
    COURSES,
    ENTERING,
    LATE_ENTRY,
    SIONNE,
    act_of,
    case,
    drafted,
    drafts,
    of,
    words,
)
from tests.drafting.test_read_by_the_prefecture import remarks
from tests.drafting.test_read_by_the_secretary import signed

Course = tuple[str, Language, str | None]
COURSE = pytest.mark.parametrize("course", [each for each in COURSES if each[1] == "fr"], ids=lambda each: each[0])
MEETINGS = ("le comité syndical décide", "le conseil communautaire décide")
"""The formula by which an act says that it was voted."""


def cells(found: Draft | None) -> Iterator[str]:
    """Give what the tables of a draft hold, the names of files apart."""
    for part in found.parts if found is not None else ():
        if isinstance(part, Grid):
            yield from (cell for row in part.rows for cell in row[:2])


def texts(made: Drafts) -> Iterator[str]:
    """Give every text that some drafts say, remarks and tables among them."""
    for each in made.made:
        for part in each.parts:
            yield from (part.text, *part.remarks) if isinstance(part, Line) else (c for row in part.rows for c in row)


@COURSE
def test_no_number_is_parted_from_what_announces_it(course: Course) -> None:
    for said in texts(drafts(*course)):
        assert not re.search(r"\bn° ", said), said


@COURSE
def test_contents_have_the_letters_of_print(course: Course) -> None:
    for cell in cells(drafts(*course).contents):
        assert "'" not in cell, cell
        assert " - " not in cell, cell


@COURSE
def test_a_recusal_told_in_what_was_voted_is_told_as_done(course: Course) -> None:
    for each in drafts(*course).made:
        if any(formula in act_of(each) for formula in MEETINGS):
            assert "ne prennent part" not in act_of(each), each.name


@COURSE
def test_rules_made_applicable_are_as_many_as_those_cited_before(course: Course) -> None:
    for each in drafts(*course).made:
        lines = signed(each).splitlines()
        for before, line in pairwise(lines):
            if "applicables au PETR ;" in line or ("applicable au PETR ;" in line and "qui le" in line):
                assert ("son article" in before) == ("qui le rendent applicable " in line), each.name


@COURSE
def test_what_a_council_votes_and_has_to_be_enforced_is_sent_and_published(course: Course) -> None:
    for each in drafts(*course).made:
        if "n'est exécutoire qu'ensuite" in signed(each) and "Article 1er" in signed(each):
            assert re.search(
                r"transm\w+ (la délibération )?(au représentant de l'État|au préfet)|la transmet", act_of_plain(each)
            ), each.name
            assert re.search(r"publi(ée|er|e)\b", act_of_plain(each)), each.name


def act_of_plain(found: Draft) -> str:
    return act_of(found).replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


@COURSE
def test_what_follows_an_order_proposes_no_number_that_it_settled(course: Course) -> None:
    for each in drafts(*course).made:
        if each.template == "vice-presidents":
            assert "proposé d'après les populations" not in signed(each)


def test_the_number_of_vice_presidents_rests_on_the_order_that_settles_the_committee() -> None:
    for name in (SIONNE, LATE_ENTRY):
        for each in (each for each in drafts(name).made if each.template == "vice-presidents"):
            assert "Vu l'arrêté portant adhésion de" in signed(each)


def test_who_asks_to_enter_is_notified_of_the_vote_of_the_committee() -> None:
    (vote,) = of(SIONNE, "joining-committee")
    assert "au président de chaque membre et à celui de" in signed(vote)


def test_a_project_under_revision_is_extended_by_that_revision() -> None:
    (vote,) = of(ENTERING, "joining-committee")
    assert "dont la révision est engagée" in signed(vote)
    assert "ou de tous si le texte en change" not in signed(vote)


def test_an_author_that_depends_on_the_initiative_is_left_open_with_it() -> None:
    held = case(SIONNE)
    for side, author in {
        "candidate": "Président de la communauté",
        "committee": "Président du PETR",
        "prefect": "Préfet",
    }.items():
        (document,) = of(drafted(held.answer("joining.initiative", side)), "impact-document")
        assert signed(document).splitlines()[1].startswith(author)
    (document,) = of(drafted(held.withdraw("joining.initiative")), "impact-document")
    assert "[Président de l'établissement candidat] [Président du PETR] [Préfet]" in signed(document)
    assert "l'auteur : celui qui demande" in remarks(document)


@COURSE
def test_the_opinions_that_the_law_asks_for_are_steps_before_the_vote_on_a_project(course: Course) -> None:
    plans = {each.act for each in drafts(*course).made}
    for each in drafts(*course).made:
        if each.template == "summary-note" and each.act.endswith(("/approval", "/expressly-approves-updated")):
            told = next((line for line in signed(each).splitlines() if line.startswith("Ce vote vient après")), "")
            if each.act == "project-updated/expressly-approves-updated" and "Vote d'un membre" in each.name:
                assert "arrête le texte et le transmet" in told, each.name
            if (
                each.act == "project-updated/expressly-approves-updated"
                and "project-updated/gives-opinion-updated" in plans
            ):
                assert "la conférence des maires donne son avis" in told, each.name


def test_what_fails_is_told_to_councillors_in_sentences() -> None:
    """The notes give it as it is: no heading and colon, as in a table."""
    for name, procedure in real_base().procedures.items():
        for key, act in procedure.acts.items():
            if act.vote is not None and act.failing is not None:
                assert not re.match(
                    r"(Majorité non|Refus|Sans \w+, pas|Sans majorité :|Accord .* non)", act.failing.fr
                ), (name, key)


def test_a_letter_gives_one_greeting_and_the_other_in_the_margin() -> None:
    for key, template in real_base().templates.items():
        for passage in template.opening if template.kind == "letter" else ():
            if passage.text is not None and passage.use is None:
                assert not re.search(r"Madame la Président\w, Monsieur|\] \[Madame", passage.text.fr), key


def test_an_act_about_a_project_says_nothing_of_a_programme_that_nobody_bears() -> None:
    answers: Mapping[str, str] = {"structure.leader_bearer": "no"}
    held = case(SIONNE)
    for fact, answer in answers.items():
        held = held.answer(fact, answer)
    for each in drafted(held).made:
        if each.act.startswith("petr-member-joins/"):
            assert "LEADER" not in signed(each), each.name


def test_a_referral_on_a_creation_that_transfers_nothing_cites_no_transfer() -> None:
    held = case(ASSOCIATION).answer("change.staff_affected", "yes")
    for answer, cited in (("no", False), ("yes", True)):
        for each in drafted(held.answer("project.transfers_powers", answer)).made:
            if each.template == "staff-committee" and each.act == "petr-creation/cst":
                assert ("L. 5211-4-1" in signed(each)) == cited


def test_the_opinion_on_employees_taken_over_is_not_to_be_kept_or_taken_out() -> None:
    open_case = drafted(case(ASSOCIATION).withdraw("change.staff_affected"))
    for each in open_case.made:
        if (
            each.act in {"staff-private-to-public/posts", "staff-private-to-public/cst"}
            and each.template != "summary-note"
        ):
            assert "[à garder ou à retirer] Avis du comité" not in words(each), each.name
            assert "avant le vote qui crée les emplois" in words(each), each.name


def test_schemes_are_counted_only_where_the_departements_are_known() -> None:
    one = of(COMBES, "cdci")[0]
    assert "les schémas départementaux de" in signed(one)
    (unknown,) = of(drafted(case(ASSOCIATION)), "cdci")
    assert "[le schéma départemental] [les schémas départementaux]" in signed(unknown) or "s'accorde avec le" in signed(
        unknown
    )


def test_a_review_is_made_available_as_the_law_asks() -> None:
    (vote,) = of(SIONNE, "scot-reviewed")
    assert "communiquée au public, à l'autorité administrative compétente de l'État" in signed(vote)
    assert "à vérifier" in remarks(vote) or "les vérifier" in remarks(vote)
    assert "[approuvant] [révisant complètement] [maintenant en vigueur]" in signed(vote)
