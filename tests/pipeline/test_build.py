"""Whole builds of the sample archive: what comes out, and that the same comes out every time."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_gen.check import check_site

from .conftest import Built, an_archive, build, text_of

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample archive, built cold with two workers."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "content", folder / "content")
    return build(folder / "content", folder / "build", jobs=2)


def test_every_capture_of_the_sample_is_published(sample: Built) -> None:
    """Nothing is left out, nothing fails."""
    assert sample.summary.left_out == ()
    assert not [f for f in sample.records("findings") if f["level"] == "error"]


def test_the_site_of_the_sample_has_no_broken_link(sample: Built) -> None:
    """Links, anchors, remote resources, ids, languages."""
    problems, _warnings = check_site(sample.output)
    assert problems == ()


def test_a_warm_build_gives_the_same_bytes(sample: Built) -> None:
    """Results used again and results made anew cannot be told apart."""
    before = sample.digests()
    again = build(sample.output.parent / "content", sample.output, jobs=2)
    assert again.digests() == before


def test_one_worker_in_another_folder_under_another_hash_seed_gives_the_same_bytes(
    sample: Built, tmp_path: Path
) -> None:
    """Neither N, nor the place, nor the order of sets reaches a page."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    command = [
        sys.executable,
        "-m",
        "site_gen",
        "build",
        "--content",
        "content",
        "--output",
        "out",
        "--jobs",
        "1",
    ]
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": str(ROOT),
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
    }
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    other = Built(tmp_path / "out", sample.summary).digests()
    mine = sample.digests()
    assert {name for name in mine | other if mine.get(name) != other.get(name)} == set()


def test_the_data_fits_its_schemas(sample: Built) -> None:
    """Every line of every file has just the fields its schema names."""
    for path in sorted((sample.output / "data").glob("*.jsonl")):
        schema = json.loads((sample.output / "data" / "schema" / f"{path.stem}.json").read_text())
        definition = schema["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        for record in sample.records(path.stem):
            assert set(record) <= set(definition["properties"])
            assert set(definition["required"]) <= set(record)


def test_a_date_leads_to_its_day_only_where_articles_appeared_on_it(tmp_path: Path) -> None:
    """A page changed two days later names a day that has no page."""
    record = '{"@type": "NewsArticle", "datePublished": "2016-03-10", "dateModified": "2016-03-12"}'
    head = f'<title>Grain ship aground</title><script type="application/ld+json">{record}</script>'
    body = "".join(f"<p>{line}</p>" for line in text_of("Grain ship aground").split("\n\n"))
    page = f'<html lang="en"><head>{head}</head><body><article>{body}</article></body></html>'
    built = build(an_archive(tmp_path / "content", {"captures/a.html": page}), tmp_path / "build")
    assert built.records("articles")[0]["modified"]["value"] == "2016-03-12"
    assert check_site(built.output)[0] == ()


def test_an_article_keeps_its_address_when_its_title_changes(tmp_path: Path) -> None:
    """The accession register holds what was minted once."""
    content = an_archive(tmp_path / "content", {"captures/a.txt": text_of("Grain ship runs aground")})
    first = build(content, tmp_path / "build", is_data_only=True).records("articles")
    (content / "captures" / "a.txt").write_text(text_of("Grain ship freed after a day"), encoding="utf-8")
    second = build(content, tmp_path / "build", is_data_only=True).records("articles")
    assert second[0]["title"]["value"] == "Grain ship freed after a day"
    assert (second[0]["id"], second[0]["url"]) == (first[0]["id"], first[0]["url"])


def test_a_failed_build_leaves_the_last_site_untouched(tmp_path: Path) -> None:
    """A setting that cannot be used stops the build before anything is written."""
    content = an_archive(tmp_path / "content", {"captures/a.txt": text_of("Grain ship runs aground")})
    before = build(content, tmp_path / "build").digests()
    (content / "archive.toml").write_text("[site]\nnonsense = 1\n")
    command = [
        sys.executable,
        "-m",
        "site_gen",
        "build",
        "--content",
        str(content),
        "--output",
        str(tmp_path / "build"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 2
    assert 'unknown setting "site.nonsense"' in done.stderr
    files = sorted(p for p in (tmp_path / "build").rglob("*") if p.is_file())
    assert len(files) == len(before)


def test_a_thesaurus_gives_the_subjects_and_is_given(tmp_path: Path) -> None:
    """topics.ttl in, data/topics.ttl out; a description stands on the subject's page and in the data."""
    thesaurus = (
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://thesaurus.example/strandings> a skos:Concept ; skos:prefLabel "Strandings"@en ; '
        'skos:hiddenLabel "runs aground"@en ; skos:scopeNote "Ships that <b>touch</b> ground."@en .\n'
    )
    text = text_of("Grain ship runs aground off Port Ansel")
    content = an_archive(
        tmp_path / "mine", {"archive.toml": "", "topics.ttl": thesaurus, "captures/a.txt": text}
    )
    site = build(content, tmp_path / "site")
    (topic,) = (t for t in site.records("topics") if t["label"] == "Strandings")
    assert topic["description"] == "Ships that <b>touch</b> ground."
    assert len(topic["articles"]) == 1
    page = (site.output / topic["url"] / "index.html").read_text("utf-8")
    assert "Ships that &lt;b&gt;touch&lt;/b&gt; ground." in page
    given = (site.output / "data" / "topics.ttl").read_text("utf-8")
    assert 'skos:definition "Ships that <b>touch</b> ground."' in given
    assert "<../topics/strandings/> a skos:Concept" in given
    assert "topics.ttl" in (site.output / "data" / "index.html").read_text("utf-8")
