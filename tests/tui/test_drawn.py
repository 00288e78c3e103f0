"""What is drawn in a narrow terminal is wrapped, and no word of it is lost."""

from rich.console import Console

from petr_advisor.documents.blocks import Table, cell
from petr_advisor.tui.drawn import drawn


def test_no_article_is_cut_in_a_narrow_table() -> None:
    """« art. L. 574… » left out what one looks for, the number of the article."""
    words = "CGCT, art.\N{NO-BREAK SPACE}L.\N{NO-BREAK SPACE}5741-1, I, al.\N{NO-BREAK SPACE}2"
    row = (cell("Votent"), cell("délibérations concordantes"), cell(words))
    table = Table(header=("Acte", "Majorité", "Textes"), widths=(2, 1, 1), rows=(row,), caption="x")
    console = Console(width=52, record=True)
    console.print(drawn([table]))
    shown = console.export_text()
    assert "…" not in shown
    assert "art.\N{NO-BREAK SPACE}L.\N{NO-BREAK SPACE}5741-1" in shown
