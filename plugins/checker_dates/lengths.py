"""Lengths: from a TIMEX3 duration value and mod to the least and the greatest number of minutes it may mean."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

COUNTED = re.compile(r"P(?:(\d+(?:\.\d+)?)(Y|M|W|D)|T(?:(\d+(?:\.\d+)?)H)?(?:(\d+)M)?(?:(\d+)S)?)(?:T(\d+)H)?")
_MINUTES = {"Y": 525960, "M": 43830, "W": 10080, "D": 1440}
# How far counts are rounded, in units: days are counted with or without the first, years and months of a sentence are exact.
_ROUNDED = {"Y": 0.4, "M": 0.4, "W": 0.4, "H": 0.4}
_HEDGED = 0.25  # share by which "about" and "nearly" may be off


@dataclass(frozen=True, slots=True)
class Length:
    """A closed range of minutes."""

    least: float
    most: float

    def meets(self, other: Length) -> bool:
        """Tell whether some length is in both."""
        return self.least <= other.most and other.least <= self.most


def length(value: str, mod: str | None = None) -> Length | None:
    """Return the range of a duration such as ``P3D`` or ``PT24H``; None for vague ones (``PXD``) and for what is no duration."""
    match = COUNTED.fullmatch(value)
    if match is None:
        return None
    if match[2]:
        count, minute = float(match[1]), _MINUTES[match[2]]
        if match[2] == "D":
            # A three-day meeting fills parts of three days; "three days" may also be three nights.
            found = Length(max(0.0, count - 1) * minute, count * minute)
        else:
            found = Length((count - _ROUNDED[match[2]]) * minute, (count + _ROUNDED[match[2]]) * minute)
        if match[6]:
            found = Length(found.least, found.most + float(match[6]) * 60)
    else:
        minutes = float(match[3] or 0) * 60 + float(match[4] or 0) + float(match[5] or 0) / 60
        slack = _ROUNDED["H"] * 60 if match[3] and not match[4] else minutes * 0.1
        found = Length(max(0.0, minutes - slack), minutes + slack)
    if mod in ("APPROX", "LESS_THAN", "EQUAL_OR_LESS"):
        found = Length(found.least * (1 - _HEDGED), found.most)
    if mod == "APPROX":
        found = Length(found.least, found.most * (1 + _HEDGED))
    if mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        found = Length(found.least, math.inf if mod == "EQUAL_OR_MORE" else found.most * 2)
    return found
