"""Every kind of page of the sample archive is open to everyone, as far as a machine can tell: axe-core finds no fault.

Each kind is looked at twice: light and left to right, dark and right to left, as narrow as a small phone. So each rule
sees each kind in both schemes and both directions.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .sample import KINDS, Sample

pytestmark = pytest.mark.browser

LOOKS = (("en", "light"), ("ar", "dark"))
SHOW = """
async () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  for (const motion of document.getAnimations()) motion.finish();
  const found = await axe.run(document, { resultTypes: ["violations"], reporter: "v1" });
  return found.violations.map((v) => [v.id, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160))]);
}
"""

TARGETS = """
() => {
  const small = [];
  for (const node of document.querySelectorAll("a, button, summary, input, select")) {
    if (node.closest("svg, .unseen, .skip") || (node.localName === "a" && getComputedStyle(node).display === "inline")) continue;
    node.scrollIntoView({ block: "center", behavior: "instant" });
    const box = node.getBoundingClientRect();
    if (box.width < 2 || (box.width >= 23.5 && box.height >= 23.5)) continue;
    const answers = (x, y) => {
      const met = document.elementFromPoint(x, y);
      return node.contains(met) || [...(node.labels ?? [])].some((label) => label.contains(met));
    };
    const reach = (dx, dy) => {
      let n = 0;
      while (n < 24 && answers(box.x + box.width / 2 + dx * n, box.y + box.height / 2 + dy * n)) n++;
      return n;
    };
    const size = [reach(-1, 0) + reach(1, 0), reach(0, -1) + reach(0, 1)];
    if (Math.min(...size) < 23) small.push([...size, node.outerHTML.slice(0, 120)]);
  }
  return small;
}
"""
LENGTHEN = """
() => {
  const texts = [], walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode()); ) if (text.data.trim().length > 20 && !text.parentElement.closest("svg, script, pre, .key")) texts.push(text);
  for (const text of texts) text.data += ` ${"Donaudampfschiff".repeat(5)}`;
}
"""


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core, as a package carries it."""
    package = pytest.importorskip("axe_playwright_python", reason="needs the extra [test]")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session", params=LOOKS, ids="-".join)
def reader(request: Any, browser: Any, hosts: dict[str, str]) -> Any:
    """A page 320 pixels wide in one language and scheme; the policy is set aside so that axe can be put in."""
    language, scheme = request.param
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    yield page, language, hosts[language]
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_fault(reader: Any, axe: str, samples: dict[str, Sample], kind: str) -> None:
    """All rules, folds open, 320 pixels wide; and nothing is wider than the page."""
    page, language, host = reader
    page.goto(host + samples[language].kinds[kind])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(axe)
    assert page.evaluate(SHOW) == []


@pytest.mark.parametrize("kind", ["original", "compare", "event", "article", "outlet", "day", "person"])
def test_a_word_wider_than_a_phone_breaks_and_does_not_widen_the_page(
    reader: Any, samples: dict[str, Sample], kind: str
) -> None:
    """Each longer text of the page gets one of 80 letters, as a name or a pasted address may have."""
    page, language, host = reader
    page.goto(host + samples[language].kinds[kind])
    page.evaluate(LENGTHEN)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_touched_is_24_pixels_wide_and_high(
    reader: Any, samples: dict[str, Sample], kind: str
) -> None:
    """Links that are not part of a line of text, buttons, folds and fields, a label counted with its field."""
    page, language, host = reader
    page.goto(host + samples[language].kinds[kind])
    assert page.evaluate(TARGETS) == []
