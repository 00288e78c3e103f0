"""What another program asks: a case, what is said besides, and the question. The form of each request."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from petr_advisor.consulting.admitting import LONGEST_REMARK
from petr_advisor.consulting.consultation import MAX_ENTITIES

UNKNOWN = "unknown"
"""As a value: « I do not know ». It is never taken for no."""
MAX_EVENTS = 5000
"""More things said than any consultation holds."""
MAX_ANSWERS = 500
"""Answers given in one request."""

Short = Annotated[str, Field(max_length=200)]
Long = Annotated[str, Field(max_length=LONGEST_REMARK)]
Given = bool | int | Annotated[str, Field(max_length=500)]


class Asked(BaseModel):
    """Base of every form that is asked: nothing unexpected in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class CaseForm(Asked):
    """A case, as it is saved. Every reply gives it back, to be handed in again; `{}` is a case nothing is said of."""

    as_of: date | None = None
    """The date of law; today when none."""
    key_questions: Annotated[tuple[Short, ...], Field(max_length=50)] = ()
    """The key questions asked; all when empty."""
    events: Annotated[tuple[dict[str, Any], ...], Field(max_length=MAX_EVENTS)] = ()
    """What was said, in order, as a saved consultation holds it."""
    rule_base: Short = ""
    """Hash of the rule base it was made with; written in replies, never needed."""


class AnswerForm(Asked):
    """An answer to a question."""

    fact: Short
    """What it answers: the identifier of a question."""
    of: Short | None = None
    """The member whose fact it is; none for the territory."""
    value: Given
    """As in a file (`yes`, `association`, 42000, `2/3`, `2014-07-27`), or as a person types it (« 1er mars 2024 »);
    `unknown` for « I do not know »."""
    note: Long = ""
    """A remark, kept with the answer."""
    source: Long = ""
    """Where it comes from."""
    supposed: bool = False
    """Whether nobody gave it as an answer: it was gathered from the source, and documents say so."""


class SupposedForm(Asked):
    """A fact that an assistant fills in from what a person said."""

    fact: Short
    """What it answers: the identifier of a question."""
    of: Short | None = None
    """The member whose fact it is; none for the territory."""
    value: Given
    """As in a file, or as a person types it; `unknown` where the person does not know. What was not said is not filled
    in: it stays unknown."""
    sentence: Annotated[str, Field(min_length=1, max_length=LONGEST_REMARK)]
    """The person's own sentence from which it is supposed, word for word."""


class MemberForm(Asked):
    """A member of the list."""

    siren: Annotated[str | None, Field(pattern=r"^\d{9}$")] = None
    """Its SIREN number: what the register knows of it is then filled in."""
    id: Short | None = None
    """How answers name it; its SIREN, or its name, when none."""
    name: Short | None = None
    """Its name."""
    facts: dict[Short, Given] = {}
    """What else is known of it, by fact: `kind`, `population`…"""


class MembersForm(Asked):
    """The list of members, in the place of the one there is."""

    members: Annotated[tuple[MemberForm, ...], Field(max_length=MAX_ENTITIES)]
    """Each of them."""
    complete: bool = True
    """Whether all of them are there."""
    source: Long = ""
    """Where the list comes from; of one that an assistant fills in, the person's sentence."""
    supposed: bool = False
    """Whether it was gathered from the source."""


class Request(Asked):
    """A case, and what is said of it besides before anything is asked."""

    case: CaseForm = CaseForm()
    """The case; one that begins when none."""
    dossier: Short | None = None
    """In the place of a case: the name of a saved consultation."""
    members: MembersForm | None = None
    """The list of members."""
    answers: Annotated[tuple[AnswerForm, ...], Field(max_length=MAX_ANSWERS)] = ()
    """Answers, taken in order."""
    said: Annotated[tuple[dict[str, Any], ...], Field(max_length=MAX_ANSWERS)] = ()
    """What else is said after them, as a saved consultation holds it: an option chosen, an act recorded, an answer
    withdrawn."""
    lang: Literal["fr", "en"] = "fr"
    """The language of every text."""


class DossierRequest(Request):
    """What is said in a saved consultation."""

    dossier: Short
    """Its name."""


class WhyRequest(Request):
    """Why is a question asked?"""

    fact: Short | None = None
    """The question; the next one when none."""
    of: Short | None = None
    """The member it is asked of."""


class WhyNotRequest(Request):
    """Why is an option not open?"""

    option: Short
    """The option."""


class HowRequest(Request):
    """How was a conclusion reached?"""

    conclusion: Short
    """`option:ID`, `requirement:KEY`, `cure:ID`, `duty:RULE`, `duty:RULE@MEMBER`, `fact:ID`."""


class WhatIfRequest(Request):
    """What would change if some answers were others? The case stays as it is."""

    supposing: Annotated[tuple[AnswerForm, ...], Field(min_length=1, max_length=MAX_ANSWERS)]
    """The answers to suppose."""


class PlanRequest(Request):
    """Who does what, by when?"""

    option: Short | None = None
    """An option to choose for its key question; the course as it is when none."""
    start: date | None = None
    """First day of the plan; the date of law when none."""
    effect: date | None = None
    """A wished day of effect, from which acts are counted back."""


class ReportRequest(PlanRequest):
    """A document."""

    format: Annotated[str, Field(pattern=r"^[a-z]{1,8}$")] = "docx"
    """Its format, as the suffix of a file."""
    size: Literal["note", "report", "file"] = "note"
    """How much it tells."""
    territory: Short | None = None
    """Whom it is for; the members name it when none."""


class SearchRequest(Asked):
    """Where is something written?"""

    words: Annotated[str, Field(min_length=1, max_length=200)]
    """What to look for: words of the law, an article, an identifier."""
    as_of: date | None = None
    """Only what is in force on a day; whatever the day when none."""
    most: Annotated[int, Field(ge=1, le=50)] = 10
    """How many are given at most."""
    lang: Literal["fr", "en"] = "fr"
    """The language of every text."""
