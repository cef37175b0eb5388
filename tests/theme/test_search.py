"""Search in a real browser: over an invented archive of three languages, and against counting over random texts."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from site_gen.model import FacetValue, Searchable
from site_gen.publish import search
from site_gen.publish.search import postings, tokens
from site_gen.publish.search.stems import stemmed
from site_gen.publish.search.words import fold, words
from tests.render.conftest import THEME, render_all
from tests.render.shelf import a_shelf

from .sample import served

pytestmark = pytest.mark.browser

PLACES = (
    "Osk",
    "Vale",
    "Ryton",
    "Calder",
    "Norham",
    "Pentland",
    "Ostrey",
    "Ansel",
    "Kelso",
    "Merrow",
    "Thorn",
)


def an_article(
    n: int, title: str, *texts: str, day: str = "1931-05-04", language: str = "en", **more: str
) -> Searchable:
    """An article at ``articles/aN/``."""
    values = [FacetValue(facet, label) for facet, label in more.items() if facet != "event"]
    values += [FacetValue("event", more["event"], more["event"].lower())] if "event" in more else []
    values.append(
        FacetValue("language", {"en": "English", "fr": "français", "ar": "العربية"}[language], language)
    )
    values.append(
        FacetValue(
            "basis",
            "inferred by a rule" if n % 2 else "stated by the capture",
            "inferred" if n % 2 else "stated",
        )
    )
    blocks = tuple((f"p{at}", text) for at, text in enumerate(texts, start=1))
    return Searchable(title, f"articles/a{n}/", language, day, day, tuple(values), blocks)


def an_archive() -> list[Searchable]:
    """Articles on a bridge, a ship and a market, newest first, one of them undated."""
    many = [
        an_article(20 + n, f"Market day in {place}", f"The market of {place} opened at dawn.", "Prices rose.",
                   day=f"1931-03-{28 - n:02}", outlet="The Ledger", topic="Markets", place=place)
        for n, place in enumerate(PLACES)
    ]  # fmt: skip
    return [
        an_article(1, "Bridge falls into the estuary", "The harbour master saw it fall.", "Two bridges stand further up.",
                   day="1931-05-05", outlet="The Lantern", topic="Bridges", person="Mira Osk", event="Fall"),
        an_article(2, "Eleven dead as bridge gives way", "Divers searched the harbour.", "The master of the harbour wept.",
                   "Seven electrons were counted.", day="1931-05-05", outlet="Port Courier", topic="Bridges", event="Fall"),
        an_article(3, "Le pont s’est effondré", "Les élèves ont vu tomber le pont.", "La ville est en deuil.",
                   day="1931-05-05", language="fr", outlet="Le Phare", topic="Bridges", event="Fall"),
        an_article(4, "انهيار الجسر", "قالت الحكومة إن الجسر القديم انهار صباح اليوم.", "وصل الصيادون إلى المدينة.",
                   day="1931-05-04", language="ar", outlet="المنارة", topic="Bridges", event="Fall"),
        an_article(5, "Grain ship aground", "The ship ran onto a sandbank.", "Its master had sailed for years, building and searching.",
                   day="1931-04", outlet="The Lantern", topic="Ships"),
        *many,
        an_article(6, "A letter without a date", "Who builds a bridge builds two harbours.", day="", outlet="The Lantern"),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search page in English and in Arabic, each with the index of the archive."""
    root = tmp_path_factory.mktemp("search")
    for language in ("en", "ar"):
        page = render_all(a_shelf(), language=language)["search/index.html"]
        (root / language / "search").mkdir(parents=True)
        (root / language / "search" / "index.html").write_bytes(page)
        shutil.copytree(THEME / "static", root / language / "theme")
        search.write(root / language / "search" / "index", an_archive())
        for article in an_archive():
            (root / language / article.url).mkdir(parents=True)
            paragraphs = "".join(f'<p id="{anchor}">{text}</p>' for anchor, text in article.blocks)
            text = f"<!doctype html><meta charset=utf-8><link rel=icon href=data:,><title>{article.title}</title>{paragraphs}"
            (root / language / article.url / "index.html").write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def address(host: Path) -> Iterator[str]:
    """The address of a server over it."""
    with served(host) as address:
        yield address


def _is_fault(said: Any) -> bool:
    """An error or warning; not that a browser fetches no face ahead from a disk: the style sheet then asks for it."""
    is_of_a_face = said.text.startswith(
        ("Access to font at 'file:", "A preload for 'file:")
    ) or said.location["url"].endswith(".woff2")
    return said.type in ("error", "warning") and not is_of_a_face


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page whose faults, those of the policy among them, end the test."""
    faults: list[str] = []
    made = browser.new_context().new_page()
    made.on("console", lambda said: faults.append(said.text) if _is_fault(said) else None)
    made.on("pageerror", lambda error: faults.append(str(error)))
    yield made
    made.context.close()
    assert not faults


def found(page: Any) -> list[str]:
    """Titles on the page, once the search is done."""
    page.wait_for_function(
        "() => { const said = document.querySelector('[role=status]')?.textContent;"
        " return said && !said.startsWith('Searching'); }"
    )
    page.wait_for_function(
        "() => document.querySelector('.found-list').hidden || document.querySelector('.found-excerpt')"
    )
    return [title.strip() for title in page.locator(".article-line-title").all_inner_texts()]


def ask(page: Any, address: str, query: str, language: str = "en") -> list[str]:
    """Open the page with a query in its address; return the titles found."""
    page.goto(f"{address}/{language}/search/?{query}")
    return found(page)


BRIDGES = {"Bridge falls into the estuary", "Eleven dead as bridge gives way", "A letter without a date"}


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("bridges", BRIDGES),
        ("BRIDGE", BRIDGES),
        ('"bridges"', {"Bridge falls into the estuary"}),
        ('"harbour master"', {"Bridge falls into the estuary"}),
        ("“harbour master” estuary", {"Bridge falls into the estuary"}),
        ('"harbour master" divers', set()),
        ("harbour -divers", BRIDGES - {"Eleven dead as bridge gives way"}),
        ('master -"harbour master"', {"Eleven dead as bridge gives way", "Grain ship aground"}),
        ("estu*", {"Bridge falls into the estuary"}),
        ("estu", {"Bridge falls into the estuary"}),
        ("harbouring", BRIDGES),
        ("eleve", {"Le pont s’est effondré"}),
        ("élève", {"Le pont s’est effondré"}),
        ("tombe", {"Le pont s’est effondré"}),
        ("الحكومه", {"انهيار الجسر"}),
        ("حكومة", {"انهيار الجسر"}),
        ("إنهيار", {"انهيار الجسر"}),
        ("«الجسر القديم»", {"انهيار الجسر"}),
        ("falls estuary -fire", {"Bridge falls into the estuary"}),
        ("estuary OR sandbank", {"Bridge falls into the estuary", "Grain ship aground"}),
        ("estuary or sandbank", set()),
        (
            'divers OR "harbour master" OR letter* harbour',
            BRIDGES,
        ),
        ("estuary OR sandbank -ship", {"Bridge falls into the estuary"}),
        ("estuary AND falls", {"Bridge falls into the estuary"}),
        ("harbour NOT divers", BRIDGES - {"Eleven dead as bridge gives way"}),
        (
            "sandbank OR harbour NOT divers",
            (BRIDGES | {"Grain ship aground"}) - {"Eleven dead as bridge gives way"},
        ),
        ("estuary not divers", set()),
        ("NOT estuary", set()),
        ("OR estuary", set()),
        ("estuary OR", set()),
        ("estuary OR nosuchword", {"Bridge falls into the estuary"}),
    ],
)
def test_a_query_finds_what_it_says(page: Any, address: str, query: str, titles: set[str]) -> None:
    """Forms of words, phrases, exclusions, beginnings; French accents; Arabic article, alef and ta marbuta."""
    page.goto(f"{address}/en/search/")
    page.fill("#q", query)
    page.keyboard.press("Enter")
    page.wait_for_url("**q=**")
    assert set(found(page)) == titles


def test_by_keyboard_from_the_query_to_the_paragraph_and_back(page: Any, address: str) -> None:
    """Type, step down, open the paragraph of the excerpt, come back to the same search."""
    page.goto(f"{address}/en/search/")
    page.wait_for_function("() => document.activeElement.id === 'q'")
    page.keyboard.type('"master of the harbour"')
    page.keyboard.press("Enter")
    assert found(page) == ["Eleven dead as bridge gives way"]
    assert page.locator(".found-excerpt mark").all_inner_texts() == ["master of the harbour"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/a2/#p2")
    page.go_back()
    assert found(page) == ["Eleven dead as bridge gives way"]
    assert page.input_value("#q") == '"master of the harbour"'
    page.keyboard.press("Tab")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"


def test_facets_count_narrow_and_stand_in_the_address(page: Any, address: str) -> None:
    """What a value would give is said; a second value widens, a second facet narrows; back takes a choice back."""
    ask(page, address, "q=bridge")
    outlet = page.locator("details[data-name=outlet]")
    assert outlet.locator("label").all_inner_texts() == ["The Lantern\n2", "Port Courier\n1"]
    outlet.get_by_label("The Lantern").check()
    page.wait_for_url("**outlet=The+Lantern**")
    page.wait_for_function("() => document.querySelector('[role=status]').textContent === '2 results'")
    page.get_by_label("Port Courier").check()
    page.wait_for_function("() => document.querySelector('[role=status]').textContent === '3 results'")
    page.locator("details[data-name=basis] summary").click()
    page.get_by_label("inferred by a rule").check()
    page.wait_for_function("() => document.querySelector('[role=status]').textContent === '1 result'")
    page.reload()
    assert found(page) == ["Bridge falls into the estuary"]
    assert page.locator(".chip").all_inner_texts() == [
        "The Lantern\n×",
        "Port Courier\n×",
        "inferred by a rule\n×",
    ]
    page.go_back()
    page.wait_for_function("() => document.querySelector('[role=status]').textContent === '3 results'")
    page.locator(".chip", has_text="The Lantern").click()
    page.wait_for_function("() => document.querySelector('[role=status]').textContent === '1 result'")


def test_an_event_is_a_facet_under_its_own_address(page: Any, address: str) -> None:
    """Without words the articles come newest first."""
    assert ask(page, address, "event=fall")[0] == "Bridge falls into the estuary"
    assert page.inner_text("[role=status]") == "4 results"


def test_a_long_facet_shows_all_of_its_values_on_wish(page: Any, address: str) -> None:
    """Eight at first."""
    ask(page, address, "q=market")
    place = page.locator("details[data-name=place]")
    place.locator("summary").click()
    page.wait_for_function("() => document.querySelectorAll('details[data-name=place] li').length === 8")
    place.get_by_text("Show all (11)").click()
    page.wait_for_function("() => document.querySelectorAll('details[data-name=place] li').length === 11")


@pytest.mark.parametrize(
    ("query", "results"),
    [
        ("from=1931-05-05", "3 results"),
        ("to=1931-04-30", "12 results"),
        ("from=1931-04-10&to=1931-04-20", "1 result"),
        ("q=harbour&from=1931-01-01", "2 results"),
        ("q=harbour&to=1900-01-01", "Nothing found."),
    ],
)
def test_a_span_of_dates_holds_what_may_lie_in_it(page: Any, address: str, query: str, results: str) -> None:
    """A month counts for each of its days; the undated lie nowhere."""
    ask(page, address, query)
    assert page.inner_text("[role=status]") == results


def test_dates_are_chosen_on_the_page_too(page: Any, address: str) -> None:
    """The boxes show what the address says, and the address what the boxes say."""
    ask(page, address, "q=bridge&from=1931-05-01")
    assert page.input_value("#from") == "1931-05-01"
    page.fill("#to", "1931-05-31")
    page.wait_for_url("**to=1931-05-31**")
    assert len(found(page)) == 2


def test_results_come_by_date_or_by_event_on_wish(page: Any, address: str) -> None:
    """Oldest first has the undated last; an event stands once, with its articles."""
    assert ask(page, address, "q=bridge&sort=oldest")[-1] == "A letter without a date"
    assert ask(page, address, "q=bridge&sort=newest")[-1] == "A letter without a date"
    page.get_by_label("Group by event").check()
    page.wait_for_selector(".found-event")
    assert page.locator(".found-event-title a").all_inner_texts() == ["Fall"]
    assert page.locator(".found-event .article-line").count() == 2
    assert "group=event" in page.url


def test_more_results_are_shown_on_wish(page: Any, address: str) -> None:
    """Ten first; focus goes to the first of the others."""
    assert len(ask(page, address, "q=market")) == 10
    page.get_by_text("Show more results").click()
    page.wait_for_function("() => document.querySelectorAll('.article-line-title').length === 11")
    page.wait_for_function("() => document.activeElement.closest('.article-line-title')")


def test_nothing_found_says_what_to_try(page: Any, address: str) -> None:
    """Near spellings, parts to leave out, the words of a phrase apart, filters to drop: each with what it would find."""
    assert ask(page, address, "q=estaury+harbour&outlet=Le+Phare") == []
    offers = page.locator(".advice-offers li")
    offers.first.wait_for()
    said = [text.replace("\n", " ") for text in offers.all_inner_texts()]
    assert "estuary 1 result" in said
    assert page.inner_text(".found-advice").count("harbour 3")
    page.locator(".advice-offers button", has_text="estuary").click()
    page.wait_for_url("**q=estuary**")
    ask(page, address, "q=%22bridge+estuary%22")
    page.locator(".advice-offers button", has_text="apart").click()
    page.wait_for_url("**q=bridge+estuary**")
    assert found(page) == ["Bridge falls into the estuary"]


def test_a_word_misspelt_in_a_phrase_is_offered_its_neighbours(page: Any, address: str) -> None:
    """The phrase with a spelling that the archive knows, where that finds something."""
    assert ask(page, address, "q=%22falls+into+the+estaury%22") == []
    page.locator(".advice-offers button", has_text='"falls into the estuary"').click()
    assert found(page) == ["Bridge falls into the estuary"]


def test_alternatives_stay_so_in_what_is_offered(page: Any, address: str) -> None:
    """A word to leave out beside two of which one is enough: the offer keeps their OR."""
    assert ask(page, address, "q=estuary+OR+sandbank+nosuchword") == []
    page.locator(".advice-offers button", has_text="nosuchword").click()
    page.wait_for_url("**q=estuary+OR+sandbank")
    assert set(found(page)) == {"Bridge falls into the estuary", "Grain ship aground"}


def test_a_form_that_no_article_has_is_offered_its_neighbours(page: Any, address: str) -> None:
    """Where the archive is too small to tell its stem: the plural in another case."""
    assert ask(page, address, "q=%D8%B5%D9%8A%D8%A7%D8%AF%D9%8A%D9%86") == []
    page.locator(".advice-offers button").click()
    assert found(page) == ["انهيار الجسر"]


def test_search_works_from_a_disk(page: Any, host: Path) -> None:
    """No server, no request but for files beside the page."""
    page.goto(f"{(host / 'en/search/index.html').as_uri()}?q=%22harbour+master%22&topic=Bridges")
    assert found(page) == ["Bridge falls into the estuary"]
    page.locator(".found-place").click()
    page.wait_for_url("**/articles/a1/index.html#p1")


@pytest.mark.parametrize("width", [640, 1024, 1280])
def test_no_excerpt_widens_the_page(page: Any, address: str, width: int) -> None:
    """An excerpt is a link over its whole width, and no wider."""
    page.set_viewport_size({"width": width, "height": 800})
    ask(page, address, "q=bridge")
    page.locator(".found-place").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box, link = (page.locator(part).first.bounding_box() for part in (".found-excerpt", ".found-place"))
    assert box == link


def test_results_are_read_from_right_to_left_in_an_arabic_archive(page: Any, address: str) -> None:
    """Words of the interface, direction of each text, at the width of a phone."""
    page.set_viewport_size({"width": 320, "height": 640})
    ask(page, address, "q=bridge", "ar")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.article-line-title bdi')).direction")
        == "ltr"
    )
    assert page.evaluate("document.dir") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".facets-title").click()
    page.locator("details[data-name=outlet] summary").click()
    page.locator("details[data-name=outlet] label").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def dates_offered(page: Any) -> list[str]:
    """What is said of the dates of the query, a line each."""
    page.wait_for_load_state("networkidle")
    page.wait_for_function(
        "() => !/[0-9]/.test(document.querySelector('#q').value) || typeof archiveDates === 'function'"
    )
    return [text.replace("\n", " ").strip() for text in page.locator(".found-date").all_inner_texts()]


@pytest.mark.parametrize(
    "query",
    ["5 May 1931", "1931-05-05", "May 5, 1931", "Tuesday, 5th of May 1931", "5.5.1931", "5 mai 1931", "٥ مايو ١٩٣١",
     '"5 May 1931"', "on 5 May 1931", "1931/05/05", "5. Mai 1931", "5 de mayo de 1931", "May 5", "5 أيار 1931"],
)  # fmt: skip
def test_a_written_day_leads_to_its_page(page: Any, address: str, query: str) -> None:
    """However it is written, in the languages that are read, and where no article has these words."""
    ask(page, address, f"q={quote(query)}")
    assert dates_offered(page) == ["5 May 1931 (3 articles)"]
    assert page.locator(".found-date a").get_attribute("href") == "../dates/1931/05/05/"


@pytest.mark.parametrize(
    ("query", "said", "link"),
    [
        ("May 1931", ["May 1931 (4 articles)"], "dates/1931/05/"),
        ("Sept. 1931", ["No article is dated September 1931. 1931 (16 articles)"], "dates/1931/"),
        ("9 May 1931", ["No article is dated 9 May 1931. May 1931 (4 articles)"], "dates/1931/05/"),
        ("1931", ["1931 (16 articles)"], "dates/1931/"),
        ("4/5/1931", ["4 May 1931 (1 article)"], "dates/1931/05/04/"),
        ("3/1931", ["March 1931 (11 articles)"], "dates/1931/03/"),
        ("March 2024", ["No article is dated March 2024."], None),
        ("31 April 1931", ["April 1931 (1 article) · Search this date for 31"], "dates/1931/04/"),
        ("market 300 opened", [], None),
        ("march", [], None),
        ("bridge in 1931 fell", [], None),
    ],
)
def test_a_month_or_a_year_leads_to_its_page_and_other_numbers_nowhere(
    page: Any, address: str, query: str, said: list[str], link: str | None
) -> None:
    """A day without articles leads to its month, else its year; of two readings that stands which has articles."""
    ask(page, address, f"q={quote(query)}")
    assert dates_offered(page) == said
    links = page.locator(".found-date a")
    assert [one.get_attribute("href") for one in links.all()] == ([f"../{link}"] if link else [])


def test_what_stands_above_the_results_is_read_aloud(page: Any, address: str) -> None:
    """As the number of results is: who hears the page learns of the day's page too."""
    ask(page, address, "q=5+May+1931")
    assert dates_offered(page)
    assert page.locator("[aria-live=polite] .found-date").count() == 1


def test_words_beside_a_date_are_looked_for_in_it(page: Any, address: str) -> None:
    """The date becomes the span, the words the query."""
    ask(page, address, "q=harbour+May+1931")
    page.locator(".found-date button", has_text="Search this date for harbour").click()
    page.wait_for_url("**q=harbour&from=1931-05-01&to=1931-05-31")
    assert set(found(page)) == BRIDGES - {"A letter without a date"}


def test_a_hostile_address_does_no_harm(page: Any, address: str) -> None:
    """What stands in the address is text."""
    hostile = "%3Cimg+src%3Dx+onerror%3Dalert(1)%3E"
    ask(page, address, f"q={hostile}&outlet={hostile}&from={hostile}&sort={hostile}")
    assert page.locator("main img").count() == 0
    assert page.input_value("#from") == ""


@pytest.fixture(scope="module")
def bench(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, list[str]]]:
    """A page with the engine over random texts, in many parts, with most words frequent; and the texts."""
    root = tmp_path_factory.mktemp("bench")
    dice = random.Random(5)
    vocabulary = ["".join(dice.choices("abcdeé", k=dice.randint(1, 3))) for _ in range(60)]
    weights = [1 / (n + 1) for n in range(60)]
    texts = [
        "\n\n".join(" ".join(dice.choices(vocabulary, weights, k=30)) for _ in range(2)) for _ in range(120)
    ]
    articles = [an_article(n, "0", *text.split("\n\n")) for n, text in enumerate(texts)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokens, "RUN_WORDS", 2000)
        patch.setattr(postings, "PART_BYTES", 300)
        patch.setattr(postings, "NEIGHBOUR_BYTES", 400)
        search.write(root / "index", articles, frequent_at=100)
    shutil.copy(THEME / "static" / "js" / "search-index.js", root / "search-index.js")
    (root / "index.html").write_text('<!doctype html><script src="search-index.js"></script>')
    page = browser.new_page()
    page.goto((root / "index.html").as_uri())
    start = page.evaluate("archiveIndex.open(new URL('index/', location.href).href)")
    assert len(start["frequent"]) > 10 and len(start["near"]) > 10 and start["words"].count("\n") > 10
    yield page, texts
    page.close()


def test_phrases_are_found_where_they_stand_and_nowhere_else(bench: tuple[Any, list[str]]) -> None:
    """Random phrases of frequent and rare words against looking through every paragraph."""
    page, texts = bench
    folded = [[[fold(word) for word in words(part)] for part in text.split("\n\n")] for text in texts]
    dice = random.Random(6)
    phrases = []
    for _n in range(150):
        part = dice.choice(dice.choice(folded))
        at, size = dice.randrange(len(part) - 5), dice.randint(2, 5)
        phrases.append(part[at : at + size] if dice.random() < 0.7 else dice.sample(part, size))
    results = page.evaluate(
        "async (all) => { const out = []; for (const text of all) out.push((await archiveIndex.search({ text })).docs); return out; }",
        [f'"{" ".join(phrase)}"' for phrase in phrases],
    )
    for phrase, docs in zip(phrases, results, strict=True):
        wanted = [
            n
            for n, parts in enumerate(folded)
            if any(part[at : at + len(phrase)] == phrase for part in parts for at in range(len(part)))
        ]
        assert docs == wanted, phrase


def test_the_script_reads_words_as_the_index_does(bench: tuple[Any, list[str]]) -> None:
    """Letters of many scripts, marks, joiners, digits, ligatures, characters that stand alone."""
    page, _texts = bench
    texts = [
        "L’Élysée, Straße & Malmø: ﬁn d’œuvre — İstanbul", "قالتِ الحُكومَةُ وَالأزهَرُ إنّ كتـــاب ١٩٥٦", "गाँव की कहानी", "東京の橋は 2,300㎡",
        "ΟΔΥΣΣΕΥΣ ὀδός", "שָׁלוֹם", "un\u00adbreak\u200dable co\u0301te", "U.N. al-Assad’s 300,000 ½ x_y", "ไทยแลนด์", "ﻻ ﷲ", "한국어",
    ]  # fmt: skip
    read = page.evaluate(
        "(all) => all.map((text) => archiveIndex.words(text).map((found) => found.word))", texts
    )
    assert read == [[fold(word) for word in words(text)] for text in texts]
    buckets = page.evaluate(
        "(all) => all.map((word) => archiveIndex.bucket(word))", ["abc", "été", "الحرب", "𝒳y"]
    )
    assert buckets == [postings.bucket(word) for word in ("abc", "été", "الحرب", "𝒳y")]


def test_stems_come_from_snowball() -> None:
    """What the queries above rely on."""
    found = {one.word: one.stem for one in stemmed(["bridge", "bridges"], {"en": [1, 1]})}
    assert found["bridge"] == found["bridges"]


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ar", "dark")])
def test_axe_finds_no_fault_in_results(browser: Any, address: str, language: str, scheme: str) -> None:
    """With results, by event, with nothing found; facets open; as narrow as a small phone."""
    package = pytest.importorskip("axe_playwright_python", reason="needs the extra [test]")
    axe = (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    for query in (
        "q=bridge&outlet=The+Lantern",
        "q=bridge&group=event",
        "q=estaury+harbour&from=1931-01-01",
        "",
    ):
        page.goto(f"{address}/{language}/search/?{query}")
        page.wait_for_selector(".advice-offers li, .article-line")
        page.evaluate(
            "for (const fold of document.querySelectorAll('.facets, .search-help')) fold.open = true"
        )
        page.evaluate(axe)
        found = page.evaluate(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"
            ".map((one) => [one.id, one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160))])"
        )
        assert found == [], query
    context.close()
