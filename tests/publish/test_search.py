"""The search index: words folded, forms told, lists packed; the same articles, the same bytes."""

from __future__ import annotations

import hashlib
import json
import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.model import FacetValue, Searchable
from site_gen.publish.search import write
from site_gen.publish.search.pack import numbers, part
from site_gen.publish.search.stems import Rule, Stemmed, common_rules, rule_of, stemmed
from site_gen.publish.search.words import fold, words

from .packed import read_numbers, unpacked


def an_article(n: int, text: str, *, title: str = "Report", language: str = "en", **more: str) -> Searchable:
    """An article of paragraphs, parted by empty lines."""
    blocks = tuple((f"p{at}", part) for at, part in enumerate(text.split("\n\n"), start=1))
    values = tuple(FacetValue(facet, label) for facet, label in more.items())
    day = f"19{99 - n % 50:02}-05-04"
    return Searchable(title, f"articles/a{n}/", language, day, day, values, blocks)


def parts_of(folder: Path) -> dict[str, tuple[object, bytes]]:
    """Every part of an index, unpacked, by name."""
    found = (unpacked(path.read_bytes()) for path in folder.rglob("*.js"))
    return {name: (head, data) for name, head, data in found}


def postings(folder: Path) -> dict[str, dict[int, int]]:
    """By word, how often each article has it."""
    out = {}
    for name, (head, data) in parts_of(folder).items():
        if name.startswith("w"):
            assert isinstance(head, dict)
            listed, values = head["words"].split("\n"), iter(read_numbers(data))
            counts = [next(values) for _word in listed]
            _codes = [next(values) for _word in listed]
            docs = []
            for count in counts:
                at, mine = 0, []
                for _n in range(count):
                    at += next(values)
                    mine.append(at)
                docs.append(mine)
            for word, mine in zip(listed, docs, strict=True):
                out[word] = {doc: next(values) >> 1 for doc in mine}
            assert next(values, None) is None
    return out


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Élysée", "elysee"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("Malmø", "malmo"), ("Œuvre", "oeuvre"),
        ("İstanbul", "istanbul"), ("ΟΔΟΣ", "οδοσ"), ("الأزهر", "ازهر"), ("أحمد", "احمد"), ("آثار", "اثار"),
        ("مدرسة", "مدرسه"), ("مستشفى", "مستشفي"), ("كتـــاب", "كتاب"), ("مُحَمَّد", "محمد"), ("والحرب", "حرب"),
        ("بالمدينة", "مدينه"), ("للحكومة", "حكومه"), ("الله", "الله"), ("١٩٥٦", "1956"), ("شَلום", "شلום"),
    ],
)  # fmt: skip
def test_a_word_is_compared_without_what_does_not_count(written: str, folded: str) -> None:
    """Case, accents, ligatures; alef, hamza, ya, ta marbuta, tatweel, vowels and the article of Arabic; digits."""
    assert [fold(word) for word in words(written)] == [folded]


def test_words_end_at_marks_and_characters_of_scripts_without_spaces_stand_alone() -> None:
    """Hyphens, points and apostrophes part; an underscore too; marks stay with their letter."""
    assert words("al-Assad’s U.N. 300,000 l’armée snake_case") == [
        "al", "assad", "s", "u", "n", "300", "000", "l", "armée", "snake", "case",
    ]  # fmt: skip
    assert words("東京の橋 bridge") == ["東", "京", "の", "橋", "bridge"]
    assert words("कि é") == ["कि", "é"]


@settings(deadline=None)
@given(st.lists(st.integers(0, (1 << 28) - 1)))
def test_numbers_come_back_as_they_were_packed(values: list[int]) -> None:
    """Any whole numbers below 2^28."""
    assert read_numbers(numbers(values)) == values


def test_a_part_is_a_script_that_no_text_can_break_out_of() -> None:
    """Nothing but letters of base64 stands between its quotes."""
    hostile = '</script><script>alert(1)</script>");alert(2);("'
    script = part("x1", [hostile], b"\x00\xff")
    assert b"alert" not in script and script.count(b'"') == 4
    assert unpacked(script) == ("x1", [hostile], b"\x00\xff")


def test_an_arabic_and_is_no_part_of_its_word() -> None:
    """Where the rest is a commoner word of the archive; a word that only begins with the letter stays whole."""
    counted = {"فرنسا": 9, "وفرنسا": 2, "رقم": 2, "ورقم": 3, "وصل": 5, "صل": 9}
    found = {one.word: one.stem for one in stemmed(list(counted), {"ar": list(counted.values())})}
    assert found["وفرنسا"] == found["فرنسا"]
    assert found["وصل"] != found["صل"]
    bare = stemmed(["وفرنسا"], {"ar": [2]})
    assert bare[0].stem != found["فرنسا"], "by its letters alone"


def test_rules_make_the_stems_that_snowball_makes() -> None:
    """Every word with its rule gives its stem again, whatever its language."""
    listed = ["bridges", "running", "happily", "ponies", "said"]
    arabic = ["المكتبات", "مكتبة", "يكتبون"]
    found = stemmed([*listed, *arabic], {"en": [1] * 5 + [0] * 3, "ar": [0] * 5 + [1] * 3, "zh": [1] * 8})
    assert {one.language for one in found} == {"ar", "en"}
    for one in found:
        rule = rule_of(one)
        assert one.word.startswith(rule.head) and one.word.endswith(rule.tail)
        assert one.word[len(rule.head) : len(one.word) - len(rule.tail)] + rule.end == one.stem
    assert rule_of(Stemmed("ponies", "en", "poni", 1)) == Rule("en", "", "es", "")
    assert rule_of(Stemmed("ponybl", "xx", "bly", 1)) == Rule("xx", "pony", "", "y")


def test_rules_that_one_word_alone_follows_are_no_rules_of_the_language() -> None:
    """The commonest come first; chance is left out."""
    plural, rare = Rule("en", "", "s", ""), Rule("en", "", "xq", "")
    assert common_rules([plural, rare, plural]) == [plural]


def test_the_lists_hold_every_word_of_every_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over many small parts and runs, with frequent words: article by article, as counting says."""
    from site_gen.publish.search import postings as postings_module
    from site_gen.publish.search import tokens

    monkeypatch.setattr(tokens, "RUN_WORDS", 500)
    monkeypatch.setattr(postings_module, "PART_BYTES", 200)
    dice = random.Random(3)
    vocabulary = ["".join(dice.choices("abcdeéäß", k=dice.randint(1, 5))) for _ in range(300)]
    texts = [" ".join(dice.choices(vocabulary, k=80)) for _ in range(60)]
    write(tmp_path / "index", (an_article(n, text) for n, text in enumerate(texts)), frequent_at=40)
    wanted: dict[str, dict[int, int]] = {}
    for n, text in enumerate(texts):
        for word, often in Counter(fold(word) for word in words(f"Report {text}")).items():
            wanted.setdefault(word, {})[n] = often
    assert postings(tmp_path / "index") == wanted
    assert len([name for name in parts_of(tmp_path / "index") if name[0] == "w"]) > 5


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    """Names too; another text, another folder, so that a browser may keep parts for ever."""
    articles = [
        an_article(n, f"The ferry {n} sank.\n\nDivers came.", outlet=f"Paper {n % 3}") for n in range(30)
    ]
    digests = []
    for name, given_articles in (("a", articles), ("b", articles), ("c", articles[1:])):
        write(tmp_path / name, iter(given_articles))
        files = sorted(p.relative_to(tmp_path / name).as_posix() for p in (tmp_path / name).rglob("*.js"))
        text = "".join(hashlib.sha256((tmp_path / name / file).read_bytes()).hexdigest() for file in files)
        digests.append((files, text))
    assert digests[0] == digests[1]
    assert not {file for file in digests[0][0] if "/" in file} & set(digests[2][0])


def test_facets_list_the_articles_of_each_value(tmp_path: Path) -> None:
    """Most first; labels beyond the first part stand in others."""
    articles = [an_article(n, "Text.", outlet=f"Paper {n % 300:03}", topic="All") for n in range(310)]
    write(tmp_path / "index", articles)
    found = parts_of(tmp_path / "index")
    head, data = found["f-outlet"]
    assert isinstance(head, list) and len(head) == 256 and head[0] == "Paper 000"
    assert read_numbers(data)[:300] == [2] * 10 + [1] * 290
    assert read_numbers(data)[300:304] == [0, 300, 1, 300]
    rest = found["f-outlet-1"][0]
    assert isinstance(rest, list) and len(rest) == 44
    start = found["start"][0]
    assert isinstance(start, dict) and start["facets"] == {"outlet": 300, "topic": 1}


def test_an_empty_archive_has_an_index_too(tmp_path: Path) -> None:
    """The page loads it and finds nothing."""
    write(tmp_path / "index", [])
    start = parts_of(tmp_path / "index")["start"][0]
    assert isinstance(start, dict) and start["articles"] == 0 and json.dumps(start)
