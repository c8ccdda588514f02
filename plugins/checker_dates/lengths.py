"""Lengths: from a TIMEX3 duration value and mod to the least and the greatest number of minutes it may mean."""

from __future__ import annotations

import math
import re

from checker.frozen import frozen

COUNTED = re.compile(r"P(?:(\d+(?:\.\d+)?)(Y|M|W|D)|T(?:(\d+(?:\.\d+)?)H)?(?:(\d+)M)?(?:(\d+)S)?)(?:T(\d+)H)?")
_MINUTES = {"Y": 525960, "M": 43830, "W": 10080, "D": 1440}
_ROUNDED = 0.4  # of a unit, up and down: "six years" may be five and three quarters
_WORKING_DAYS = 5  # of a week: a trial of two weeks sits for ten days
_HEDGED = 0.25  # share by which "about" and "nearly" may be off
_UNDER = 0.5  # share down to which "less than two hours" is still said
_OVER = 2  # times up to which "more than two hours" is still said
_SAME = 0.01  # share by which two units may differ: twelve months are a year


@frozen()
class Length:
    """A closed range of minutes, and the number the words name."""

    least: float
    most: float
    said: float
    days_off: float | None = None  # of weeks: the least where only working days are counted; nobody counts weeks so

    def meets(self, other: Length) -> bool:
        """Tell whether some length is in both."""
        return self._least_beside(other) <= other.most and other._least_beside(self) <= self.most

    def _least_beside(self, other: Length) -> float:
        return self.least if self.days_off is None or other.days_off is not None else self.days_off

    def is_said_as(self, other: Length) -> bool:
        """Tell whether both name one number, if in other units: a day and 24 hours."""
        return abs(self.said - other.said) <= _SAME * max(self.said, other.said)


def length(value: str, mod: str | None = None) -> Length | None:
    """Return the range of a duration such as ``P3D`` or ``PT24H``; None for vague ones (``PXD``) and for what is no duration."""
    match = COUNTED.fullmatch(value)
    if match is None:
        return None
    days_off: float | None = None
    if match[2]:
        count, minute = float(match[1]), _MINUTES[match[2]]
        said = count * minute + float(match[6] or 0) * 60
        if match[2] == "D":
            # A three-day meeting fills parts of three days; "three days" may also be three nights.
            least, most = max(0.0, count - 1) * minute, said
        else:
            least, most = (count - _ROUNDED) * minute, said + _ROUNDED * minute
        if match[2] == "W":
            days_off = max(0.0, min(least, (_WORKING_DAYS * count - 1) * _MINUTES["D"]))
    else:
        said = float(match[3] or 0) * 60 + float(match[4] or 0) + float(match[5] or 0) / 60
        slack = _ROUNDED * 60 if match[3] and not match[4] else said * 0.1
        least, most = max(0.0, said - slack), said + slack
    if mod == "APPROX":
        least, most = least * (1 - _HEDGED), most * (1 + _HEDGED)
    elif mod == "LESS_THAN":
        least *= _UNDER
    elif mod == "EQUAL_OR_LESS":
        least = 0.0
    elif mod == "MORE_THAN":
        most *= _OVER
    elif mod == "EQUAL_OR_MORE":
        most = math.inf
    return Length(max(0.0, least), most, said, None if days_off is None else min(least, days_off))
