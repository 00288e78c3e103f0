"""The map of a scenario: where its members lie, when the register knows them and its perimeters fit its day."""

from markupsafe import Markup

from petr_advisor.documents.maps.drawing import Member, draw, source_said
from petr_advisor.documents.maps.land import land
from petr_advisor.documents.settings import ACCENT
from petr_advisor.scenarios.scenario import Scenario
from petr_advisor.site.scribe import Scribe
from petr_advisor.territory.measures import BORDERS_VALID_FROM


def ground(scribe: Scribe, found: Scenario) -> dict[str, str] | None:
    """Give the drawing and its source; none where a member has no room for its name, for the page has no numbers."""
    listed = found.members or ()
    members = {str(member["siren"]): member for member in listed if member.get("siren")}
    if found.as_of < BORDERS_VALID_FROM or len(members) < len(listed):
        return None
    shown = land(tuple(members))
    if shown is None or len(shown.members) < len(members):
        return None
    named = {
        siren: Member(number, scribe.set(str(member.get("name", siren))), _people(member.get("population")))
        for number, (siren, member) in enumerate(members.items(), 1)
    }
    drawn = draw(shown, named, scribe, ACCENT)
    if drawn.numbered:
        return None
    return {"svg": Markup(drawn.picture.svg), "source": source_said(scribe)}  # noqa: S704 - shapes and text only


def _people(raw: object) -> int | None:
    return raw if isinstance(raw, int) and not isinstance(raw, bool) else None
