"""Each article of a code, each Act and each decree leads to Légifrance; a mirror is only where it was read."""

from urllib.parse import urlsplit

import pytest

from petr_advisor.checking import load
from petr_advisor.documents.texts_online import best_address, official_address, read_in
from petr_advisor.knowledge.law import Source
from petr_advisor.words.texts import Text

NAMED = Text(fr="CGCT, art. L. 5741-1 : nature du PETR", en="CGCT, art. L.5741-1: what a PETR is")
SEARCH = "https://www.legifrance.gouv.fr/search/all?tab_selection=all&searchField=ALL&query=CGCT%2C+art.+L.+5741-1"
NUMBERED = "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000038891398"
MIRROR = "https://example.org/mirror/article-l5741-1"


@pytest.mark.parametrize(
    ("number", "own", "official", "read"),
    [
        ("LEGIARTI000038891398", MIRROR, NUMBERED, MIRROR),
        ("LEGIARTI000038891398", None, NUMBERED, None),
        (None, MIRROR, SEARCH, MIRROR),
        (None, None, SEARCH, None),
        (None, "https://www.legifrance.gouv.fr/", SEARCH, None),
        (None, NUMBERED, NUMBERED, None),
        (None, "a note kept by hand", SEARCH, None),
    ],
)
def test_an_article_leads_to_its_official_address(
    number: str | None, own: str | None, official: str, read: str | None
) -> None:
    source = Source(kind="code-article", title=NAMED, legifrance_id=number, address=own)
    assert (official_address(source), read_in(source)) == (official, read)


def test_a_guide_is_read_at_its_own_address() -> None:
    guide = Source(kind="guide", title=NAMED, address=MIRROR)
    assert (official_address(guide), best_address(guide), read_in(guide)) == (None, MIRROR, None)


def test_no_mirror_stands_as_the_address_of_an_article_an_act_or_a_decree() -> None:
    texts = {key: source for key, source in load().sources.items() if source.kind in {"code-article", "law", "decree"}}
    assert texts
    hosts = {key: urlsplit(best_address(source) or "").hostname for key, source in texts.items()}
    assert {key: host for key, host in hosts.items() if host != "www.legifrance.gouv.fr"} == {}
