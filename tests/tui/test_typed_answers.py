"""The screen and the prompts take and refuse the same texts, with the same values."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import DataTable, Input

from petr_advisor.consulting.asking import Question
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.engines import engine
from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.prompts.plain import Plain
from petr_advisor.territory.register import Register
from petr_advisor.tui.screens.change import ChangeScreen
from petr_advisor.tui.screens.members import MembersScreen
from petr_advisor.tui.widgets.keys import Keys
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice
from tests.tui.conftest import (
    AS_OF,
    AppMaker,
    answers,
    asked,
    begin,
    consultation_of,
    members_listed,
    notices,
    on_screen,
    press,
    settle,
    shown,
    to_count_of_members,
    write,
)
from tests.tui.test_members import vote_grid

COUNT, SHARE, DAY = "members.count", "members.for_share", "proposal.notified_on"
CASES: tuple[tuple[str, str, Value | None], ...] = (
    (COUNT, "12", 12),
    (COUNT, " 1 2 ", None),
    (COUNT, "²", None),
    (COUNT, "١٢", None),
    (COUNT, "--5", None),
    (COUNT, "-5", None),
    (COUNT, "12,5", None),
    (COUNT, "201", None),
    (COUNT, "12 €", None),
    (COUNT, "\x00", None),
    (COUNT, "9" * 10_000, None),
    (SHARE, "2/3", Fraction(2, 3)),
    (SHARE, "60 000 / 90 000", Fraction(2, 3)),
    (SHARE, "57 %", Fraction(57, 100)),
    (SHARE, "57,5\u202f%", Fraction(23, 40)),
    (SHARE, "0.25", Fraction(1, 4)),
    (SHARE, "66,7 %", None),
    (SHARE, "1/00", None),
    (SHARE, "3/2", None),
    (SHARE, "½", None),
    (DAY, "27/07/2014", date(2014, 7, 27)),
    (DAY, "27-01-2024", date(2024, 1, 27)),
    (DAY, "27 janvier 2024", date(2024, 1, 27)),
    (DAY, "1er mars 2024", date(2024, 3, 1)),
    (DAY, "January 27, 2024", date(2024, 1, 27)),
    (DAY, "2024-01-27", date(2024, 1, 27)),
    (DAY, "juin 2014", date(2014, 6, 30)),
    (DAY, "30/02/2024", None),
    (DAY, "27/01/1999", None),
    (DAY, "²7/01/2024", None),
)
"""A fact, what is typed for it, then what is taken once confirmed; nothing when it is refused."""

LIST = (
    "CC du Perche", "communauté de la bruche;cc;12 000", "perche", "Bourg ; communauté ; 300", "", "cc du perche",
    "Schirmeck\tCommune\t2 200", "Syndicat ; ² ; 1/00",
)  # fmt: skip
"""Lines pasted at once: three members, three lines to correct, one that is there already."""


def asked_below_the_prompts(
    base: KnowledgeBase, fact: str, language: Language, *lines: str
) -> tuple[Value | None, str]:
    """Give what a question put below the prompts makes of some lines, and what it says."""
    typed, said = iter(lines), list[str]()

    def line() -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    held = Plain(Consultation.start(base, AS_OF, engine=engine("native")), language, line, said.append, lambda _: None)
    held._ask(Question(fact, None, base.facts[fact], 1))
    found = held.consultation.state.answers.get((fact, None))
    return (found.value if found else None), "\n".join(said)


@pytest.mark.parametrize(("fact", "typed", "value"), CASES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_below_the_prompts(base: KnowledgeBase, fact: str, typed: str, value: Value | None, language: Language) -> None:
    lines = (typed, "") if typed == "juin 2014" else (typed,)  # the day proposed is confirmed by an empty line
    found, said = asked_below_the_prompts(base, fact, language, *lines)
    assert found == value
    assert ("! " in said) == (value is None)


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_on_the_screen(make: AppMaker, base: KnowledgeBase, language: Language) -> None:
    async with make(language=language).run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        for fact, typed, value in CASES if language == "fr" else CASES[::3]:
            if not isinstance(pilot.app.screen, ChangeScreen) or pilot.app.screen._question.fact != fact:
                await change(pilot, base, fact)
            line = pilot.app.screen.query_one(Input)
            line.value = ""
            await write(pilot, typed)
            await press(pilot, "enter")
            if typed == "juin 2014":
                assert line.value == screen_voice(language).value(base.facts[fact], value)  # proposed, not taken yet
                await press(pilot, "enter")
            taken = not isinstance(pilot.app.screen, ChangeScreen)
            assert taken == (value is not None), typed
            if taken:
                assert answers(pilot)[fact, None] == value, typed
            else:
                assert line.value in {typed, ""}, "what is refused stays as it was typed"


@pytest.mark.parametrize("month", ["janvier", "février", "mars", "avril", "mai", "juillet", "septembre", "décembre"])
async def test_a_day_typed_faster_than_it_is_read_is_no_command(
    make: AppMaker, base: KnowledgeBase, month: str
) -> None:
    """Keys wait in a slow terminal: a letter of the month after its day is never taken for a key of the screen."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await change(pilot, base, DAY)
        in_a_burst(pilot, f"2 {month} 2021")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ChangeScreen)
        assert pilot.app.screen.query_one(Input).value == f"2 {month} 2021"


@pytest.mark.parametrize("fact", [COUNT, SHARE, DAY])
async def test_all_that_is_typed_belongs_to_the_line(make: AppMaker, base: KnowledgeBase, fact: str) -> None:
    """« mars 2019 » opens no screen of the members, not even in a line that is still empty."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await change(pilot, base, fact)
        in_a_burst(pilot, "mars 2019")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ChangeScreen)
        assert pilot.app.screen.query_one(Input).value == "mars 2019"


async def test_a_letter_is_a_key_of_the_screen_once_the_line_is_left(make: AppMaker, base: KnowledgeBase) -> None:
    """Which the line says."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await change(pilot, base, DAY)
        assert "Échap quitte le champ" in on_screen(pilot)
        await press(pilot, "escape", "i")
        assert not isinstance(pilot.app.screen, ChangeScreen)
        assert answers(pilot)[DAY, None] is None


@pytest.mark.parametrize("typed", ["?", "i"])
async def test_a_question_mark_is_i_do_not_know(make: AppMaker, base: KnowledgeBase, typed: str) -> None:
    """As below the prompts; so is the key that says it elsewhere, where a number is expected."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await change(pilot, base, COUNT)
        await write(pilot, typed)
        assert "je ne sais pas" in on_screen(pilot)
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, ChangeScreen)
        assert answers(pilot)[COUNT, None] is None


async def test_backspace_held_down_erases_and_goes_no_further(make: AppMaker) -> None:
    """It goes back from a line in which nothing was written, never from one that it has just emptied."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_count_of_members(pilot)
        while not pilot.app.screen.query(Input):
            await press(pilot, "i")
        here = asked(pilot)
        await press(pilot, "1", "2", *["backspace"] * 6)
        assert asked(pilot) == here
        assert pilot.app.screen.query_one(Input).value == ""


def in_a_burst(pilot: Pilot[str], text: str) -> None:
    """Press keys without waiting for any of them to be read."""
    for character in text:
        pilot.app.post_message(events.Key({" ": "space"}.get(character, character), character))


async def change(pilot: Pilot[str], base: KnowledgeBase, fact: str) -> None:
    """Ask a question out of turn."""
    if isinstance(pilot.app.screen, ChangeScreen):
        await press(pilot, "escape", "escape")  # the line, then the screen
    await pilot.app.push_screen(ChangeScreen(Question(fact, None, base.facts[fact], 1)))
    await settle(pilot)


def test_a_month_proposed_below_the_prompts_can_be_corrected(base: KnowledgeBase) -> None:
    """Anything but yes is taken as the answer instead."""
    found, said = asked_below_the_prompts(base, DAY, "fr", "juin 2014", "12 juin 2014")
    assert found == date(2014, 6, 12)
    assert "le 30 juin 2014 ?" in said


def test_a_list_pasted_below_the_prompts_loses_no_line(base: KnowledgeBase) -> None:
    """What is read is kept, what is not is said at its line, then put again once, to be corrected or left out."""
    register = Register.load(knowledge_folder() / "territories", 2026)
    script: Iterator[str] = iter([*filter(None, LIST), "", "5", "Bourg ; commune ; 300", "", ""])
    said: list[str] = []
    held = Plain(
        Consultation.start(base, AS_OF, engine=engine("native")), "fr", lambda: next(script), said.append,
        lambda _: None, lambda _: register,
    )  # fmt: skip
    held._ask(Question("members.list", None, base.facts["members.list"], 1))
    names = [held.consultation.state.answers["member.name", of].value for of in listed_ids(held.consultation)]
    assert names[:3] == ["CC du Perche", "communauté de la bruche", "Schirmeck"]
    assert names[3] in {epci.name for epci in register.search("perche")}
    assert names[4] == "Bourg"
    told = "\n".join(said)
    assert "« communauté » ne convient pas" in told
    assert "Lignes à reprendre : 3." in told
    assert "laissée de côté : « Syndicat ; ² ; 1/00 »" in told
    assert "« CC du Perche » est déjà dans la liste" in told


def test_a_list_that_ends_early_is_kept(base: KnowledgeBase) -> None:
    """The end of the input in the middle of a list keeps what was read, not said to be complete."""
    script = iter(["Bourg ; commune ; 300"])

    def line() -> str:
        try:
            return next(script)
        except StopIteration:
            raise EOFError from None

    held = Plain(Consultation.start(base, AS_OF, engine=engine("native")), "fr", line, lambda _: None, lambda _: None)
    with pytest.raises(EOFError):
        held._ask(Question("members.list", None, base.facts["members.list"], 1))
    kept = held.consultation.state.lists["member"]
    assert kept is not None
    assert (len(kept.ids), kept.complete) == (1, False)


def listed_ids(consultation: Consultation) -> tuple[str, ...]:
    listed = consultation.state.lists["member"]
    assert listed is not None
    return listed.ids


async def test_a_list_pasted_on_the_screen_loses_no_line(make: AppMaker) -> None:
    """The lines read are added; the others come back one by one in the search, as typed, with the reason."""
    async with make().run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, "1", "m")
        assert isinstance(pilot.app.screen, MembersScreen)
        pilot.app.post_message(events.Paste("\n".join(LIST)))
        await settle(pilot)
        line = pilot.app.screen.query_one("#search", Input)
        assert pilot.app.screen.query_one(DataTable).row_count == 3
        assert "Lignes collées : 3 ajoutées, 3 à corriger." in notices(pilot)
        assert "« CC du Perche » est déjà dans la liste" in notices(pilot)
        assert line.value == "perche"
        assert "plusieurs dans le registre, dire lequel" in on_screen(pilot)
        await press(pilot, "ctrl+s")  # not while lines are left: nothing is lost on the way
        assert isinstance(pilot.app.screen, MembersScreen)
        await press(pilot, "enter")  # nobody said which of several
        assert line.value == "perche"
        await press(pilot, "down", "down", "enter")  # the second is listed already
        assert line.value == "perche"
        await press(pilot, "down", "enter")
        assert line.value == "Bourg ; communauté ; 300"
        assert "ne convient pas" in on_screen(pilot)
        line.value = "Bourg ; commune ; 300"
        await press(pilot, "enter")
        assert line.value == "Syndicat ; ² ; 1/00"
        line.value = ""
        await press(pilot, "enter", "ctrl+s")
        assert members_listed(pilot) == (5, True)
        assert "Schirmeck" in {answers(pilot)["member.name", of] for of in listed_ids(consultation_of(pilot))}


@pytest.mark.parametrize(("typed", "day"), [("juin 2014", date(2014, 6, 30)), ("2014", date(2014, 12, 31))])
async def test_a_month_or_a_year_is_a_date_of_law_once_its_last_day_is_confirmed(
    make: AppMaker, typed: str, day: date
) -> None:
    async with make().run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await write(pilot, "Pays de la Bruche")
        pilot.app.screen.query_one("#date", Input).value = typed
        await press(pilot, "ctrl+s")
        assert (
            pilot.app.screen.query_one("#date", Input).value
            == f"{day.day} {'juin' if day.month == 6 else 'décembre'} 2014"
        )
        await press(pilot, "ctrl+s")
        assert consultation_of(pilot).as_of == day


@pytest.mark.parametrize("key", ["²", "٢", "２"])
async def test_a_key_that_is_no_figure_chooses_nothing(make: AppMaker, base: KnowledgeBase, key: str) -> None:
    """`²` is a bare key of French keyboards: on a list, it is no number, and the screen lives on."""
    async with make().run_test(size=(100, 30), notifications=True) as pilot:
        await settle(pilot)
        await begin(pilot)
        await press(pilot, key)
        assert not answers(pilot)
        await press(pilot, "2")
        assert answers(pilot)


async def test_a_key_that_is_no_figure_answers_for_no_row(make: AppMaker) -> None:
    async with make().run_test(size=(100, 30), notifications=True) as pilot:
        await vote_grid(pilot)
        await press(pilot, "²", "¹")
        assert not [fact for fact, _ in answers(pilot) if fact == "member.vote"]
        await press(pilot, "2")
        assert "against" in answers(pilot).values()


@pytest.mark.parametrize("day", [date(2022, 3, 1), date(2026, 3, 1)])
def test_the_register_is_the_nearest_to_the_date_of_law(day: date) -> None:
    assert Register.nearest(knowledge_folder() / "territories", day).year == day.year


async def test_the_footer_names_only_keys_that_work_where_one_types(make: AppMaker) -> None:
    """In a line one types in, letters are written: not named; arrows lead on and back until something is written."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_count_of_members(pilot)
        keys = pilot.app.screen.query_one(Keys)
        assert isinstance(pilot.app.focused, Input)
        assert signs(keys) == ["↵", "←", "Ctrl+K", "F1", "Échap"]
        assert "Échap Quitter le champ" in on_screen(pilot).replace("\u00a0", " ")
        await press(pilot, "4")
        assert signs(keys) == ["↵", "Ctrl+K", "F1", "Échap"]
        await press(pilot, "escape")
        assert {"i", "p", "f", "c", "←"} <= set(signs(keys))
        assert "Échap Accueil" in on_screen(pilot).replace("\u00a0", " ")


async def test_the_way_back_does_not_stop_at_a_line_to_type_in(make: AppMaker) -> None:
    """Left alone goes from question to question to the first one, over answered lines and the open one."""
    async with make().run_test(size=(80, 24), notifications=True) as pilot:
        await to_count_of_members(pilot)
        await write(pilot, "4")
        await press(pilot, "enter", "escape")  # back from the conclusions
        walked: list[str | None] = []
        while not walked or walked[-1] != "structure.form":
            await press(pilot, "left")
            assert shown(pilot) not in walked
            walked.append(shown(pilot))
        assert "members.count" in walked


def signs(keys: Keys) -> list[str]:
    """The keys that a footer names."""
    return [str(key).partition("\u00a0")[0] for line in keys._lines(80) for key in line]
