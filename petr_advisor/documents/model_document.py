"""A document laid out: its cover and its blocks, whatever its format."""

from petr_advisor.documents.blocks import Block
from petr_advisor.documents.model_cover import Cover
from petr_advisor.documents.parts import Part, Words
from petr_advisor.words.texts import Language


class Document(Part):
    """What a format is written from."""

    language: Language
    """The language of every text."""
    kind: Words
    """What sort of document it is."""
    brief: bool
    """Whether it goes without a page of its own for the cover, and without contents."""
    most_pages: int | None = None
    """The most pages it should take; none where it may take any."""
    cover: Cover
    """The first page, or the head of the first one."""
    blocks: tuple[Block, ...]
    """Everything after the cover, in order."""
