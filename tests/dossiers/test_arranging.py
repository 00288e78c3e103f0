"""Whole dossiers: handed on as files, deleted, erased when their time is over."""

from pathlib import Path

import pytest

from petr_advisor.consulting.consultation import Consultation
from petr_advisor.consulting.saved import SavedError
from petr_advisor.dossiers import (
    HeldElsewhereError,
    arranging,
    begin_as,
    listing,
    names,
    resume,
    save,
    slug_of,
    take_up,
    taken_by,
)
from petr_advisor.dossiers.history import Change, history
from petr_advisor.dossiers.importing import take_in
from petr_advisor.dossiers.place import place
from petr_advisor.dossiers.rows import mark
from petr_advisor.files.writing import WritingError
from petr_advisor.inference.engines import engine
from petr_advisor.knowledge.base import KnowledgeBase
from tests.saved_files import kept

NATIVE = engine("native")


def test_handed_on_as_a_file(consultation: Consultation, small: KnowledgeBase, tmp_path: Path) -> None:
    """The file gives the same dossier, under a name of its own where the first is still there; nothing is replaced."""
    said = consultation.answer("structure.form", "closed")
    save(said, "Pays d’Été")
    path = tmp_path / "handed.json"
    arranging.export_to("pays-d-ete", path, small, NATIVE)
    with pytest.raises(WritingError):
        arranging.export_to("pays-d-ete", path, small, NATIVE)
    slug = take_in(path, small, NATIVE)
    assert (slug, path.exists()) == ("pays-d-ete-2", True)
    assert resume(slug, small, NATIVE).consultation.events == said.events
    assert kept("pays-d-ete") == kept(slug)


def test_deleted_is_erased_in_its_time(consultation: Consultation, small: KnowledgeBase) -> None:
    """Not before; and not when something was said in it since."""
    for name in ("Old", "Young", "Again"):
        save(consultation.answer("structure.form", "closed"), name)
        arranging.delete(name.lower())
    mark(place(), "old", deleted_at="2020-01-01T00:00:00+00:00")
    held, found = take_up("Again", small, NATIVE)
    held.keep(found.consultation.answer("structure.form", "open"))
    held.release()
    arranging.erase_old()
    assert {each.slug: each.deleted for each in listing()} == {"young": True, "again": False}
    assert kept("old") == []
    assert names() == ("again",)


def test_one_that_is_open_is_left(consultation: Consultation, small: KnowledgeBase) -> None:
    save(consultation, "Pays")
    held, _ = take_up("Pays", small, NATIVE)
    for act in (lambda: arranging.delete("pays"), lambda: arranging.rename("pays", "Autre")):
        with pytest.raises(HeldElsewhereError):
            act()
    held.release()
    with pytest.raises(SavedError, match="no saved consultation"):
        arranging.archive("nowhere")


def test_a_variant_keeps_the_history(consultation: Consultation, small: KnowledgeBase) -> None:
    save(consultation.answer("structure.form", "closed"), "Pays")
    held, found = take_up("Pays", small, NATIVE)
    held.keep(found.consultation.answer("structure.form", "open"))
    held.release()
    slug = arranging.duplicate("pays", "Pays")
    first, second = (
        [(change.at, change.now) for change in history(name, small, NATIVE).changes if isinstance(change, Change)]
        for name in ("pays", slug)
    )
    assert len(first) == 2
    assert first == second


@pytest.mark.parametrize("typed", ["pays d'ete éà", "PAYS D’ÉTÉ ÉÀ", "Pays-d-ete ea"])
def test_a_name_that_is_taken_is_told_as_the_lists_show_it(
    consultation: Consultation, small: KnowledgeBase, typed: str
) -> None:
    """What was typed is nowhere to be found at home, where the dossier is to be taken up."""
    save(consultation.answer("structure.form", "closed"), "Pays d’été Éà")
    save(consultation.answer("structure.form", "closed"), "Autre")
    assert taken_by(slug_of(typed)) == "Pays d’été Éà"
    for act in (lambda: begin_as(typed), lambda: arranging.rename("autre", typed)):
        with pytest.raises(SavedError, match="Pays d’été Éà"):
            act()
