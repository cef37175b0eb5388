"""Whether words name an organisation: by its head, its opener, the words beside it, or its letters."""

from __future__ import annotations

from site_gen.language.gazetteer import place_named
from site_gen.language.given import is_given_name
from site_gen.language.names import demonyms
from site_gen.language.organisations import is_acronym

from ..agencies import agency_named
from .runs import Run, Word
from .tables import Tables

MAX_ACRONYM = 6
STATES = frozenset({"us", "usa", "uk", "uae", "ussr", "urss"})
"""Acronyms of states, which are places."""


def organisation(words: list[Word], folded: list[str], run: Run, known: Tables) -> bool | None:
    """Whether it is sure that the words name an organisation; None where they name none."""
    if len(words) == 1:
        return _one_word(words[0], run, known)
    if folded[-1] in known.media and all(_says_nothing(f, known) for f in folded[:-1]):
        return None
    joined = " ".join(folded)
    place = place_named(joined)
    if place is not None and place.kind != "city":
        return None
    if _is_spelt_out(words, run, known):
        return True
    ends = any(h in known.heads for h in (folded[-1], " ".join(folded[-2:])))
    opens = folded[0] in known.openers and any(f in known.links for f in folded[1:3])
    inner = any(f in known.heads for f in folded[:-1]) and any(f in known.links for f in folded)
    french = known.opens_alone and folded[0] in known.openers
    is_plain = all(f in demonyms() or f in known.directions for f in folded)
    is_group = (
        place is None and not is_plain and _is_grouped(run, known) and not _is_called(folded, run, known)
    )
    return True if ends or opens or inner or french or is_group else None


def letters_behind(run: Run) -> str:
    """The letters in brackets behind a run: "Norland Mills Board (NMB)"; "" where none are, or a state's."""
    if not run.after or run.after[0].text != "(":
        return ""
    texts = [t.text for t in run.after[:3]]
    is_told = len(texts) == 3 and texts[0] == "(" and texts[2] == ")" and is_acronym(texts[1])
    return texts[1] if is_told and texts[1].lower().replace(".", "") not in STATES else ""


def _is_spelt_out(words: list[Word], run: Run, known: Tables) -> bool:
    """Whether three words or more stand before their initials in brackets, and are no law's, illness's or plan's."""
    letters = letters_behind(run) if words[-1] is run.words[-1] else ""
    if len(letters) < 3:
        return False
    initials = "".join(w.folded[0] for w in words if w.is_capital)
    is_short_for = letters.replace(".", "").lower() == initials
    others = known.not_spelt_out | known.roles | known.titles
    return is_short_for and initials not in known.no_acronyms and others.isdisjoint(w.folded for w in words)


def _says_nothing(word: str, known: Tables) -> bool:
    """Whether a word before "TV" makes no station's name of it: a feast, a state's letters."""
    return word in known.nots or word.replace(".", "") in STATES


def _one_word(word: Word, run: Run, known: Tables) -> bool | None:
    letters = word.folded.replace(".", "")
    if is_acronym(word.text) and letters not in STATES and len(letters) <= MAX_ACRONYM:
        if place_named(word.text) and not is_bare_acronym(word.text):
            return None
        if word.folded in known.nots or _is_shouted(run):
            return None
        return _acts(word, letters, run, known)
    if place_named(word.text) or word.folded in demonyms() or word.folded in known.nots:
        return None
    return True if not run.starts_sentence and _is_grouped(run, known) else None


def _acts(word: Word, letters: str, run: Run, known: Tables) -> bool | None:
    """Whether an acronym is told for an organisation by its neighbours, or known as one."""
    if letters in known.no_acronyms:
        return None
    if letters in known.acronyms or agency_named(word.text) is not None:
        return True
    after = [t.folded for t in run.after[:1]]
    if _is_grouped(run, known) or (after and after[0] in known.says):
        return True
    has_article = bool(run.before) and run.before[-1].folded in known.articles
    return has_article and (not after or not run.after[0].is_word or after[0] in known.every_body)


def _is_grouped(run: Run, known: Tables) -> bool:
    """Whether a word such as "group" or "militia" stands beside: "the X rebel group", "rebel group X"."""
    owns = run.gap_behind > 1
    after = [] if owns else [t.folded for t in run.after[:2]]
    if after and (after[0] in known.groups or (after[0].isalpha() and after[-1] in known.groups)):
        return True
    return bool(run.before) and run.before[-1].folded in known.groups


def _is_called(folded: list[str], run: Run, known: Tables) -> bool:
    """Whether the word beside is what a person is by work, too: "the broadcaster Ada Brink"."""
    before = run.before[-1].folded if run.before else ""
    return before in known.roles and len(folded) < 4 and is_given_name(folded[0])


def is_bare_acronym(word: str) -> bool:
    """Five capitals or fewer: "SANA" is an agency before it is a town in another spelling."""
    return is_acronym(word) and len(word) <= 5 and word.lower().replace(".", "") not in STATES


def _is_shouted(run: Run) -> bool:
    """Whether the run stands among capitals: a headline or a cry, where any word looks like an acronym."""
    around = [t for t in (*run.before[-2:], *run.after[:2]) if t.is_word]
    return bool(around) and all(t.text.isupper() and len(t.text) > 1 for t in around)
