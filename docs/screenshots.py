"""Take the pictures of the sample archive that the documentation shows: `python docs/screenshots.py`.

Builds content/ into a temporary folder, serves it, and drives Debian's Chromium over it. Pictures go to docs/screenshots/.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from site_gen.engine.report import Silence  # noqa: E402  the checkout's own package, installed or not
from site_gen.serve import make_server  # noqa: E402
from site_gen.site import build_site  # noqa: E402

FOLDER = ROOT / "docs" / "screenshots"
WIDE, PHONE = (1280, 860), (390, 844)
_DISPUTED = "events/titanic-lost-with-more-than-1-300-carpathia-brings-866-to-new-york-1912/"
_EVENT = "events/nasser-seizes-suez-canal-company-to-pay-for-dam-1956/"
_ARTICLE = "articles/nasser-seizes-suez-canal-company-to-pay-for-dam-the-harbor-courier/"
_OTHER = "egypt-takes-over-suez-canal-the-kestrel-county-ledger"
_PAIR = f"{_EVENT}compare/{_OTHER}--{_ARTICLE.split('/')[1]}/"
SHOTS: tuple[tuple[str, str, tuple[int, int], str, str], ...] = (
    ("home", "", WIDE, "light", ""),
    ("home-dark", "", WIDE, "dark", ""),
    ("event", _DISPUTED, WIDE, "light", ""),
    ("event-figures", _DISPUTED, WIDE, "light", "#figures"),
    ("event-phone-dark", _EVENT, PHONE, "dark", ""),
    ("compare", _PAIR, WIDE, "light", ""),
    ("article", _ARTICLE, WIDE, "light", ""),
    ("article-phone", _ARTICLE, PHONE, "light", ""),
    ("cite", _ARTICLE, WIDE, "light", "#cite"),
    ("original", f"{_ARTICLE}original/", WIDE, "light", ""),
    ("outlet", "sources/evening-lantern/", WIDE, "light", ""),
    ("place", "places/port-said/", WIDE, "light", ""),
    ("year", "dates/1912/", WIDE, "light", ""),
    ("search", "search/?q=carpathia", WIDE, "light", ""),
    ("made", "made/", WIDE, "light", ""),
    ("event-arabic", f"ar:{_EVENT}", WIDE, "light", ""),
)
"""(name, address, size, colours, element to scroll to). An address that is gone fails: change it
here. ``ar:`` takes the archive with an Arabic interface."""


def shoot(
    browser: Browser, base: str, name: str, address: str, size: tuple[int, int], colours: str, at: str
) -> None:
    """Take one picture."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if colours == "dark" else "light",
    )
    page = context.new_page()
    page.goto(base, wait_until="networkidle")  # the faces are used from the second page on
    answer = page.goto(base + address)
    if answer is None or not answer.ok:
        sys.exit(f"{address}: not a page of the sample archive")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(800)
    if at:
        page.locator(at).scroll_into_view_if_needed()
        page.locator(at).evaluate(
            "e => window.scrollTo(0, e.getBoundingClientRect().top + window.scrollY - 24)"
        )
    page.screenshot(path=FOLDER / f"{name}.png")
    context.close()


def built(folder: Path, language: str) -> Path:
    """Build the sample archive with an interface in a language; return its site."""
    content, output = folder / language / "content", folder / language / "build"
    shutil.copytree(ROOT / "content", content)
    settings = content / "archive.toml"
    text = settings.read_text(encoding="utf-8").replace('language = "en"', f'language = "{language}"')
    settings.write_text(text, encoding="utf-8")
    build_site(content, output, theme=None, jobs=None, is_data_only=False, progress=Silence())
    return output


def main() -> None:
    """Build, serve, shoot."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        executable = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for language in ("en", "ar"):
            server = make_server(built(Path(folder), language), ROOT / "netlify.toml", ("127.0.0.1", 0), None)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            base = f"http://127.0.0.1:{server.server_address[1]}/"
            for name, address, size, colours, at in SHOTS:
                spoken, _, path = address.rpartition(":")
                if (spoken or "en") == language:
                    shoot(browser, base, name, path, size, colours, at)
            server.shutdown()
        browser.close()


if __name__ == "__main__":
    main()
