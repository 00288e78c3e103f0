"""What goes wrong with a request, as plain data: a code for a program, words in both languages for a person."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from petr_advisor.dossiers import HeldElsewhereError
from petr_advisor.errors import PetrAdvisorError
from petr_advisor.files.faults import FaultError

Code = Literal["refused", "held-elsewhere", "too-long", "fault", "too-large", "forbidden", "not-found", "bad-form"]


class Refusal(BaseModel):
    """Why a request was not answered."""

    model_config = ConfigDict(frozen=True)

    code: Code
    """What sort of thing is wrong."""
    fr: str
    """What is wrong and what would do, in French."""
    en: str
    """The same in English."""
    where: tuple[str, ...] = ()
    """For a request of another form: the places of what is not as it should be."""


class RefusedError(Exception):
    """A request that was not answered."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.en)
        self.refusal = refusal


def refusal(error: PetrAdvisorError, code: Code | None = None) -> Refusal:
    """Give an error as plain data."""
    return Refusal(code=code or _code(error), fr=error.fr, en=str(error))


def saying(code: Code, key: str, **fields: object) -> Refusal:
    """Refuse with a phrase of the catalogue."""
    return refusal(PetrAdvisorError.of(key, **fields), code)


def _code(error: PetrAdvisorError) -> Code:
    match error:
        case FaultError():
            return "fault"
        case HeldElsewhereError():
            return "held-elsewhere"
        case _:
            return "refused"
