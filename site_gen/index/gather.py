"""Topics from the tally: names merged and labelled, the vocabulary above all, with articles, events and relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from site_gen.language import fold
from site_gen.language.names import ruler, surname, without_marks
from site_gen.language.positions import position_named
from site_gen.model import Brief, Event, Finding, Level, Topic, VocabularyTerm, edtf
from site_gen.model.topic import TopicKind
from site_gen.settings import IndexSettings

from .merge import labelled, merged
from .slugs import Minter
from .tally import Entry, Key, Tally, key_of, tally

MAX_RELATED = 12
MIN_COMMON_ARTICLES = 2
MAX_ALIASES = 12
_KINDS: tuple[TopicKind, ...] = ("subject", "person", "place", "organisation")
"""In the order of their lists."""


@dataclass(slots=True)
class Draft:
    """A topic in the making."""

    kind: TopicKind
    entry: Entry
    term: VocabularyTerm | None = None
    slug: str = ""
    articles: set[str] = field(default_factory=set)

    @property
    def label(self) -> str:
        """The vocabulary's label, else the form that most articles use."""
        if self.term is not None:
            return self.term.label
        return labelled(self.entry, self.kind) if self.kind != "subject" else _commonest(self.entry)


def topics(
    briefs: Iterable[Brief],
    events: Iterable[Event],
    vocabulary: Sequence[VocabularyTerm] = (),
    *,
    settings: IndexSettings | None = None,
) -> tuple[tuple[Topic, ...], tuple[Finding, ...]]:
    """Return the topics that get a page, by kind and label, and findings on the vocabulary and on names left open."""
    settings = settings or IndexSettings()
    counted = tally(briefs)
    event_of, dates = _of_events(events, counted)
    findings: list[Finding] = []
    terms = _terms(vocabulary, findings)
    drafts = _drafts(counted, terms)
    decided = _assign_short_names(counted, drafts, vocabulary)
    findings.extend(_assign_surnames(counted, drafts, event_of, decided))
    _assign_terms(counted, drafts, vocabulary)
    kept = [d for d in drafts.values() if _has_page(d, settings)]
    _mint(kept)
    return _finished(kept, event_of, dates, vocabulary, settings), tuple(findings)


def _of_events(events: Iterable[Event], counted: Tally) -> tuple[dict[str, list[str]], dict[str, str | None]]:
    """The events of each article, and each article's date, concluded dates included."""
    event_of: dict[str, list[str]] = {}
    dates = dict(counted.dates)
    for event in events:
        for article in event.articles:
            event_of.setdefault(article, []).append(event.id)
        for article, date in event.published:
            if not dates.get(article):
                dates[article] = date.value
    return event_of, dates


def _terms(vocabulary: Sequence[VocabularyTerm], findings: list[Finding]) -> dict[str, VocabularyTerm]:
    """Every folded label, alias and key of a name in the vocabulary to its term; the first of two claimants wins.

    A title with a surname ("Captain Smith") also stands for the bare surname, unless two people's do.
    """
    owners: dict[str, VocabularyTerm] = {}
    bare: dict[str, dict[str, VocabularyTerm]] = {}
    for term in vocabulary:
        for name in (term.label, *term.aliases):
            keys = {fold(without_marks(name))}
            if term.kind != "subject":
                key = key_of(name, term.kind)[1]
                if term.kind == "person" and " " in name and " " not in key:
                    bare.setdefault(key, {})[term.label] = term
                else:
                    keys.add(key)
            for key in sorted(keys - {""}):
                owner = owners.setdefault(key, term)
                if owner is not term and owner.label != term.label:
                    findings.append(_claimed_twice(term, owner, name))
    for key, claimants in sorted(bare.items()):
        if len(claimants) == 1:
            owners.setdefault(key, next(iter(claimants.values())))
    labels = {term.label for term in vocabulary}
    named = {name.casefold() for term in vocabulary for name in (term.label, *term.aliases)}
    for term in vocabulary:
        spelt = (b for b in term.broader if b not in labels and b.casefold() in named)
        findings.extend(_misspelt_broader(term, b) for b in spelt)
    return owners


def _claimed_twice(term: VocabularyTerm, owner: VocabularyTerm, name: str) -> Finding:
    return Finding(
        "IDX-001", Level.WARNING, term.where or "topics.toml",
        f'"{name}" stands for "{owner.label}" and for "{term.label}". It counts for the first.',
        "Give the name to one of the two.",
    )  # fmt: skip


def _misspelt_broader(term: VocabularyTerm, broader: str) -> Finding:
    """One that stands nowhere was named when the vocabulary was read (CUR-006)."""
    return Finding(
        "IDX-002", Level.WARNING, term.where or "topics.toml", f'"{term.label}" has the broader term "{broader}", which is an alias, or a label in other letters.',
        "Write the label as it stands in the vocabulary.",
    )  # fmt: skip


DraftKey = tuple[str, str]
"""("term", label), or a kind and folded name."""


def _drafts(counted: Tally, terms: Mapping[str, VocabularyTerm]) -> dict[DraftKey, Draft]:
    """A draft for every group of names and every given topic, those of one vocabulary term together."""
    drafts: dict[DraftKey, Draft] = {}
    groups = merged(counted)
    chosen = _terms_of_groups(counted, groups, terms)
    for key in sorted(counted.names):
        root = groups[key]
        term = terms.get(key[1]) or chosen.get(root)
        _add(drafts, ("term", term.label) if term else root, root[0], counted.names[key], term)
    by_name = {key[1]: key for key in sorted(drafts, reverse=True) if key[0] != "term"}
    for folded in sorted(counted.subjects):
        term = terms.get(folded)
        target = ("term", term.label) if term else by_name.get(folded, ("subject", folded))
        if target in drafts and drafts[target].entry.labels:  # a keyword is no better form of a name: "nasa"
            drafts[target].articles.update(counted.subjects[folded].articles)
        else:
            _add(drafts, target, "subject", counted.subjects[folded], term)
    return drafts


def _terms_of_groups(
    counted: Tally, groups: Mapping[Key, Key], terms: Mapping[str, VocabularyTerm]
) -> dict[Key, VocabularyTerm]:
    """The term of a whole group, where its names belong to one term only."""
    found: dict[Key, dict[str, VocabularyTerm]] = {}
    for key in sorted(counted.names):
        if term := terms.get(key[1]):
            found.setdefault(groups[key], {})[term.label] = term
    return {root: next(iter(of.values())) for root, of in found.items() if len(of) == 1}


def _add(
    drafts: dict[DraftKey, Draft], key: DraftKey, kind: TopicKind, entry: Entry, term: VocabularyTerm | None
) -> None:
    draft = drafts.setdefault(key, Draft(term.kind if term else kind, Entry(), term))
    draft.articles.update(entry.articles)
    draft.entry.labels.update(entry.labels)
    draft.entry.forms.update(entry.forms)


def _assign_short_names(
    counted: Tally, drafts: dict[DraftKey, Draft], vocabulary: Sequence[VocabularyTerm]
) -> set[str]:
    """Give articles that know a person by a name of one word to whom the vocabulary gives that name; return these names, folded."""
    owners: dict[str, VocabularyTerm] = {}
    for term in vocabulary:
        for name in (term.label, *term.aliases) if term.kind == "person" else ():
            if len(name.split()) == 1:
                owners.setdefault(fold(without_marks(name)), term)
    for short in sorted(owners.keys() & counted.surnames.keys()):
        term = owners[short]
        draft = drafts.setdefault(("term", term.label), Draft(term.kind, Entry(), term))
        for article, form in sorted(counted.surnames[short]):
            draft.articles.add(article)
            draft.entry.forms[form] += 1
    return set(owners)


def _assign_surnames(
    counted: Tally, drafts: dict[DraftKey, Draft], event_of: Mapping[str, list[str]], decided: Collection[str]
) -> list[Finding]:
    """Give articles that know a person by surname alone to the only person of that surname, in the event or the corpus; ``decided`` are given.

    Never to one whom the article itself names in full: there the surname alone was set apart as another's.
    """
    people: dict[str, list[Draft]] = {}
    for key in sorted(drafts):
        draft = drafts[key]
        if draft.kind == "person":
            for last in sorted({surname(label) for label in draft.entry.labels if not ruler(label)}):
                people.setdefault(last, []).append(draft)
    members: dict[str, set[str]] = {}
    for article, events in event_of.items():
        for event in events:
            members.setdefault(event, set()).add(article)
    findings = []
    for last in sorted(counted.surnames.keys() - set(decided)):
        owners, left = people.get(last, []), 0
        named = {id(o): frozenset(o.articles) for o in owners}
        for article, form in sorted(counted.surnames[last]):
            others = [o for o in owners if article not in named[id(o)]]
            owner = (
                others[0]
                if len(owners) == len(others) == 1
                else _in_event(article, others, event_of, members)
            )
            if owner is None:
                left += len(owners) > 1
                continue
            owner.articles.add(article)
            owner.entry.forms[form] += 1
        if left:
            findings.append(_ambiguous(last, owners, left))
    return findings


def _in_event(
    article: str, owners: list[Draft], event_of: Mapping[str, list[str]], members: Mapping[str, set[str]]
) -> Draft | None:
    """The only owner of the surname that another article of the same event names in full."""
    others = {a for event in event_of.get(article, ()) for a in members[event]} - {article}
    fitting = [o for o in owners if not others.isdisjoint(o.articles)]
    return fitting[0] if len(fitting) == 1 else None


def _ambiguous(last: str, owners: list[Draft], left: int) -> Finding:
    names = ", ".join(sorted({o.label for o in owners})[:4])
    return Finding(
        "IDX-003", Level.NOTE, "topics.toml", f'"{last}" alone stands in {left} articles and may be one of: {names}. It counts for none of them.',
        f'Where it is always the same person, add the alias "{last.title()}" to that person.',
    )  # fmt: skip


def _assign_terms(
    counted: Tally, drafts: dict[DraftKey, Draft], vocabulary: Sequence[VocabularyTerm]
) -> None:
    """Add the articles whose text uses a term's words, and a draft for every term of the vocabulary."""
    for term in vocabulary:
        draft = drafts.setdefault(("term", term.label), Draft(term.kind, Entry(), term))
        draft.articles.update(counted.terms.get(term.label, ()))


def _has_page(draft: Draft, settings: IndexSettings) -> bool:
    if draft.term is not None:
        return not draft.term.hidden and (bool(draft.articles) or draft.kind == "subject")
    return len(draft.articles) >= settings.min_topic_articles


def _mint(kept: list[Draft]) -> None:
    """The vocabulary's topics first, then the most used: they get the plain slugs."""
    minter = Minter()
    for draft in sorted(kept, key=lambda d: (d.term is None, -len(d.articles), d.label, d.kind)):
        draft.slug = minter.mint(draft.label, draft.kind)


def _finished(
    kept: list[Draft],
    event_of: Mapping[str, list[str]],
    dates: Mapping[str, str | None],
    vocabulary: Sequence[VocabularyTerm],
    settings: IndexSettings,
) -> tuple[Topic, ...]:
    """The topics, kind by kind in the order of their labels; a term with neither articles nor narrower topics is left out."""
    slugs = {d.term.label: d.slug for d in kept if d.term is not None}
    narrower = _narrower(slugs, vocabulary)
    with_articles = [d for d in kept if d.articles or narrower.get(d.label)]
    slugs_of = _topics_of_articles(with_articles)
    ordered = sorted(with_articles, key=lambda d: (_KINDS.index(d.kind), fold(d.label), d.slug))
    present = {d.slug for d in ordered}

    def topic(draft: Draft) -> Topic:
        position, position_basis = _position(draft)
        term = draft.term
        return Topic(
            slug=draft.slug,
            label=draft.label,
            kind=draft.kind,
            aliases=_aliases(draft),
            broader=tuple(slugs[b] for b in (term.broader if term else ()) if slugs.get(b) in present),
            narrower=tuple(sorted(present.intersection(narrower.get(draft.label, ())))) if term else (),
            same_as=term.same_as if term else (),
            articles=tuple(sorted(draft.articles, key=lambda a: (edtf.newest_first(dates.get(a)), a))),
            events=tuple(sorted({e for a in draft.articles for e in event_of.get(a, ())})),
            related=_related(draft, slugs_of),
            position=position,
            position_basis=position_basis,
            description=term.description if term else None,
            other_slugs=_other_slugs(draft, settings),
        )

    return tuple(map(topic, ordered))


def _narrower(slugs: Mapping[str, str], vocabulary: Sequence[VocabularyTerm]) -> dict[str, set[str]]:
    """Label of a term to the slugs of the terms below it. ``slugs`` are those of terms that have a page, by label."""
    below: dict[str, set[str]] = {}
    for term in vocabulary:
        for broader in term.broader:
            if term.label in slugs and broader in slugs:
                below.setdefault(broader, set()).add(slugs[term.label])
    return below


def _position(draft: Draft) -> tuple[tuple[float, float] | None, str]:
    """Where a place lies, and how that is known."""
    if draft.kind != "place":
        return None, ""
    if draft.term and draft.term.position:
        return draft.term.position, "supplied"
    found = position_named(draft.label)
    return found, "inferred" if found else ""


def _topics_of_articles(kept: list[Draft]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for draft in kept:
        for article in draft.articles:
            found.setdefault(article, []).append(draft.slug)
    return found


def _related(draft: Draft, slugs_of: Mapping[str, list[str]]) -> tuple[tuple[str, int], ...]:
    """The topics that share most articles with this one, each with their number."""
    common: Counter[str] = Counter()
    for article in draft.articles:
        common.update(slugs_of[article])
    del common[draft.slug]
    ranked = sorted(
        ((s, n) for s, n in common.items() if n >= MIN_COMMON_ARTICLES), key=lambda item: (-item[1], item[0])
    )
    return tuple(ranked[:MAX_RELATED])


def _aliases(draft: Draft) -> tuple[str, ...]:
    """Other forms, the vocabulary's first, then by use; those that differ from the label only in capitals are left out."""
    counts = draft.entry.labels + draft.entry.forms
    used = sorted(counts, key=lambda form: (-counts[form], form))
    seen = {fold(draft.label)}
    out = []
    for form in (*(draft.term.aliases if draft.term else ()), *used):
        if fold(form) not in seen:
            seen.add(fold(form))
            out.append(form)
    return tuple(out[:MAX_ALIASES])


def _other_slugs(draft: Draft, settings: IndexSettings) -> tuple[str, ...]:
    """Of names that enough articles use to have had a page of their own, and of a subject's other names, which have articles of their terms."""
    names = {name for name, count in draft.entry.labels.items() if count >= settings.min_topic_articles}
    if draft.term and draft.kind == "subject" and not draft.term.general:
        names |= set(draft.term.aliases)
    return tuple(sorted({Minter().mint(name, draft.kind) for name in names} - {draft.slug}))


def _commonest(entry: Entry) -> str:
    return min(entry.labels, key=lambda form: (-entry.labels[form], form))
