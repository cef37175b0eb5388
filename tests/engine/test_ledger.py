"""The ledger of written files."""

from __future__ import annotations

from site_gen.engine.ledger import Ledger


def test_a_file_is_found_by_its_path_as_it_was_written() -> None:
    """Digest and size come back; a path in another case is another name."""
    ledger = Ledger()
    ledger.add([("a/Index.html", "ab", 3), ("a/b.txt", "cd", 4)])
    assert ledger.get("a/Index.html") == ("ab", 3)
    assert ledger.get("a/index.html") is None
    assert ledger.get("c") is None
    assert ledger.count(".html") == 1


def test_two_paths_that_a_file_system_may_hold_for_one_are_one() -> None:
    """Case does not tell files apart; files of the shared folder may be written twice."""
    ledger = Ledger()
    ledger.add([("originals/x.bin", "ab", 3), ("a.html", "ab", 3)])
    ledger.add([("originals/x.bin", "ab", 3)])
    assert ledger.written_twice("originals/") is None
    ledger.add([("A.html", "cd", 5)])
    assert ledger.written_twice("originals/") == "a.html"
