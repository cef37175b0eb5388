"""The quotes of an event: utterances with their renderings, speakers and conflicts of attribution.

Goes in: readings and attributions in the event's order. Comes out: quotes, those of most outlets first. A sentence
that gives an utterance without marks is linked as paraphrase where the same speaker says it there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from site_gen.language import fold
from site_gen.language.names import demonyms, fold_name, name_words, same_person
from site_gen.language.organisations import is_acronym
from site_gen.model import Quote, QuoteMention, Speaker

from ..reading import Reading
from ..speakers.people import People
from ..speakers.utterances import Attribution
from ..speakers.voices import Voice
from .matching import match, same_voice
from .offices import names_body, office
from .renderings import MAX_HOLDERS, groups
from .sayings import Saying, saying, sayings
from .units import Part, cut

MIN_PARAPHRASED_STEMS = 5
"""Words that a paraphrase shares with the utterance, at least, unless it has all of a short one in a row."""
MIN_SHORT_STEMS = 2
MIN_PERSONS = 0.5
"""Renderings that name a person, to those that name a body or nobody in particular, from which the person is the speaker."""
MIN_COPIED, COPIED = 5, 0.8
"""Telling words in a row, and share of all of both, from which a sentence without marks or speaker carries an utterance."""
MAX_LEADS = 4
"""Renderings of one utterance for which paraphrases are sought."""
MAX_PARAPHRASES = 400
"""Groups for which paraphrases are sought in one event."""


def quotes_of(readings: Sequence[Reading], attributed: Sequence[Attribution]) -> tuple[Quote, ...]:
    """Return the event's quotes, most outlets first, then in the order of the articles."""
    said = [s for n, (r, a) in enumerate(zip(readings, attributed, strict=True)) for s in sayings(r, n, a)]
    people = _people(attributed)
    found = groups(said, readings)
    retold = _paraphrases(found, said, readings, attributed)
    made = [_quote(g, retold.get(n, ()), said, readings, people) for n, g in enumerate(found)]
    fuller = _nations({q.speaker.name for q in made if q.speaker}) | _initials(readings)
    made = [replace(q, speaker=_in_full(q.speaker, fuller)) if q.speaker else q for q in made]
    written = _written_once(q.speaker.name for q in made if q.speaker)
    made = [replace(q, speaker=_in_full(q.speaker, written)) if q.speaker else q for q in made]
    return tuple(sorted(made, key=lambda q: -len({m.article for m in q.mentions})))


def _nations(names: set[str]) -> dict[str, str]:
    """By the name of a body without its nation ("Army's general command"): the one name in the event that adds a nation."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        nation, _, rest = name.partition(" ")
        if fold(nation) in demonyms() and " " in rest:
            found[fold(rest)].append(name)
    return {body: full[0] for body, full in found.items() if len(full) == 1}


def _initials(readings: Sequence[Reading]) -> dict[str, str]:
    """By its initials, folded: the one body for which the articles' descriptions have them ("wrf": "World Rowing Federation")."""
    found: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        texts = {p.block.id: p.block.text for p in reading.blocks}
        for n in reading.article.names:
            said = texts.get(n.block, "")[n.start : n.end]
            if n.kind == "organisation" and n.name != said and is_acronym(said):
                found[fold(said)].add(n.name)
    return {said: full.pop() for said, full in found.items() if len(full) == 1}


def _written_once(names: Iterable[str]) -> dict[str, str]:
    """By a folded name that stands in several cases: one writing, as within a sentence ("state television").

    A small first letter cannot be a sentence's opening; capitals throughout are a headline's. Else the most frequent.
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        found[fold(name)][name] += 1
    return {
        key: min(cases, key=lambda n: (n.isupper() and " " in n, n[:1].isupper(), -cases[n], n))
        for key, cases in found.items()
        if len(cases) > 1
    }


def _in_full(speaker: Speaker, fuller: Mapping[str, str]) -> Speaker:
    return replace(speaker, name=fuller.get(fold(speaker.name), speaker.name))


def _quote(
    group: list[Part],
    retold: Sequence[Saying],
    said: Sequence[Saying],
    readings: Sequence[Reading],
    people: People,
) -> Quote:
    placed = [(said[p.saying], _span(p, said)) for p in group] + [(s, (s.start, s.end)) for s in retold]
    placed.sort(key=lambda x: (x[0].article, x[0].block, x[1]))
    spoken = [(readings[s.article], s.voice) for s, _ in placed if s.voice and s.voice.kind != "pronoun"]
    named = _attributions([(reading.called, voice) for reading, voice in spoken])
    return Quote(
        speaker=_speaker(_most_told_first(spoken, readings), people),
        mentions=tuple(_mention(s, span, readings[s.article]) for s, span in placed),
        conflict=_conflict(named),
        attributions=named,
    )


def _span(part: Part, said: Sequence[Saying]) -> tuple[int, int]:
    whole = said[part.saying]
    if part.first == 0 and part.last == len(whole.words) - 1:
        return whole.start, whole.end
    first = whole.start if part.first == 0 else whole.words[part.first].start
    last = whole.end if part.last == len(whole.words) - 1 else whole.words[part.last].end
    return first, last


def _mention(s: Saying, span: tuple[int, int], reading: Reading) -> QuoteMention:
    block = reading.blocks[s.block].block
    return QuoteMention(
        article=reading.article.id,
        paragraph=block.id,
        span=span,
        text=block.text[span[0] : span[1]],
        kind=s.kind,
        attributed_as=s.voice.said if s.voice else None,
        verb=s.voice.verb if s.voice else None,
    )


def _people(attributed: Sequence[Attribution]) -> People:
    """Full names of the event's people, the form that most articles use first."""
    counts = Counter(name for a in attributed for name in a.people)
    return People(sorted(counts, key=lambda n: (-counts[n], -len(n), n)))


def _most_told_first(spoken: Sequence[tuple[Reading, Voice]], readings: Sequence[Reading]) -> list[Voice]:
    """The voices in order, those of articles in the event's most frequent languages first: a role is shown in the words of these."""
    counts = Counter(reading.language for reading in readings)
    return [voice for reading, voice in sorted(spoken, key=lambda x: (-counts[x[0].language], x[0].language))]


def _speaker(voices: Sequence[Voice], people: People) -> Speaker | None:
    """Whom most renderings name; a person where it is even, under the fullest name that the event's articles give."""
    if not voices:
        return None
    persons = [v for v in voices if v.kind == "person"]
    bodies = [v for v in voices if v.kind != "person" and names_body(v.name)]
    if not persons and not bodies:
        return None
    if len(persons) >= MIN_PERSONS * len(bodies):
        name, named = _most_named(persons, people)
        return Speaker(name, next((said for v in named if (said := office(v.role))), None))
    order = {"institution": 0, "group": 1, "document": 2}
    best = min(
        bodies,
        key=lambda v: (v.is_relay, order.get(v.kind, 3), -sum(c.isupper() for c in v.name[:1]), -len(v.name)),
    )
    return Speaker(best.name, office(best.role))


def _most_named(persons: Sequence[Voice], people: People) -> tuple[str, list[Voice]]:
    """The person whom most renderings name, by name rather than by pronoun, and the voices that are theirs."""
    persons = [v for v in persons if _says_name(v)] or persons
    counts = Counter(fold_name(v.name) for v in persons)
    chosen = max(persons, key=lambda v: (counts[fold_name(v.name)], len(name_words(v.name)), v.name))
    named = [v for v in persons if same_person(v.name, chosen.name)]
    return full_name(chosen.name, people), named


def full_name(name: str, people: People) -> str:
    """The form of a person's name that the event's articles use most, a full one where any gives it."""
    if len(name_words(name)) > 1:
        return next(iter(people.like(name)), name)
    return people.known(name) or name


def _conflict(named: tuple[tuple[str, str], ...]) -> str | None:
    """Who gives the utterance to whom, in words; None where nobody contradicts."""
    if not named:
        return None
    (outlet, said), (other, other_said) = named
    return f"{outlet} gives it to “{said}”, {other} to “{other_said}”"


def _attributions(voices: Sequence[tuple[str, Voice]]) -> tuple[tuple[str, str], ...]:
    """Two outlets and the speakers they name, where these cannot be one; empty elsewhere.

    A speaker that only a pronoun or "the statement" stands for was concluded here, and contradicts nobody.
    """
    named = [(outlet, v) for outlet, v in voices if v.kind == "group" or _says_name(v)]
    for n, (outlet, one) in enumerate(named):
        for other, two in named[n + 1 :]:
            if outlet != other and _contradict(one, two):
                return (outlet, one.said), (other, two.said)
    return ()


def _says_name(v: Voice) -> bool:
    return v.kind == "person" and name_words(v.name)[-1:] == name_words(v.said)[-1:]


def _contradict(one: Voice, two: Voice) -> bool:
    kinds = {one.kind, two.kind}
    if kinds == {"person"}:
        return not (same_person(one.name, two.name) or _opens_name(one.name, two.name))
    return kinds == {"person", "group"} and not same_words_in_role(one, two)


def _opens_name(one: str, two: str) -> bool:
    """Whether one is a single word with which the other begins ("Doe" and "Doe Offshore")."""
    short, long = sorted((name_words(one), name_words(two)), key=len)
    return len(short) == 1 and long[0] == short[0]


def same_words_in_role(one: Voice, two: Voice) -> bool:
    """Whether a person's description has a word of the other voice ("officials", "a ministry official")."""

    def words(v: Voice) -> set[str]:
        return {w.rstrip("s") for w in f"{v.name} {v.role or ''}".casefold().split()}

    return bool(words(one) & words(two))


def _paraphrases(
    found: Sequence[list[Part]],
    said: Sequence[Saying],
    readings: Sequence[Reading],
    attributed: Sequence[Attribution],
) -> dict[int, list[Saying]]:
    """By number of group: sentences of other articles that tell its utterance in their own words."""
    told = _Told(_reported(readings, attributed))
    taken: set[tuple[int, int, int]] = set()
    linked: dict[int, list[Saying]] = defaultdict(list)
    order = sorted(range(len(found)), key=lambda n: (-len(found[n]), n))[:MAX_PARAPHRASES]
    for n in order:
        articles = {said[p.saying].article for p in found[n]}
        leads = [lead for p in found[n] if len(set((lead := cut(p, said)).stems)) >= MIN_SHORT_STEMS]
        for rows in told.like(leads, articles):
            best = _best(leads, rows, taken)
            if best:
                taken.add((best.article, best.block, best.start))
                linked[n].append(best)
    return linked


def _reported(readings: Sequence[Reading], attributed: Sequence[Attribution]) -> list[list[Saying]]:
    """By article: sentences without quotation, each once for every voice that speaks in it, up to two."""
    told: list[list[Saying]] = []
    for n, (reading, known) in enumerate(zip(readings, attributed, strict=True)):
        rows: list[Saying] = []
        for (b, s), voices in sorted(known.voices.items()):
            start, end = reading.blocks[b].sentences[s]
            if not any(start <= q.start < end for q in reading.blocks[b].quotations):
                first = voices[0] if voices else None
                told_by = saying(reading, n, b, _unstopped(reading, b, start, end), "paraphrase", first)
                rows += [told_by, *(replace(told_by, voice=v) for v in voices[1:2])]
        told.append(rows)
    return told


class _Told:
    """Sentences that report speech, found by their stems."""

    def __init__(self, rows: list[list[Saying]]) -> None:
        self.rows = [row for article in rows for row in article]
        self.holders: dict[str, list[int]] = defaultdict(list)
        for n, row in enumerate(self.rows):
            for told in set(row.stems):
                self.holders[told].append(n)

    def like(self, leads: Sequence[Saying], articles: set[int]) -> list[list[Saying]]:
        """By article not in ``articles``: sentences with enough stems of one of the utterances."""
        shared: Counter[int] = Counter()
        for told in sorted({s for lead in leads[:MAX_LEADS] for s in lead.stems}):
            if len(self.holders.get(told, ())) <= MAX_HOLDERS:
                shared.update(self.holders.get(told, ()))
        found: dict[int, list[Saying]] = defaultdict(list)
        for n in sorted(n for n, count in shared.items() if count >= MIN_SHORT_STEMS):
            if self.rows[n].article not in articles:
                found[self.rows[n].article].append(self.rows[n])
        return [found[article] for article in sorted(found)]


def _unstopped(reading: Reading, block: int, start: int, end: int) -> tuple[int, int]:
    text = reading.blocks[block].block.text
    return start, end - 1 if text[end - 1 : end] == "." else end


def _has_all(row: Saying, lead: Saying) -> bool:
    """Whether a sentence by a person has all telling words of a short utterance, one behind the other."""
    size = len(lead.stems)
    runs = (row.stems[i : i + size] for i in range(len(row.stems) - size + 1))
    both = row.voice and row.voice.kind == "person" and lead.voice and lead.voice.kind == "person"
    return bool(both) and any(run == lead.stems for run in runs)


def _is_copied(row: Saying, lead: Saying) -> bool:
    """Whether a sentence in which nobody speaks holds an utterance nearly word by word ("… She went on:", then a paragraph)."""
    longer = max(len(row.stems), len(lead.stems))
    if len(set(row.stems) & set(lead.stems)) < COPIED * len(set(row.stems) | set(lead.stems)):
        return False
    blocks = SequenceMatcher(None, row.stems, lead.stems, autojunk=False).get_matching_blocks()
    longest = max(b.size for b in blocks)
    return longest >= MIN_COPIED and sum(b.size for b in blocks) >= COPIED * longer


def _best(leads: Sequence[Saying], rows: Sequence[Saying], taken: set[tuple[int, int, int]]) -> Saying | None:
    """The sentence that tells one of the renderings best; None where none does."""
    best: Saying | None = None
    best_score = 0.0
    for lead in leads[:MAX_LEADS]:
        for row in rows:
            if (row.article, row.block, row.start) in taken:
                continue
            enough = len(set(lead.stems) & set(row.stems)) >= MIN_PARAPHRASED_STEMS
            is_told = (enough or _has_all(row, lead)) and same_voice(lead, row) is True
            if not (is_told or (row.voice is None and _is_copied(row, lead))):
                continue
            found = match(0, 1, (lead, row))
            if found and found.score > best_score:
                best, best_score = row, found.score
    return best
