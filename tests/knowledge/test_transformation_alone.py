"""What is written for the transformation of a syndicate alone is cited by its own procedure alone."""

from tests.documents.conftest import real_base

TRANSFORMATION = "cgct-l5741-4"
"""The article on it, as a source."""
OF_IT = {"petr-transformation", "statutes-voted-again", "composition-cure"}
"""The procedures that it governs: the transformation, its statutes voted again, what makes a syndicate fit for it."""


def test_other_procedures_do_not_rest_on_the_article_on_transformation() -> None:
    """A notice of withdrawal or of joining has its own text: a jurist reads the citation before the act."""
    base = real_base()
    about = {key: {each.id for each in norm.sources} for key, norm in base.norms.items()}
    only = {key for key, sources in about.items() if sources == {TRANSFORMATION}}
    assert only
    wrong = [
        f"{name}/{key}"
        for name, procedure in base.procedures.items()
        if name not in OF_IT
        for key, act in procedure.acts.items()
        if only.intersection(act.norms)
    ]
    assert wrong == []
