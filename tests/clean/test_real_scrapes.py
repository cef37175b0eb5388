"""Real captures with hand-made gold, read from beside the checkout where they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .captures import a_capture, cleaned

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


@pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the five real captures are not beside this checkout (../shared/seeds)"
)
def test_every_line_of_the_real_scrapes_has_the_role_of_the_gold_but_the_two_hard_ones() -> None:
    """Line by line against the gold."""
    gold = json.loads((SEEDS / "gold_cleaning.json").read_text(encoding="utf-8"))["files"]
    wrong = []
    for name, entry in sorted(gold.items()):
        body, _ = cleaned(a_capture((SEEDS / name).read_text(encoding="utf-8"), path=f"captures/{name}"))
        found = {str(line.number): line.role for line in body.lines}
        wrong += [
            (name[:3], n) for n, role in entry["roles"].items() if role != "empty" and found.get(n) != role
        ]
    assert set(wrong) <= {("003", "17"), ("003", "55")}
