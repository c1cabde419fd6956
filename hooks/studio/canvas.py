"""A sheet to draw on, in units of one's own choice, with smooth edges.

Pillow draws without smoothing, so a sheet is several times larger than the
picture that comes of it. `at` gives the same sheet in other units: a symbol
is drawn in a square of 100 units that stands on y=100, wherever it is put.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from .letters import font
from .look import Colour

Point = tuple[float, float]
OVERSAMPLE = 3


def bow(centre: Point, radius: float, start: float, end: float) -> list[Point]:
    """Points along a circle; degrees run clockwise from three o'clock."""
    count = max(2, math.ceil(abs(end - start) / 2))
    angles = (math.radians(start + (end - start) * step / count) for step in range(count + 1))
    return [(centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)) for angle in angles]


def curve(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    """Points along a cubic Bézier curve from a to d."""
    points = []
    for step in range(41):
        t = step / 40
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points.append((_sum(weights, (a[0], b[0], c[0], d[0])), _sum(weights, (a[1], b[1], c[1], d[1]))))
    return points


def _sum(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


@dataclass(frozen=True, slots=True)
class Canvas:
    image: Image.Image
    scale: float
    left: float = 0
    top: float = 0

    @classmethod
    def blank(cls, width: int, height: int, ground: Colour) -> Canvas:
        return cls(Image.new("RGB", (width * OVERSAMPLE, height * OVERSAMPLE), ground[:3]), OVERSAMPLE)

    def at(self, left: float, top: float, size: float) -> Canvas:
        """The same sheet, in hundredths of a square with this corner and size."""
        x, y = self._place((left, top))
        return Canvas(self.image, self.scale * size / 100, x, y)

    def finished(self) -> Image.Image:
        return self.image.reduce(OVERSAMPLE)

    def disc(self, centre: Point, radius: float, fill: Colour) -> None:
        x, y = self._place(centre)
        reach = radius * self.scale
        self._draw.ellipse((x - reach, y - reach, x + reach, y + reach), fill=fill)

    def oval(self, centre: Point, width: float, height: float, fill: Colour) -> None:
        x, y = self._place(centre)
        self._draw.ellipse(
            (
                x - width / 2 * self.scale,
                y - height / 2 * self.scale,
                x + width / 2 * self.scale,
                y + height / 2 * self.scale,
            ),
            fill=fill,
        )

    def shape(self, points: Iterable[Point], fill: Colour, soften: float = 0) -> None:
        """An area between points; `soften` rounds its corners outwards by as much."""
        corners = list(points)
        self._draw.polygon([self._place(point) for point in corners], fill=fill)
        if soften:
            self.stroke([*corners, corners[0]], soften * 2, fill)

    def block(self, left: float, top: float, right: float, bottom: float, fill: Colour, radius: float = 0) -> None:
        """A rectangle, its corners rounded."""
        inner = (left + radius, top + radius, right - radius, bottom - radius)
        corners = (
            (inner[0], inner[1], 180),
            (inner[2], inner[1], 270),
            (inner[2], inner[3], 0),
            (inner[0], inner[3], 90),
        )
        self.shape([point for x, y, turn in corners for point in bow((x, y), radius, turn, turn + 90)], fill)

    def arch(self, left: float, right: float, top: float, base: float, fill: Colour) -> None:
        """A doorway: upright on the ground, round at the top. The shape of the house."""
        radius = (right - left) / 2
        crown = bow(((left + right) / 2, top + radius), radius, 180, 360)
        self.shape([(left, base), *crown, (right, base)], fill)

    def stroke(self, points: Sequence[Point], width: float, fill: Colour) -> None:
        """A line with round ends and corners."""
        places = [self._place(point) for point in points]
        reach = width * self.scale / 2
        x0, y0 = (math.floor(min(place[axis] for place in places) - reach) - 1 for axis in (0, 1))
        x1, y1 = (math.ceil(max(place[axis] for place in places) + reach) + 1 for axis in (0, 1))
        mask = Image.new("L", (x1 - x0, y1 - y0))
        pen = ImageDraw.Draw(mask)
        moved = [(x - x0, y - y0) for x, y in places]
        for x, y in moved:
            pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=fill[3])
        for (ax, ay), (bx, by) in itertools.pairwise(moved):
            length = math.dist((ax, ay), (bx, by)) or 1
            dx, dy = (by - ay) / length * reach, (ax - bx) / length * reach
            pen.polygon([(ax + dx, ay + dy), (bx + dx, by + dy), (bx - dx, by - dy), (ax - dx, ay - dy)], fill=fill[3])
        self.image.paste(fill[:3], (x0, y0), mask)

    def ring(self, centre: Point, radius: float, width: float, fill: Colour) -> None:
        self.stroke(bow(centre, radius, 0, 360), width, fill)

    def text(
        self, place: Point, words: str, size: float, fill: Colour, *, weight: str = "Bold", anchor: str = "ls"
    ) -> None:
        """Words with their baseline at this place (Pillow's anchors: l m r, then s for the baseline)."""
        letters = font(weight, round(size * self.scale))
        self._draw.text(self._place(place), words, fill=fill, font=letters, anchor=anchor)

    def _place(self, point: Point) -> Point:
        return self.left + point[0] * self.scale, self.top + point[1] * self.scale

    @property
    def _draw(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image, "RGBA")
