"""The original of every kind of capture is there, byte for byte, under the address that its pages name."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from site_gen.check import check_site

from .conftest import an_archive, build, text_of

PAGE = "".join(f"<p>{part}</p>" for part in text_of("").split("\n\n") if part)


def test_the_original_is_what_the_page_links(tmp_path: Path) -> None:
    """A text, a record, and a page that a browser saved as one file, pictures and all."""
    saved = (
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'
        f"<html><title>Grain ship aground</title><article><h1>Grain ship aground</h1>{PAGE}</article></html>\r\n--b--"
    ).encode()
    record = json.dumps({"id": "r1", "text": text_of("Council votes for a library", turn=2)}).encode()
    files = {
        "captures/saved.mht": saved,
        "captures/plain.txt": text_of("Harbour shut", turn=4),
        "captures/p.jsonl": record,
    }
    built = build(an_archive(tmp_path / "content", files), tmp_path / "site")
    assert check_site(built.output)[0] == ()
    captures = {a["capture"]["path"]: a["capture"] for a in built.records("articles")}
    assert captures["captures/saved.mht"]["sha256"] == hashlib.sha256(saved).hexdigest()
    for path, data in files.items():
        found = built.output / "originals" / f"{captures[path]['sha256']}.bin"
        assert found.read_bytes() == (data if isinstance(data, bytes) else data.encode())
