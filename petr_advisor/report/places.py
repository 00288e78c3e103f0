"""How a place in a text of law is named: the text's title in short, with the paragraph."""

import re

from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.law import SourceReference
from petr_advisor.knowledge.texts import Language
from petr_advisor.report.typography import set_type

_SHORT_TITLE = re.compile(r" ?: | \(")
_OWN_ARTICLE = re.compile(r"art\. |[LRD]\. ?\*?\d")
_ARTICLES = re.compile(r",? arts?\. ")


def place_name(base: KnowledgeBase, reference: SourceReference, language: Language) -> str:
    """Name a place in a text."""
    title = _SHORT_TITLE.split(base.sources[reference.id].title.in_(language))[0]
    paragraph = reference.paragraph or ""
    if _OWN_ARTICLE.match(paragraph):  # the paragraph says which of the articles named in the title
        title = _ARTICLES.split(title)[0]
        paragraph = paragraph if paragraph.startswith("art.") else f"art. {paragraph}"
    return set_type(f"{title}, {paragraph}" if paragraph and not title.endswith(paragraph) else title, language)
