"""What each token stands for, so that a firing can be told to a person."""

from typing import Literal, NamedTuple

MeaningKind = Literal[
    "atom",          # a test on a fact; `of` is the fact type
    "fact",          # a fact has a derived value
    "applies",       # a fact applies, or not
    "part",          # a part of a condition
    "rule",          # a rule concludes
    "rule_waits",    # the antecedent of a rule holds
    "rule_fails",    # a rule cannot conclude
    "exception",     # the exception of a rule holds, or not
    "requirement",   # a requirement is met, unmet or not applicable
    "cure",          # a cure is available, or not
    "option",        # a status of an option is sure, or ruled out
    "merit",         # a merit holds, or not
    "act",           # an act is needed, or not
    "done",          # the case already has what an option leads to, or not
    "moot",          # a key question has no subject, or has one
    "row",           # a row of a choice table matches, or not
    "conflict",      # answers conflict
    "guard",         # the law read at a date fact is in force, or not
    "enacted",       # something that does not always exist does at the date of law, or not
]  # fmt: skip

NO_VALUE = ""
"""Said of a derived fact that has none of its values."""


class Meaning(NamedTuple):
    """The meaning of a token: of what it speaks, and what it says of it."""

    kind: MeaningKind
    id: str
    """The rule, fact, cure, option… concerned; `option/requirement` for the parts of an option."""
    says: str
    """true, false, yes, met, unmet, not_applicable, available, unavailable, open, not_open…"""
