"""Places of the earth on paper: the Equal Earth projection, and great circles between places."""

from __future__ import annotations

import math

_ROOT = math.sqrt(3)
#: Coefficients of the projection.
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
#: Degrees of latitude from which on great circles are held back, and how far beyond these they can come: the
#: projection draws the poles out to lines, along which a route over a pole would run.
CALM, HIGH = 42.0, 30.0

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


def great_circle(one: Point, other: Point) -> list[list[Point]]:
    """Return points on the shortest way between two places (latitude, longitude), as the projection puts them.

    They come in two pieces if the way crosses the edge of the map. Near the poles they are held back.
    """
    a, b = _vector(*one), _vector(*other)
    angle = math.acos(max(-1.0, min(1.0, sum(p * q for p, q in zip(a, b, strict=True)))))
    count = max(8, math.ceil(angle * 24))
    pieces: list[list[Point]] = [[]]
    before = one[1]
    for step in range(count + 1):
        t = step / count
        near = math.sin((1 - t) * angle) / math.sin(angle) if angle > 1e-6 else 1 - t
        far = math.sin(t * angle) / math.sin(angle) if angle > 1e-6 else t
        x, y, z = (near * p + far * q for p, q in zip(a, b, strict=True))
        longitude, latitude = math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))
        high = max(0.0, abs(latitude) - CALM)
        held = HIGH * (1 - math.exp(-high / HIGH))
        latitude -= math.copysign(high - held, latitude) * (1 - (1 - math.sin(math.pi * t)) ** 3)
        if abs(longitude - before) > 180:
            pieces.append([])
        pieces[-1].append(equal_earth(longitude, latitude))
        before = longitude
    return pieces


def _vector(latitude: float, longitude: float) -> tuple[float, float, float]:
    p, q = math.radians(latitude), math.radians(longitude)
    return math.cos(p) * math.cos(q), math.cos(p) * math.sin(q), math.sin(p)
