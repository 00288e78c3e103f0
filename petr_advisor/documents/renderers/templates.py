"""Templates of HTML: every text is escaped, and a name that nothing gives stops the page."""

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined


@cache
def pages(package: str = "petr_advisor.documents") -> Environment:
    """Give the templates of a package, which may use those of documents."""
    found = dict.fromkeys((package, "petr_advisor.documents"))
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.do"],
        loader=ChoiceLoader([PackageLoader(name) for name in found]),
    )
