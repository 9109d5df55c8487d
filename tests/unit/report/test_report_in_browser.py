"""The report in a real Chromium, from disk: what its script does, at every width, in light and dark, by keys alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from reports import EMPTY, HOSTILE, REPORT, hostile

from huozi.report.model import Report
from huozi.report.writing import report_html

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
DESK, NARROW = {"width": 1280, "height": 800}, {"width": 360, "height": 700}

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")]

Opened = Callable[..., Any]

IN_VIEW = """element => {
    const box = element.getBoundingClientRect();
    const [x, y] = [box.x + Math.min(box.width, innerWidth) / 2, box.y + Math.min(box.height / 2, 20)];
    const top = document.elementFromPoint(x, y);
    const isBare = element.contains(top) || top?.closest('.leaf') === element.closest('.leaf');
    return x > 0 && x < innerWidth && y > 0 && y < innerHeight && isBare;
}"""
AT_THE_CORNER = """() => {
    const box = document.querySelector('#p4 .sheet').getBoundingClientRect();
    return document.elementFromPoint(box.x + 20, box.y + 20).className;
}"""
FOCUSED = """() => {
    const element = document.activeElement;
    return element === document.body ? '' : element.id || element.textContent.trim() || element.tagName;
}"""
OUTLINE = "(e => getComputedStyle(e).outlineStyle + getComputedStyle(e).outlineWidth)(document.activeElement)"
EDGES = "all => all.map(each => each.getBoundingClientRect()).map(box => [box.left, box.right, box.top])"
WIDTH = "Math.round(document.querySelector('#p3 .paper').getBoundingClientRect().width)"
SHARE = "e => e.getBoundingClientRect().width / e.closest('svg').getBoundingClientRect().width"
TOPS = "['.panel', '#pages'].map(name => document.querySelector(name).getBoundingClientRect().top)"
PUT_IN = """() => document.body.insertAdjacentHTML('beforeend',
    '<img src="http://127.0.0.1:9/x" onerror="window.caught=1"><a id=bad href="javascript:window.caught=2">x</a>')"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Reports on disk, in a folder whose name has a space, a quote and Han."""
    folder = tmp_path_factory.mktemp("校样 '1'")
    reports: dict[str, Report] = {"report": REPORT, "hostile": hostile(), "empty": EMPTY}
    for name, report in reports.items():
        (folder / f"{name}.html").write_bytes(report_html(report))
    return {name: folder / f"{name}.html" for name in reports}


@pytest.fixture
def opened(browser: Any, files: dict[str, Path]) -> Iterator[Opened]:
    """Opens a report; at the end, nothing has been asked for and nothing has gone wrong in it."""
    contexts, asked, complaints = [], [], []

    def open_it(name: str = "report", at: str = "", **options: Any) -> Any:
        context = browser.new_context(**{"viewport": DESK, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(files[name].as_uri() + at)
        if options.get("java_script_enabled", True):
            page.wait_for_selector("html[data-thumbs=drawn]")
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in asked if url.startswith("file:")]) == len(contexts)
    assert complaints == []


def current(page: Any) -> list[str]:
    """The names of what is chosen: entry and mark."""
    found: list[str] = page.eval_on_selector_all(".current[id]:not(.leaf)", "all => all.map(each => each.id)")
    return sorted(found)


def shown(page: Any, selector: str = ".finding") -> list[str]:
    found: list[str] = page.eval_on_selector_all(selector, "all => all.filter(e => e.checkVisibility()).map(e => e.id)")
    return found


def in_view(page: Any, selector: str) -> bool:
    """Whether something comes to stand within the window, and nothing covers it but what is on the same page.

    A browser may draw what it has scrolled to some time later, on a busy machine.
    """
    for _ in range(100):
        if page.eval_on_selector(selector, IN_VIEW):
            return True
        page.wait_for_timeout(50)
    return False


def focused(page: Any) -> str:
    """The name of what keys go to, its words where it has none; empty for the page as a whole."""
    return str(page.evaluate(FOCUSED))


# ------------------------------------------------------------------ to and fro


def test_a_finding_leads_to_its_mark_and_a_mark_to_its_finding(opened: Opened) -> None:
    page = opened()
    page.click("#f3 .hint")
    assert current(page) == ["f3", "m3"]
    assert in_view(page, "#m3 rect")
    page.click("#m1 circle")
    assert current(page) == ["f1", "m1"]
    assert in_view(page, "#f1") and focused(page) == "f1"
    page.focus("#f5 a")
    page.keyboard.press("Enter")  # it has no place on its page, but a page
    assert in_view(page, "#p3 .paper") and focused(page) == "p3"


def test_a_change_leads_to_its_bar_and_a_bar_to_its_change(opened: Opened) -> None:
    page = opened()
    page.click("#tab-changes")
    page.click("#c1 a")
    assert current(page) == ["b1", "c1"] and in_view(page, "#b1 rect")
    page.click("#b3 .reach", force=True)  # its row is folded
    assert current(page) == ["b3", "c3"] and in_view(page, "#c3")
    page.click("#changes .labels a")
    assert page.get_attribute(".thumbs [aria-current]", "href") == "#p4"


def test_a_link_to_a_finding_opens_there(opened: Opened) -> None:
    page = opened(at="#f3")
    assert current(page) == ["f3", "m3"] and in_view(page, "#m3 rect")


# ------------------------------------------------------------------ pages


def test_thumbnails_are_drawn_and_lead_to_their_pages(opened: Opened) -> None:
    page = opened()
    assert page.locator(".thumbs canvas").count() == 6
    dark = "canvas => canvas.getContext('2d').getImageData(9, 9, 1, 1).data[0]"
    assert page.eval_on_selector(".thumbs canvas", dark) == 255
    page.click(".thumbs a[href='#p5']")
    assert in_view(page, "#p5 .paper")
    assert page.get_attribute(".thumbs [aria-current]", "href") == "#p5"


def test_pages_grow_and_shrink(opened: Opened) -> None:
    page = opened()
    assert page.evaluate(WIDTH) == 460  # what fits is at most 115 %: a page of 300 pt has 400 pixels
    page.click("[data-do=actual]")
    assert (page.evaluate(WIDTH), page.inner_text("#zoom")) == (400, "100%")
    page.keyboard.press("+")
    assert (page.evaluate(WIDTH), page.inner_text("#zoom")) == (500, "125%")
    page.keyboard.press("-")
    page.keyboard.press("-")
    assert (page.evaluate(WIDTH), page.inner_text("#zoom")) == (320, "80%")
    page.click("[data-do=fit]")
    assert page.evaluate(WIDTH) == 460
    for _ in range(20):
        page.keyboard.press("+")
    assert page.inner_text("#zoom") == "400%"


def test_spreads_lie_as_they_are_bound(opened: Opened) -> None:
    page = opened()
    page.keyboard.press("s")
    boxes = page.eval_on_selector_all(".leaf .paper", EDGES)
    cover, inside, first, left, right, back = boxes
    assert inside[1] == pytest.approx(first[0]) and inside[2] == first[2]
    assert left[1] == pytest.approx(right[0]) and left[2] == right[2]
    assert cover[0] == pytest.approx(first[0]) and back[1] == pytest.approx(inside[1])
    page.click("button[data-compare=beside]")  # in spreads, four pages in a row would all be small
    assert page.evaluate("document.documentElement.classList.contains('spreads')") is False
    page.keyboard.press("s")
    assert page.get_attribute("html", "data-compare") == "now"


def test_before_and_after_are_shown_in_five_ways(opened: Opened) -> None:
    page = opened()
    page.click(".thumbs a[href='#p4']")
    before = page.locator("#p4 .before")
    assert not before.is_visible()
    page.keyboard.press("b")
    assert before.is_visible() and page.evaluate(AT_THE_CORNER) == "before"
    page.keyboard.press("b")
    assert not before.is_visible()
    page.click("button[data-compare=beside]")
    boxes = page.eval_on_selector_all("#p4 .before, #p4 .paper", EDGES)
    assert boxes[0][1] < boxes[1][0]
    page.click("button[data-compare=swipe]")
    page.locator("#p4 .swipe-at").fill("80")
    assert page.eval_on_selector("#p4 .paper", "e => getComputedStyle(e).clipPath") == "inset(0px 0px 0px 80%)"
    page.click("button[data-compare=blink]")
    page.wait_for_selector("main.old")
    assert page.evaluate(AT_THE_CORNER) == "before"
    page.wait_for_selector("main:not(.old)")
    page.click("button[data-compare=now]")
    assert not page.locator("#p5 .before").count()


# ------------------------------------------------------------------ filters


def test_filters_show_what_is_asked_for(opened: Opened) -> None:
    page = opened()
    assert shown(page) == ["f1", "f2", "f3", "f5", "f6"]  # what is accepted is not shown
    page.check("#accepted")
    assert shown(page) == ["f1", "f2", "f3", "f4", "f5", "f6"]
    page.uncheck("[data-grade=note]")
    assert shown(page) == ["f1", "f3"] and page.inner_text("#count") == "2"
    assert page.inner_text("#status") == "显示 2 条，共 6 条"
    page.click("[data-do=reset]")
    page.select_option("#article", "b")
    assert shown(page) == ["f3"] and shown(page, ".mark") == ["m3"]
    page.select_option("#article", "")
    page.select_option("#rule", "line-loose")
    assert shown(page) == ["f2"]
    page.select_option("#rule", "")
    page.check("#new")
    assert shown(page) == ["f2"]
    page.uncheck("#new")
    page.fill("#search", "WORDS of Glyph")
    assert shown(page) == ["f3"]
    page.fill("#search", "no such thing")
    assert shown(page) == [] and page.is_visible("#none-left")
    page.click("[data-do=reset]")
    page.check("#changed")
    assert shown(page, ".leaf") == ["p4", "p5"] and shown(page) == ["f1", "f2", "f3", "f4"]


# ------------------------------------------------------------------ keys


def test_all_of_it_can_be_done_by_keys(opened: Opened) -> None:
    page = opened()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert current(page) == ["f2", "m2"] and focused(page) == "f2"
    page.keyboard.press("k")
    assert current(page) == ["f1", "m1"]
    page.keyboard.press("ArrowRight")
    assert page.get_attribute(".thumbs [aria-current]", "href") == "#p5"
    page.keyboard.press("ArrowLeft")
    assert page.get_attribute(".thumbs [aria-current]", "href") == "#p4"
    page.keyboard.press("f")
    assert focused(page) == "search"
    page.keyboard.type("jkb")
    assert page.input_value("#search") == "jkb"
    page.keyboard.press("Escape")
    assert focused(page) != "search"
    page.keyboard.press("t")
    assert page.get_attribute("#tab-changes", "aria-selected") == "true"
    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.keyboard.press("Escape")
    assert not page.is_visible("#help")
    page.focus("#tab-changes")
    page.keyboard.press("ArrowRight")
    assert focused(page) == "tab-about"


def test_tab_goes_through_all_and_out_again_and_where_it_is_can_be_seen(opened: Opened) -> None:
    page = opened()
    page.keyboard.press("Tab")
    assert page.eval_on_selector(".skip", "e => e.getBoundingClientRect().top") >= 0
    places: list[str] = []
    while (place := focused(page)) and len(places) < 99:
        places.append(place)
        assert page.evaluate(OUTLINE) == "solid2px"
        page.keyboard.press("Tab")
    assert 35 < len(places) < 50
    assert {"tab-findings", "search", "rule", "accepted"} <= set(places)
    assert {"m1", "m3", "b1"} <= set(places)


# ------------------------------------------------------------------ looks


def test_the_language_changes_at_once(opened: Opened) -> None:
    page = opened()
    assert page.inner_text("#tab-findings").startswith("问题")
    page.keyboard.press("l")
    assert page.inner_text("#tab-findings").startswith("Findings")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.get_attribute("#p1 img", "alt") == "picture of 封一: 封一的字"
    assert page.get_attribute("#search", "placeholder") == "words, rule, file"
    assert page.eval_on_selector("#rule option", "e => e.textContent") == "All rules"
    assert not page.evaluate("[...document.querySelectorAll('.zh')].some(e => e.checkVisibility())")


def test_it_is_dark_where_the_system_is_and_where_it_is_asked_to_be(opened: Opened) -> None:
    desk = "getComputedStyle(document.documentElement).backgroundColor"
    light, dark = opened(color_scheme="light"), opened(color_scheme="dark")
    assert (light.evaluate(desk), dark.evaluate(desk)) == ("rgb(231, 228, 221)", "rgb(23, 22, 20)")
    light.keyboard.press("d")
    dark.click("[data-do=theme]")
    assert (light.evaluate(desk), dark.evaluate(desk)) == ("rgb(23, 22, 20)", "rgb(231, 228, 221)")


def test_on_a_narrow_screen_all_is_there_and_nothing_is_cut_off(opened: Opened) -> None:
    page = opened(viewport=NARROW, has_touch=True)
    for tab in ("findings", "changes", "about", "pages"):
        page.click(f"#tab-{tab}")
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        inner = f"document.getElementById('{tab}').scrollWidth <= document.getElementById('{tab}').clientWidth"
        assert page.evaluate(inner), tab
    page.click("#tab-findings")
    page.click("#f3 .hint")
    assert page.get_attribute("#tab-pages", "aria-selected") == "true" and in_view(page, "#m3 rect")
    page.click("#m3 circle")
    assert page.get_attribute("#tab-findings", "aria-selected") == "true" and in_view(page, "#f3")


def test_it_can_be_read_and_followed_without_a_script(opened: Opened) -> None:
    page = opened(java_script_enabled=False)
    assert page.is_visible("#f4") and page.is_visible("#c1") and not page.is_visible(".tools")
    page.click("#f3 a")
    assert page.url.endswith("#m3")
    page.click("#m3 circle")
    assert page.url.endswith("#f3")


def test_on_paper_stand_the_lists_and_all_pages(opened: Opened) -> None:
    page = opened()
    page.emulate_media(media="print")
    assert shown(page, ".leaf") == ["p1", "p2", "p3", "p4", "p5", "p6"]
    assert page.is_visible("#f1") and page.is_visible("#c1") and not page.is_visible(".tools")
    assert not page.locator("#p4 .before").is_visible()
    lists, pages = page.evaluate(TOPS)
    assert lists < pages


def test_the_words_of_a_page_can_be_found_and_taken(opened: Opened) -> None:
    page = opened()
    assert page.evaluate("window.find('水鸟又来了')")
    box = page.eval_on_selector("#p4 .over text", SHARE)
    assert box == pytest.approx(100 / 300, abs=0.02)


def test_a_report_without_anything_takes_all_keys(opened: Opened) -> None:
    page = opened("empty")
    for key in ("j", "k", "ArrowRight", "ArrowLeft", "+", "-", "0", "s", "b", "t", "d", "l", "f"):
        page.keyboard.press(key)
    assert page.is_visible("#none-found") and focused(page) == "search"


# ------------------------------------------------------------------ what may not happen


def test_nothing_runs_that_a_text_smuggles_in(opened: Opened) -> None:
    page = opened("hostile")
    page.keyboard.press("j")
    page.keyboard.press("l")
    page.select_option("#rule", HOSTILE)
    page.fill("#search", HOSTILE)
    page.click("#tab-changes")
    page.click("#tab-about")
    assert page.evaluate("window.caught") is None
    assert page.evaluate("document.scripts.length") == 2
    assert page.evaluate("document.images.length") == 3
    assert page.eval_on_selector("h1 bdi", "e => e.textContent") == HOSTILE
    assert page.title().startswith(HOSTILE)


def test_what_is_put_into_the_page_later_may_not_run_either(browser: Any, files: dict[str, Path]) -> None:
    context = browser.new_context()
    page = context.new_page()
    failed: list[tuple[str, str]] = []
    page.on("requestfailed", lambda request: failed.append((request.url, request.failure)))
    page.goto(files["report"].as_uri())
    page.evaluate(PUT_IN)
    page.evaluate("document.getElementById('bad').click()")
    page.wait_for_timeout(100)
    assert page.evaluate("window.caught") is None
    assert failed == [("http://127.0.0.1:9/x", "csp")]
    context.close()
