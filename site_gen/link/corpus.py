"""The corpus as columns: what linking needs of all briefs and fingerprints, in arrays instead of objects.

In: streams of briefs and fingerprints, read once each. Out: a Corpus whose rows are in the order of the ids and whose
columns are in the order of what they stand for, so that nothing hangs on the order of the input, and two articles are
compared in the same order whatever else the archive holds. Costs: docs/measurements/linking.md.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from ..language import fold
from ..language.organisations import fold_outlet
from ..model import Brief, DateClue, Fingerprint, edtf
from .columns import (
    Column,
    Matrix,
    entries,
    flagged,
    flags,
    logged,
    of_several_words,
    unit,
    weighted,
)
from .common import NUMBERS, usual_share
from .fingerprint import SIGNATURE, UNKNOWN
from .told import named_days, news_days, opening, tells_day, told
from .when_told import packed

PRIOR_DOCUMENTS = 1_000
"""Weight of the shipped word frequencies against the corpus' own: five articles on one event must not make its
words look common, a hundred thousand speak for themselves. Set by judgement, not yet measured against other values."""
LARGE_ARCHIVE = 20_000
"""Articles from which rarity counts in steps, so that one article more does not move the weight of every word, and with it
every pair. A smaller archive is linked anew in half a minute, and is judged a little better without steps."""
RARITY_STEP = 0.5
"""In logs, of the articles of the archive and of those that have a word. With 1.0 or 0.25 the rows of the benchmark differ
by .005 up or down from those without steps (docs/measurements/linking.md); the finer, the more has to be done again."""
WIDE_DATE_DAYS = 7
"""A publication date less precise than a week counts as unknown: a month would be its first day, weeks from the others."""
LATE_DAYS = 3
"""A stated date so many days after the one in the address is that of a change, not of publication."""
NO_DAY = -1
_ADDRESS_DAY = re.compile(r"^https?://[^?#]*?/((?:19|20)\d\d)([/-]?)(\d\d)\2(\d\d)(?=[/_-])")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Columns of all articles; row ``i`` of each is the article ``ids[i]``. Ids are sorted."""

    ids: tuple[str, ...]
    keys: tuple[str, ...]
    titles: tuple[str, ...]
    outlets: tuple[str, ...]
    """Empty where unknown."""
    outlet_codes: Any
    """A number an outlet, names compared folded; -1 where unknown."""
    published: tuple[str | None, ...]
    languages: tuple[str, ...]
    places: tuple[str, ...]
    """Of the dateline; empty where unknown."""
    urls: tuple[str, ...]
    captured: tuple[str | None, ...]
    first_day: Any
    """Ordinal of the first day that the publication date can mean, or of an earlier one in the address; NO_DAY where unknown."""
    words: Any
    terms: Matrix
    """TF-IDF, rows of length 1."""
    rarity: Any
    """Of each word: log(1 / share of the articles that have it)."""
    title: Matrix
    lead: Matrix
    names: Matrix
    """Words of names."""
    mentions: Matrix
    """Names that the article has, each its rarity."""
    full_names: Matrix
    """Those of two or more words."""
    counts: Matrix
    """How often the article has each name."""
    numbers: Matrix
    sites: Matrix
    """Places named, times their rarity."""
    skeletons: Matrix
    weekdays: Matrix
    """Weekdays that the opening tells, a column each."""
    month_days: Matrix
    named_days: Matrix
    """Days of a month that the whole article names."""
    news_days: Matrix
    """The day of publication and the two before, where it is known."""
    tells_day: Any
    """Whether the article says when something happened (``told.tells_day``)."""
    time_told: tuple[bytes, ...]
    """What an undated article says of time (``when_told``); empty of a dated one."""
    signatures: Any
    name_list: tuple[str, ...]
    number_list: tuple[str, ...]
    place_list: tuple[str, ...]
    display: dict[str, str]
    """Folded name -> the name as articles write it."""
    name_columns: dict[str, int]
    """Folded name -> its column in ``mentions`` and ``counts``."""

    def times_named(self, row: int, name: str) -> float:
        """How often the article of a row has a folded name."""
        columns, counts = entries(self.counts, row)
        return float(counts[columns == self.name_columns.get(name, -1)].sum())

    def __len__(self) -> int:
        return len(self.ids)


def read(briefs: Iterable[Brief], fingerprints: Iterable[Fingerprint]) -> Corpus:
    """Return the columns. Articles without a brief or without a fingerprint are left out; the first of two wins."""
    reader = _Reader()
    for print_ in fingerprints:
        reader.fingerprint(print_)
    kept = reader.briefs(briefs)
    return reader.corpus(kept)


class _Reader:
    """The columns while they are read; thrown away when the corpus is made."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        self.terms, self.names, self.mentions = Column(), Column(), Column()
        self.numbers, self.sites, self.skeletons = Column(), Column(), Column()
        self.title = Column(vocabulary=self.terms.vocabulary)
        self.lead = Column(vocabulary=self.terms.vocabulary)
        self.words: array[int] = array("i")
        self.languages: list[str] = []
        self.signatures: array[int] = array("I")
        self.clues: list[tuple[DateClue, ...]] = []
        self.named_days: list[set[int]] = []
        self.tells_day: list[bool] = []
        self.time_told: list[bytes] = []

    def fingerprint(self, seen: Fingerprint) -> None:
        if seen.id in self.rows:
            return
        self.rows[seen.id] = len(self.rows)
        self.terms.add(seen.terms)
        self.title.flag(seen.title_terms)
        self.lead.flag(seen.lead_terms)
        self.names.add(sorted(_name_words(seen.names).items()))
        self.mentions.add(seen.names)
        self.numbers.flag(seen.numbers)
        self.sites.flag(seen.places)
        self.skeletons.flag(seen.skeletons)
        self.words.append(seen.words)
        self.languages.append(seen.language)
        self.clues.append(opening(seen.clues))
        self.named_days.append(named_days(seen.clues))
        self.tells_day.append(tells_day(seen.clues, seen.language))
        self.time_told.append(packed(seen.clues))
        self.signatures.extend(seen.minhash if len(seen.minhash) == SIGNATURE else (0,) * SIGNATURE)

    def briefs(self, briefs: Iterable[Brief]) -> list[tuple[Any, ...]]:
        self.display: dict[str, str] = {}
        kept: dict[str, tuple[Any, ...]] = {}
        places: dict[str, str] = {}
        usual = self._named_twice()
        for brief in briefs:
            if brief.id not in self.rows or brief.id in kept:
                continue
            if brief.place:
                folded = fold(brief.place)
                places[folded] = min(brief.place, places.get(folded, brief.place))
            for name in brief.names:
                folded = fold(name.name)
                if folded not in usual:
                    continue
                if folded not in self.display or _plainer(name.name) < _plainer(self.display[folded]):
                    self.display[folded] = name.name
            kept[brief.id] = (
                brief.id,
                brief.key,
                brief.title,
                brief.source or "",
                brief.published,
                brief.place or "",
                brief.url or "",
                brief.captured,
            )
        self.display = {**places, **self.display}
        return [kept[key] for key in sorted(kept)]

    def _named_twice(self) -> set[str]:
        """Names of two articles or more: only these are ever shown."""
        articles = np.bincount(
            np.array(self.mentions.indices, np.int32), minlength=len(self.mentions.vocabulary)
        )
        return {name for name, column in self.mentions.vocabulary.items() if articles[column] > 1}

    def corpus(self, kept: list[tuple[Any, ...]]) -> Corpus:
        order = np.array([self.rows[row[0]] for row in kept], dtype=np.int64)
        columns = tuple(zip(*kept, strict=True)) if kept else ((),) * 8
        languages = tuple(self.languages[i] for i in order)
        self._sort()
        usual = self._usual_words(order, languages)
        terms = self.terms.matrix(order)
        rarity = _rarity(terms, usual)
        names, numbers = self.names.matrix(order), self.numbers.matrix(order)
        counts, sites = self.mentions.matrix(order), self.sites.matrix(order)
        mentions = weighted(flags(counts), _rarity(counts))
        name_rarity = _rarity(names)
        skeletons = self.skeletons.matrix(order)
        published = [_first_published(p, u) for p, u in zip(columns[4], columns[6], strict=True)]
        days = [_published_day(p) for p in published]
        first_days = np.array([first_day(p) for p in published], dtype=np.int32)
        told_days = [told(self.clues[i], day) for i, day in zip(order, days, strict=True)]
        return Corpus(
            ids=columns[0],
            keys=columns[1],
            titles=columns[2],
            outlets=columns[3],
            outlet_codes=_codes(columns[3]),
            published=columns[4],
            languages=languages,
            places=columns[5],
            urls=columns[6],
            captured=columns[7],
            first_day=first_days,
            words=np.array([self.words[i] for i in order], dtype=np.int32),
            terms=unit(weighted(logged(terms), rarity)),
            rarity=rarity,
            title=unit(weighted(self.title.matrix(order), rarity)),
            lead=unit(weighted(self.lead.matrix(order), rarity)),
            names=unit(weighted(logged(names), name_rarity)),
            mentions=mentions,
            full_names=of_several_words(mentions, self.mentions.vocabulary),
            counts=counts,
            numbers=weighted(numbers, _rarity(numbers, self._usual_numbers())),
            sites=weighted(sites, _rarity(sites)),
            skeletons=weighted(skeletons, _rarity(skeletons)),
            weekdays=flagged([w for w, _ in told_days], 7),
            month_days=flagged([m for _, m in told_days], 1300),
            named_days=flagged([self.named_days[i] for i in order], 1300),
            news_days=flagged([news_days(day) for day in days], 1300),
            tells_day=np.array([self.tells_day[i] for i in order], dtype=bool),
            time_told=tuple(
                self.time_told[i] if day == NO_DAY else b"" for i, day in zip(order, first_days, strict=True)
            ),
            signatures=np.frombuffer(self.signatures, np.uint32).reshape(-1, SIGNATURE)[order],
            name_list=tuple(self.mentions.vocabulary),
            number_list=tuple(self.numbers.vocabulary),
            place_list=tuple(self.sites.vocabulary),
            display=self.display,
            name_columns=self.mentions.vocabulary,
        )

    def _usual_numbers(self) -> Any:
        shares = (usual_share(number, NUMBERS) for number in self.numbers.vocabulary)
        return np.fromiter(shares, np.float32, len(self.numbers.vocabulary))

    def _usual_words(self, order: Any, languages: tuple[str, ...]) -> Any:
        """How usual each word is, by the language of the first article that has it; the rows are in the order of the ids."""
        first = np.minimum.reduce(
            [column.first_rows(order) for column in (self.terms, self.title, self.lead)]
        )
        named = (*languages, UNKNOWN)
        shares = (
            usual_share(word, named[row]) for word, row in zip(self.terms.vocabulary, first, strict=True)
        )
        return np.fromiter(shares, np.float32, len(first))

    def _sort(self) -> None:
        """Put all columns in the order of their keys."""
        self.terms.sort(self.title, self.lead)
        for column in (self.names, self.mentions, self.numbers, self.sites, self.skeletons):
            column.sort()


def _name_words(names: tuple[tuple[str, int], ...]) -> dict[str, int]:
    """Words of names with the times they stand in the article: "assad" counts for "bashar al-assad" too."""
    found: dict[str, int] = {}
    for name, count in names:
        for word in name.replace("-", " ").split():
            if len(word) > 2:
                found[word] = found.get(word, 0) + count
    return found


def _published_day(published: str | None) -> date | None:
    bounds = edtf.bounds(published) if published else None
    return bounds[0] if bounds and bounds[0] == bounds[1] else None


def _codes(outlets: tuple[str, ...]) -> Any:
    known = {name: code for code, name in enumerate(sorted({fold_outlet(o) for o in outlets if o}))}
    return np.array([known[fold_outlet(o)] if o else -1 for o in outlets], dtype=np.int32)


def _first_published(published: str | None, url: str) -> str | None:
    """Return the publication date (EDTF), or the day in the address where that is days earlier.

    An outlet writes an address once, the date of a page anew when the page changes. Of 4,466 development articles with
    both, 4,465 agree within a day; the one that does not was changed five months later.
    """
    stated = _published_day(published)
    found = _ADDRESS_DAY.match(url) if stated else None
    if stated is None or found is None:
        return published
    try:
        put = date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError:
        return published
    return put.isoformat() if (stated - put).days >= LATE_DAYS else published


def first_day(published: str | None) -> int:
    """Return the ordinal of the first day that a publication date (EDTF) can mean; NO_DAY where unknown or wide."""
    bounds = edtf.bounds(published) if published else None
    if bounds is None or (bounds[1] - bounds[0]).days > WIDE_DATE_DAYS:
        return NO_DAY
    return bounds[0].toordinal()


def _rarity(counts: Matrix, usual: Any = None) -> Any:
    """Return log(1 / share of documents) of each column, the corpus' own share and the usual one weighed.

    In steps where the archive is large.
    """
    share = 1 / (2 * PRIOR_DOCUMENTS) if usual is None else usual
    documents = (
        np.bincount(counts.indices, minlength=counts.shape[1]) if counts.nnz else np.zeros(counts.shape[1])
    )
    up, down = np.log(counts.shape[0] + PRIOR_DOCUMENTS), np.log(documents + PRIOR_DOCUMENTS * share)
    if counts.shape[0] >= LARGE_ARCHIVE:
        up, down = (np.round(log / RARITY_STEP) * RARITY_STEP for log in (up, down))
    return (up - down).astype(np.float32)


def _plainer(name: str) -> tuple[bool, str]:
    """Of two spellings the one to show comes first: "Stephen Bannon" before "STEPHEN BANNON", an abbreviation in capitals."""
    return name.isupper() and len(name) > LONGEST_ABBREVIATION, name


LONGEST_ABBREVIATION = 5
"""Letters of a name that may stand in capitals because it is one (NATO, ISIS, UNHCR)."""
