"""What a case says of who joins stands in the tables of the acts, and leaves no bracket."""

from petr_advisor.drafting.model import Draft, Grid
from tests.drafting.conftest import SIONNE, case, drafted, of


def last_row(found: Draft) -> tuple[str, ...]:
    """Give the last row of the table of members and their kinds: that of who joins, once it has."""
    grids = (part for part in found.parts if isinstance(part, Grid))
    return next(grid.rows[-1] for grid in grids if grid.header[:2] == ("Membre", "Nature"))


def test_the_kind_of_who_joins_stands_in_the_tables() -> None:
    (plan,) = of(SIONNE, "project-plan")
    assert last_row(plan)[:2] == ("CC des Gorges de la Sionne", "Communauté de communes")
    (unsaid,) = of(drafted(case(SIONNE).withdraw("joiner.community")), "project-plan")
    assert last_row(unsaid)[:2] == ("CC des Gorges de la Sionne", "[…]")


def test_who_joins_is_named_in_the_tables_by_what_it_is_where_its_name_is_not_known() -> None:
    (unnamed,) = of(drafted(case(SIONNE).withdraw("joiner.name")), "project-plan")
    assert last_row(unnamed)[:2] == ("[à compléter\u00a0: nom de l’EPCI candidat]", "Communauté de communes")
