"""In the table of answers of a note, what is to be voted stands in strong letters, and nothing else does."""

import pytest

from petr_advisor.documents.writing import render

from .conftest import reading

TOLD = {"done", "to_settle", "moot", "none", "conflict"}
"""Kinds of answer by which nothing is voted."""


@pytest.mark.parametrize("name", ["sieges-illegaux-et-retrait-2026", "petr-dechets-inconnu-2015"])
def test_each_theme_is_strong_where_there_is_something_to_vote(name: str) -> None:
    report = reading(name).model_copy(update={"size": "note"})
    assert report.note is not None
    text = render(report, ".md").decode()
    parts = [part for answer in report.note.answers for part in answer.parts]
    told = [part for part in parts if part.state in TOLD]
    assert told
    assert all(part.words in text and f"**{part.words}**" not in text for part in told)
    assert all(f"**{part.words}**" in text for part in parts if part not in told)
