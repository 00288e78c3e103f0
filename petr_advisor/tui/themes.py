"""The colours of the screen: dark, light, and black and white with few bright colours for a projector or poor sight."""

from textual.theme import Theme

DARK, LIGHT, CONTRAST = "textual-dark", "textual-light", "contrast"
THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
"""What each is remembered by, and what Textual calls it; F2 goes through them in this order."""

HIGH_CONTRAST = Theme(
    name=CONTRAST,
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffff00",
    success="#00ff00",
    warning="#ffd700",
    error="#ff9090",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    text_alpha=1.0,
    variables={
        "text-muted": "#ffffff",
        "text-accent": "#ffff00",
        "text-success": "#00ff00",
        "text-warning": "#ffd700",
        "text-error": "#ff9090",
        "text-secondary": "#00ffff",
        "primary-darken-1": "#ffffff",
        "primary-muted": "#404000",
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
    },
)


def after(theme: str) -> str:
    """Give the name of the theme that comes after one, as Textual calls it."""
    names, known = list(THEMES), list(THEMES.values())
    return names[(known.index(theme) + 1) % len(names)] if theme in known else names[0]
