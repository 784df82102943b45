"""Times that texts state, as ISO dates, which are as long as they are exact."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from dadiplo.model import Span

#: How many days before and after the publication a day without its year is surely of this time.
_BACK, _AHEAD = 90, 14
_DIGITS = re.compile(r"\d+")
#: How many digits a number has at most that tells a time.
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Time:
    """A stated time: its words, and the ISO date (day, month or year) it means for the past and for what is to come.

    ``stated`` is false where the words only relate to an earlier date ("the same day"); ``ahead`` is true where they
    say that it is to come ("next week").
    """

    first: int
    last: int
    span: Span
    past: str
    future: str
    stated: bool = True
    ahead: bool = False

    def value(self, planned: bool) -> str:
        """Return the date it means for an event that is planned, or not."""
        return self.future if planned else self.past


def number_in(text: str, *, ordinal: bool = False) -> int | None:
    """Return the number that the digits of a word tell, with the letters of an ordinal if asked, else None."""
    found = _DIGITS.match(text)
    if not found or len(found[0]) > _LONGEST:
        return None
    # Urdu and Arabic write the sign of the Christian era behind a year.
    rest = text[found.end() :].removesuffix("ء").removesuffix("م")
    if rest and not (ordinal and rest.lower() in ("st", "nd", "rd", "th", "º", "°")):
        return None
    return int(found[0])


def iso_date(year: int, month: int, day: int) -> str:
    """Return an ISO date, with the day if it is not 0, or an empty string if there is no such day."""
    if not 1 <= month <= 12:
        return ""
    if not day:
        return f"{year}-{month:02d}"
    return f"{year}-{month:02d}-{day:02d}" if day <= calendar.monthrange(year, month)[1] else ""


def nearer(published: dt.date | None, past: str, future: str) -> tuple[str, str]:
    """Return for both directions the day that is close to the publication, where the other is months away.

    "The ministers meet on 26 February", five days on, or "in a note of 12 May", two months back: of a day of another
    year the year would be told.
    """
    if published is None or not past or not future:
        return past, future
    back, ahead = (abs((dt.date.fromisoformat(day) - published).days) for day in (past, future))
    if back <= _BACK:
        return past, past
    return (future, future) if ahead <= _AHEAD else (past, future)


def compatible(one: str, other: str) -> bool:
    """Tell whether two dates can mean the same day."""
    return one.startswith(other) or other.startswith(one)


def last_day(date: str) -> dt.date:
    """Return the last day that a date of any precision can mean."""
    parts = [int(part) for part in date.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return dt.date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def shifted(today: dt.date | None, unit: str, steps: int, *, counted: bool = False) -> str:
    """Return the ISO date so many years, months, weeks or days from a day on, as exact as the unit; "" if unknown.

    With ``counted`` weeks and days are counted from the day ("two weeks ago"); else a week is the month of its middle.
    """
    if today is None:
        return ""
    if unit == "year":
        return str(today.year + steps)
    if unit == "month":
        total = today.year * 12 + today.month - 1 + steps
        return f"{total // 12}-{total % 12 + 1:02d}"
    if unit == "week" and not counted:
        # "Last week" is no day and not one month for certain.
        middle = today - dt.timedelta(days=today.isoweekday() - 4) + dt.timedelta(days=7 * steps)
        return middle.isoformat()[:7]
    days = steps * (7 if unit == "week" else 1)
    return (today + dt.timedelta(days=days)).isoformat() if counted else ""


def counted_on(date: str, unit: str, steps: int) -> str:
    """Return the date so many years, months, weeks or days after one that is at least as exact as the unit.

    Out of the calendar there is none: "".
    """
    year, month = int(date[:4]), int(date[5:7] or 0)
    if not dt.MINYEAR < year + steps * (unit == "year") + steps // 12 * (unit == "month") < dt.MAXYEAR:
        return ""
    if unit == "year":
        return str(year + steps)
    if unit == "month":
        total = year * 12 + month - 1 + steps
        return f"{total // 12}-{total % 12 + 1:02d}"
    day = dt.date.fromisoformat(date) + dt.timedelta(days=steps * (7 if unit == "week" else 1))
    return day.isoformat()
