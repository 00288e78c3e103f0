"""What leads to an act that a day binds says so on its sheet; what the State aims at is no time that the law sets."""

from functools import cache

from petr_advisor.drafting.model import Drafts
from petr_advisor.words.texts import Language
from tests.documents.conftest import EXAMPLES, case_in
from tests.drafting.conftest import drafted, words


@cache
def made(name: str, language: Language) -> Drafts:
    return drafted(case_in(EXAMPLES[name]), language)


def plain(said: str) -> str:
    return said.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def said(name: str, language: Language) -> dict[str, str]:
    """Give what each draft says, its sheet with it, by name."""
    return {plain(each.name): plain(words(each)) for each in made(name, language).made}


def test_the_sheets_of_acts_to_be_shortened_say_the_risk_of_the_project() -> None:
    """Who opens the project and asks for opinions on it was told of a span of nine months, and of no end."""
    step = "Cette étape mène à un acte que la loi enferme dans un délai"
    risk = "Échéance légale comptée d'un acte du plan, du 23 juillet 2018 au 30 novembre 2018"
    told = [name for name, text in said("loire-beauce", "fr").items() if step in text and risk in text]
    assert any("conférence des maires" in name for name in told)
    assert any("conseil de développement" in name for name in told)


def test_a_date_of_the_state_is_no_time_that_the_law_sets() -> None:
    lines = [line for text in said("midi-quercy", "en").values() for line in text.split("\n")]
    wished = [line for line in lines if "The State aims at" in line and "This step leads to an act" in line]
    assert wished
    before = [line.partition("The State aims at")[0].rpartition("This step leads to an act ")[2] for line in wished]
    assert all(step.startswith("for which the State aims at a date") for step in before)


def test_where_the_plan_leads_is_told_with_who_completes_the_act_and_the_day_of_the_act_alone() -> None:
    """1 October, the day of the départements and regions, stood as that of the act of the councils."""
    told = " ".join(said("midi-quercy", "en").values())
    assert "at best the plan leads to 1 October 2021, with the act completed by the départements and regions" in told
    assert "(1 August 2021 for the act alone)" in told
    assert "leads to 1 October 2021." not in told
