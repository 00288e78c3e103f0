"""What `petr-advisor` does: hold a consultation on the full screen; little is loaded before the first paint."""

import sys
from datetime import date

from petr_advisor.checking import load
from petr_advisor.commands.opening import engine_of
from petr_advisor.commands.settings import Settings
from petr_advisor.files.locations import database_address, examples_folder, knowledge_folder


def consult_screen(settings: Settings, resume: str | None = None) -> None:
    """Hold the consultation on the full screen."""
    from petr_advisor.tui.app import PetrAdvisorApp  # noqa: PLC0415 - only here is Textual needed
    from petr_advisor.tui.keyboard import bear_any_byte  # noqa: PLC0415
    from petr_advisor.tui.terminal_gone import end_with_terminal  # noqa: PLC0415

    if database_address() is not None:
        from petr_advisor.dossiers.place import place  # noqa: PLC0415 - a file of this machine has no address

        place()  # what is wrong with the address of a server is told before the screen opens
    bear_any_byte()
    end_with_terminal()
    app = PetrAdvisorApp(
        load(settings.knowledge),
        register_folder=knowledge_folder() / "territories",
        language=settings.language,
        as_of=settings.as_of or date.today(),  # noqa: DTZ011 - the date of law is a local day
        engine=engine_of(settings),
        resume=resume,
        examples=examples_folder(),
        tour=True,
    )
    app.run()
    if app.return_code:
        sys.exit(app.return_code)
