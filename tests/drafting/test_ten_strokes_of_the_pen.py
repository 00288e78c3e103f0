"""What a jurist who read all the drafts of two courses would still have corrected with a pen."""

import pytest

from petr_advisor.drafting.model import Draft, Line
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.texts import Language
from tests.drafting.conftest import act_of, case, drafted, of

VOTED = "reading/association-votes-prevus-2026"
ENTRY = "reading/petr-entree-projet-2026"
SCOT_PASSES = "[à compléter : date d’effet du transfert, postérieure aux deux arrêtés]"


def plain(text: str) -> str:
    """Give words without the spaces that do not break."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def said(found: Draft) -> str:
    return plain(act_of(found))


def remarks(found: Draft) -> str:
    return plain("\n".join(each for part in found.parts if isinstance(part, Line) for each in part.remarks))


def note_on(course: str, act: str) -> Draft:
    return next(each for each in of(course, "summary-note") if each.act == act)


def test_the_syndicate_hands_over_on_the_day_on_which_the_petr_receives() -> None:
    (handed,) = of(VOTED, "services-handed-over")
    for told in (said(handed), said(note_on(VOTED, "syndicate-hands-over-all/transfer"))):
        assert f"sont remis au PETR [à compléter : nom du PETR], avec effet au {SCOT_PASSES}" in told
        assert "date d’effet souhaitée" not in told
    assert "ce n’est pas la date d’effet de la création" in remarks(handed)


def test_a_scheme_that_changes_bearer_passes_after_both_orders() -> None:
    found = of(VOTED, "power-transfer", "members-consent", "prefect-members-agreed")
    passing = [each for each in found if each.act.startswith("scot-transfer/")]
    assert {each.template for each in passing} == {"power-transfer", "members-consent", "prefect-members-agreed"}
    assert all(SCOT_PASSES in said(each) for each in passing)
    assert all("celui qui le retire à l’ancien porteur" in remarks(each) for each in passing)


def test_the_list_of_acts_says_that_both_orders_have_one_day_of_effect() -> None:
    found = case(VOTED)
    plan = roadmap(found, found.as_of)
    (taken,) = (task for task in plan.tasks if task.id == "petr-takes-scot/orders")
    assert "de même date d'effet que celui qui le donne au PETR, date postérieure aux deux arrêtés" in taken.does.fr


def test_both_votes_say_alike_what_the_petr_takes_over() -> None:
    (vote,) = of(VOTED, "power-transfer")
    assert "ses biens, droits et obligations, dont ses dettes, ses contrats d’études et ses subventions" in said(vote)


@pytest.mark.parametrize(
    ("course", "template", "told"),
    [
        (VOTED, "delegates", "bulletins blancs et nuls, suffrages exprimés, majorité absolue, voix de chaque candidat"),
        (ENTRY, "delegates", "bulletins blancs et nuls, suffrages exprimés, majorité absolue, voix de chaque candidat"),
        (VOTED, "installation", "bulletins blancs et nuls, suffrages exprimés, majorité absolue"),
        (VOTED, "tender-committee", "bulletins blancs et nuls, suffrages exprimés, voix et sièges de chaque liste"),
    ],
)
def test_an_election_counts_blank_and_invalid_ballots(course: str, template: str, told: str) -> None:
    assert all(told in said(each) for each in of(course, template))


def test_the_margin_says_why_so_many_seats_and_what_one_more_would_do() -> None:
    (vote,) = of(ENTRY, "joining-committee")
    assert "16 sièges : l’usage en compte 4 par membre" in remarks(vote)
    assert "soit 17, la même méthode donne, dans l’ordre du tableau, 6 ; 6 ; 2 ; 3, et les parts" in remarks(vote)
    assert "à essayer avant le vote" not in remarks(vote)
    even = case(ENTRY)
    for place, people in enumerate((10000, 10000, 10000)):
        member = even.lists["member"].ids[place]
        even = even.answer("member.population", people, member)
    (close,) = of(drafted(even.answer("joiner.population", 10000)), "joining-committee")
    assert "un nombre voisin peut donner un siège de plus" in remarks(close)
    assert "la même méthode donne" not in remarks(close)


def test_a_number_of_seats_that_the_statutes_give_is_not_said_to_be_a_habit() -> None:
    (vote,) = of(drafted(case(ENTRY).answer("statutes.seat_formula", value=True)), "joining-committee")
    assert "l’usage en compte" not in remarks(vote)


@pytest.mark.parametrize("course", [VOTED, ENTRY])
def test_no_reason_asks_a_question(course: str) -> None:
    told = [
        said(each)
        for each in of(course, "summary-note", *{VOTED: ("power-transfer",), ENTRY: ("scot-reviewed",)}[course])
    ]
    assert any("que cette procédure en est au point suivant : [à compléter" in each for each in told)
    assert [each for each in told if "où en est" in each] == []


def test_the_entry_has_a_time_for_the_agreement_still_to_be_signed() -> None:
    (vote,) = of(ENTRY, "joining-committee")
    assert "La convention territoriale, qui reste à signer, est conclue avec la communauté de communes" in said(vote)
    unsaid = of(drafted(case(ENTRY).withdraw("petr.agreement_signed")), "joining-committee")
    assert "qui reste à signer" not in said(unsaid[0])


@pytest.mark.parametrize(
    ("signed", "stands"),
    [
        (False, "En attendant, le projet demeure tel qu’il est approuvé."),
        (True, "En attendant, le projet et la convention en cours demeurent."),
        (None, "En attendant, le projet demeure, et la convention si elle est signée."),
    ],
)
def test_the_launch_speaks_of_an_agreement_only_where_there_may_be_one(*, signed: bool | None, stands: str) -> None:
    held = case(ENTRY).withdraw("petr.agreement_signed")
    made = drafted(held if signed is None else held.answer("petr.agreement_signed", value=signed))
    (launch,) = of(made, "project-launch")
    assert stands in remarks(launch)


@pytest.mark.parametrize(
    ("language", "head", "draft"),
    [("fr", "Pièces jointes", "Projet de délibération"), ("en", "Enclosed", "Draft resolution")],
)
def test_a_note_encloses_the_draft_resolution_with_what_goes_with_it(language: Language, head: str, draft: str) -> None:
    made = drafted(case(ENTRY), language)
    notes = of(made, "summary-note")
    assert all(f"{head}\n{draft}" in said(each) for each in notes)


def test_a_note_encloses_neither_itself_nor_what_an_election_will_tell() -> None:
    notes = [said(each) for course in (VOTED, ENTRY) for each in of(course, "summary-note")]
    enclosed = [each.split("Pièces jointes")[1] for each in notes]
    assert any("Carte du périmètre" in each for each in enclosed)
    assert [each for each in enclosed if "Note explicative" in each or "dépouillement" in each] == []


@pytest.mark.parametrize("course", [VOTED, ENTRY])
def test_an_opinion_gives_its_reasons(course: str) -> None:
    for each in of(course, "project-opinion", "development-council-opinion"):
        assert "abstentions, pour les motifs suivants : [à compléter : motifs]" in said(each)


def test_the_budget_debate_names_the_article_to_be_checked() -> None:
    (debate,) = of(VOTED, "budget-debate")
    assert "sans doute à l’article L. 1612-26, à vérifier" in remarks(debate)
