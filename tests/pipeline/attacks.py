"""What a hostile capture may hold: markup that runs, addresses that lead away, names, records, controls.

Each attack carries a number, and would set ``window.__pwned`` to it, open a dialog, lead away from the page or ask a host
named ``outside.invalid``. All of them are invented for this archive.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from itertools import count

CANARY = "__pwned"
OUTSIDE = "outside.invalid"
RLO, PDF, ZWSP, BOM = "\u202e", "\u202c", "\u200b", "\ufeff"


def run(n: object) -> str:
    """The script that shows that it ran."""
    return f"window.{CANARY}='{n}'"


def attacks() -> Iterator[str]:
    """Markup that runs or leads away wherever a text reaches a page unescaped, each in its own way."""
    number = count(1)

    def js() -> str:
        return run(f"markup {next(number)}")

    out = f"//{OUTSIDE}"
    yield f"<script>{js()}</script>"
    yield f"<ScRiPt/type=text/javascript >{js()}</ScRiPt\t>"
    yield f"</title></textarea></style></noscript></template><script>{js()}</script>"
    yield f"--><script>{js()}</script><!--"
    yield f"]]><script>{js()}</script><![CDATA["
    yield f"<!--><script>{js()}</script>-->"
    yield f"<![CDATA[><script>{js()}</script>]]>"
    yield f'<img src=x onerror="{js()}">'
    yield f"<img/src=`x`onerror={js()}//"
    yield f"<svg/onload={js()}>"
    yield f"<svg><style><img src=x onerror={js()}></style></svg>"
    yield f'<svg><animate attributeName=x dur=1s onbegin="{js()}"/></svg>'
    yield f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;/mglyph&gt;&lt;img src=x onerror={js()}&gt;">'
    yield f'<template><script>{js()}</script></template><noscript><p title="</noscript><img src=x onerror={js()}>">'
    yield f'<details open ontoggle="{js()}">x</details>'
    yield f'<input autofocus onfocus="{js()}">'
    yield f'<video autoplay><source src=x onerror="{js()}"></video>'
    yield f'<iframe srcdoc="&lt;script&gt;parent.{js()}&lt;/script&gt;"></iframe>'
    yield f'<iframe src="javascript:parent.{js()}"></iframe>'
    yield f'<object data="data:text/html,<script>{js()}</script>"></object><embed src="{out}/e.swf">'
    yield f'<meta http-equiv="refresh" content="0;url={out}/refresh">'
    yield f'<base href="{out}/"><link rel="stylesheet" href="{out}/s.css">'
    yield f'<form action="{out}/form"><button autofocus>Go</button></form><script>document.forms[0].submit()</script>'
    yield f'<style>@import "{out}/i.css"; * {{ background: url({out}/b.png) }}</style>'
    yield f'<p style="position:fixed;inset:0;background:url({out}/p.png)">covered</p>'
    yield f'<img src="{out}/pixel.gif" srcset="{out}/2.gif 2x"><audio src="{out}/a.mp3" autoplay></audio>'
    yield f'" autofocus onfocus="{js()}" x="'
    yield f"' autofocus onfocus='{js()}' x='"
    yield f'"}}</script><script>{js()}</script>{{"'
    yield f"\u2028{js()}\u2029//*/{js()}//"
    yield f"＜script＞{js()}＜/script＞"
    yield f"&lt;script&gt;{js()}&lt;/script&gt; &#60;img src=x onerror={js()}&#62;"
    yield f"&amp;lt;svg onload={js()}&amp;gt;"
    yield "<script>alert('dialog')</script><svg onload=\"confirm('dialog')\">"
    yield f"<script>location='{out}/away'</script>"


def addresses() -> Iterator[str]:
    """Addresses that run, or show a page of their own, if they become the target of a link."""
    js = run("address")
    yield f"javascript:{js}"
    yield f"JaVaScRiPt:{js}"
    yield f"java\tscript:{js}"
    yield f"java\nscript:{js}"
    yield f"\x01javascript:{js}"
    yield f" \u00a0javascript:{js}"
    yield f"java&Tab;script&colon;{js}"
    yield f"&#106;avascript&#x3A;{js}"
    yield f"vbscript:{js}"
    yield f"data:text/html,<script>{js}</script>"
    yield f"data:text/html;base64,{base64.b64encode(f'<script>{js}</script>'.encode()).decode()}"
    yield f'http://{OUTSIDE}/"onmouseover="{js}'
    yield f"https://{OUTSIDE}/'><script>{js}</script>"
    yield f"blob:https://{OUTSIDE}/x"
    yield f"view-source:javascript:{js}"
    yield "file:///etc/passwd"
    yield f"//{OUTSIDE}/no-scheme"
    yield "https://[::1"
    yield "http://"


TEMPLATES = (
    "{{ 7*7 }}{{ config }}",
    '{% include "/etc/passwd" %}',
    "{% raw %}{{ ''.__class__.__mro__ }}",
    "{# gone #}",
    "{filename}/captures/plain.txt |filename|/etc/passwd {attach}../../x |attach|../../x",
    "{n} {share} {outlet} %s %(title)s ${HOME}",
)
"""Syntax of Jinja, Pelican, and of the program's own messages."""

PATHS = (
    "../../../../escape",
    "/escape",
    "C:\\escape\\..\\x",
    "..",
    ".",
    "CON",
    "aux.txt",
    "index",
    "original",
    "feed.atom.xml",
    "a\0b",
    "trailing dots...",
    "trailing space ",
    "%2e%2e%2fescape",
    "l" * 3000,
    f"evil{RLO}gnp.exe",
    f"zero{ZWSP}width{BOM}",
    "Pоrt Аnsel",
    "Ame\u0301lie",
    "Am\u00e9lie",
    "AM\u00c9LIE",
    "☃",
    "العناوين",
)
"""Names that would lead out of a folder, or would meet another name, if they became a path as they are."""

FORMULAS = ('=HYPERLINK("http://outside.invalid/";"x")', "@SUM(1+9)*cmd|' /C calc'!A0", "+1+1", "-2+3")
RECORDS = (
    "x\r\nER  - \r\nTY  - BOOK\r\nTI  - second record",
    "x}}\n}\n@book{second, title={Second",
    "unbalanced { brace \\",
    "</title></entry></feed>]]>&bogus;",
    "a&rft.title=second&ctx_ver=x#%00",
)
"""Texts that would end a record of RIS, BibTeX, Atom or COinS and begin another."""
CONTROLS = (
    "bell \x07 escape \x1b[31m form \x0c feed \x0b nonchar \ufffe\uffff \U0001fffe delete \x7f c1 \x85 \x9b"
)
