"""What a room is told by the slides themselves: why, of whom seats are counted, what a vote depends on."""

import io
from typing import Any

import pytest
from pptx import Presentation

from petr_advisor.documents.model import Report
from petr_advisor.documents.renderers.slides.fitting import LEADING
from petr_advisor.documents.writing import render
from petr_advisor.words.texts import Language
from petr_advisor.words.voice import Voice
from tests.documents.conftest import reading_report, real_report
from tests.documents.test_formats import squeezed

SEVERAL = ("petr-retrait-contrats-2026", "petr-projet-en-retard-cper-2026", "petr-entree-projet-2026")
"""Several answers: a withdrawal under way, a project late, an entry."""


def slides(report: Report) -> list[Any]:
    return list(Presentation(io.BytesIO(render(report, ".pptx"))).slides)


def told(slide: Any) -> str:
    """Give what is on a slide, run together."""
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    cells = [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return squeezed("".join((*texts, *cells)))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", SEVERAL)
def test_of_several_answers_a_slide_says_why_what_leads_is_proposed(name: str, language: Language) -> None:
    report = reading_report(name, language)
    assert report.note is not None
    first = "".join(report.note.reasons[0].text.split())[:40]
    assert any(first in told(slide) for slide in slides(report))


@pytest.mark.parametrize("name", ["petr-retrait-contrats-2026", "petr-entree-projet-2026"])
def test_seats_of_others_than_the_members_of_today_say_of_whom(name: str) -> None:
    report = reading_report(name)
    assert report.governance is not None
    assert report.governance.counted
    total = str(report.governance.total)
    (council,) = (slide for slide in slides(report) if total in slide.shapes.title.text_frame.text.split())
    assert all("".join(said.split()) in told(council) for said in report.governance.counted)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", SEVERAL)
def test_a_vote_that_depends_on_the_case_says_so_on_its_slides(name: str, language: Language) -> None:
    report = reading_report(name, language)
    assert report.note is not None
    depends = "".join(f"({Voice(language).phrase('depends')})".split())
    shown = [told(slide) for slide in slides(report)[1:]]
    unsure = ["".join(vote.does.split()) for vote in report.note.votes if not vote.certain]
    sure = {"".join(vote.does.split()) for vote in report.note.votes if vote.certain}
    for does in {each[1:] for each in unsure} - {each[1:] for each in sure}:
        assert all(text.count(does) == text.count(f"{does}{depends}") for text in shown), does


@pytest.mark.parametrize("name", ["marennes-oleron#confirmed"])
def test_the_figures_of_bars_do_not_run_over_each_other(name: str) -> None:
    """Each bar is as high as its letters, which no program breaks: no usual space is in them."""
    shapes = (shape for slide in slides(real_report(name, "fr")) for shape in slide.shapes if shape.has_chart)
    for shape in shapes:
        plot = shape.chart.plots[0]
        bars = len(plot.series) + plot.gap_width / 100
        high = (shape.height.pt - 40) / len(list(plot.categories)) / bars
        assert high >= shape.chart.font.size.pt * LEADING
        assert " " not in plot.data_labels.number_format
