"""Events whose quotes and figures are known: invented ones, the sample captures, those of the sample archive."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from site_gen.engine.report import Silence
from site_gen.engine.store import Store
from site_gen.model import Article
from site_gen.publish.output import work_folder
from site_gen.site import build_site
from tests.make import an_article

from .comparison_gold import Gold

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SEEDS = SHARED / "seeds"
ARCHIVE_GOLD = ROOT / "tests" / "fixtures" / "sample" / "gold.json"
INVENTED = ROOT / "tests" / "fixtures" / "events"


def known_events() -> list[Gold]:
    """All of them: the sample captures where ../shared is at hand, the invented events, the archive's."""
    return [g for g in (sample(), *invented(), *archive()) if g is not None]


def invented() -> list[Gold]:
    """The events of tests/fixtures/events."""
    found: list[Gold] = []
    for path in sorted(INVENTED.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        articles = tuple(an_article(a["text"], id=a["id"], source=a["outlet"]) for a in table["articles"])
        found.append(
            Gold(
                path.stem,
                articles,
                [(q["speaker"], q["mentions"]) for q in table["quotes"]],
                [(f["status"], {k: (v,) for k, v in f["values"].items()}) for f in table["figures"]],
                [(tuple(t["a"]), tuple(t["b"])) for t in table["traps"]],
                [(u["article"], u["text"]) for u in table["unique"]],
            )
        )
    return found


_OUTLETS = {"000": "reuters", "001": "rferl", "002": "thehill", "003": "aljazeera", "004": "usatoday"}
_STATUS = {"DISAGREE": "differ", "SCOPE DIFFERS": "scope differs"}


def sample() -> Gold | None:
    """The five sample captures; None where ../shared is absent."""
    if not (SEEDS / "gold_comparison.json").exists():
        return None
    cleaning = json.loads((SEEDS / "gold_cleaning.json").read_text(encoding="utf-8"))["files"]
    gold = json.loads((SEEDS / "gold_comparison.json").read_text(encoding="utf-8"))
    passages = json.loads((SEEDS / "gold_passages.json").read_text(encoding="utf-8"))
    articles = tuple(_capture(name, record) for name, record in sorted(cleaning.items()))
    figures: list[tuple[str, dict[str, tuple[str, ...]]]] = [
        (_STATUS.get(f["status"].split(":")[0], "agree"), {k: (v[1],) for k, v in f["values"].items()})
        for f in gold["figures"]
        if len(f["values"]) > 1
    ]
    quotes = [(re.sub(r"\(.*?\)", "", q["speaker"]), q["verbatim"]) for q in gold["quotes"]]
    killed = next(f for f in gold["figures"] if f["status"].startswith("TRAP"))
    moved = next(f for f in gold["figures"] if f["what"].startswith("evacuated"))
    trap = [
        (("reuters", killed["values"]["reuters"][1]), (k, v[1]))
        for k, v in moved["values"].items()
        if k != "reuters"
    ]
    return Gold(
        "sample",
        articles,
        quotes,
        figures,
        trap,
        [],
        [(p["a"], p["b"], p["a_text"]) for p in passages],
        False,
    )


def archive() -> list[Gold]:
    """The events of the sample archive with its gold, their articles as a build makes them."""
    gold = json.loads(ARCHIVE_GOLD.read_text(encoding="utf-8"))
    articles = _built()
    found: list[Gold] = []
    for event in gold["events"]:
        known = {c: articles[c] for c in event["captures"] if c in articles}
        figures = []
        for figure in event["figures"]:
            values: dict[str, tuple[str, ...]] = {}
            for m in figure["mentions"]:
                if m["capture"] in known:
                    id = known[m["capture"]].id
                    values[id] = (*values.get(id, ()), m["text"])
            if len(values) > 1:
                figures.append((figure["status"], values))
        alone = [
            (known[u["capture"]].id, " ".join(u["text"].split()))
            for u in event["unique"]
            if u["capture"] in known
        ]
        quotes = [(q["speaker"], _said(q["mentions"], known)) for q in event["quotes"]]
        found.append(Gold(event["key"], tuple(known.values()), quotes, figures, [], alone, [], False))
    return found


def _said(mentions: list[dict[str, str]], known: dict[str, Article]) -> dict[str, str]:
    """By article: the utterance as it renders it, in its language."""
    return {known[m["capture"]].id: m["text"] for m in mentions if m["capture"] in known}


def _built() -> dict[str, Article]:
    """The articles of the sample archive by their captures, from a build of a copy of it."""
    with TemporaryDirectory() as folder:
        content, output = Path(folder) / "content", Path(folder) / "site"
        shutil.copytree(ROOT / "content", content)
        build_site(content, output, theme=None, jobs=1, is_data_only=True, progress=Silence())
        with Store(work_folder(output) / "catalogue.sqlite", read_only=True) as store:
            return {a.capture.key: a for _, a in store.each("article", Article)}


def _capture(name: str, record: dict[str, Any]) -> Article:
    lines = (SEEDS / name).read_text(encoding="utf-8").split("\n")
    body = [
        re.sub(r"[ \u00a0]+", " ", lines[int(n) - 1]).strip()
        for n, role in record["roles"].items()
        if role == "body"
    ]
    return an_article(body, id=_OUTLETS[name[:3]], source=_OUTLETS[name[:3]], title=record["title"])
