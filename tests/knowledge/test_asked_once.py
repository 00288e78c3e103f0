"""One fact is one question: no two facts of the same thing that are asked have the same name."""

from collections import defaultdict

from tests.documents.conftest import real_base


def test_no_two_facts_asked_have_the_same_name() -> None:
    named = defaultdict(list)
    for key, fact in real_base().all_facts.items():
        if fact.ask is not None:
            named[fact.of, fact.label.fr].append(key)
    assert not [keys for keys in named.values() if len(keys) > 1]
