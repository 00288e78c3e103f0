"""Where the page of each thing stands on the static site, for the site and for the documents that point to it."""

from typing import Literal

from petr_advisor.words.texts import Language

PageKind = Literal[
    "norm", "source", "rule", "option", "procedure", "group", "cure", "disputed", "question", "table", "conflict",
    "fact", "scenario", "actor", "majority",
]  # fmt: skip
"""What a page is about; also the name of its folder."""


def page(kind: PageKind, key: str) -> str:
    """Give the page of a thing, from the folder of its language."""
    return f"{kind}/{key}.html"


def address(site: str, language: Language, kind: PageKind, key: str) -> str:
    """Give the full address of a page, on the site published at `site`."""
    return f"{site.rstrip('/')}/{language}/{page(kind, key)}"
