"""What `petr-advisor site` does: the rule base as a static site."""

from pathlib import Path

from petr_advisor.checking import load
from petr_advisor.commands.settings import DEFAULT, Settings
from petr_advisor.files.folders import check_whole
from petr_advisor.files.locations import examples_folder


def site(folder: Path, paths: list[Path] | None, settings: Settings = DEFAULT) -> str:
    """Write the site; gives what was written, in a sentence."""
    from petr_advisor.site.build import build, load_cases  # noqa: PLC0415 - only here are the templates needed
    from petr_advisor.site.writing import MARK, write_site  # noqa: PLC0415
    from petr_advisor.words.voice import screen_voice  # noqa: PLC0415

    check_whole(folder, MARK)
    base = load(settings.knowledge)
    count = write_site(build(base, tuple(load_cases(base, paths or [examples_folder()]))), folder)
    start = folder / "index.html"
    return screen_voice(settings.language).phrase("command.site", n=count, start=str(start))
