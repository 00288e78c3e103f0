"""A verb agrees with who acts: “le ou les préfets” act together."""

from tests.documents.conftest import real_base


def test_several_prefects_act_in_the_plural() -> None:
    base = real_base()
    several = {key for key, actor in base.actors.items() if actor.label.fr.startswith("le ou les ")}
    said = [
        act.does.fr for procedure in base.procedures.values() for act in procedure.acts.values() if act.who in several
    ]
    assert said
    first = {text: {part.replace(",", " ").split()[0] for part in text.split(" : ")} for text in said}
    assert [text for text, words in first.items() if not any(word.endswith("nt") for word in words)] == []
