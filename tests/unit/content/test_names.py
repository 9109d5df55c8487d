"""What may be referred to in an article."""

from __future__ import annotations

from huozi.content.article_file import parse_article
from huozi.content.names import Name, names_of
from huozi.diagnostics import Findings, Span

TEXT = """---
title: 水则
---
## 石渡 {#sec-a}

![水](a.png){#fig-a}

::: box {title=框}
表: 水位 {#tab-a numbered=false}
| 站 |
|----|
| 石 |
:::

- 项

  ![又](b.png){#fig-a}
"""


def test_names_stand_for_figures_tables_and_headings_wherever_they_are() -> None:
    article = parse_article(TEXT, "shuize", "a.md", ".", Findings())
    assert list(names_of(article).items()) == [
        ("sec-a", Name("heading", Span("a.md", 4, 1))),
        ("fig-a", Name("figure", Span("a.md", 6, 1))),
        ("tab-a", Name("table", Span("a.md", 9, 1), numbered=False)),
    ]
