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
