"""What every list of ours has in common."""

from textual.widgets import OptionList


class PagedList(OptionList):
    """A list in which Page Up and Page Down do nothing until it has its size: Textual does not know the lines before.

    A key pressed upon the one that puts a list there comes so early.
    """

    def action_page_up(self) -> None:
        """Go up by a page."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """Go down by a page."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]
