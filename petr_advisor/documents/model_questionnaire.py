"""What is still to be found out, by whom to ask: a form that is sent out and read back."""

from petr_advisor.documents.blocks import Takes
from petr_advisor.documents.model_cover import Cover
from petr_advisor.documents.parts import Part, Words
from petr_advisor.words.texts import Language


class Inquiry(Part):
    """One thing to find out."""

    key: str
    """What is to be answered: `ID`, or `ID@ENTITY`."""
    question: Words
    """The question; it names the entity."""
    why: Words
    """Why it matters."""
    where: Words
    """Where to look."""
    decisive: bool
    """Whether it can change what is proposed."""
    asked: bool
    """Whether it was answered « I do not know »."""
    takes: Takes
    """What is written as its answer."""
    choices: tuple[Words, ...]
    """The values to choose from."""
    hint: Words
    """What is expected."""
    notes: tuple[Words, ...] = ()
    """What was noted beside it, and where it was read."""


class Addressee(Part):
    """Somebody to ask."""

    who: Words
    """Who it is."""
    inquiries: tuple[Inquiry, ...]
    """What to ask, the decisive things first."""


class Questionnaire(Part):
    """Everything there is to find out."""

    language: Language
    """The language of every text."""
    cover: Cover
    """The head of the form."""
    addressees: tuple[Addressee, ...]
    """Whom to ask, those who can decide most first."""
