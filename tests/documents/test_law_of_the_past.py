"""A document says when its law is no longer that of the day it is made, and bears the name of its case."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pydantic import BaseModel

from petr_advisor.checking import load
from petr_advisor.commands.dossiers import find_dossier
from petr_advisor.consulting.consultation import Consultation
from petr_advisor.documents.build import build
from petr_advisor.documents.parts import Citation
from petr_advisor.documents.places import reference_on
from petr_advisor.documents.settings import Adviser
from petr_advisor.files.locations import examples_folder
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from petr_advisor.knowledge.law import SourceReference
from petr_advisor.scenarios.loading import load_scenarios
from petr_advisor.words.texts import Language
from tests.documents.conftest import EXAMPLES

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


OF_THEIR_DAY = sorted(examples_folder().rglob("*.yaml"))[::40]
"""A sample of scenarios; those of the past are kept."""


@pytest.mark.parametrize("path", [*EXAMPLES.values(), *OF_THEIR_DAY], ids=lambda path: path.stem)
def test_what_is_told_of_a_day_cites_nothing_later(path: Path) -> None:
    """In the note, the duties and the plan, neither a norm that begins later nor a decision given later."""
    base = load()
    consultation = next(iter(load_scenarios(path, base))).consultation(engine("native"))
    if consultation.clashes:
        return
    report, day = build(consultation, "fr", Adviser(), LAW), consultation.as_of
    parts = (report.note, report.roadmap, report.duties)
    cited = {found.norm for part in parts for found in citations(part)}
    assert cited or report.no_roadmap
    norms = [base.norms[key] for key in cited]
    begins = [norm.in_force.from_ for norm in norms]
    begins += [first_day(base, reference_on(base, norm, day)) for norm in norms if norm.sources]
    assert [each for each in begins if each and each > day] == []


def citations(part: object) -> Iterator[Citation]:
    """Give what a part of a report cites, however deep."""
    match part:
        case Citation():
            yield part
        case BaseModel():
            for name in type(part).model_fields:
                yield from citations(getattr(part, name))
        case tuple():
            for each in part:
                yield from citations(each)


def first_day(base: KnowledgeBase, reference: SourceReference) -> date | None:
    """Give the day of a decision or of an answer, where it is known: an article that is older may be read later."""
    source = base.sources[reference.id]
    decided = source.kind in {"case-law", "parliamentary-answer", "circular"}
    return source.versions[0].from_ if decided and source.versions else None
