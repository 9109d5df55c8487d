"""Rules between the columns of a page: as deep as the band that they part, in the middle of its gaps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from huozi.display import Placed, Role, Rule
from huozi.makeup.plans import PagePlan
from huozi.makeup.type_area import column_left, type_area_on
from huozi.style.model import Stylesheet


def column_rules(sheet: Stylesheet, plan: PagePlan) -> Iterator[Placed]:
    """A page's rules between columns, in the body's ink; no rule stands beside a column that is empty to its right."""
    thickness, ink = sheet.make_up.rule, sheet.styles["body"].ink
    area, corner = sheet.page.area, type_area_on(sheet.page, plan.side)
    for (columns, _), standing in groupby(plan.standing, key=lambda each: (each.columns, each.band)):
        band = tuple(standing)
        top = min(each.line for each in band)
        foot = max(each.line + each.slug.height for each in band)
        depth = (foot - top - 1) * area.leading + area.size
        for column in range(1, max(each.column for each in band) + 1):
            middle = column_left(area, columns, column) - area.gap_in(columns) // 2
            x, y = corner.x + middle - thickness // 2, corner.y + top * area.leading
            yield Placed(x, y, Rule(thickness, depth, ink), Role.ARTIFACT, -1)
