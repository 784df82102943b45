"""Places of the earth on paper: the Equal Earth projection, and arcs between places."""

from __future__ import annotations

import math

_ROOT = math.sqrt(3)
#: Coefficients of the projection.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
#: How far an arc bends, as a part of its length, and the latitude that it stays below.
BEND, TOP = 0.2, 80.0

Point = tuple[float, float]

#: Name of a continent in the words of the page → latitude and longitude around which it is written.
CONTINENTS: dict[str, Point] = {
    "north-america": (54.0, -106.0), "south-america": (-5.0, -62.0), "africa": (20.0, 11.0), "europe": (68.0, 48.0),
    "asia": (66.0, 96.0), "oceania": (-27.0, 122.0),
}  # fmt: skip


def equal_earth(longitude: float, latitude: float) -> Point:
    """Return the place of a longitude and latitude in degrees, in radians of the globe; y grows northwards.

    Source: Šavrič, Patterson and Jenny 2018, "The Equal Earth map projection", doi:10.1080/13658816.2018.1504949.
    """
    t = math.asin(_ROOT / 2 * math.sin(math.radians(latitude)))
    t2 = t * t
    t6 = t2 * t2 * t2
    slope = 9 * _A4 * t6 * t2 + 7 * _A3 * t6 + 3 * _A2 * t2 + _A1
    x = 2 * _ROOT * math.radians(longitude) * math.cos(t) / (3 * slope)
    return x, t * (_A4 * t6 * t2 + _A3 * t6 + _A2 * t2 + _A1)


def outline() -> list[Point]:
    """Return the edge of the map, as the projection puts it, from the south-east around."""
    latitudes = range(-90, 91, 3)
    return [equal_earth(180, lat) for lat in latitudes] + [equal_earth(-180, lat) for lat in reversed(latitudes)]


def graticule(step: int) -> list[list[Point]]:
    """Return meridians and parallels every so many degrees, as the projection puts them; meridians end at 75°."""
    meridians = [[equal_earth(lon, lat) for lat in range(-75, 76, 5)] for lon in range(step - 180, 180, step)]
    parallels = [[equal_earth(lon, lat) for lon in (-180, 180)] for lat in range(-75, 76, step)]
    return meridians + parallels


def arc(one: Point, other: Point) -> list[list[Point]]:
    """Return points on an arc between two places (latitude, longitude), as the projection puts them.

    It goes the shorter way round and bends towards the nearer pole, the more the farther it goes; a great circle would
    run along the poles, which the projection draws out to lines. It is in two pieces if it crosses the edge.
    """
    way = (other[1] - one[1] + 180) % 360 - 180
    rise = other[0] - one[0]
    middle = (one[0] + other[0]) / 2
    far = math.hypot(rise, way * math.cos(math.radians(middle)))
    bend = math.copysign(min(BEND * far, TOP - max(abs(one[0]), abs(other[0]))), middle)
    count = max(8, math.ceil(far / 3))
    pieces: list[list[Point]] = [[]]
    before = one[1]
    for step in range(count + 1):
        t = step / count
        longitude = one[1] + t * way
        longitude -= math.copysign(360, longitude) if abs(longitude) > 180 else 0
        if abs(longitude - before) > 180:
            pieces.append([])
        pieces[-1].append(equal_earth(longitude, one[0] + t * rise + bend * math.sin(math.pi * t)))
        before = longitude
    return pieces
