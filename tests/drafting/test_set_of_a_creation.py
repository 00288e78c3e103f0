"""What a secretary general still mended in the drafts of a creation: each kind of fault, for every act that has it."""

import re

from petr_advisor.drafting.model import Grid
from tests.documents.conftest import real_base
from tests.drafting.conftest import ASSOCIATION, case, draft, drafts, of
from tests.drafting.test_creation_read_again import redrafted
from tests.drafting.test_read_by_the_secretary import signed

SHARE = re.compile(r"\d+,\d+ %")


def test_the_region_is_named_wherever_the_case_knows_it() -> None:
    templates = ("region-contract-member", "region-contract-association", "leader-bearer-request")
    votes = [each for template in templates for each in of(ASSOCIATION, template)]
    assert all("a région Centre-Val de Loire" in signed(each) for each in votes)


def test_the_highest_allowances_are_those_of_the_band_that_the_rules_give() -> None:
    base = real_base()
    rules = [rule for key, rule in base.rules.items() if key.startswith("governance.allowances.") and rule.to]
    told = {tuple(SHARE.findall(rule.to.fr)) for rule in rules if rule.to and SHARE.search(rule.to.fr)}
    band = {tuple(SHARE.findall(each.text.fr)) for each in base.blanks["allowance_band"].says} - {()}
    assert told == band
    assert "le maximum de la tranche de 20 000 à 49 999 habitants" in signed(of(ASSOCIATION, "allowances")[0])


def test_a_letter_on_the_vote_of_a_member_waits_for_no_other_vote() -> None:
    letters = {each.called: each.day for each in of(ASSOCIATION, "communes-letter")}
    votes = {each.called: each.day for each in of(ASSOCIATION, "epci-creation")}
    assert votes.keys() < letters.keys()
    assert all((letters[name] - day).days == 1 for name, day in votes.items())
    assert all(letters[name] < min(votes.values()) for name in letters.keys() - votes.keys())


def test_what_comes_every_year_has_no_day_in_the_contents_and_who_registers_is_elected() -> None:
    found = drafts(ASSOCIATION)
    assert found.contents is not None
    (table,) = (part for part in found.contents.parts if isinstance(part, Grid))
    said = [act for _, act, _ in table.rows]
    assert not any("rapport annuel" in act for act in said)
    installed = next(place for place, act in enumerate(said) if "installation du comité" in act)
    assert installed < next(place for place, act in enumerate(said) if "immatriculer" in act)


def test_a_sheet_says_the_day_of_the_law_that_its_span_goes_beyond() -> None:
    for template in ("first-budget", "project-approval"):
        for each in of(ASSOCIATION, template):
            sheet = signed(each) if template == "" else "\n".join(getattr(part, "text", "") for part in each.parts)
            assert "tenue seulement si le plan va vite" in sheet


def test_a_note_tells_who_leaves_the_room() -> None:
    notes = [each for each in of(ASSOCIATION, "summary-note") if each.act == "petr-creation/epci-votes"]
    assert notes != []
    for answer in ("yes", "no"):
        made = redrafted(case(ASSOCIATION).answer("ethics.association_seat", answer)).made
        told = [each for each in made if each.template == "summary-note" and each.act == "petr-creation/epci-votes"]
        assert told != []
        for each in told:
            assert ("les élus qui dirigent l'association quittent la salle" in signed(each)) == (answer == "yes")


def test_each_opinion_on_the_project_is_asked_for_by_a_letter() -> None:
    letters = of(ASSOCIATION, "project-referral")
    assert sorted(each.name for each in letters) == [
        "Saisine de la conférence des maires - Projet", "Saisine du conseil de développement - Projet",
    ]  # fmt: skip
    for opinion in ("project-opinion", "development-council-opinion"):
        assert "par lettre du président du PETR" in signed(draft(ASSOCIATION, opinion))


SIGNED_OFF = re.compile(r"otre correspondant est .* (?:Je vous prie|Nous vous prions) d'agréer")


def test_no_sentence_puts_brackets_inside_brackets_nor_signs_off_beside_a_contact() -> None:
    for each in drafts(ASSOCIATION).made:
        said = signed(each)
        assert not SIGNED_OFF.search(said), each.name
        assert "(autre lecture" not in said, each.name
