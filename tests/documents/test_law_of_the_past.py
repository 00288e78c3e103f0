"""A document says when its law is no longer that of the day it is made, and bears the name of its case."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from petr_advisor.checking import load
from petr_advisor.commands.dossiers import find_dossier
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.settings import Adviser
from petr_advisor.inference.engines import engine
from petr_advisor.words.texts import Language

LAW = date(2026, 9, 1)


@pytest.mark.parametrize(("age", "told"), [(0, False), (60, False), (61, True)])
def test_law_older_than_sixty_days_is_said_on_the_cover(age: int, told: bool) -> None:  # noqa: FBT001 - a parameter
    consultation = Consultation.start(load(), LAW, ["contracts"], engine("native"))
    in_words: dict[Language, str] = {"fr": "celui du 1er septembre 2026", "en": "that of 1 September 2026"}
    for language, words in in_words.items():
        report = build(consultation, language, Adviser(), LAW + timedelta(days=age))
        said = (report.cover.banner or "").replace("\N{NO-BREAK SPACE}", " ")
        assert (words in said) is told


def test_a_variant_bears_the_name_of_its_case(tmp_path: Path) -> None:
    """« Today » is the name of a variant, and no territory."""
    path = tmp_path / "combe.yaml"
    path.write_text(
        "title: {fr: Pays de la Combe, en: The Combe}\norigin: {kind: made, reference: made for this test}\n"
        "as_of: 2015-01-01\nanswers: {structure.legal_form: association}\n"
        "expect: {options: {keep-association: open}}\nvariants:\n  today:\n"
        "    title: {fr: Aujourd'hui, en: Today}\n    as_of: 2026-11-24\n"
        "    expect: {options: {keep-association: open}}\n",
        encoding="utf-8",
    )
    dossier = find_dossier(f"{path}#today", load())
    assert dossier.territory is not None
    assert (dossier.territory.fr, dossier.title.fr) == ("Pays de la Combe", "Aujourd'hui")
