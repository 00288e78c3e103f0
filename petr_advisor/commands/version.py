"""What `petr-advisor --version` does, at once: neither the rule base nor an engine is loaded for it."""

from petr_advisor import __version__
from petr_advisor.commands.settings import Settings
from petr_advisor.files.locations import knowledge_folder
from petr_advisor.inference.loadable import durable_loads
from petr_advisor.knowledge.files import knowledge_hash

_SAID = {
    "fr": (
        "petr-advisor {version} · moteur {running} · base de règles {digest}",
        " (durable_rules ne se charge pas sur ce Python)",
    ),
    "en": (
        "petr-advisor {version} · engine {running} · rule base {digest}",
        " (durable_rules does not load on this Python)",
    ),
}
"""Apart from the catalogue, which would take longer to read than all the rest."""


def version_text(settings: Settings) -> str:
    """Give the version, the engine and the rule base; PetrAdvisorError when its files cannot be read."""
    loads, digest = durable_loads(), knowledge_hash(settings.knowledge or knowledge_folder())[:12]
    running = settings.engine or ("durable" if loads else "native")
    said, note = _SAID[settings.language]
    return said.format(version=__version__, running=f"{running}{'' if loads else note}", digest=digest)
