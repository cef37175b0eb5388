"""The hostile archive: nothing leaves the output, every file can be read by its readers, every capture is accounted for."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from lxml import etree, html

from site_gen.check import check_site
from tests.conftest import HostileSite

from .attacks import CANARY, OUTSIDE, TEMPLATES
from .conftest import Built

ROOT = Path(__file__).parents[2]
ATOM = "{http://www.w3.org/2005/Atom}"
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.I)
FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
TEXTS = frozenset({".html", ".xml", ".json", ".jsonl", ".ris", ".bib", ".txt"})


def files(folder: Path) -> list[str]:
    """Every file below a folder, by its path."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def texts(site: HostileSite, pattern: str) -> list[tuple[str, str]]:
    """(path, text) of the site's files of a kind."""
    return [
        (p.relative_to(site.output).as_posix(), p.read_bytes().decode("utf-8"))
        for p in sorted(site.output.rglob(pattern))
    ]


def test_nothing_is_written_outside_the_output(hostile: HostileSite) -> None:
    """Beside the site there is the content as it was, the register, and the build's own folder."""
    places = {name.split("/")[0] for name in files(hostile.around)}
    assert places == {"content", "build", ".site_gen"}
    assert [name for name in files(hostile.around.parent) if not name.startswith("around/")] == []
    assert not [name for name in files(hostile.around) if "escape" in name.split("/")[-1]]


def test_every_path_is_safe_on_every_system(hostile: HostileSite) -> None:
    """ASCII, short, no reserved name, no dot or space behind it, no two that differ by case or composition alone."""
    names = files(hostile.output)
    for name in names:
        for part in name.split("/"):
            assert re.fullmatch(r"[\w.-]{1,200}", part, re.A), name
            assert not part.startswith((".", "-")) and not part.endswith("."), name
            assert not RESERVED.fullmatch(part), name
    assert len({unicodedata.normalize("NFC", name).casefold() for name in names}) == len(names)


def test_every_capture_is_published_or_named_with_its_place_and_remedy(hostile: HostileSite) -> None:
    """Nothing is lost in silence."""
    captures = {
        unicodedata.normalize("NFC", name) for name in files(hostile.around / "content") if name.startswith("captures/")
    }  # fmt: skip
    findings = hostile.built.records("findings")
    assert all(f["where"] and f["message"] and f["hint"] for f in findings)
    named = "\n".join(unicodedata.normalize("NFC", f["where"]) for f in findings)
    shown = {unicodedata.normalize("NFC", a["capture"]["path"]) for a in hostile.built.records("articles")}
    assert [name for name in sorted(captures - shown) if name not in named and ascii(name) not in named] == []
    assert len(shown) > 50
    assert not [f for f in findings if f["code"].startswith(("ENG", "PUB-004"))]


def test_the_site_has_no_problem(hostile: HostileSite) -> None:
    """Links, anchors, ids, languages, remote resources."""
    problems, _warnings = check_site(hostile.output)
    assert problems == ()


def test_every_xml_file_can_be_parsed_and_holds_one_record_an_article(hostile: HostileSite) -> None:
    """Feeds and sitemap; no entity is resolved, no entry holds another."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    found = texts(hostile, "*.xml")
    assert len(found) > 10
    for name, text in found:
        root = etree.fromstring(text.encode(), parser)
        if root.tag == f"{ATOM}feed":
            entries = root.findall(f"{ATOM}entry")
            assert len(root.findall(f".//{ATOM}entry")) == len(entries) > 0, name
            links = [link.get("href") or "" for link in root.iter(f"{ATOM}link")]
            assert all(link.startswith("https://archive.invalid/") for link in links), name
            assert {e.tag.rsplit("}")[0] for e in root.iter()} == {ATOM[:-1]}, name


def test_every_json_file_can_be_parsed(hostile: HostileSite) -> None:
    """Data, schemas, citations, and the JSON inside of pages."""
    for _name, text in texts(hostile, "*.json"):
        json.loads(text)
    for _name, text in texts(hostile, "*.jsonl"):
        for line in text.split("\n")[:-1]:
            assert isinstance(json.loads(line), dict)
    for name, text in texts(hostile, "*.html"):
        for script in html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8")).iter("script"):
            if script.get("type") == "application/ld+json":
                assert json.loads(script.text)["@context"] == "https://schema.org", name
            else:
                assert script.get("src") or script.get("id") == "search-words", name


def test_every_citation_is_one_record(hostile: HostileSite) -> None:
    """RIS, BibTeX and CSL-JSON of an article; nothing in a title ends it and begins another."""
    articles = {a["url"]: a for a in hostile.built.records("articles")}
    assert articles
    for url, article in articles.items():
        if article["access"] == "taken-down":
            continue
        ris = (hostile.output / url / "cite.ris").read_bytes().decode()
        tags = [line[:6] for line in ris.split("\r\n") if line]
        assert all(re.fullmatch("[A-Z][A-Z0-9]  - ", tag) for tag in tags), url
        assert (tags.count("TY  - "), tags.count("ER  - "), tags[-1]) == (1, 1, "ER  - "), url
        assert "\n" not in ris.replace("\r\n", "") and len(ris.splitlines()) == len(tags), url
        page = html.fromstring((hostile.output / url / "index.html").read_bytes())
        shown = page.xpath("//*[contains(concat(' ', @class, ' '), ' cite-record ')]//pre")
        bibtex, csl = (record.text_content() for record in shown)
        assert bibtex_fields(bibtex) >= {"title"}, url
        assert [item["id"] for item in json.loads(csl)] == [article["id"]]


def bibtex_fields(text: str) -> set[str]:
    """The fields of the one entry of a BibTeX file, read as BibTeX does: braces count, backslashes do not protect them."""
    assert text.count("@article{") >= 1 and text.startswith("@article{")
    depth, ends, fields = 0, 0, set()
    for match in re.finditer(r"[{}]|\n  (\w+) = (?=\{)", text):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
            ends += depth == 0
            assert depth > 0 or not text[match.end() :].strip(), text
        elif depth == 1:
            fields.add(match[1])
    assert (depth, ends) == (0, 1), text
    return fields


def test_a_span_for_citation_managers_is_one_record(hostile: HostileSite) -> None:
    """COinS of events and lists: no field stands twice but the authors."""
    count = 0
    for name, text in texts(hostile, "events/*/index.html"):
        for span in html.fromstring(text.encode()).iter("span"):
            if span.get("class") == "Z3988":
                fields = parse_qs(span.get("title"), strict_parsing=True)
                assert all(len(values) == 1 for key, values in fields.items() if key != "rft.creator"), name
                count += 1
    assert count > 4


def test_no_file_holds_a_character_that_its_format_forbids(hostile: HostileSite) -> None:
    """No control characters, no noncharacters, nothing but UTF-8."""
    for path in sorted(p for p in hostile.output.rglob("*") if p.suffix in TEXTS):
        found = FORBIDDEN.search(path.read_bytes().decode("utf-8"))
        assert found is None, (path.relative_to(hostile.output), found)


def test_template_syntax_stays_as_it_was_written(hostile: HostileSite) -> None:
    """Neither Jinja, nor Pelican, nor the program's own messages take a text for theirs."""
    shown = "\n".join(
        html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8")).text_content()
        for _name, text in texts(hostile, "articles/*/index.html")
    )
    assert [syntax for syntax in TEMPLATES if " ".join(syntax.split()) not in shown] == []
    assert "root:x:0:0" not in shown


def test_nothing_is_escaped_twice(hostile: HostileSite) -> None:
    """A reader sees the characters of the capture, not their names."""
    for name, text in texts(hostile, "*.html"):
        page = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
        seen = "\n".join(
            page.xpath("//h1//text() | //title//text() | //a//text() | //bdi//text() | //@content")
        )
        assert not re.search("&#34;|&#39;|&quot;|&amp;#", seen), (
            name,
            re.search(".*(?:&#3|&quot|&amp;#).*", seen),
        )


def test_the_attacks_reach_the_site(hostile: HostileSite) -> None:
    """Were they cut on the way, the other tests would prove nothing."""
    (articles,) = (text for name, text in texts(hostile, "*.jsonl") if name == "data/articles.jsonl")
    records = [json.loads(line) for line in articles.splitlines()]
    for field in ("title", "source", "section", "place", "rights"):
        values = [r[field]["value"] for r in records if r[field]]
        assert any(CANARY in value for value in values), field
    assert any(CANARY in author["value"] for r in records for author in r["authors"])
    assert sum(CANARY in block["text"] for r in records for block in r["body"]) > 50
    for kind in ("topics", "quotes", "sources", "events", "passages", "unique"):
        told = [json.dumps(record) for record in hostile.built.records(kind)]
        assert any(CANARY in text or OUTSIDE in text for text in told), kind
    assert len(hostile.built.records("figures")) > 5


def test_what_a_figure_counts_is_told_in_words(hostile: HostileSite) -> None:
    """Its label, scope and speaker are words of the text, and no markup of it."""
    for record in hostile.built.records("figures"):
        said = [
            record["counts"],
            *(m[part] or "" for m in record["mentions"] for part in ("scope", "said_by")),
        ]
        assert not any("<" in text for text in said), said


def test_no_address_of_a_capture_becomes_a_link_unless_it_is_a_web_address(hostile: HostileSite) -> None:
    """http, https, mailto, and addresses of the site; nothing is loaded from elsewhere."""
    for name, text in texts(hostile, "*.html"):
        page = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
        for element, attribute, address, _at in page.iterlinks():
            scheme = re.match(r"[\x00-\x20]*([^/?#]*?):", address)
            assert scheme is None or scheme[1].lower() in ("http", "https", "mailto"), (name, address)
            if element.tag not in ("a", "link"):
                assert OUTSIDE not in address and "//" not in address, (name, element.tag, attribute, address)


def test_no_cell_of_the_register_is_a_formula(hostile: HostileSite) -> None:
    """It is a table that people open in a spreadsheet."""
    text = (hostile.around / "content" / "register.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.slow
def test_a_second_build_elsewhere_ends_well_and_gives_the_same_bytes(
    hostile: HostileSite, tmp_path: Path
) -> None:
    """One process, another hash seed, another place; exit code 0."""
    from .conftest import an_archive
    from .hostile import hostile_files

    content = an_archive(tmp_path / "content", hostile_files())
    command = [
        sys.executable,
        "-m",
        "site_gen",
        "build",
        "--content",
        str(content),
        "--output",
        str(tmp_path / "out"),
        "--jobs",
        "1",
    ]
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "11",
        "PYTHONPATH": str(ROOT),
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
    }
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    mine, other = hostile.built.digests(), Built(tmp_path / "out", hostile.built.summary).digests()
    assert {name for name in mine | other if mine.get(name) != other.get(name)} == set()
