"""Dates that sentences state, in digits of any script, by month, weekday or relation to the day of publication.

The rules are those of news: a weekday or a month without a year is the last one on or before the publication, or the
first after it for what is still to come (TIMEX3 "anchor" of TimeML, with the document creation time as anchor).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from dadiplo.affixes import DUAL
from dadiplo.isodates import Time, counted_on, iso_date, nearer, number_in, shifted
from dadiplo.lexicon import CUE, Lexicon
from dadiplo.mentions.periods import SEASONS, began_on, season_of, since, with_weekdays
from dadiplo.mentions.readings import by_word, has_dual, joins_date, numbers_in, without_shorter
from dadiplo.model import Mention, Sentence, Span
from dadiplo.resources import PREFIXES

_NOTATION = PREFIXES["skos"] + "notation"
_DAYS = {
    CUE + "today": 0, CUE + "yesterday": -1, CUE + "day-before-yesterday": -2, CUE + "tomorrow": 1,
    CUE + "day-after-tomorrow": 2,
}  # fmt: skip
_UNITS = {CUE + "day", CUE + "week", CUE + "month", CUE + "year"}
#: What tells of a time by itself; numbers do too.
_SCHEMES = {"month", "weekday"}
#: Words that only relate to the date told last: its unit, and how many units on.
_SHIFTS = {
    CUE + "same-day": ("day", 0), CUE + "next-day": ("day", 1), CUE + "day-before": ("day", -1),
    CUE + "same-month": ("month", 0), CUE + "following-month": ("month", 1),
    CUE + "same-year": ("year", 0), CUE + "following-year": ("year", 1),
}  # fmt: skip
_YEAR_SHIFTS = {iri for iri, (unit, _) in _SHIFTS.items() if unit == "year"}
_WITHIN_YEAR = CUE + "within-year"
_WORDS = {*_UNITS, *_DAYS, *_SHIFTS, *SEASONS, _WITHIN_YEAR}
_LENGTHS = {"year": len("2025"), "month": len("2025-07"), "week": len("2025-07-16"), "day": len("2025-07-16")}
#: What makes "the month" the one of the news, and how many words what days are counted from has.
_PART, _WITHIN, _COUNTED = CUE + "part-of-month", {CUE + "during", CUE + "part-of-month"}, 4
_MONEY = re.compile(r"[$€£¥%₹]")
_YEARS = range(1990, 2041)
#: How many words behind a weekday its week can stand ("on Monday of last week").
_WEEK_BEHIND = 5
#: The largest number of days, months or years that texts count from a day, and from the days of which years.
_LARGEST, _COUNTABLE = 999, range(1000, 9000)


class TimeReader:
    """Reads the times of the sentences of one article."""

    def __init__(self, lexicon: Lexicon, published: dt.date | None) -> None:
        self.lexicon = lexicon
        # What is counted from the first and last days of the calendar would fall out of it.
        self.published = published if published is not None and published.year in _COUNTABLE else None
        self._latest = ""
        #: The times found so far in the sentence that is being read.
        self._inside: list[Time] = []

    def read(self, sentence: Sentence, words: list[Mention]) -> list[Time]:
        """Return the times of a sentence in order, without overlap; ``words`` is what its words mean in the lexicon."""
        if not numbers_in(sentence) and not any(m.kind in _SCHEMES or m.iri in _WORDS for m in words):
            return []
        words = without_shorter(words, {*_DAYS, *_SHIFTS, CUE + "current"})
        meanings = by_word(words)
        found = self._inside = []
        taken: set[int] = set()
        readers = (self._iso, self._months, self._weekdays, self._years, self._later, self._units)
        for reader in (*readers, self._ordinals, self._days):
            for time in reader(sentence, words, meanings):
                if not taken & set(range(time.first, time.last + 1)):
                    found.append(time)
                    taken.update(range(time.first, time.last + 1))
        found.sort(key=lambda time: time.first)
        found[:] = [since(self.lexicon, sentence, time) for time in with_weekdays(found)]
        stated = [time.past for time in found if time.stated]
        self._latest = stated[-1] if stated else self._latest
        return found

    # -- the forms of a date -----------------------------------------------------------------------------

    def _iso(self, sentence: Sentence, found: list[Mention], meanings: dict[int, list[Mention]]) -> list[Time]:
        """Read 2025-07-16 and 16/07/2025."""
        words = sentence.words
        result = []
        for i in numbers_in(sentence):
            if i + 2 >= len(words) or words[i + 1].before + words[i + 2].before not in ("--", "//", ".."):
                continue
            numbers = [number_in(words[i + step].text) for step in range(3)]
            if None in numbers:
                continue
            one, two, three = (number or 0 for number in numbers)
            parts = (one, two, three) if one in _YEARS else (three, two, one)
            value = iso_date(*parts)
            if value and parts[0] in _YEARS:
                result.append(self._time(sentence, i, i + 2, value, value))
        return result

    def _months(self, sentence: Sentence, found: list[Mention], meanings: dict[int, list[Mention]]) -> Iterator[Time]:
        """Yield the times that name a month, one by one: "of that year" means that of one yielded before."""
        words = sentence.words
        for mention in [m for m in found if m.kind == "month"]:
            month = int(self.lexicon.value(mention.iri, _NOTATION) or 0)
            first, last = mention.first, mention.last
            behind = words[last + 1].text if last + 1 < len(words) and words[last + 1].before == " " else ""
            if self.lexicon.adjectives_behind and words[first].text.istitle() and behind.istitle():  # "Julio Velarde"
                continue
            # A second name of the same month may stand beside it with a slash or in brackets ("تموز/يوليو").
            while last + 1 < len(words) and any(m.kind == "month" for m in meanings.get(last + 1, ())):
                last += 1
            if first and any(m.kind == "month" and m.last < first for m in meanings.get(first - 1, ())):
                continue
            day, first, last = self._day_beside(sentence, meanings, first, last)
            stated, last = self._year_after(sentence, meanings, last)
            if not stated:
                stated, first, last = self._year_told(meanings, first, last, len(words))
            relation, start, end = self._relation(meanings, first, last, len(words))
            if relation != "current" or end <= last + 1:
                # "On 12 January for this purpose" is no January of this year.
                first, last = start, end
            else:
                relation = ""
            if stated:
                past = future = iso_date(stated, month, day)
            else:
                past = self._resolved(month, day, relation or "last")
                future = self._resolved(month, day, relation or "next")
                if day and not relation:
                    past, future = nearer(self.published, past, future)
            if past:
                yield self._time(sentence, first, last, past, future or past)

    def _day_beside(
        self, sentence: Sentence, meanings: dict[int, list[Mention]], first: int, last: int
    ) -> tuple[int, int, int]:
        """Return the day of the month before or behind its name, 0 if there is none."""
        words = sentence.words
        after = (number_in(words[last + 1].text, ordinal=True) or 0) if last + 1 < len(words) else 0
        # A point behind "Sept." ends no sentence.
        behind = 1 <= after <= 31 and words[last + 1].before.strip() in ("", ",", ".")
        for step in (1, 2, 3):
            index = first - step
            if index < 0 or (step > 1 and not joins_date(meanings.get(index + 1, []))):
                break
            here = meanings.get(index, [])
            number = number_in(words[index].text, ordinal=True) or self._numeral(here)
            # "The first of March".
            number = number or int(step > 1 and any(m.iri == CUE + "first" for m in here))
            if number and 1 <= number <= 31 and not _MONEY.search(words[index].before):
                named = [m.first for m in here if m.kind == "numeral"]
                began, start = began_on(self.lexicon, sentence, meanings, min([index, *named]), number)
                return began, start, last
        return (after, first, last + 1) if behind else (0, first, last)

    def _numeral(self, meanings: list[Mention]) -> int:
        """Return the number that a word stands for ("the eighth"), 0 if none."""
        numerals = sorted((m for m in meanings if m.kind == "numeral"), key=lambda m: (m.first - m.last, m.iri))
        return next((int(self.lexicon.value(m.iri, _NOTATION) or 0) for m in numerals), 0)

    def _year_after(self, sentence: Sentence, meanings: dict[int, list[Mention]], last: int) -> tuple[int, int]:
        words = sentence.words
        for step in (1, 2, 3):
            index = last + step
            if index >= len(words):
                break
            number = number_in(words[index].text)
            if number in _YEARS:
                return number or 0, index
            here = meanings.get(index, [])
            small = joins_date(here) or any(m.iri == CUE + "year" for m in here)
            if not small or words[index].after_comma:
                # "In July, and a 2018 circular".
                break
        return 0, last

    def _year_told(
        self, meanings: dict[int, list[Mention]], first: int, last: int, length: int
    ) -> tuple[int, int, int]:
        """Return the year of a month that words tell: "March last year", "that March"."""
        year = next(
            (i for i in range(last + 1, last + 5) if any(m.iri == CUE + "year" for m in meanings.get(i, ()))), 0
        )
        if not year and self.lexicon.order == "SOV":
            told = self._year_before(meanings, first, length)
            if told is not None:
                return told
        relation = [n for n in ("last", "next") if year and self._beside(meanings, n, year, year, length)]
        # "In March and last year" tells of two times.
        joined = any(m.iri == CUE + "and" for i in range(last + 1, year) for m in meanings.get(i, ()))
        if relation and self.published is not None and not joined:
            behind = self._beside(meanings, relation[0], year, year, length)
            end = max(year, behind.last if behind is not None else year)
            return self.published.year + (1 if relation[0] == "next" else -1), first, end
        shift = next((m for i in (last + 1, last + 2) for m in meanings.get(i, ()) if m.iri in _YEAR_SHIFTS), None)
        latest = self._told_last(first)
        if shift is not None and latest:
            # "September of that year".
            return int(latest[:4]) + _SHIFTS[shift.iri][1], first, shift.last
        that = any(m.iri == CUE + "that" for m in meanings.get(first - 1, ()))
        if latest and that and self.lexicon.order != "SOV":
            return int(latest[:4]), first - 1, last
        return 0, first, last

    def _year_before(self, meanings: dict[int, list[Mention]], first: int, length: int) -> tuple[int, int, int] | None:
        """Return the year that stands before a month, as where "last year's March" is said, with the words of both."""
        if self.published is None:
            return None
        year = next((i for i in (first - 1, first - 2) if any(m.iri == CUE + "year" for m in meanings.get(i, ()))), -1)
        for name, step in (("last", -1), ("next", 1)):
            relation = self._beside(meanings, name, year, year, length) if year >= 0 else None
            if relation is not None and relation.first < year:
                return self.published.year + step, relation.first, first
        return None

    def _weekdays(self, sentence: Sentence, found: list[Mention], meanings: dict[int, list[Mention]]) -> list[Time]:
        if self.published is None:
            return []
        result = []
        for mention in [m for m in found if m.kind == "weekday"]:
            day = int(self.lexicon.value(mention.iri, _NOTATION) or 0)
            relation, first, last = self._relation(meanings, mention.first, mention.last, len(sentence.words))
            week = self._week_of(meanings, mention.last, len(sentence.words))
            if week is not None:
                # "On Monday of last week".
                monday = self.published - dt.timedelta(days=self.published.isoweekday() - 1)
                date = (monday + dt.timedelta(days=day - 1 + 7 * week[0])).isoformat()
                result.append(self._time(sentence, mention.first, week[1], date, date))
                continue
            beside = [m for i in (first - 1, last + 1) for m in meanings.get(i, ()) if m.iri in _DAYS]
            if beside:
                # "Tomorrow, Thursday": the word for the day tells which.
                date = (self.published + dt.timedelta(days=_DAYS[beside[0].iri])).isoformat()
                first, last = min(first, beside[0].first), max(last, beside[0].last)
                result.append(self._time(sentence, first, last, date, date))
                continue
            back = (self.published.isoweekday() - day) % 7
            past = self.published - dt.timedelta(days=back)
            future = self.published + dt.timedelta(days=(day - self.published.isoweekday()) % 7 or 7)
            past = future if relation == "next" else past
            future = past if relation == "last" else future
            result.append(self._time(sentence, first, last, past.isoformat(), future.isoformat()))
        return result

    def _week_of(self, meanings: dict[int, list[Mention]], last: int, length: int) -> tuple[int, int] | None:
        """Return how many weeks off the week is that is told behind a weekday, and its last word, if one is."""
        for index in range(last + 1, min(last + _WEEK_BEHIND, length)):
            here = meanings.get(index, ())
            if any(m.iri == CUE + "week" for m in here):
                relation, _, end = self._relation(meanings, index, index, length)
                steps = {"last": -1, "next": 1, "current": 0}.get(relation)
                if steps is None and self._beside(meanings, "this", index, index, length):
                    steps = 0
                return None if steps is None else (steps, end)
            if any(m.kind != "cue" for m in here):
                return None
        return None

    def _units(self, sentence: Sentence, found: list[Mention], meanings: dict[int, list[Mention]]) -> list[Time]:
        """Read "last year", "next month", "this week", "two days ago"."""
        if self.published is None:
            return []
        words = sentence.words
        result = []
        for unit in [m for m in found if m.iri in _UNITS]:
            name = unit.iri.removeprefix(CUE)
            relation, first, last = self._relation(meanings, unit.first, unit.last, len(words))
            if not relation and self._beside(meanings, "this", unit.first, unit.last, len(words)):
                relation, first = "current", unit.first - 1
            steps = {"last": -1, "next": 1, "current": 0}.get(relation)
            count, start = self._count(sentence, meanings, unit.first)
            if not count and words[unit.first].text.endswith(DUAL):
                count = 2
            ago = self._beside(meanings, "ago", start, unit.last, len(words))
            if not count and unit.first and any(m.iri == CUE + "indefinite" for m in meanings.get(unit.first - 1, ())):
                # "A month ago", "hace un mes".
                one = self._beside(meanings, "ago", unit.first - 1, unit.last, len(words))
                count, start, ago = (1, unit.first - 1, one) if one is not None else (count, start, ago)
            dated = unit.last + 1 < len(words) and number_in(words[unit.last + 1].text) in _YEARS
            if not count and ago is not None and ago.last == unit.first - 1 and not dated:
                count = int(has_dual(self.lexicon, words[unit.first].text, unit.iri))
            if ago is not None and count:
                first, last, steps = min(start, ago.first), max(unit.last, ago.last), -count
            day, begins = 0, first
            if name == "year" and steps is None and not count and self.lexicon.order == "VSO":
                # "Before the end of the year".
                steps = 0 if any(m.iri == _PART for m in meanings.get(unit.first - 1, ())) else None
            if name == "month" and not count and self.lexicon.order != "SOV":
                # "The second of this month", and in Arabic "the second of the month".
                vso = self.lexicon.order == "VSO"
                day, begins, _ = self._day_beside(sentence, meanings, unit.first if vso else first, last)
                day = day if vso or (steps is not None and begins < first) else 0
                inside = vso and any(m.iri in _WITHIN for m in meanings.get(unit.first - 1, ()))
                steps = 0 if steps is None and (day or inside) else steps
            if steps is None:
                continue
            value = shifted(self.published, name, steps, counted=ago is not None)
            if day and value:
                first, value = begins, iso_date(int(value[:4]), int(value[5:]), day)
            if value:
                result.append(replace(self._time(sentence, first, last, value, value), ahead=steps > 0))
        return result

    def _ordinals(self, sentence: Sentence, found: list[Mention], meanings: dict[int, list[Mention]]) -> list[Time]:
        """Read "on the 29th", with nothing behind it that is counted: a day of the month before or after."""
        words, result = sentence.words, []
        now = self.published.isoformat() if self.published is not None else ""
        for i in numbers_in(sentence) if now else ():
            day = number_in(words[i].text, ordinal=True)
            before = [{m.iri for m in meanings.get(at, ())} for at in (i - 1, i - 2)]
            if not day or words[i].text.isdecimal() or i < 2 or not before[1] or CUE + "definite" not in before[0]:
                continue
            if i + 1 < len(words) and words[i + 1].before == " " and not meanings.get(i + 1):
                # "On the 29th floor".
                continue
            months = (shifted(self.published, "month", step) for step in (-2, -1, 0, 1))
            days = [d for m in months if (d := iso_date(int(m[:4]), int(m[5:]), day))]
            past, future = max((d for d in days if d <= now), default=""), min((d for d in days if d > now), default="")
            if past and future:
                result.append(self._time(sentence, i, i, past, future))
        return result

    def _count(self, sentence: Sentence, meanings: dict[int, list[Mention]], index: int) -> tuple[int, int]:
        """Return the number before a unit of time and where it begins."""
        if index:
            number = number_in(sentence.words[index - 1].text) or self._numeral(meanings.get(index - 1, []))
            if number and number <= _LARGEST:
                return number, index - 1
        return 0, index

    def _days(self, sentence: Sentence, found: list[Mention], meanings: dict[int, list[Mention]]) -> list[Time]:
        result = []
        for mention in found:
            if mention.iri in _DAYS and self.published is not None:
                day = (self.published + dt.timedelta(days=_DAYS[mention.iri])).isoformat()
                result.append(self._time(sentence, mention.first, mention.last, day, day))
            elif mention.iri in (_WITHIN_YEAR, *SEASONS) and self.published is not None:
                if not self._has_year(sentence, meanings, mention):
                    past = future = str(self.published.year)
                    if mention.iri in SEASONS:
                        past, future = season_of(self.lexicon, sentence, mention, self.published)
                    result.append(self._time(sentence, mention.first, mention.last, past, future))
            elif mention.iri in _SHIFTS:
                value = future = self._shifted_from_latest(*_SHIFTS[mention.iri], mention.first)
                if mention.iri == CUE + "same-month" and self.lexicon.order == "SOV" and self.published is not None:
                    # "This same month" of what is to come is that of the news.
                    future = self.published.isoformat()[: _LENGTHS["month"]]
                    value = value or future
                if value:
                    result.append(self._time(sentence, mention.first, mention.last, value, future, stated=False))
            elif mention.iri == CUE + "day" and self.lexicon.adjectives_behind:
                result += self._day_of_month(sentence, mention)
            elif mention.iri == CUE + "current" and self.lexicon.adjectives_behind:
                result += self._day_of_this_month(sentence, mention, meanings)
        return result

    def _has_year(self, sentence: Sentence, meanings: dict[int, list[Mention]], part: Mention) -> bool:
        """Tell whether a year is told behind a part of it ("the first quarter of 2027", "of next year")."""
        length = len(sentence.words)
        for index in range(part.last + 1, min(part.last + 4, length)):
            if number_in(sentence.words[index].text) in _YEARS:
                return True
            if any(m.iri == CUE + "year" for m in meanings.get(index, ())):
                return self._relation(meanings, index, index, length)[0] in ("last", "next")
        return False

    def _day_of_this_month(self, sentence: Sentence, cue: Mention, meanings: dict[int, list[Mention]]) -> list[Time]:
        """Read "el 8 del corriente", "del 16 al 18 de los corrientes": a day of this month."""
        at, unit = cue.first - 2, {m.iri for m in meanings.get(cue.last + 1, ())} & _UNITS
        number = number_in(sentence.words[at].text) if at >= 0 else None
        within = CUE + "of" in self.lexicon.cues_of(sentence.words[at + 1].text) and not unit - {CUE + "month"}
        if self.published is None or not number or not within:
            return []
        number, at = began_on(self.lexicon, sentence, meanings, at, number)
        day = iso_date(self.published.year, self.published.month, number)
        return [self._time(sentence, at, cue.last + len(unit), day, day)] if day else []

    def _day_of_month(self, sentence: Sentence, unit: Mention) -> list[Time]:
        """Read "on day 20": the last or the next such day."""
        words, at = sentence.words, unit.last + 1
        number = number_in(words[at].text) if at < len(words) and words[at].before == " " else None
        if self.published is None or not number or unit.first == 0 or words[unit.first - 1].text.isdigit():
            return []
        total, now = self.published.year * 12 + self.published.month - 1, self.published.isoformat()
        days = [iso_date((total + step) // 12, (total + step) % 12 + 1, number) for step in (-1, 0, 1)]
        past = max((day for day in days if "" < day <= now), default="")
        future = min((day for day in days if day > now), default=past)
        return [self._time(sentence, unit.first, at, past, future)] if past else []

    def _later(self, sentence: Sentence, found: list[Mention], meanings: dict[int, list[Mention]]) -> list[Time]:
        """Read "two weeks later", "a year later", which count from the date told last."""
        result = []
        for unit in [m for m in found if m.iri in _UNITS]:
            count, start = self._count(sentence, meanings, unit.first)
            if not count and sentence.words[unit.first].text.endswith(DUAL):
                count = 2
            beside = [m for i in (unit.last + 1, start - 1) for m in meanings.get(i, ()) if m.iri == CUE + "later"]
            beside, forth = (beside, 1) if beside or not count else self._counted_from(meanings, start)
            if not beside:
                continue
            value = self._shifted_from_latest(unit.iri.removeprefix(CUE), (count or 1) * forth, unit.first)
            if value:
                first, last = min(start, beside[0].first), max(unit.last, beside[0].last)
                result.append(self._time(sentence, first, last, value, value, stated=False))
        return result

    def _counted_from(self, meanings: dict[int, list[Mention]], start: int) -> tuple[list[Mention], int]:
        """Return "after" or "before" that days are counted from, and the direction: "after the raid by two days"."""
        if self.lexicon.order != "VSO" or not any(CUE + "with" in m.cues for m in meanings.get(start, ())):
            return [], 1
        for index in range(start - 1, max(start - 1 - _COUNTED, -1), -1):
            for name, forth in (("after", 1), ("before", -1)):
                beside = [m for m in meanings.get(index, ()) if m.iri == CUE + name]
                if beside:
                    return beside, forth
        return [], 1

    def _shifted_from_latest(self, unit: str, steps: int, before: int) -> str:
        """Return the date so many units after the one told last, as exact as the unit; "" if that one is less exact."""
        latest = self._told_last(before)
        if len(latest) < _LENGTHS[unit]:
            return latest if not steps and len(latest) > _LENGTHS["year"] else ""
        return counted_on(latest, unit, steps)

    def _told_last(self, before: int) -> str:
        """Return the date told last before a word of the sentence that is being read, "" if none was."""
        told = [time for time in self._inside if time.stated and time.last < before]
        return max(told, key=lambda time: time.last).past if told else self._latest

    def _years(self, sentence: Sentence, found: list[Mention], meanings: dict[int, list[Mention]]) -> list[Time]:
        result = []
        for index in numbers_in(sentence):
            word = sentence.words[index]
            number = number_in(word.text)
            after = sentence.words[index + 1].before if index + 1 < len(sentence.words) else sentence.tail
            if (
                number in _YEARS
                and len(word.text.removesuffix("ء").removesuffix("م")) == len("2025")
                and not _MONEY.search(word.before + after[:1])
            ):
                result.append(self._time(sentence, index, index, str(number), str(number)))
        return result

    def _relation(self, meanings: dict[int, list[Mention]], first: int, last: int, length: int) -> tuple[str, int, int]:
        for name in ("last", "next", "current"):
            cue = self._beside(meanings, name, first, last, length)
            if cue is not None:
                return name, min(first, cue.first), max(last, cue.last)
        return "", first, last

    def _beside(
        self, meanings: dict[int, list[Mention]], name: str, first: int, last: int, length: int
    ) -> Mention | None:
        for index in (first - 1, last + 1, last + 2):
            for mention in meanings.get(index, ()) if 0 <= index < length else ():
                if mention.iri == CUE + name:
                    return mention
        return None

    def _resolved(self, month: int, day: int, relation: str) -> str:
        """Return the month (and day) without a year as an ISO date by its relation to the publication."""
        if self.published is None or not 1 <= month <= 12:
            return ""
        year = self.published.year
        now = (self.published.month, self.published.day if day else 0)
        then = (month, day)
        if relation == "next":
            year += then <= now if day else month < now[0]
        elif relation == "last":
            year -= then > now if day else month > now[0]
        return iso_date(year, month, day)

    def _time(self, sentence: Sentence, first: int, last: int, past: str, future: str, *, stated: bool = True) -> Time:
        span = Span(sentence.words[first].span.start, sentence.words[last].span.end)
        return Time(first, last, span, past, future, stated)
