"""An archive whose every part tries to harm: captures, their names, and what stands beside them.

What the attacks are stands in ``attacks``. All texts are invented for this archive.
"""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Iterable, Iterator

from fastwarc.warc import WarcRecord, WarcRecordType

from .attacks import (
    CANARY,
    CONTROLS,
    FORMULAS,
    OUTSIDE,
    PATHS,
    RECORDS,
    RLO,
    TEMPLATES,
    ZWSP,
    addresses,
    attacks,
    run,
)
from .conftest import SENTENCES

OTHER = (
    "The council of Kelso Bay voted on Friday to rebuild the market hall that burned down in the autumn.",
    "The new hall will cost 4.2 million crowns, the treasurer Tomas Wendt told the council.",
    "“Nobody wants a car park where the market was,” said Maja Lindqvist, who sells cheese there.",
    "Work is to begin in March and to take two years, the council said in a statement.",
    "Eleven councillors voted for the plan and six against it after a debate of five hours.",
)


BRIDGE = (
    "A span of the Lannoch bridge fell into the river Orne on Sunday, and nobody was hurt, the engineer Edda Brill said.",
    "The bridge of 1911 had been closed for repairs since the spring flood washed out a pier.",
    "“We heard it in the whole of Lannoch,” said Edda Brill, who lives by the river.",
    "Barges wait above the town, and the ferry at Vey carries what it can.",
)
ALONE = f"Gulls <img src=x onerror=window.{CANARY}=1> ate of the wheat that ran from a torn barge, and a school took up a collection."
"""A sentence that one article alone has; nothing in it is in marks."""


YARDS = ("Sorrel", "Vey", "Lannoch", "Orne", "Tarrow", "Brill", "Hask")


def story(title: str, told: tuple[str, ...] = SENTENCES, *, turn: int = 0, more: tuple[str, ...] = ()) -> str:
    """A text as a scraper leaves it: a title, sentences turned by ``turn``, and further paragraphs between them."""
    body = [*told[turn:], *told[:turn]]
    for at, extra in enumerate(more):
        body.insert(2 * at + 1, extra)
    return "\n\n".join((title, *body))


def page(
    title: str, *, body: str = "", head: str = "", told: tuple[str, ...] = SENTENCES, lang: str = "en"
) -> str:
    """A saved page with markup put into its body and head as it is."""
    paragraphs = "".join(f"<p>{sentence}</p>\n" for sentence in told)
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{paragraphs}{body}</article></body></html>"
    )


def seen(texts: Iterable[str]) -> tuple[str, ...]:
    """A sentence around each text, so that it stands in the article and not beside it."""
    return tuple(f"Somebody had written {text} on the wall of the pier that night." for text in texts)


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def _meta(**values: str) -> str:
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{_attribute(value)}">'
        for name, value in values.items()
    )


def _json_ld(**values: object) -> str:
    text = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **values})
    return f'<script type="application/ld+json">{text.replace("</", "<" + chr(92) + "/")}</script>'


def _texts() -> Iterator[tuple[str, str | bytes]]:
    """Plain text: each attack as a title, as a sentence, as a quotation and its speaker, as what is counted."""
    all_attacks = tuple(attacks())
    for at, group in enumerate(all_attacks[i : i + 5] for i in range(0, len(all_attacks), 5)):
        more = (
            *seen(group),
            f"“It was {group[0]} a night to remember,” said Olaf {group[-1]} Brandt, the pilot.",
            f"Some 300 {group[1]} containers were lost, the port said.",
            f"The crew lost 300 tonnes of wheat {group[-1]}, Olaf {group[0]} Brandt said.",
        )
        head = f"{group[at % len(group)]} grain ship aground\n\nBy {group[2]}\n\n12 March 2016"
        yield f"captures/text/{at}.txt", story(head, turn=at % 6, more=more)
    yield "captures/text/templates.txt", story(TEMPLATES[0] + " market hall", OTHER, more=seen(TEMPLATES))
    yield "captures/text/records.txt", story(RECORDS[2] + " " + RECORDS[0], OTHER, turn=2, more=seen(RECORDS))
    yield "captures/text/controls.txt", story(f"{CONTROLS} grain ship", more=seen((CONTROLS,)))
    yield (
        "captures/text/bidi.txt",
        story(f"Grain {RLO}ship\u2066 aground", more=(f"{RLO}one\u202dtwo\u2067",)),
    )
    yield (
        "captures/text/line.txt",
        story("Grain ship aground", more=("harbour grain <b>ship</b> " * 200_000,)),
    )
    yield "captures/text/formula.txt", story(FORMULAS[0], OTHER, turn=3, more=seen(FORMULAS))


def _pages() -> Iterator[tuple[str, str | bytes]]:
    """Saved pages: the attacks as markup, in every declared value, as links; and pages that are too much."""
    all_attacks, all_addresses = tuple(attacks()), tuple(addresses())
    for at, attack in enumerate(all_attacks):
        if at % 3 == 0:
            body = "".join(
                f"<p>Sailors saw {a} that night from the mole.</p>{a}" for a in all_attacks[at : at + 3]
            )
            yield f"captures/page/{at}.html", page(f"Grain ship {attack} aground", body=body)
    links = "".join(
        f'<p>They read <a href="{_attribute(a)}">the report of the port</a> and <a href="{a}">another</a> of it.</p>'
        for a in all_addresses
    )
    yield "captures/page/links.html", page("Grain ship leads to links", body=links)
    for at, address in enumerate(all_addresses[::3]):
        attack = all_attacks[at * 2]
        head = _meta(
            og__title=f"Ship {attack}", og__site_name=f"Gazette {attack}", og__url=address, og__image=f"//{OUTSIDE}/i.png",
            article__author=attack, article__section=attack, article__published_time=f"2016-03-1{at}{attack}",
            og__locale=f'en" {attack}', og__description=attack, twitter__site=attack,
        )  # fmt: skip
        head += f'<link rel="canonical" href="{_attribute(address)}">'
        told = f"<p>Insurers in {YARDS[at]} would not pay for the {_attribute(attack)} rudder of {2001 + at}.</p>"
        yield (
            f"captures/declared/og-{at}.html",
            page("Grain ship", body=told, head=head, lang=f"en&quot; {_attribute(attack)}"),
        )
        ld = _json_ld(
            headline=f"Market {attack} hall \ud800 \x07", author=[{"@type": "Person", "name": attack}, attack], url=address,
            publisher={"@type": "Organization", "name": f"Courier {attack}", "url": address, "logo": address},
            datePublished=f"2016-03-1{at}T00:00:00Z{attack if at % 2 else ''}", dateModified=attack,
            articleSection=[attack, {"x": attack}], keywords=[attack, *TEMPLATES], inLanguage=attack,
            dateline=f"{attack}{CONTROLS}", alternativeHeadline="\ud800", mainEntityOfPage={"@id": address}, isAccessibleForFree=attack,
        )  # fmt: skip
        yield f"captures/declared/ld-{at}.html", page("Market hall", head=ld, told=OTHER)
    yield "captures/page/bridge.txt", story("Span of the Lannoch bridge falls", BRIDGE)
    yield "captures/page/bridge-2.txt", story("Lannoch bridge falls into the Orne", BRIDGE[:3], more=(ALONE,))
    yield (
        "captures/declared/ld-broken.html",
        page("Market hall again", head='<script type="application/ld+json">' + "[" * 50_000, told=OTHER),
    )
    yield "captures/page/deep.html", page("Deep", body="<div><b>" * 60_000 + "the bottom of it")
    yield (
        "captures/page/wide.html",
        page("Wide", body="<p " + " ".join(f'a{n}="{n}"' for n in range(50_000)) + ">x</p>"),
    )
    bomb = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 10))
    yield (
        "captures/page/bomb.xhtml",
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY b0 "boom"><!ENTITY f SYSTEM "file:///etc/passwd">{bomb}]>'
        + page("Bomb &b9; &f;", body="<p>&b9; &f;</p>").removeprefix("<!doctype html>"),
    )  # fmt: skip
    yield (
        "captures/page/unclosed.html",
        "<html><body><p>" + "<p>".join(SENTENCES) + "<script>" + run("unclosed"),
    )
    yield (
        "captures/page/hidden.html",
        page("Hidden", body=f"<textarea><p>{all_attacks[0]}</textarea><plaintext>{all_attacks[7]}"),
    )


def _markdown() -> Iterator[tuple[str, str | bytes]]:
    """Markdown with markup, links, and fields of Pelican in its front matter."""
    all_attacks, all_addresses = tuple(attacks()), tuple(addresses())
    fields = "".join(
        f"{name}: {value}\n"
        for name, value in (
            ("title", f"Market hall {all_attacks[1]}"), ("author", all_attacks[8]), ("source", f"The {all_attacks[9]} Post"),
            ("date", f"2016-03-10 {all_attacks[0]}"), ("section", TEMPLATES[1]), ("url", all_addresses[0]), ("tags", "../x, <b>"),
            ("Save_as", "../../escape.html"), ("Slug", "../escape"), ("Template", "../../x"), ("Status", "hidden"),
        )
    )  # fmt: skip
    links = "\n\n".join(
        f"The hall [stood here]({a}) and ![pixel](//{OUTSIDE}/m.png) <{a}> burned." for a in all_addresses
    )
    yield (
        "captures/mark/fields.md",
        f"---\n{fields}---\n\n" + story("", OTHER, more=(links, *all_attacks[:9])),
    )
    yield (
        "captures/mark/bare.md",
        f"Save_as: ../../escape.html\nTitle: {all_attacks[7]}\n\n" + story("# Hall", OTHER, more=TEMPLATES),
    )
    yield (
        "captures/mark/deep.md",
        story("# Deep market hall", OTHER, more=("> " * 5_000 + "deep", "[" * 20_000, "*a " * 20_000)),
    )


def _records() -> Iterator[tuple[str, str | bytes]]:
    """JSONL and WARC: attacks in ids, addresses, dates, declared types."""
    all_attacks = tuple(attacks())
    lines: list[str] = []
    for at, name in enumerate((*PATHS, *all_attacks[:6], *FORMULAS)):
        record = {
            "id": name, "title": f"{name[:300]} and the ship" if at % 2 else name, "source": name[:200], "authors": [name[:200], all_attacks[at % 30]],
            "date": "2016-03-09", "section": name[:200], "topics": [name[:200], "shipping"], "captured": f"2016-03-09{all_attacks[at % 30]}",
            "place": name[:100], "rights": "javascript:" + run("rights"), "url": f"https://{OUTSIDE}/{name[:80]}",
            "text": story("", SENTENCES if at % 3 else OTHER, turn=at % 5, more=(name[:2000], all_attacks[at % 30])),
        }  # fmt: skip
        lines.append(json.dumps(record))
    lines += [
        '{"id": "deep", "text": ' + "[" * 90_000,
        '{"id": "nan", "text": NaN}',
        '{"id": 1e999, "text": "x"}',
        '{"id": "s", "text": "\\ud800 alone"}',
    ]
    lines.append(
        json.dumps(
            {
                "id": "bytes",
                "html_b64": base64.b64encode(page("Bytes").encode()).decode(),
                "encoding": "../../etc",
            }
        )
    )
    lines.append(
        json.dumps(
            {
                "id": "codec",
                "html_b64": base64.b64encode(page("Codec").encode()).decode(),
                "encoding": "unicode_escape",
            }
        )
    )
    yield "captures/records.jsonl", "\n".join(lines)
    yield "captures/pages.warc", _warc(all_attacks)


def _warc(all_attacks: tuple[str, ...]) -> bytes:
    out = io.BytesIO()
    for at, attack in enumerate((*all_attacks[:3], "../../escape", FORMULAS[0])):
        record = WarcRecord()
        record.init_headers(record_type=WarcRecordType.resource, record_urn=b"urn:x")
        record.set_bytes_content(page(f"Ship in a web archive {attack}", body=f"<p>{attack}</p>").encode())
        record.record_id = f"<{attack}>" if at % 2 else f"<urn:uuid:{at}>"
        record.headers["WARC-Target-URI"] = (
            f"http://{OUTSIDE}/{attack}" if at % 2 else f"javascript:{run('warc')}"
        )
        record.headers["Content-Type"] = 'text/html; charset="><script>'
        record.headers["WARC-Date"] = "2016-03-11T00:00:00Z"
        record.write(out)
    return out.getvalue()


def _names() -> Iterator[tuple[str, str | bytes]]:
    """Files whose names are the attack."""
    names = (
        f'"><svg onload={run("name")}>.txt', f"<img src=x onerror={run('name')}>.txt", "{{ 7*7 }}.txt", "{% include 'x' %}.txt",
        f"javascript:{run('name')}.txt", f"report{RLO}txt.exe.txt", f"zero{ZWSP}.txt", "Ame\u0301lie.txt", "Am\u00e9lie.txt", "TWIN.txt", "twin.txt",
        "con.txt", "trailing dot..txt", "a#b.txt", "#.txt", "%2e%2e%2f.txt", "back\\slash.txt", "-rf.txt", "=1+1.txt", "l" * 240 + ".txt", "--><!--.txt",
        "a;b,c\"d.txt", "?query&x=1.txt",
    )  # fmt: skip
    for at, name in enumerate(names):
        more = (f"Number {at} of the papers wrote of barge {at * 7} and of {at + 30} crates of oranges.",)
        yield f"captures/names/{name}", story(f"Grain ship seen by paper {at}", turn=at % 6, more=more)


def _beside() -> Iterator[tuple[str, str | bytes]]:
    """What stands beside the captures: settings, tables, vocabulary, decisions, hand-written pages."""
    all_attacks = tuple(attacks())

    def text(value: str) -> str:
        return json.dumps(value).replace("\x7f", "")

    def cell(value: str) -> str:
        return '"' + value.replace('"', '""') + '"'

    yield (
        "archive.toml",
        (
            f"[site]\ntitle = {text('Archive ' + all_attacks[2])}\ndescription = {text(all_attacks[7])}\nauthor = {text(all_attacks[9])}\n"
            'url = "https://archive.invalid/"\n[clean]\nlearn_repeated_lines = false\n[index]\nmin_topic_articles = 1\nper_page = 40\n'
        ),
    )
    rows = ["path,title,source,agency,authors,published,place,language,section,url,rights,topics"]
    for at, attack in enumerate(all_attacks[:7]):
        values = (
            f"text/{at}.txt", attack if at % 2 else "", f"Outlet {PATHS[at]}", attack, f"{attack}; {FORMULAS[at % 4]}", "2016-03-1" + str(at), attack,
            "en" if at else attack, FORMULAS[at % 4], tuple(addresses())[at], f"javascript:{run('rights')}", f"{attack}; {PATHS[at]}; {TEMPLATES[at % 6]}",
        )  # fmt: skip
        rows.append(",".join(cell(value) for value in values))
    rows += [f"{cell(attack)},{cell(attack)}" for attack in all_attacks[:4]]
    for at, (name, formula) in enumerate(zip(PATHS, (*FORMULAS, *RECORDS, *TEMPLATES, *PATHS), strict=False)):
        rows.append(",".join(map(cell, (f"names/*{at}", name, formula))))
    for at, record in enumerate(RECORDS):
        values = (
            f"page/{at * 3}.html",
            record,
            record,
            record,
            record,
            "2016-03-12",
            record,
            "en",
            record,
            f"https://{OUTSIDE}/{{}}}}&<{at}",
            record,
            record,
        )
        rows.append(",".join(cell(value) for value in values))
    yield "metadata.csv", "\n".join(rows) + '\n"unclosed, <script>\n'
    tables = [
        f"[{text(name)}]\nname = {text(f'House {at} {attack}')}\ndescription = {text(attack)}\nrights_uri = {text(address)}\n"
        f"domains = [{text(f'h{at}.invalid')}, {text(attack)}]\nplace = {text(attack)}\nlanguage = {text(attack)}\n"
        for at, (name, attack, address) in enumerate(
            zip(PATHS, all_attacks, (*addresses(), *addresses()), strict=False)
        )
    ]
    yield "sources.toml", "\n".join(tables)
    yield (
        "topics.toml",
        "\n".join(
            f"[[topic]]\nlabel = {text(label)}\nkind = {text(('subject', 'person', 'place', 'organisation')[at % 4])}\n"
            f"aliases = [{text(f'alias {at} {label}')}]\nterms = [{text(term)}]\nsame_as = [{text(address)}]\nbroader = [{text(PATHS[at % 8])}]\n"
            for at, (label, term, address) in enumerate(
                zip(
                    (*PATHS, *all_attacks[::3]),
                    ("harbour", "market hall", "wheat", "council") * 20,
                    (*addresses(),) * 4,
                    strict=False,
                )
            )
        ),
    )
    decisions = ["kind,a,b,value,who,why"]
    decisions += [
        f"{kind},text/{at}.txt,{cell(all_attacks[at])},2016-03-0{at + 1},{cell(all_attacks[at])},{cell(FORMULAS[at % 4])}"
        for at, kind in enumerate(
            (
                "keep this line",
                "drop this line",
                "date",
                "same event",
                "not same event",
                "take down",
                "<script>",
            )
        )
    ]
    decisions += ["same event,text/0.txt,page/0.html,," + cell(all_attacks[2]) + "," + cell(TEMPLATES[0])]
    yield "decisions.csv", "\n".join(decisions)
    links = (
        f"[link]({a}) ![picture]({a})" for a in addresses() if a.isprintable() and not re.search(r"&|\[", a)
    )
    body = "\n\n".join((*all_attacks, *TEMPLATES, *links))
    yield (
        "pages/hostile.md",
        f"Title: {all_attacks[2]}\nSave_as: ../../escape.html\nSlug: ../escape\nTemplate: x\nSummary: {TEMPLATES[0]}\n\n{body}\n",
    )
    yield "pages/data.md", "Title: takes an address\n\nx\n"
    yield "pages/<b onclick=x>.md", "no title\n"
    yield "pages/{{ 7*7 }}.md", "---\ntitle: '{{ 7*7 }}'\nurl: //outside.invalid/\n---\n{% include 'x' %}\n"
    yield "pages/Con.md", "---\ntitle: Con\n---\nx\n"


def hostile_files() -> dict[str, str | bytes]:
    """Every file of the archive by its path; names differ, though some by case or composition alone."""
    made: dict[str, str | bytes] = {}
    for part in (_texts(), _pages(), _markdown(), _records(), _names(), _beside()):
        made.update(part)
    return made
