"""What each kind of page says beyond the thing it is about: plain data, which the template of the kind lays out."""

from collections.abc import Callable, Mapping
from typing import Any

from petr_advisor.documents.addresses import PageKind
from petr_advisor.site.pages import cases, choices, law, rules, vocabulary
from petr_advisor.site.scribe import Scribe

DATA: Mapping[PageKind, Callable[[Scribe, str], dict[str, Any]]] = {
    "question": choices.question,
    "option": choices.option,
    "procedure": choices.procedure,
    "norm": law.norm,
    "disputed": law.disputed,
    "rule": rules.rule,
    "cure": rules.cure,
    "fact": vocabulary.fact,
    "source": law.source,
    "group": choices.group,
    "actor": vocabulary.actor,
    "majority": vocabulary.majority,
    "scenario": cases.scenario,
}
"""Kinds that are not there say nothing beyond their thing."""
