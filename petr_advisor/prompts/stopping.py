"""How a person leaves the plain prompts."""


class Quit(Exception):  # noqa: N818 - a request, not an error
    """The person wants to stop; everything said so far is kept."""
