"""The rule base of the project is clean, and loads quickly once it has been loaded."""

from datetime import date

from petr_advisor.checking import all_problems, load
from petr_advisor.files.locations import examples_folder, knowledge_folder
from petr_advisor.knowledge.checks.references import references
from petr_advisor.knowledge.loader import read_folder
from petr_advisor.words.catalogue import catalogue

READ_ON = date(2026, 11, 24)
MOST_LINES = 400
"""Of a file that a jurist reads; beyond, it holds more than one topic."""


def test_the_real_rule_base_is_clean() -> None:
    problems = all_problems(*read_folder(knowledge_folder()))
    assert not problems, "\n".join(map(str, problems))


def test_every_kind_of_name_is_told_in_words_when_it_is_unknown() -> None:
    named = {f"check.unknown.{each.what}" for each in references(*read_folder(knowledge_folder()))}
    assert named - catalogue().keys() == set()


def test_no_file_is_too_long_to_read() -> None:
    files = [path for folder in (knowledge_folder(), examples_folder()) for path in folder.rglob("*.yaml")]
    long = {path.name: count for path in files if (count := len(path.read_text("utf-8").splitlines())) > MOST_LINES}
    assert long == {}


def test_no_norm_begins_on_the_day_the_law_was_read() -> None:
    """What one knows on a day is no date of law: it would open and close ways for nobody."""
    assert [key for key, norm in load().norms.items() if norm.in_force.from_ == READ_ON] == []


def test_what_changes_the_seats_of_a_petr_that_stays_says_that_they_are_to_be_shared_again() -> None:
    """Else the answer on seats would keep a council that the same page changes."""
    base = load()
    silent = [
        key
        for key, option in base.options.items()
        if option.answers == "life" and option.makes.get("structure.legal_form") is None
        if any("seats" in base.procedures[name].alters for name in option.procedures)
        if option.makes.get("petr.change_planned") != "seats"
    ]
    assert silent == ["life-merger-with-syndicate"]  # another body is born of it, with seats of its own


def test_a_right_to_go_before_the_court_ends_on_a_working_day_for_whoever_has_it() -> None:
    """The two clear months of the prefect are those of everybody else, and end no sooner."""
    limits = [
        (f"{name}/{key}", limit)
        for name, procedure in load().procedures.items()
        for key, act in procedure.acts.items()
        for limit in (act.limit, *(window.limit for window in act.windows))
        if limit and limit.kind == "window" and limit.length and limit.length.unit == "clear_month"
    ]
    assert limits
    assert [key for key, limit in limits if limit.moved != "if_not_working_day"] == []
