"""The site of the real rule base, made once."""

from functools import cache

import pytest

from petr_advisor.checking import load
from petr_advisor.files.locations import examples_folder
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.site.build import build, load_cases
from petr_advisor.site.graph import Case


@cache
def real_base() -> KnowledgeBase:
    """Give the real rule base."""
    return load()


@cache
def real_cases() -> tuple[Case, ...]:
    return tuple(load_cases(real_base(), [examples_folder()]))


@cache
def real_site() -> dict[str, str]:
    return dict(build(real_base(), real_cases()))


@pytest.fixture
def site() -> dict[str, str]:
    """Give every file of the site, by name."""
    return real_site()
