"""A line of the conclusions opens what it tells: the proof of what it names, the law it cites, the fact to answer."""

from petr_advisor.commands.explain import proof_text
from petr_advisor.documents.layout.back import settle
from petr_advisor.documents.layout.middle import duties_on_way
from petr_advisor.documents.layout.options import in_full
from petr_advisor.documents.texts import option_text, pen_of_every_way
from petr_advisor.explaining.explanations import how
from petr_advisor.tui.block_lines import Target, block_lines
from petr_advisor.words.texts import Language
from tests.documents.conftest import REAL, real_case

CASE = "marennes-oleron#confirmed"


def targets(language: Language = "fr") -> list[Target]:
    """Give what the lines of every option stand for."""
    pen = pen_of_every_way(real_case(CASE), language)
    options = [option for question in pen.report.questions for option in question.options]
    blocks = [block for o in options for block in (*in_full(pen, o), *duties_on_way(pen, o.id))]
    return [line.target for line in block_lines([*blocks, *settle(pen)], "[Répondre]") if line.target]


def test_each_conclusion_named_has_a_proof() -> None:
    consultation = real_case(CASE)
    named = {target.how for target in targets() if target.how}
    assert {key.partition(":")[0] for key in named} == {"option", "requirement", "duty", "cure"}
    otherwise = {f"duty:{found.id}" for found in consultation.duties_otherwise}  # only under another reading
    unproved = {key for key in named - otherwise if how(consultation, key) is None}
    assert {key.partition(":")[0] for key in unproved} <= {"requirement", "cure"}  # not settled yet


def test_each_norm_cited_is_one() -> None:
    cited = {norm for target in targets() for norm in target.norms}
    assert len(cited) > 20
    assert cited <= set(real_case(CASE).base.norms)


def test_only_what_can_be_answered_bears_a_button() -> None:
    pen = pen_of_every_way(real_case(CASE), "fr")
    lines = [line for line in block_lines(settle(pen), "[Répondre]") if line.target]
    asked = [line.target.facts for line in lines if line.target and line.content.plain.endswith("[Répondre]")]
    assert asked == [((p.fact, p.of[0] if p.of else None),) for p in pen.report.settle]


def test_explain_tells_an_option_in_full_before_its_proof() -> None:
    consultation = real_case("saverne")
    option = consultation.outcomes[0].routes[0].id
    told = proof_text(str(REAL / "saverne.yaml"), f"option:{option}")
    assert told.startswith(option_text(consultation, option, "fr"))
