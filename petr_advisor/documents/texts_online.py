"""Where a text can be read: at its official address, and where else it was found."""

from urllib.parse import urlencode, urlsplit

from petr_advisor.knowledge.law import Source

OFFICIAL_HOST = "www.legifrance.gouv.fr"
COLLECTIONS = {"code-article": "codes/article_lc", "law": "loda/article_lc", "decree": "loda/article_lc"}
"""The kinds of text that Légifrance publishes, and where it puts their articles."""


def official_address(source: Source) -> str | None:
    """Give the address of an article, an Act or a decree on Légifrance: by its number, else a search for its name."""
    if source.kind not in COLLECTIONS:
        return None
    if (number := source.legifrance_id or "").startswith("LEGIARTI"):
        return f"https://{OFFICIAL_HOST}/{COLLECTIONS[source.kind]}/{number}"
    if (own := web_address(source)) and _at_a_text(own):
        return own
    name = source.title.fr.partition(" : ")[0]
    wanted = urlencode({"tab_selection": "all", "searchField": "ALL", "query": name})
    return f"https://{OFFICIAL_HOST}/search/all?{wanted}"


def read_in(source: Source) -> str | None:
    """Give where a text was read when that is not its official address: a mirror, a translation, a commentary."""
    own = web_address(source)
    return own if own and official_address(source) and urlsplit(own).hostname != OFFICIAL_HOST else None


def best_address(source: Source) -> str | None:
    """Give the official address of a text that has one, else where it was read."""
    return official_address(source) or web_address(source)


def web_address(source: Source) -> str | None:
    """Give the source's own address, if it is one of the web."""
    address = source.address
    return address if address and address.startswith(("https://", "http://")) else None


def _at_a_text(address: str) -> bool:
    """Tell whether an address is that of a text on Légifrance, not its first page."""
    parts = urlsplit(address)
    return parts.hostname == OFFICIAL_HOST and parts.path not in {"", "/"}
