"""One of several values, as a person types it: its number, its key, its words or its usual abbreviation."""

import re
from collections.abc import Iterator, Mapping

from petr_advisor.knowledge.vocabulary import FactType
from petr_advisor.territory.names import fold
from petr_advisor.typed.figures import place
from petr_advisor.typed.refusals import TypedError, quoted, tidy
from petr_advisor.typed.yes_no import yes_or_no
from petr_advisor.words.speech import told
from petr_advisor.words.texts import Text

_HEAD = re.compile(r"[^(:,]+")
_ACRONYM = re.compile(r"\b[A-Z][A-Z]+\b")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")


class NotAChoiceError(TypedError):
    """Something typed that is none of the values to choose from, which it names; `most` is the number of the last."""

    def __init__(self, typed: str, choices: Mapping[str, Text]) -> None:
        text = _refusal(typed, choices)
        super().__init__(text.in_("en"), text.in_("fr"))
        self.seen, self.most = quoted(typed), len(choices)


def choices_of(kind: FactType) -> dict[str, Text]:
    """Give the values to choose from as a file writes them, each with its words, in the order of their numbers."""
    if kind.type == "yes_no":
        return {"yes": told("yes"), "no": told("no")}
    return {key: choice.label for key, choice in kind.choices.items()}


def read_choice(kind: FactType, typed: str) -> str:
    """Read a choice, in either language, case and accents ignored; TypedError names those there are."""
    text, choices = tidy(typed), choices_of(kind)
    if number := place(text, len(choices)):
        return list(choices)[number - 1]
    if kind.type == "yes_no" and (meant := yes_or_no(text)) is not None:
        return "yes" if meant else "no"
    said = fold(text)
    for names in (_full, _short):
        found = [key for key, label in choices.items() if said and said in names(key, label)]
        if len(found) == 1:
            return found[0]
        if found:
            raise TypedError.saying(_refusal(typed, {key: choices[key] for key in found}))
    raise NotAChoiceError(typed, choices)


def _full(key: str, label: Text) -> set[tuple[str, ...]]:
    return {fold(name) for name in (key, label.fr, label.en)}


def _short(_key: str, label: Text) -> set[tuple[str, ...]]:
    """Give what stands for a label: its first words, its acronyms in brackets."""
    return {fold(name) for name in (*_parts(label.fr), *_parts(label.en))}


def _parts(label: str) -> Iterator[str]:
    if head := _HEAD.match(label):
        yield head[0]
    for inside in _IN_BRACKETS.findall(label):
        yield from _ACRONYM.findall(inside)


def _refusal(typed: str, choices: Mapping[str, Text]) -> Text:
    titles = [told("mark.quoted", what=label) for label in choices.values()]
    return told("typed.not-a-choice", seen=quoted(typed), titles=titles)
