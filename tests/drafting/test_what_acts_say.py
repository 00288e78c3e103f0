"""What a prefecture reads in a draft: organs by name, the texts in play, the majority, nothing known left out."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.drafting.choosing import MOST_APART, Choosing
from petr_advisor.drafting.model import Draft, Drafts, Line
from petr_advisor.drafting.sheet import articles_of
from petr_advisor.planning.roadmap import roadmap
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.documents.conftest import real_base
from tests.drafting.conftest import COURSES, act_of, case, draft, drafts, words

LEAVING = "life/leaving-today#leaves-two-in-one-piece"
COURSE = pytest.mark.parametrize("course", COURSES, ids=lambda course: course[0])
Course = tuple[str, Language, str | None]


def named(name: str, territory: str) -> Drafts:
    """Draft the acts of a case whose territory has a name."""
    held: Consultation = case(name)
    return Choosing(held, roadmap(held, held.as_of), Voice("fr"), territory).drafts()


def of_procedure(name: str, template: str, procedure: str) -> Draft:
    """Give the draft of a template for a procedure."""
    made = drafts(name).made
    return next(each for each in made if each.template == template and each.act.startswith(f"{procedure}/"))


def remarks(found: Draft) -> list[str]:
    """Give the remarks in the margin of a draft."""
    return [remark for part in found.parts if isinstance(part, Line) for remark in part.remarks]


def subjects(made: tuple[Draft, ...]) -> Iterator[str]:
    """Give the lines that say what drafts are about."""
    for found in made:
        yield from (part.text for part in found.parts if isinstance(part, Line) and part.style == "subject")


# -- persons and organs ----------------------------------------------------------------------------------------


def test_a_member_that_has_left_sits_votes_and_signs_no_more() -> None:
    order = real_base().procedures["petr-member-withdraws"].effect_at
    held = case(LEAVING)
    plan = roadmap(held, held.as_of)
    left = next(task.soonest for task in plan.tasks if task.id in {f"petr-member-withdraws/{act}" for act in order})
    asked = Choosing(held, plan, Voice("fr")).drafts("territorial-agreement").made  # nobody said that there is one
    made = (*drafts(LEAVING).made, *asked)
    after = [found for found in made if found.day > left]
    before = [found for found in made if found.day < left]
    assert "territorial-agreement" in {found.template for found in after}
    assert [found.name for found in after if re.search("du Plateau ;|CC du Plateau", words(found))] == []
    assert any("31\u202f000 habitants" in words(found) for found in before)
    assert any("22\u202f000 habitants" in words(found) for found in after)


def test_new_seats_are_those_of_the_members_that_stay() -> None:
    said = words(draft(LEAVING, "seats-change"))
    assert "CC du Haut Val | 12\u202f000" in said
    assert "CC du Plateau |" not in said
    assert "chacun doit alors avoir la moitié des sièges" in said
    assert "le jour où le retrait de la communauté de communes du Plateau prend effet" in said


def test_a_member_that_leaves_is_named_and_its_name_is_not_asked() -> None:
    said = "\n".join(words(found) for found in drafts(LEAVING).made)
    assert "nom de l’EPCI qui se retire" not in said
    assert "Conseil communautaire de la communauté de communes du Plateau" in said


@COURSE
def test_an_assembly_decides_by_its_own_name(course: Course) -> None:
    for found in drafts(*course).made:
        assert not re.search("l’assemblée décide|the assembly decides", words(found))
        assert not re.search(r"^Conseil de ", words(found), re.MULTILINE)


@COURSE
def test_the_staff_is_heard_by_the_committee_of_the_day(course: Course) -> None:
    for found in drafts(*course).made:
        assert "comité du personnel" not in f"{found.title}\n{act_of(found)}"
        other = "comité technique" if found.day >= date(2023, 1, 1) else "comité social territorial"
        if found.template == "staff-committee":
            assert other not in act_of(found)


def test_a_transformation_forms_no_new_body() -> None:
    said = act_of(draft("course/syndicate-that-becomes-a-petr", "statutes"))
    assert "est transformé en un établissement public" in said
    assert "Il est formé" not in said
    assert "A public establishment is formed" in act_of(draft("evolution/matrix/association", "statutes", "en"))


# -- the texts in play, the majority, silence ------------------------------------------------------------------


@COURSE
def test_the_article_on_transformation_is_cited_in_transformations_only(course: Course) -> None:
    for found in drafts(*course).made:
        if not found.act.startswith("petr-transformation/"):
            assert not re.search(r"(Vu|regard)[^;]*L\.\W?5741-(1 à L\.\W?5741-5|4)", act_of(found))


@pytest.mark.parametrize(
    ("procedure", "article"), [("petr-member-withdraws", "L. 5211-19"), ("seats-change", "L. 5212-7-1")]
)
def test_a_member_votes_in_view_of_the_article_of_its_procedure(procedure: str, article: str) -> None:
    said = act_of(of_procedure(LEAVING, "members-consent", procedure)).replace("\u00a0", " ").replace("\u202f", " ")
    seen = "\n".join(line for line in said.splitlines() if line.startswith("Vu"))
    assert article in seen
    assert "L. 5211-5 " not in seen


def test_the_letter_to_members_works_out_who_cannot_be_missing() -> None:
    said = act_of(of_procedure(LEAVING, "members-notification", "petr-member-withdraws"))
    assert "aucun des trois membres ne peut manquer" in said


def test_nothing_is_worked_out_where_a_population_is_not_known() -> None:
    held = case(LEAVING)
    member = held.lists["member"].ids[0]
    held = held.withdraw("member.population", member)
    made = Choosing(held, roadmap(held, held.as_of), Voice("fr")).drafts().made
    letters = [found for found in made if found.template == "members-notification"]
    assert letters
    assert not any("ne peut manquer" in act_of(found) for found in letters)
    assert not any("dont l’accord est nécessaire" in act_of(found) for found in letters)


def test_the_silence_of_the_text_is_told_with_its_doubt_on_seats() -> None:
    said = act_of(of_procedure(LEAVING, "members-notification", "seats-change"))
    assert (
        "le silence vaut accord à la lettre du texte, mais ce point est discuté\u00a0: seul un vote exprès est sûr"
        in said
    )
    assert "le silence vaut refus" in act_of(of_procedure(LEAVING, "members-notification", "petr-member-withdraws"))


def test_the_secret_ballot_is_the_rule_of_an_election_of_delegates() -> None:
    said = act_of(draft(LEAVING, "delegates"))
    assert "au scrutin secret" in said
    assert "de ne pas procéder au scrutin secret" not in said
    assert "dans les cinq jours" in said


# -- what the case knows ---------------------------------------------------------------------------------------


def test_the_name_of_a_petr_in_place_is_written_once() -> None:
    said = "\n".join(words(found) for found in named(LEAVING, "PETR du Pays des Trois Vaux").made)
    assert "PETR du Pays des Trois Vaux" in said
    assert "PETR PETR" not in said
    assert "nom du PETR" not in said


def test_the_name_of_a_syndicate_is_not_that_of_the_petr_to_come() -> None:
    made = named("course/syndicate-that-becomes-a-petr", "Pays des Trois Vaux").made
    proposal = words(next(each for each in made if each.template == "transformation-proposal"))
    assert "Comité syndical du syndicat mixte [Pays des Trois Vaux, à vérifier]" in proposal
    assert "sous le nom de [à compléter\u00a0: nom du PETR]" in proposal


def test_what_the_case_settles_is_not_remarked() -> None:
    sure = of_procedure(LEAVING, "withdrawal-request", "petr-member-withdraws")
    assert not any("vérifier avant tout vote" in remark for remark in remarks(sure))
    held = case(LEAVING).withdraw("perimeter.remainder_sound")
    unsure = Choosing(held, roadmap(held, held.as_of, "life-withdrawal"), Voice("fr")).drafts("withdrawal-request")
    assert any("vérifier avant tout vote" in remark for remark in remarks(unsure.made[0]))


@COURSE
def test_no_subject_is_the_title_of_a_procedure(course: Course) -> None:
    base, language = real_base(), course[1]
    titles = [Voice(language).say(base.title_of(procedure)) for procedure in base.procedures]
    letters = [
        found for found in drafts(*course).made
        if base.templates[found.template].kind == "letter" or found.template == "members-consent"
    ]  # fmt: skip
    for said in subjects(tuple(letters)):
        assert [title for title in titles if f"« {title} »" in said or said.endswith(title)] == []
        assert ": objet]" not in said


def test_a_note_tells_the_table_of_seats_and_no_mere_form() -> None:
    made = drafts(LEAVING).made
    note = next(each for each in made if each.template == "summary-note" and each.act == "seats-change/request")
    said = words(note)
    assert "CC du Haut Val | 12\u202f000" in said
    assert "chargé de signer les pièces" not in said


def test_staff_of_a_syndicate_has_been_heard_and_land_is_registered_only_where_there_is_some() -> None:
    held = case("course/syndicate-that-becomes-a-petr")
    held = held.answer("structure.public_staff", "yes").answer("structure.real_estate", "no")
    found = Choosing(held, roadmap(held, held.as_of), Voice("fr")).drafts("transformation-proposal").made[0]
    line = next(part for part in found.parts if isinstance(part, Line) and "Vu l’avis du comité technique" in part.text)
    assert line.remarks == ()
    assert "publicité foncière" not in act_of(found)


# -- mended faults, each over every course -----------------------------------------------------------------------


@COURSE
def test_names_of_files_are_short_and_end_with_a_whole_word(course: Course) -> None:
    for found in drafts(*course).made:
        assert len(found.name) <= 120
        assert not re.search(r" (du|de|des|sur|la|le|the|of|on|to)( - |$)", found.name)


@COURSE
def test_silence_is_told_in_one_way_in_all_that_is_about_a_vote(course: Course) -> None:
    """The letter, the vote of a member, its note and their working sheets say the same of silence."""
    base, language = real_base(), course[1]
    said: dict[str, set[str]] = {}
    phrase = re.compile("le silence (?:vaut|ne vaut)[^.]*" if language == "fr" else "silence (?:counts|does not)[^.]*")
    for found in drafts(*course).made:
        act = base.act_under(found.act, case(course[0]).followed)
        counted = base.majorities[act.majority].count if act.majority else None
        if act.vote is not None and counted is not None and counted.by != "delegates":
            lines = (part.text for part in found.parts if isinstance(part, Line) and part.style == "body")
            said.setdefault(found.act, set()).update(match for line in lines for match in phrase.findall(line))
    assert [act for act, ways in said.items() if len(ways) > 1] == []


@COURSE
def test_no_article_is_cited_again_without_its_version(course: Course) -> None:
    unknown = f"({Voice(course[1]).phrase('draft.version-unknown')})"
    for found in drafts(*course).made:
        lines = [part.text for part in found.parts if isinstance(part, Line) and part.style == "item"]
        sure = [re.split(r" \((?:depuis|since|du|from)\b", text) for text in lines]
        known = [articles_of(place) for place, *version in sure if version]
        again = [articles_of(text.partition(unknown)[0]) for text in lines if unknown in text]
        assert [each for each in again if each and any(each <= other for other in known)] == []


@COURSE
def test_a_vote_says_what_it_is_about_and_decides_on_no_proposal(course: Course) -> None:
    for found in drafts(*course).made:
        assert "La proposition du comité" not in act_of(found)
        if found.template == "summary-note":
            (about,) = subjects((found,))
            assert not re.search("Objet : Délibération|Subject: Resolution", about)


@COURSE
def test_the_park_is_spoken_of_only_where_there_is_one(course: Course) -> None:
    """Where nobody said whether there is one, its charter is a choice; where there is none, it is not told."""
    known = case(course[0]).facts.get("territory.regional_park")
    if known is None or known.value is not True:
        for found in drafts(*course).made:
            told = [each for each in act_of(found).splitlines() if "charte du parc naturel" in each]
            assert found.template == "park-agreement" or known is None or told == []
            assert found.template == "park-agreement" or all(
                each.startswith("[à garder ou à retirer]") for each in told
            )


def test_a_member_votes_on_the_withdrawal_itself_and_each_has_its_own_draft() -> None:
    votes = [each for each in drafts(LEAVING).made if each.act == "petr-member-withdraws/members"]
    votes = [each for each in votes if each.template == "members-consent"]
    assert len({each.name for each in votes}) == len(case(LEAVING).lists["member"].ids)
    for found in votes:
        leaves = found.name.endswith("CC du Plateau")
        wanted = (
            "confirme la demande de retrait de l’établissement" if leaves else "consent au retrait de la communauté"
        )
        assert f"Le conseil {wanted}" in act_of(found)
        assert "nom de l’EPCI]" not in act_of(found)


def test_more_members_than_are_drafted_apart_have_one_draft() -> None:
    rows = {
        f"m{n}": {"member.name": f"CC {n}", "member.kind": "cc", "member.population": 1000 + n}
        for n in range(MOST_APART + 1)
    }
    held = case("course/syndicate-that-becomes-a-petr").list_entities("member", rows)
    made = Choosing(held, roadmap(held, held.as_of, "l5741-4"), Voice("fr")).drafts().made
    assert len([each for each in made if each.template == "epci-transformation"]) == 1


def test_what_is_in_force_is_changed_by_a_rider() -> None:
    held = case("reading/petr-retrait-2026").answer("petr.agreement_signed", "yes")
    held = held.answer("petr.project_approved", "yes")
    made = Choosing(held, roadmap(held, held.as_of), Voice("fr")).drafts().made
    assert not [each for each in made if each.template == "territorial-agreement"]


def test_an_election_follows_its_own_rule_and_its_note_knows_no_result() -> None:
    made = drafts("course/syndicate-that-becomes-a-petr").made
    note = next(each for each in made if each.template == "summary-note" and each.act.endswith("/delegates"))
    said = act_of(note)
    assert "majorité absolue aux deux premiers tours" in said
    assert "L. 2121-20" not in said
    assert "proclamés élus" not in said
    vote = next(each for each in made if each.template == "delegates")
    assert "dans les cinq jours" in act_of(vote)
    assert "Conseil d’État, 27 juin 2025" not in words(vote)


def test_seats_are_proposed_between_brackets_article_by_article() -> None:
    held = case("course/syndicate-that-becomes-a-petr")
    made = drafts("course/syndicate-that-becomes-a-petr").made
    statutes = next(each for each in made if each.template == "statutes")
    said = words(statutes)
    assert "[12, proposé d’après les populations] délégués titulaires" in said
    assert len(held.lists["member"].ids) == 3
    assert "CC du Haut Val | 14 000 | [" in said


def test_the_sharing_agreement_has_its_date_its_condition_and_what_is_due() -> None:
    said = act_of(draft(LEAVING, "withdrawal-shares"))
    for title in ("Emprunts", "Contributions dues", "Date d’effet et condition"):
        assert f"– {title}" in said
    assert "caduc si l’arrêté n’est pas pris" in said


# -- contracts ---------------------------------------------------------------------------------------------------


def test_each_member_has_its_own_resolution_on_a_contract_that_it_signs() -> None:
    """The committee's vote does not stand for those of the members, who pay and sign."""
    for course, own, common in (
        (("contracts/crte-perimeters-of-2021", "fr", "crte-petr"), "recovery-contract-member", "convention-cadre"),
        (("regions/normandie", "fr", None), "region-contract-member", "plan de financement"),
    ):
        made = drafts(*course).made
        (vote,) = (found for found in made if found.template == own)
        committee = next(found for found in made if found.template == own.replace("member", "committee"))
        assert "Conseil communautaire" in act_of(vote)
        assert common in act_of(vote)
        assert "le conseil communautaire décide" in act_of(vote)
        assert vote.day <= committee.day
        assert any(found.template == "summary-note" and found.act == vote.act for found in made)


def test_the_agreement_with_the_park_is_voted_before_it_is_signed() -> None:
    course = next(each for each in COURSES if any(d.template == "park-agreement" for d in drafts(*each).made))
    made = drafts(*course).made
    assert "est approuvée" in act_of(next(found for found in made if found.template == "park-agreement-vote"))
