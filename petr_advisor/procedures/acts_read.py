"""The acts of a procedure as they are read: by the readings followed that were in force on the day each began."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from petr_advisor.knowledge.procedures import Act
from petr_advisor.procedures.days import Days
from petr_advisor.procedures.record import Setting

if TYPE_CHECKING:
    from petr_advisor.procedures.marking import Marking


def acts_read(marking: "Marking") -> Mapping[str, Act]:
    """Give the acts of the procedure of a marking, in order; one that no reading turns is as it is written."""
    own, setting = marking.procedure.acts, marking.setting
    turning = {key: act for key, act in own.items() if act.by_reading}
    if not turning:
        return own
    days = Days(marking, own)
    found = {key: _read(setting, f"{marking.key}/{key}", act, days.beginning(key) or marking.as_of)
             for key, act in turning.items()}  # fmt: skip
    return {**own, **found}


def _read(setting: Setting, name: str, act: Act, day: date) -> Act:
    """Give an act that began on a day, under the readings followed; silence is counted as prudence asks."""
    held = {point: reading for point, reading in _followed(setting, act) if _is_in_force(setting, point, reading, day)}
    found = setting.base.act_under(name, held)
    return found.model_copy(update={"silence": act.silence_prudent}) if _is_unsafe(setting, act, day) else found


def _is_unsafe(setting: Setting, act: Act, day: date) -> bool:
    """Tell whether silence is counted otherwise than the reading followed says, as prudence asks.

    So it is while the prudent reading is followed and another in force gives silence the meaning to be feared.
    """
    base, readings = setting.base, setting.readings
    for point, found in act.by_reading.items():
        prudent = point in base.disputed and readings.get(point) == base.disputed[point].prudent
        feared = [key for key, changes in found.items() if changes.get("silence") == act.silence_prudent]
        if prudent and act.silence_prudent and any(_is_in_force(setting, point, key, day) for key in feared):
            return True
    return False


def _followed(setting: Setting, act: Act) -> Iterator[tuple[str, str]]:
    """Give the readings followed of the points that an act turns on."""
    yield from ((point, setting.readings[point]) for point in act.by_reading if point in setting.readings)


def _is_in_force(setting: Setting, point: str, reading: str, day: date) -> bool:
    found = setting.base.disputed.get(point)
    return found is None or reading not in found.readings or found.readings[reading].in_force.covers(day)
