"""The part of a report that shows the ground: the map of the members, with the table beside it."""

from petr_advisor.documents.parts import Part, Picture, Words


class MapMember(Part):
    """A member on the map."""

    number: int
    """Its number on the map and in the table."""
    name: Words
    """Its name."""
    population: int | None
    """Inhabitants, where they are known."""
    departements: tuple[str, ...]
    """Codes of the départements it lies in."""


class MapPart(Part):
    """The territory on its ground."""

    picture: Picture
    """The map."""
    numbered: tuple[int, ...]
    """The members that bear their number only, which the table explains."""
    members: tuple[MapMember, ...]
    """The members drawn, in the order of their list."""
    remarks: tuple[Words, ...]
    """What the ground shows, and the members that are not drawn."""
    source: Words
    """Where the outlines come from."""


class NoteMap(Part):
    """The territory on its ground as a note shows it: low, without a table."""

    picture: Picture
    """The map."""
    said: tuple[Words, ...]
    """What the ground shows, who is not drawn, where the outlines come from."""
