"""A consultation on the real rule base, held entirely at the keyboard."""

import re
from datetime import date

from petr_advisor.checking import load
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.goals import arises_anyway
from petr_advisor.documents.layout.middle import duties_on_way
from petr_advisor.documents.texts import pen_of_every_way
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.tui import PetrAdvisorApp
from petr_advisor.tui.block_lines import block_lines
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.screens.outcomes import OutcomesScreen
from petr_advisor.tui.widgets.checks import CheckList
from petr_advisor.tui.widgets.lines import Lines
from petr_advisor.tui.widgets.statements import Statements
from petr_advisor.words.typography import WIDE, capital
from tests.tui.conftest import answers, asked, begin, key_by_key, letters, on_screen, pick, press, settle, write

MOST_QUESTIONS = 60


async def test_pays_association() -> None:
    """The association of a pays, its EPCIs picked from the register, ends with options, steps and paragraphs."""
    base = load()
    app = PetrAdvisorApp(
        base, register_folder=knowledge_folder() / "territories", language="fr", as_of=date(2026, 11, 24),
        engine=engine("native"),
    )  # fmt: skip
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot, "Bruche Mossig Piémont")
        await press(pilot, "1", "enter")  # an association
        assert answers(pilot)["structure.legal_form", None] == "association"
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, MembersScreen)
        for letters in ("vallée de la bruche", "molsheim", "mossig"):
            await key_by_key(pilot, letters)
            await press(pilot, "enter")
        await press(pilot, "tab", "v")
        for _ in range(MOST_QUESTIONS):
            if asked(pilot) is None:
                break
            several = bool(pilot.app.screen.query(Statements))
            await press(pilot, *(("e", "enter") if several else "i"))  # nothing else is known
        assert isinstance(pilot.app.screen, OutcomesScreen)
        shown = on_screen(pilot)
        assert "Le dossier ne permet pas encore de proposer une voie" in shown  # the answer, before the options
        assert "● Passer à un syndicat mixte fermé" in shown
        assert "● 1" not in shown  # no rank either, as long as nothing is proposed
        options = pilot.app.screen.query_one("#options", Lines)
        lines = [str(options.get_option_at_index(number).prompt) for number in range(options.option_count)]
        assert any("?   Créer un PETR" in line for line in lines)  # no rank while it is not settled
        await press(pilot, "j")
        assert "§ CGCT, art. L. 57" in on_screen(pilot)


async def test_the_lyon_metropolis_is_no_epci() -> None:
    """It is a territorial authority: picked in the register, it counts as another public body, as in plain prompts."""
    app = PetrAdvisorApp(
        load(), register_folder=knowledge_folder() / "territories", language="fr",
        as_of=date(2026, 11, 24), engine=engine("native"),
    )  # fmt: skip
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot, "Est lyonnais")
        await press(pilot, "1", "m")
        await pick(pilot, "métropole de lyon")
        assert answers(pilot)["member.kind", "200046977"] == "other_public"


def test_duties_go_with_the_option_or_with_their_subject() -> None:
    """What arises on the way of the option comes before what holds in any case; both are sorted by subject."""
    base = load()
    consultation = Consultation.start(base, date(2026, 11, 24), ["evolution", "change"], engine("native"))
    consultation = consultation.answer("structure.legal_form", "association").answer("structure.private_staff", "yes")
    pen = pen_of_every_way(consultation, "fr")
    shown = {
        key: [line.content.plain.replace(WIDE, " ") for line in block_lines(duties_on_way(pen, key), "")]
        for key in ("creation", "keep-association")
    }
    offer = next(found for found in consultation.duties if found.id == "staff.association.offer")
    assert offer.rule.to is not None
    assert any(capital(offer.rule.to.in_("fr")) in line for line in shown["creation"])
    assert not any(capital(offer.rule.to.in_("fr")) in line for line in shown["keep-association"])
    assert "Sur ce chemin : obligations, facultés, conseils" in shown["creation"]
    assert "Dans tous les cas : obligations, facultés, conseils" in shown["creation"]
    subject = shown["creation"].index(base.topics["staff-of-associations-and-gips"].in_("fr"))
    assert any(capital(offer.rule.to.in_("fr")) in line for line in shown["creation"][subject : subject + 10])
    common = [found for found in consultation.duties if found.rule.to and arises_anyway(consultation, found.rule)]
    lines = "\n".join(shown["creation"])
    assert common
    assert all(found.rule.to and capital(found.rule.to.in_("fr")) in lines for found in common)


async def test_the_header_names_the_key_question_dealt_with() -> None:
    """Of those chosen, only the one that the question on the screen helps to answer; a long one leaves room."""
    app = PetrAdvisorApp(
        load(), register_folder=knowledge_folder() / "territories", language="fr",
        as_of=date(2026, 11, 24), engine=engine("native"),
    )  # fmt: skip
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await write(pilot, "Bruche")
        checks = pilot.app.screen.query_one(CheckList)
        checks.focus()
        await press(pilot, "down", "down", "space", "ctrl+s", "escape")  # contracts, beside the legal evolution
        assert "Évolution juridique ░" in " ".join(on_screen(pilot).split())
        for _ in range(MOST_QUESTIONS):
            if "Contrats " in on_screen(pilot):
                break
            await letters(pilot, "i")
        seen = on_screen(pilot)  # its short name, where the whole has no room: none is cut
        assert re.search(r"Contrats ▓.* \d à trancher · \d+ à vérifier · \d+ facultatives? ", seen)
