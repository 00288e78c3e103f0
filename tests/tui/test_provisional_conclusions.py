"""The conclusions say first that questions to settle can change the proposal; a way keeps its number beside others."""

from petr_advisor.documents.blocks import Table, words
from petr_advisor.documents.layout.pen import Pen
from petr_advisor.tui.conclusions import course, live_and_shut, numbered, subject
from petr_advisor.tui.screens.compare import CompareScreen
from tests.documents.conftest import report_of
from tests.tui.test_checklists import held_to_the_end

PROVISIONAL = "Provisoire\u00a0: 3 points à éclaircir peuvent encore changer la proposition."


def test_what_is_proposed_is_said_to_be_provisional_on_top() -> None:
    """The list gave a way as open today, and how many questions could change it only in the banner."""
    case = held_to_the_end("an association of real members").answer("project.voters", "public_partners")
    report = report_of(case)
    pen = Pen("fr", report=report)
    (question,) = report.questions
    told = [line.content.plain for line in subject(pen, question, alone=True, unfolded=False)]
    assert told.index(PROVISIONAL) == 1 + next(n for n, said in enumerate(told) if said.startswith("Il est proposé"))
    assert told.index(PROVISIONAL) < next(n for n, said in enumerate(told) if "ouverte dès aujourd’hui" in said)
    told = [line.content.plain for line in course(pen)]
    assert told.index(PROVISIONAL) < told.index(question.title)


def test_ways_have_the_same_numbers_side_by_side_as_in_the_list() -> None:
    """« Rester comme aujourd'hui » was 1 in the list; side by side it had no number, and the next way bore it."""
    report = report_of(held_to_the_end("a PETR with its SCoT, services and contracts"))
    pen = Pen("fr", report=report)
    question = next(each for each in report.questions if each.id == "evolution")
    live, _ = live_and_shut(question)
    listed = [f"{each.place}. {each.title}" if each.place else each.title for each in numbered(live, question.retained)]
    assert listed[0] == "1. Rester comme aujourd’hui"
    tables = [block for block in CompareScreen("evolution").blocks(pen) if isinstance(block, Table)]
    assert [name for table in tables for name in table.header[1:]] == listed


def test_what_speaks_for_a_way_side_by_side_is_what_the_note_has() -> None:
    """« Pour » of an ordinary syndicate was « – » in one, and a whole sentence in the other."""
    report = report_of(held_to_the_end("an association of real members"))
    assert report.note is not None
    tables = [
        block for block in CompareScreen("evolution").blocks(Pen("fr", report=report)) if isinstance(block, Table)
    ]
    told = {
        name.partition(". ")[2] or name: " ".join(map(words, column))
        for table in tables
        for name, column in zip(table.header[1:], table.rows[2][1:], strict=True)
    }
    ways = [way for way in report.note.ways if way.pleas]
    assert ways
    assert [(way.title, plea) for way in ways for plea in way.pleas if plea[1:-1] not in told[way.title]] == []
