"""Slides: opened by another program, nine at most, nothing that runs over its place, notes for the speaker."""

import io
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from petr_advisor.documents.build import build, extent_of
from petr_advisor.documents.cover import footer
from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.slides.fitting import (
    LEADING,
    MARGIN,
    SIZES,
    TABLE_SIZES,
    cut,
    fit_list,
    fit_table,
    lines,
)
from petr_advisor.documents.settings import Adviser, Logo
from petr_advisor.documents.typesetting import raster
from petr_advisor.documents.writing import render
from petr_advisor.words.voice import Voice
from tests.documents.conftest import MADE_ON, reading, reading_report, real_case, real_report, report_of, started
from tests.documents.test_bad_input import hostile
from tests.drafting.conftest import ENTERING, LEAVING_OF_THREE, SYNDICATE_OF_THREE, case

PLANNED = "marennes-oleron#confirmed"


def deck(report: Report) -> Any:
    return Presentation(io.BytesIO(render(report, ".pptx")))


def titles(found: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in found.slides]


def words(slide: Any) -> str:
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    cells = [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join([*texts, *cells])


def told(text: str) -> str:
    return "".join(text.split())


def test_a_planned_case_has_the_eight_slides_of_a_council() -> None:
    report = real_report(PLANNED, "fr")
    found = deck(report)
    assert [title.replace("\u00a0", " ") for title in titles(found)[1:]] == [
        "La démarche proposée – provisoire : 5 points à éclaircir peuvent encore changer la proposition",
        "Le territoire",
        "Le conseil : 8 sièges proposés",
        "Le calendrier",
        "Ce que vous votez",
        "Ce qui est incertain – argent, moyens et contrats",
        "Et maintenant",
    ]
    assert told(titles(found)[0]) == told(report.cover.territory)
    assert told(report.questions[0].decision) in told(words(found.slides[1]))
    assert report.note is not None
    assert all(told(vote.who) in told(words(found.slides[5])) for vote in report.note.votes)


def test_every_case_has_eight_slides_at_most(report: Report) -> None:
    found = deck(report)
    assert 4 <= len(found.slides) <= 8
    assert len(set(titles(found))) == len(titles(found))
    assert all(titles(found))


def texts_run_over(slide: Any) -> list[str]:
    """Give the texts that take more room than their box."""
    over = []
    for shape in slide.shapes:
        if not shape.has_text_frame or not shape.text_frame.text:
            continue
        tall = 0.0
        for paragraph in shape.text_frame.paragraphs:
            size = paragraph.runs[0].font.size.pt
            tall += lines(paragraph.text, shape.width.pt - size, size) * size * LEADING
            tall += paragraph.space_after.pt if paragraph.space_after is not None else 0
        if tall > shape.height.pt + 0.6 * size:  # what comes after the last line is no text
            over.append(shape.text_frame.text)
    return over


def tables_run_over(slide: Any, bottom: float) -> list[str]:
    """Give the tables whose rows, as tall as their text, end below what the slide shows."""
    over = []
    for shape in slide.shapes:
        if shape.has_table:
            widths = [column.width.pt for column in shape.table.columns]
            tall = 0.0
            for row in shape.table.rows:
                size = row.cells[0].text_frame.paragraphs[0].runs[0].font.size.pt
                most = max(
                    lines(cell.text, width - 2 * MARGIN, size) for cell, width in zip(row.cells, widths, strict=True)
                )
                tall += max(row.height.pt, most * size * LEADING + 2 * MARGIN)
            if shape.top.pt + tall > bottom:
                over.append(shape.name)
    return over


@pytest.mark.parametrize("make", [lambda: real_report(PLANNED, "fr"), lambda: real_report("ariege", "en"), hostile])
def test_nothing_runs_over_its_place(make: Any) -> None:
    found = deck(make())
    for slide in found.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= found.slide_width
            assert shape.top + shape.height <= found.slide_height
        assert texts_run_over(slide) == []
        assert tables_run_over(slide, found.slide_height.pt - 34) == []


def test_the_speaker_has_what_the_slides_leave_out() -> None:
    report = real_report(PLANNED, "fr")
    notes = ["\n".join(slide.notes_slide.notes_text_frame.text.splitlines()) for slide in deck(report).slides]
    assert all(notes[:6])
    assert report.cover.notice in notes[0]
    assert report.note is not None
    assert all(stop.guard in notes[6] for stop in report.note.stops if stop.guard)
    cited = [each.place for vote in report.note.votes for each in vote.citations]
    assert cited
    assert all(told(place) in told("".join(notes)) for place in cited)


def test_pictures_say_what_they_show_and_words_their_language() -> None:
    report = real_report(PLANNED, "fr")
    found = deck(report)
    pictures = [shape for slide in found.slides for shape in slide.shapes if shape.shape_type == 13]
    assert report.map is not None
    assert [shape._element.nvPicPr.cNvPr.get("descr") for shape in pictures] == [report.map.picture.alt]
    charts = [shape for slide in found.slides for shape in slide.shapes if shape.has_chart]
    assert charts, "the seats are a chart that slides edit, no picture"
    assert all(shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in charts)
    frames = [shape.text_frame for slide in found.slides for shape in slide.shapes if shape.has_text_frame]
    runs = [run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs]
    assert {run._r.rPr.get("lang") for run in runs} == {"fr-FR"}


@pytest.mark.parametrize("name", ["maconnais", "loire-beauce", PLANNED])
def test_who_sits_in_a_room_reads_on_the_map_which_outline_is_which_member(name: str) -> None:
    """Its names had nine points: a number is on each outline, and the names in a key of twelve points at least."""
    report = real_report(name, "fr")
    assert report.map is not None
    assert report.note is not None
    assert report.note.map is not None
    slide = next(slide for slide in deck(report).slides if slide.shapes.title.text_frame.text == "Le territoire")
    drawn = told(report.note.map.picture.svg)
    assert all(drawn.count(f">{member.number}</text>") == 2 for member in report.map.members)
    (picture,) = [shape for shape in slide.shapes if shape.shape_type == 13]
    assert 14 * picture.width.pt / 682 >= 12


def test_slides_of_a_larger_document_have_the_same_map() -> None:
    found = build(real_case("saverne"), "fr", Adviser(), MADE_ON, extent=extent_of("report"))
    assert any("Carte" in shape.name for slide in deck(found).slides for shape in slide.shapes)


def test_the_foot_of_a_slide_cuts_no_name() -> None:
    """Of members it names those that fit whole, of a long name its first words."""
    cover = reading_report("petr-retrait-bloque-et-sieges-2024").cover
    assert footer(cover, "fr").startswith("CC du Confluent\u202f; CC des Coteaux d’Autan\u202f; CC du Causse Blanc… · ")
    long = cover.model_copy(update={"territory": f"Pôle d’équilibre territorial et rural du {'Pays ' * 9}des Étangs"})
    assert footer(long, "fr").startswith("Pôle d’équilibre territorial et rural du Pays Pays")
    assert "Pays… · " in footer(long, "fr")


def test_the_adviser_is_there_in_colour_and_with_a_logo() -> None:
    square = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>t</title><rect width="9" height="9"/></svg>'
    )
    adviser = Adviser(name="Cabinet Martin", accent="#7a1f4e", logo=Logo(kind="png", data=raster([square], ppi=40)[0]))
    members = {"a": {"member.name": "A"}, "b": {"member.name": "B"}}
    found = deck(build(started().list_entities("member", members), "en", adviser, MADE_ON))
    first = found.slides[0]
    assert "Cabinet Martin" in words(first)
    assert any(shape.shape_type == 13 for shape in first.shapes)
    title = first.shapes.title.text_frame.paragraphs[0].runs[0]
    assert str(title.font.color.rgb) == "7A1F4E"
    assert found.core_properties.author == "Cabinet Martin"


def test_a_case_of_which_nothing_is_known() -> None:
    found = deck(build(started(), "en", Adviser(), MADE_ON))
    assert "Nothing is proposed yet" in words(found.slides[1])
    assert titles(found)[-1] == "Next steps"


def test_letters_shrink_before_words_are_left_out() -> None:
    few, many = ["a few words"] * 3, ["some words that take about a line of the slide, or a little more"] * 14
    assert fit_list(few, 800, 300).size == SIZES[0]
    fitted = fit_list(many, 800, 300)
    assert SIZES[-1] == fitted.size
    assert fitted.left_out == len(many) - len(fitted.items) > 0
    assert fitted.height <= 300
    assert fit_list(many[:9], 800, 300).left_out == 0


def test_a_table_keeps_its_head_and_says_how_many_rows_it_lost() -> None:
    rows = [["a name of some length", "12"]] * 40
    fitted = fit_table(["Name", "Seats"], rows, [400, 100], 300)
    assert fitted.size == TABLE_SIZES[-1]
    assert len(fitted.rows) + fitted.left_out == 40
    assert sum(fitted.heights) <= 300


def test_a_long_word_is_cut_with_an_ellipsis() -> None:
    assert cut("A" * 500, 200, 16, 2).endswith("…")
    assert lines("word " * 100, 300, 16) == lines(" ".join(["word"] * 100), 300, 16)


def test_each_member_of_a_vote_under_way_keeps_its_day_on_the_slide() -> None:
    """One cell for all of them was cut after the first, and nothing said that silence carries the vote."""
    slides = list(deck(report_of(case(SYNDICATE_OF_THREE))).slides)
    (votes,) = [slide for slide in slides if slide.shapes.title.text_frame.text == "Ce que vous votez"]
    said = told(words(votes))
    for name, day in (("Saintonge Viticole", "14 janvier 2027"), ("Cœur de Saintonge", "16 janvier 2027")):
        assert told(name) in said
        assert told(day) in said
    assert told("Le silence vaut accord") in said


@pytest.mark.parametrize("course", [ENTERING, LEAVING_OF_THREE])
def test_the_first_slide_counts_who_is_there_today(course: str) -> None:
    """Whoever joins or leaves, whom the seats told later count or leave out."""
    held = case(course)
    members = held.facts.entities["member"].ids
    people = [held.facts.get("member.population", of) for of in members]
    total = sum(int(str(found.value)) for found in people if found is not None)
    here = next(iter(deck(report_of(held)).slides))
    assert told(f"{len(members)} membres, {Voice('fr').number(total)} habitants") in told(words(here))


def test_seats_are_compared_in_a_chart_that_is_edited() -> None:
    """Its numbers are those of the table above, in a workbook inside; who sees no chart is told each member."""
    report = real_report(PLANNED, "fr")
    assert report.governance is not None
    seats = report.governance.seats
    (shape,) = (shape for slide in deck(report).slides for shape in slide.shapes if shape.has_chart)
    people, places = shape.chart.plots[0].series
    assert list(shape.chart.plots[0].categories) == [part.member for part in seats]
    assert list(people.values) == pytest.approx([part.share for part in seats])
    assert sum(places.values) == pytest.approx(1)
    rows = list(load_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)).active.values)
    assert [row[0] for row in rows[1:]] == [part.member for part in seats]
    assert all(part.member in shape._element.nvGraphicFramePr.cNvPr.get("descr") for part in seats)


def test_slides_come_out_the_same_each_time() -> None:
    report = real_report(PLANNED, "fr")
    first, second = (zipfile.ZipFile(io.BytesIO(render(report, ".pptx"))) for _ in range(2))
    assert [first.read(name) for name in first.namelist()] == [second.read(name) for name in second.namelist()]


def test_how_many_more_rows_there_are_is_told_in_the_table_itself() -> None:
    """With letters wider than ours a table grows: what stands below it would be written over."""
    slides = list(deck(reading("association-votes-prevus-2026")).slides)
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    last = [[cell.text for cell in list(table.rows)[-1].cells] for table in tables]
    rest = [row for row in last if row[0].startswith("…")]
    assert rest
    assert all(row[1:] == [""] * (len(row) - 1) for row in rest)
    outside = [
        shape.text_frame.text
        for slide in slides if any(shape.has_table for shape in slide.shapes)
        for shape in slide.shapes if shape.has_text_frame
    ]  # fmt: skip
    assert not any(text.startswith("…") for text in outside)


def test_the_first_slide_says_what_the_structure_is_and_what_it_intends() -> None:
    report = reading("petr-retrait-2026")
    form, operation = report.cover.stands
    assert "pôle d’équilibre" in form
    assert "laisser partir un membre" in operation
    first = told(words(next(iter(deck(report).slides))))
    assert told(form) in first
    assert told(operation) in first


def test_what_silence_does_is_kept_where_a_cell_is_cut() -> None:
    """So is what decides: the votes come in the order of the note, and no quotation is cut in its middle."""
    found = deck(reading_report("petr-retrait-bloque-et-sieges-2024"))
    (votes,) = [slide for slide in found.slides if slide.shapes.title.text_frame.text == "Ce que vous votez"]
    table = next(shape.table for shape in votes.shapes if shape.has_table)
    rows = [[told(cell.text) for cell in row.cells] for row in table.rows]
    assert told("CC des Coteaux d’Autan") in rows[1][0]
    assert any(told("Le silence vaut accord") in row[1] for row in rows)
    assert all(row[1].count("«") == row[1].count("»") for row in rows)


def test_what_happens_by_itself_is_on_the_first_slide() -> None:
    first = deck(reading_report("petr-retrait-bloque-et-sieges-2024")).slides[0]
    assert told("Si personne ne fait rien, le 29 mai 2024") in told(words(first))


def test_letters_of_a_picture_above_dates_are_never_too_small() -> None:
    """It is as wide as the slide, or left out: beside the dates its letters had eight points."""
    for name in ("petr-retrait-bloque-et-sieges-2024", "petr-entree-non-tranchee-2026"):
        for slide in deck(reading_report(name)).slides:
            wide = [shape.width.pt for shape in slide.shapes if shape.shape_type == 13 and "temps" in shape.name]
            assert all(14 * width / 682 >= 12 for width in wide)


def test_bars_are_marked_as_there_for_their_looks() -> None:
    """Read aloud, each slide began with a dash."""
    for slide in deck(real_report(PLANNED, "fr")).slides:
        bars = [shape for shape in slide.shapes if shape.name == "–"]
        assert bars
        assert all(any(each.tag.endswith("}decorative") for each in bar._element.iter()) for bar in bars)
