"""Whatever is typed is read or refused in words, and nothing else happens; a value is read back from its display."""

import os
from datetime import date
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.atoms import check_bounds, parse_value
from petr_advisor.inference.engines import engine
from petr_advisor.inference.facts import Value
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.knowledge.problems import FormError
from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.prompts.plain import Plain
from petr_advisor.territory.register import Register
from petr_advisor.typed.acts import Row as ActRow
from petr_advisor.typed.acts import as_line, read_done
from petr_advisor.typed.entities import Row, entity_kind
from petr_advisor.typed.figures import place, whole
from petr_advisor.typed.members import MemberReader
from petr_advisor.typed.refusals import TypedError
from petr_advisor.typed.values import as_typed, read
from petr_advisor.words.languages import LANGUAGES
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import screen_voice
from tests.conftest import SMALL
from tests.properties.typed_texts import anything, fits, kinds, languages, lines, raws, typed, values

ASKED = os.environ.get("TRIES")
"""How often each reader is tried, at random, in a long run (`scripts/fuzz_typed.py`)."""
tries = settings(
    max_examples=int(ASKED or 200), derandomize=ASKED is None, database=None, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
BASE: KnowledgeBase = read_folder(SMALL)[0]
REGISTER = Register.load(knowledge_folder() / "territories", 2026)
HELD = Consultation.start(BASE, date(2026, 11, 24), engine=engine("native"))


def in_words(refusal: TypedError) -> None:
    """A refusal says something in both languages that any terminal can show, and not at length."""
    for language in ("fr", "en"):
        told = refusal.told(language)
        assert told.strip()
        assert len(told.encode()) < 2_000
        assert told.replace("\u202f", " ").isprintable()


@tries
@given(kinds, typed, languages)
def test_any_text_is_read_or_refused_in_words(kind: FactType, text: str, language: Language) -> None:
    try:
        value = read(kind, text, language)
    except TypedError as refusal:
        in_words(refusal)
    else:
        assert fits(kind, value)
        check_bounds(kind, value)
        screen_voice(language).value(kind, value).encode()
        assert parse_value(kind, value) == value


def _kept(kind: FactType, text: str, language: Language) -> str:
    """Give what is kept of a text; nothing when it is refused."""
    try:
        return str(read(kind, text, language))
    except TypedError:
        return ""


@tries
@given(values, languages)
def test_a_value_is_read_back_from_its_own_display(found: tuple[FactType, Value], language: Language) -> None:
    kind, value = found
    if kind.type == "text":  # what is kept of a text is read again as it is
        assume(kept := _kept(kind, str(value), language))
        value = kept
    assert read(kind, as_typed(kind, value, language), language) == value
    if kind.type != "fraction" or value.denominator <= 1000:  # type: ignore[union-attr] # else shown as a percentage
        assert read(kind, screen_voice(language).value(kind, value), language) == value


@tries
@given(typed, languages)
def test_any_text_is_a_number_of_a_list_or_is_none(text: str, language: Language) -> None:
    found, number = place(text, 9), whole(text, language)
    assert found is None or text.lstrip("0") == str(found)
    assert number is None or number >= 0


@tries
@given(lines, languages)
def test_any_line_is_a_member_or_refused_in_words(line: str, language: Language) -> None:
    try:
        row = MemberReader(BASE, entity_kind(BASE, "member"), REGISTER, language).read(line, ())
    except TypedError as refusal:
        in_words(refusal)
    else:
        assert isinstance(row, Row)
        HELD.list_entities_as_given("member", {row.id: [(f, c.value, c.by) for f, c in row.cells.items()]})


@tries
@given(anything)
def test_any_text_can_be_looked_for_in_the_register(text: str) -> None:
    assert len(REGISTER.search(text)) <= 12


@tries
@given(kinds, raws)
def test_any_value_of_a_file_is_taken_or_refused_in_words(kind: FactType, raw: Any) -> None:
    try:
        value = parse_value(kind, raw)
    except ValueError as refusal:
        told = str(refusal) if type(refusal) in {ValueError, FormError} else ""
        assert told
    else:
        assert fits(kind, value)


@settings(tries, max_examples=int(ASKED or 60))
@given(lines, typed, typed)
def test_any_lines_typed_below_the_prompts_end_in_conclusions(first: str, second: str, third: str) -> None:
    """Answers, a list and its corrections: whatever is typed, the consultation ends with what follows."""
    script = iter((second, "2", first, "CC Alpha ; cc ; 60 000", third, "", second, "", third, first))
    said: list[str] = []

    def line() -> str:
        try:
            return next(script)
        except StopIteration:
            raise EOFError from None

    Plain(HELD, "fr", line, said.append, lambda _: None, lambda _: REGISTER).hold()
    assert "Droit au 24 novembre 2026" in said[-1]


PARTS = st.sampled_from(["", "10/09/2026", "2026-10-05", "pour", "contre", "against", "refusé", "septembre 2026", "?"])


@tries
@given(lines | st.lists(PARTS, max_size=4).map(" ; ".join), st.sampled_from([None, "member"]))
def test_any_line_is_an_act_or_a_vote_or_refused_in_words(line: str, member: str | None) -> None:
    row = ActRow("procedure", "act", member)
    try:
        done = read_done(line, row)
    except TypedError as refusal:
        in_words(refusal)
        return
    for language in LANGUAGES:
        assert read_done(as_line(done, screen_voice(language)), row) == done
