"""A working sheet and a note say nothing that the act that they go with denies."""

import re
from datetime import date

import pytest

from tests.documents.conftest import real_base
from tests.drafting.conftest import COURSES, act_of, drafts, words

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
DAY = rf"(\d+)(?:er)? ({'|'.join(MONTHS)}) (\d{{4}})"
TOLD = re.compile(rf"ont lieu le {DAY} au plus tard")
SPAN = re.compile(rf"et le {DAY}, selon la marche")
IN_FRENCH = sorted({name for name, speech, option in COURSES if speech == "fr" and not option})
EACH = pytest.mark.parametrize("name", IN_FRENCH)


def days(said: str, form: re.Pattern[str]) -> list[date]:
    return [date(int(year), MONTHS.index(month) + 1, int(day)) for day, month, year in form.findall(plain(said))]


def comes_after_its_order(act: str) -> bool:
    """Tell whether an act waits for one by which its procedure takes effect, with no vote between them."""
    procedure = real_base().procedures[act.partition("/")[0]]
    left, seen = [act.partition("/")[2]], set[str]()
    while left:
        found = procedure.acts.get(left.pop())
        new = {name for name in (found.after if found is not None else ()) if name not in seen}
        seen |= new
        left += [name for name in new if procedure.acts[name].vote is None]
    return not seen.isdisjoint(procedure.effect_at)


def plain(said: str) -> str:
    return said.replace("\u202f", " ").replace("\u00a0", " ").replace("’", "'")


@EACH
def test_an_act_that_tells_a_day_to_come_is_not_left_until_after_it(name: str) -> None:
    for each in drafts(name).made:
        last = days(words(each), SPAN)
        assert not any(told < end for told in days(act_of(each), TOLD) for end in last), each.name


@EACH
def test_a_note_tells_the_order_that_its_act_has_in_view(name: str) -> None:
    made = drafts(name).made
    for note in made:
        steps = re.search(r"Ce vote vient après ces étapes : ([^\n]*)", plain(words(note)))
        seen = any("\nVu l'arrêté" in plain(act_of(each)) for each in made if each.act == note.act)
        if steps is not None and seen and comes_after_its_order(note.act):
            assert "arrêt" in steps[1], note.name


@EACH
def test_a_draft_of_refusal_is_told_by_the_note_that_it_has_in_view(name: str) -> None:
    made = drafts(name).made
    for refusal in (each for each in made if "Refus" in each.name):
        notes = [each for each in made if each.act == refusal.act and each.template == "summary-note"]
        assert all("vote le projet de délibération de refus" in plain(words(note)) for note in notes), refusal.name
