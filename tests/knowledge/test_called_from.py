"""What procedures call is known to the end, by whatever comes between."""

from tests.documents.conftest import real_base


def test_what_is_called_by_what_is_called_is_known() -> None:
    """Members who leave to mend the membership revise their agreement: it comes of the cure, not of what follows it."""
    base = real_base()
    called = base.called_from("composition-cure")
    direct = {
        name for act in base.procedures["composition-cure"].acts.values() if act.calls for name in act.calls.names
    }
    assert {"composition-cure", *direct} < called
    assert "territorial-agreement" in called - direct


def test_every_procedure_called_is_there_with_what_it_calls() -> None:
    base = real_base()
    for name in base.procedures:
        found = base.called_from(name)
        assert name in found
        assert base.called_from(*found) == found


def test_nothing_calls_nothing() -> None:
    assert real_base().called_from() == frozenset()
