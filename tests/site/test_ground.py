"""Maps of the site: on the page of a case whose members the register knows, and on no other."""

import re

import pytest

from tests.documents.page_checks import Page

pytestmark = pytest.mark.xdist_group("site")


def test_a_real_case_is_shown_on_its_ground(site: dict[str, str]) -> None:
    text = next(text for name, text in site.items() if re.fullmatch(r"en/scenario/.*epernay\.html", name))
    page = Page(text)
    assert page.faults == []
    assert "Simplified outlines of the EPCIs" in page.text
    assert 'class="ground"' in text


def test_no_map_before_the_perimeters_fit_nor_of_members_that_nobody_knows(site: dict[str, str]) -> None:
    shown = {name for name, text in site.items() if name.startswith("fr/scenario/") and 'class="ground"' in text}
    assert len(shown) >= 10
    for early in ("ariege", "founders-with-a-departement"):  # of 2015; with a département among its members
        named = {name for name in site if name.startswith("fr/scenario/") and name.endswith(f"{early}.html")}
        assert named
        assert named.isdisjoint(shown)
