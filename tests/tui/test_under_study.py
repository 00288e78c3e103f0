"""Nothing is called a proposal before there is one: neither below a question, nor at the end, nor by plain prompts."""

import re
from datetime import date

import pytest
from textual.content import Content

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.texts import statuses_text
from petr_advisor.prompts.plain_offer import offer
from petr_advisor.tui.conclusions import subject, unasked
from petr_advisor.tui.evaluator import evaluate, tell
from petr_advisor.tui.pauses import settled
from petr_advisor.tui.widgets.shaping import Shaping
from petr_advisor.words.languages import LANGUAGES
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.tui.conftest import app_of, on_screen, press, settle
from tests.tui.test_checklists import app, begun, held_to_the_end, open_on

OF_2014 = {"as_of": date(2014, 6, 15), "key_questions": ["evolution"]}
PROPOSAL = {"fr": "la proposition", "en": "the proposal"}
NONE = {"fr": "aucune n’est encore proposée", "en": "none of them proposed yet"}
UNDER_STUDY = {"fr": "la suite ; voies à l’étude :", "en": "what follows; options under study:"}


def of_2014() -> Consultation:
    """A syndicate of which only the form is known."""
    return begun(OF_2014).answer("structure.legal_form", "closed_syndicate")


def unknown_to_the_end(case: Consultation) -> Consultation:
    """Answer « I do not know » until nothing is asked by itself."""
    while (question := case.next_question_for()) is not None:
        case = case.dont_know(*question.key)
    return case


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_end_of_the_questions_names_no_proposal_where_there_is_none(language: Language) -> None:
    """The pause, the conclusions and the plain prompts counted what « can still change the proposal »."""
    case = unknown_to_the_end(of_2014())
    assert case.left.to_check
    assert not case.left.proposes()
    found = evaluate(case)
    tell(found, language)
    pen, written = found.told[language], list[str]()
    offer(written.append, Voice(language, in_print=False), case)
    said = [settled(found).in_(language), *written, *(line.content.plain for line in unasked(pen, found))]
    assert not [each for each in said if PROPOSAL[language] in each]


@pytest.mark.parametrize("proposed", [True, False])
def test_a_proposal_is_named_and_ranked_where_the_conclusions_have_one(proposed: bool) -> None:  # noqa: FBT001
    """« aucune n'est encore proposée : ● 1 Conclure une entente »: the number was read as a rank."""
    case = held_to_the_end("an association of real members") if proposed else unknown_to_the_end(of_2014())
    found = evaluate(case)
    tell(found, "en")
    (part,) = found.told["en"].report.questions
    told = [line.content.plain for line in subject(found.told["en"], part, alone=True, unfolded=False)]
    assert case.left.proposes(part.id) is proposed
    assert any(NONE["en"] in line for line in told) is not proposed
    assert any(option.place for option in part.options) is proposed
    ranked = [line for line in (*told, *statuses_text(case, "en").splitlines()) if re.match(r" *[●◐] [0-9]", line)]
    assert bool(ranked) is proposed


@pytest.mark.parametrize("width", [60, 80, 110, 160])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_foot_of_a_question_names_no_proposal_where_there_is_none(language: Language, width: int) -> None:
    """« peuvent encore changer la proposition : ● Rester » stood below it, and none was proposed in the conclusions."""
    async with app().run_test(size=(width, 24)) as pilot:
        await settle(pilot)
        await open_on(pilot, of_2014())
        app_of(pilot).action_language(language)
        await settle(pilot)
        for band in pilot.app.screen.query(Shaping):
            assert isinstance(band.content, Content)
            assert PROPOSAL[language] not in band.content.plain
            if "●" in band.content.plain and band.has_class("-line"):
                assert UNDER_STUDY[language] in " ".join(band.content.plain.split())
        await press(pilot, "c")
        assert NONE[language] in " ".join(on_screen(pilot).split())
