"""Which lines are the article: a score for each, and the best run of kept and cut lines.

In: a sheet. Out: one score a line (log-odds of belonging to the article, by ``judge.py``) and one verdict a line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from . import features, phrases, repeats
from .pieces import CONSENT, MENU, Piece, Sheet

CHANGE_COST = 0.5
"""What it costs to change between kept and cut, in log-odds: joins short lines to their neighbours. For pages 0.5 beat 1
on held-out sites; for texts it was picked among 0.5, 1 and 1.6 on the pages it is reported on."""


BORDER = 1.5
"""Scores nearer to 0 than this are unsure, in log-odds."""
UNSURE_SHARE = 0.5
"""With a larger part of the possible words unsure, and no line certain, a second extractor is asked: 3 % of the
development pages, and those where it helped are among them (docs/measurements/cleaning-tried.md). Each question costs what
a page costs."""
CERTAIN = 4.0
"""Log-odds of a line that is the article's beyond doubt; a page with one has an article that our scores know."""
VOTE = 2.0
"""What its voice is worth, in log-odds. It speaks for lines, never against one: what it missed was the article's more
often than not."""
SURE = 1.5
"""A page none of whose kept lines scores so high has no article: it is a list of teasers. Of 550 development pages
with an article, scored by judges that had not seen their site, none is so cut."""
VOTED_SURE = SURE + VOTE
"""The same where the second extractor answered: its voice alone, on lines that ours doubts, makes no article."""
TIDY_SHARE = 0.5
"""Part of a text's lines that are prose in a careful scrape. A judgement on the real scrapes, not a measurement."""
LOST_LINES, LOST_SHARE = 3, 0.25
"""Paragraphs of a text of which nothing would be left, and the part of its words that they are, from which they are kept: who
brings a capture brings an article. A judgement."""
TITLE_WORDS = 30
"""A line of no more words and without a stop is a long title rather than a paragraph of such a text."""
SAID_WORDS, FLASH_WORDS, TOLD_WORDS = 3, 4, 8
"""Fewest words of a sentence of a note, of a capture's only line that is kept as its text, and of a line of a note
without a sentence. Judgements."""
PARAGRAPH_WORDS = 18
"""Prose of so many words below a heading of links is the article going on, not a link's text."""
TAIL_SCORE = -1.6
"""Least score, in log-odds, at which prose behind the last kept line of a whole page's text is the article going on.
Measured on text as lines: body F1 aeb .915 to .917, fundus_eval .930 to .931, wcxb (150) .923 to .925; -0.5, -1 and
-2.2 differ by less than .001. Scores learned on whole pages fall with the place in the page, and short scrapes lost
their last paragraphs."""
RESUMED_SCORE = -3.0
"""The same for the first paragraph below a few links in the middle of an article, and for a sentence of speech at its end."""
LINKS_BELOW = 10
"""Most lines of links in the middle of an article, their heading's counts and buttons included."""
QUOTES = ("“", '"', "«", "„", "‘", "'")
TAIL_GAP = 3
"""Most lines that are no prose (an advertisement, a link) between two paragraphs of an article's end."""
LONG_WORDS = 120
"""A paragraph of so many words right behind the article goes on with it, whatever its score: of twenty such lines cut
from the texts of development pages half were the article's, and hardly any of ready texts is not."""
CLOSING_WORDS = 5
"""Fewest words of a short sentence right behind a kept line that is still the article's. A judgement."""
COMMENTS = "comments"
"""``Piece.kind`` of what readers wrote."""
ASIDE = frozenset((MENU, CONSENT))
"""Kinds of lines that are not scored."""
CELLS = frozenset(("td", "th"))
TABLE_CELLS, CELL_WORDS = 4, 40
"""Fewest cells of a table that is kept or cut as a whole, and most words of each: pages laid out in tables have longer ones.
Half of the names of a long table were kept. Judgements."""
ALIKE_LINES, ALIKE_SHARE = 3, 0.5
"""Fewest lines of a page written alike whose scores are drawn together, and how far: held out, four of five sets gain a
little (docs/measurements/cleaning-tried.md); .3 does the same."""
RUN_WORDS = 4
_WORD = re.compile(r"\w+")


def manner(sheet: Sheet) -> str:
    """How a sheet is to be read: ``page``, a ``text`` of a whole page, or a ``tidy`` one, half of it prose."""
    if sheet.is_markup:
        return "page"
    prose = sum(1 for piece in sheet.pieces if features.look(piece.text).prose)
    return "tidy" if prose >= TIDY_SHARE * len(sheet.pieces) else "text"


def scores(sheet: Sheet, standing: tuple[int, ...]) -> tuple[float, ...]:
    """Return the log-odds of each line's belonging to the article, rounded so that no last bit decides."""
    if not sheet.pieces:
        return ()
    from . import judge, surroundings

    return judge.judge(manner(sheet)).says(surroundings.table(sheet, standing))


def best_run(scored: tuple[float, ...], cost: float) -> tuple[bool, ...]:
    """Return which lines to keep: the sequence of largest summed score, each change of mind costing ``cost``."""
    kept, cut = -cost, 0.0
    steps: list[tuple[bool, bool]] = []
    for score in scored:
        stay_kept, stay_cut = kept >= cut - cost, cut >= kept - cost
        steps.append((stay_kept, stay_cut))
        kept, cut = (kept if stay_kept else cut - cost) + score, cut if stay_cut else kept - cost
    verdicts: list[bool] = []
    now = kept >= cut
    for stay_kept, stay_cut in reversed(steps):
        verdicts.append(now)
        now = stay_kept if now else not stay_cut
    return tuple(reversed(verdicts))


def evened(sheet: Sheet, scored: tuple[float, ...]) -> tuple[float, ...]:
    """Return the scores with one for all cells of a table of short cells, their mean by words: it goes as a whole."""
    tables: defaultdict[int, list[int]] = defaultdict(list)
    for index, piece in enumerate(sheet.pieces):
        if piece.group and piece.tag in CELLS:
            tables[piece.group].append(index)
    out = list(scored)
    for cells in tables.values():
        words = [len(sheet.pieces[i].text.split()) for i in cells]
        rows = {sheet.pieces[i].row for i in cells}
        if len(cells) >= TABLE_CELLS and len(rows) > 1 and max(words) <= CELL_WORDS:
            mean = sum(scored[i] * count for i, count in zip(cells, words, strict=True)) / sum(words)
            for index in cells:
                out[index] = round(mean, 6)
    return tuple(out)


def likened(sheet: Sheet, scored: tuple[float, ...]) -> tuple[float, ...]:
    """Return the scores with those of a page's lines that are written alike drawn to their mean by words.

    Items, headings and cells of one template belong together; paragraphs are all written alike and are left as they are.
    """
    alike: defaultdict[int, list[int]] = defaultdict(list)
    for index, piece in enumerate(sheet.pieces):
        if piece.look and piece.tag != "p":
            alike[piece.look].append(index)
    out = list(scored)
    for lines in alike.values():
        if len(lines) >= ALIKE_LINES:
            words = [sheet.pieces[i].text.count(" ") + 1 for i in lines]
            mean = sum(scored[i] * count for i, count in zip(lines, words, strict=True)) / sum(words)
            for index in lines:
                out[index] = round(scored[index] + ALIKE_SHARE * (mean - scored[index]), 6)
    return tuple(out)


def unsure(sheet: Sheet, scored: tuple[float, ...]) -> bool:
    """Whether no line is certain, and too much of what may be the article lies near the border."""
    if max(scored, default=0.0) >= CERTAIN:
        return False
    words = [len(piece.text.split()) for piece in sheet.pieces]
    near = sum(n for score, n in zip(scored, words, strict=True) if abs(score) < BORDER)
    maybe = sum(n for score, n in zip(scored, words, strict=True) if score > -BORDER)
    return near > UNSURE_SHARE * maybe


def voted(sheet: Sheet, scored: tuple[float, ...], kept: tuple[str, ...]) -> tuple[float, ...]:
    """Return the scores with those of the lines that an extractor kept moved up."""
    runs = {run for text in kept for run in _runs(text)}
    out: list[float] = []
    for piece, score in zip(sheet.pieces, scored, strict=True):
        own = _runs(piece.text)
        share = sum(run in runs for run in own) / len(own) if own else 0.0
        out.append(round(score + VOTE * max(0.0, 2 * share - 1), 6))
    return tuple(out)


def _runs(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text)
    return (
        [tuple(words[i : i + RUN_WORDS]) for i in range(max(1, len(words) - RUN_WORDS + 1))] if words else []
    )


def filled(sheet: Sheet, run: tuple[bool, ...]) -> tuple[bool, ...]:
    """Return the verdicts on a tidy text with the prose between kept lines kept too, and the prose next to them.

    In a text that is half prose a cut paragraph is a greater loss than a kept one. A heading of links, a credit or a
    notice ends the filling; other texts come back as they are.
    """
    if True not in run or manner(sheet) != "tidy":
        return run
    prose = [features.is_running(piece.text) for piece in sheet.pieces]
    first, last = run.index(True), len(run) - 1 - run[::-1].index(True)
    low, high = first, last
    while low > 0 and prose[low - 1] and not _foreign(sheet.pieces[low - 1].text):
        low -= 1
    label = False
    for index in range(last + 1, len(run)):
        text = sheet.pieces[index].text
        label = label or phrases.is_one("tail_headings", text)
        if _foreign(text) or phrases.opens("credit_starts", text):
            break
        if prose[index] and (not label or len(text.split()) >= PARAGRAPH_WORDS):
            high, label = index, False
    return tuple(kept or (prose[i] and low <= i <= high) for i, kept in enumerate(run))


def prolonged(sheet: Sheet, run: tuple[bool, ...], scored: tuple[float, ...]) -> tuple[bool, ...]:
    """Return the verdicts on a text with the prose behind the last kept line kept too, as far as it goes on.

    A heading of links, a credit, a notice, a line that is surely none of the article's, or ``TAIL_GAP`` lines
    without prose end it; the label of an advertisement or a short call to subscribe between paragraphs does not.
    """
    if True not in run:
        return run
    kept = list(run)
    last, resumed = len(run) - 1 - run[::-1].index(True), 0
    for index in range(last + 1, len(run)):
        text = sheet.pieces[index].text
        if phrases.is_one("tail_headings", text) and (below := _goes_on_below(sheet, index, scored)):
            resumed = below
        if index < resumed:
            continue
        if _ends_article(text, prose=features.look(text).prose > 0) or index - max(last, resumed) > TAIL_GAP:
            break
        if _prolongs(text, scored[index], is_next=last == index - 1, is_resumed=index == resumed):
            kept[index], last = True, index
        elif features.is_running(text):
            break
    return tuple(kept)


def _prolongs(text: str, score: float, *, is_next: bool, is_resumed: bool) -> bool:
    """Whether a line goes on with the article: a very long one right behind it, else one of the score that its place asks."""
    words, running = features.look(text).words, features.is_running(text)
    if running and is_next and words >= LONG_WORDS:
        return True
    closing = is_next and words >= CLOSING_WORDS and not _foreign(text) and features.is_sentence(text)
    least = RESUMED_SCORE if is_resumed or (closing and text[:1] in QUOTES) else TAIL_SCORE
    return (running or closing) and score > least


def _goes_on_below(sheet: Sheet, heading: int, scored: tuple[float, ...]) -> int:
    """The line, below a heading of links and a few of them, with which the article's paragraphs go on; 0 where none does."""
    first = 0
    for index in range(heading + 1, min(heading + LINKS_BELOW + 1, len(scored))):
        text = sheet.pieces[index].text
        if features.is_running(text):
            least = RESUMED_SCORE if index - heading <= TAIL_GAP else TAIL_SCORE
            if _foreign(text) or scored[index] <= (TAIL_SCORE - 1 if first else least):
                return 0
            first = first or index
            if features.look(text).words >= PARAGRAPH_WORDS:
                return first
        if _ends_article(text, prose=False):
            return 0
    return 0


def _ends_article(text: str, *, prose: bool) -> bool:
    """Whether nothing of the article follows a line, itself included."""
    look = features.look(text)
    if look.notice or (prose and look.newsletter):
        return True
    return phrases.is_one("tail_headings", text) or phrases.opens("credit_starts", text) is not None


def unreplied(sheet: Sheet, run: tuple[bool, ...], scored: tuple[float, ...]) -> tuple[bool, ...]:
    """Return the verdicts on a page with its comments cut, however long, where an article surely stands outside them."""
    told = zip(sheet.pieces, run, scored, strict=True)
    if not any(kept and score > SURE and piece.kind != COMMENTS for piece, kept, score in told):
        return run
    return tuple(kept and piece.kind != COMMENTS for piece, kept in zip(sheet.pieces, run, strict=True))


def posted(sheet: Sheet, run: tuple[bool, ...]) -> tuple[bool, ...]:
    """Return the verdicts on a page with the embedded posts inside its article kept whole, their authors too."""
    if True not in run:
        return run
    first, last = run.index(True), len(run) - 1 - run[::-1].index(True)
    while last + 1 < len(run) and _is_post(sheet.pieces[last + 1]):
        last += 1
    return tuple(
        kept or (first <= i <= last and _is_post(piece))
        for i, (piece, kept) in enumerate(zip(sheet.pieces, run, strict=True))
    )


def _is_post(piece: Piece) -> bool:
    return piece.kind == "embed" and piece.quoted


def noted(sheet: Sheet, run: tuple[bool, ...]) -> tuple[bool, ...]:
    """Return the verdicts on a note, a text of a few lines: all that may be its article is kept.

    Scores see neighbours, and a note has none: agencies' flashes and single paragraphs were cut whole. So is a longer
    text of which nothing would be left, where most of its words are prose, or a quarter of them in several paragraphs.
    """
    if not (sheet.is_note or _is_lost(sheet, run)):
        return run
    texts = [piece.text for piece in sheet.pieces]
    told = [_may_be_told(text) if sheet.is_note else _is_own(text) for text in texts]
    if not sheet.is_note:
        told = [
            kept and (features.is_prose(t) or len(t.split()) > TITLE_WORDS)
            for kept, t in zip(told, texts, strict=True)
        ]
    if True not in told:
        fewest = FLASH_WORDS if len(texts) == 1 else TOLD_WORDS
        told = [len(text.split()) >= fewest and not _foreign(text) for text in texts]
    return tuple(kept or own for kept, own in zip(run, told, strict=True))


def _may_be_told(text: str) -> bool:
    """Whether a line of a note is a sentence or as long as one."""
    seen = features.look(text)
    is_told = seen.words >= SAID_WORDS and features.is_sentence(text)
    return (is_told or seen.words >= PARAGRAPH_WORDS) and not _foreign(text)


def _is_lost(sheet: Sheet, run: tuple[bool, ...]) -> bool:
    """Whether none of a text's prose is kept, though most of its words are prose."""
    looks = [features.look(piece.text) for piece in sheet.pieces]
    if any(kept and look.prose for kept, look in zip(run, looks, strict=True)):
        return False
    own = [look.words for look, piece in zip(looks, sheet.pieces, strict=True) if _is_own(piece.text)]
    share = LOST_SHARE if len(own) >= LOST_LINES else TIDY_SHARE
    return sum(own) >= share * sum(look.words for look in looks) > 0


def _is_own(text: str) -> bool:
    return features.is_running(text) and not _foreign(text)


def _foreign(text: str) -> bool:
    look = features.look(text)
    return bool(look.notice or look.newsletter)


def verdicts(
    sheet: Sheet, standing: tuple[int, ...], second: Callable[[], tuple[str, ...]] | None = None
) -> tuple[bool, ...]:
    """Return for each line whether it belongs to the article.

    ``standing``: on how many of the site's captures each line stands. What repeats and is no prose is set aside
    before the scores are made, so that they see the page as if it were not there; so are menus, and the label of an
    advertisement in a text. ``second`` is asked for the texts that another extractor keeps, only where the scores are
    unsure.
    """
    kept_in = left(sheet, standing)
    rest = replace(sheet, pieces=tuple(sheet.pieces[i] for i in kept_in))
    scored = evened(rest, likened(rest, scores(rest, tuple(standing[i] for i in kept_in))))
    least = SURE
    if second is not None and unsure(rest, scored) and (kept := second()):
        scored, least = voted(rest, scored, kept), VOTED_SURE
    run = best_run(scored, CHANGE_COST)
    if sheet.is_markup and not any(kept and score > least for kept, score in zip(run, scored, strict=True)):
        run = (False,) * len(run)
    run = (
        posted(rest, unreplied(rest, run, scored))
        if sheet.is_markup
        else noted(rest, prolonged(rest, filled(rest, run), scored))
    )
    verdict = [False] * len(sheet.pieces)
    for place, kept_here in zip(kept_in, run, strict=True):
        verdict[place] = kept_here
    return tuple(verdict)


def left(sheet: Sheet, standing: tuple[int, ...]) -> list[int]:
    """The indexes of the lines that are scored: all but menus, dialogs, what repeats, and a text's labels of advertisements."""
    return [
        i
        for i, piece in enumerate(sheet.pieces)
        if piece.kind not in ASIDE
        and not (standing[i] and _set_aside(piece.text, standing[i]))
        and (sheet.is_markup or not _is_label_of_ad(piece.text))
    ]


def _is_label_of_ad(text: str) -> bool:
    """Whether a line only labels the place of an advertisement; in a text it says nothing about the lines around it."""
    return phrases.is_one("advertisement_words", text)


def _set_aside(text: str, count: int) -> bool:
    return repeats.is_boilerplate(text, count, 0, at_edge=False) and not features.look(text).prose
