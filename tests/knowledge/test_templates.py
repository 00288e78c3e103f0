"""Templates of acts: what a jurist mistypes is told with the file, the place and the nearest name."""

from pathlib import Path

import pytest

from petr_advisor.checking import check_folder

BASE = """
topics: {law: {fr: "Droit", en: "Law"}}
sources: {text: {kind: law, title: {fr: "Loi", en: "Act"}}}
norms:
  a.norm: {topic: law, statement: {fr: "Une idée.", en: "An idea."}, sources: [text], confidence: verified}
blanks:
  town: {label: {fr: "commune", en: "commune"}}
passages:
  head: {text: {fr: "À <town>", en: "At <town>"}}
"""
TEMPLATE = """
templates:
  a-note:
    kind: note
    title: {{fr: "Note", en: "Note"}}
    goes_with: [resolution]
    by: {{fr: "Le président", en: "The president"}}
    opening:
      - head
{passage}
"""
SOUND = '      - {text: {fr: "De <town>", en: "From <town>"}, norms: [a.norm]}'


def problems(folder: Path, passage: str, template: str = TEMPLATE, base: str = BASE) -> list[str]:
    (folder / "base.yaml").write_text(base, encoding="utf-8")
    (folder / "act.yaml").write_text(template.format(passage=passage), encoding="utf-8")
    _, found = check_folder(folder)
    return [problem.told("en") for problem in found]


def test_a_sound_template_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("passage", "said"),
    [
        ('      - {text: {fr: "De <twon>", en: "From <twon>"}}', "did you mean `town`"),
        ("      - haed", "did you mean `head`"),
        ('      - {text: {fr: "De", en: "From"}, norms: [a.nrm]}', "did you mean `a.norm`"),
        ('      - {text: {fr: "De", en: "From"}, when: {a.fact: yes}}', "fact"),
        ('      - {text: {fr: "De", en: "From"}, columns: [twon]}', "did you mean `town`"),
        ('      - {text: {fr: "De <town>", en: "From"}}', "do not have the same places: town"),
        ('      - {text: {fr: "De <tow n>", en: "From <tow n>"}}', "a place cannot be read"),
        ('      - {text: {fr: "De"}}', "en"),
        ('      - {norms: [a.norm]}', "either its text"),
        ('      - {use: head, text: {fr: "De", en: "From"}}', "either its text"),
    ],
)  # fmt: skip
def test_what_is_mistyped_in_a_passage_is_told(tmp_path: Path, passage: str, said: str) -> None:
    found = problems(tmp_path, passage)
    assert [text for text in found if text.startswith("act.yaml") and said.lower() in text.lower()], found


def test_an_unknown_act_is_told(tmp_path: Path) -> None:
    found = problems(tmp_path, SOUND, TEMPLATE.replace("goes_with: [resolution]", "acts: [nothing/here]"))
    assert [text for text in found if "nothing/here" in text], found


def test_a_template_says_which_acts_it_drafts_or_goes_with(tmp_path: Path) -> None:
    found = problems(tmp_path, SOUND, TEMPLATE.replace("    goes_with: [resolution]\n", ""))
    assert [text for text in found if "goes_with" in text], found


def test_what_no_template_uses_is_told(tmp_path: Path) -> None:
    more = BASE.replace("passages:", '  unused: {label: {fr: "rien", en: "nothing"}}\npassages:')
    found = problems(tmp_path, SOUND, base=more)
    assert [text for text in found if "blanks.unused" in text and "no text calls this place" in text], found


def test_a_shared_passage_is_written_in_full(tmp_path: Path) -> None:
    found = problems(tmp_path, SOUND + "\n      - again", base=BASE + "  again: head\n")
    assert [text for text in found if "written in full" in text], found
