"""Plain text on a terminal: lines broken between words, and nothing lost."""

from petr_advisor.words.typography import NARROWEST, to_width

TEXT = (
    "Étapes\n"
    "    1. les conseils des EPCI — délibèrent sur la création, les statuts et les compétences transférées\n"
    "\n"
    "https://example.org/une/adresse/bien/trop/longue/pour/la/ligne et la suite « de la phrase » : voir plus haut"
)


def test_no_line_is_longer_unless_a_word_is() -> None:
    lines = to_width(TEXT, 40).split("\n")
    assert [line for line in lines if len(line) > 40] == [
        "https://example.org/une/adresse/bien/trop/longue/pour/la/ligne"
    ]


def test_every_word_is_kept_and_the_margin_too() -> None:
    broken = to_width(TEXT, 40)
    assert broken.split() == TEXT.split()
    assert broken.split("\n")[1].startswith("    1. les")
    assert broken.split("\n")[2].startswith("      ")
    assert "\n\n" in broken


def test_a_space_that_binds_is_not_broken() -> None:
    text = "mot " * 6 + "suite\u00a0: fin"
    assert "suite\u00a0: fin" in to_width(text, 32).replace("\n  ", " ")
    assert not [line for line in to_width(text, 32).split("\n") if line.strip().startswith(":")]


def test_a_terminal_too_narrow_is_left_alone() -> None:
    assert to_width(TEXT, NARROWEST - 1) == TEXT
