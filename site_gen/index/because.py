"""Why a topic has an article: by what name, filed topic or words the article is counted for it.

In: a topic, the brief of one of its articles and the words of its term that the article uses. Out: plain sentences, for
``explain``. Told again from what the topic was made of, and never kept: nothing of a page rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.language import fold
from site_gen.language.names import is_surname_alone, surname, without_marks
from site_gen.model import Brief, BriefName, Topic

from .tally import key_of


def because(topic: Topic, brief: Brief, words: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the grounds on which a topic has an article, the surest first; ``words`` are those of its term in the text.

    Never empty: where the topic knows the article by a name that it does not show, it says so.
    """
    grounds = (*_filed(topic, brief), *_named(topic, brief))
    if topic.label in brief.terms:
        grounds += (f"its text has {_quoted(words)}" if words else "by its words it is about this subject",)
    return grounds or ("named in a form that was merged with these",)


def _filed(topic: Topic, brief: Brief) -> Iterator[str]:
    """Topics that the capture or metadata.csv gives it."""
    known = {fold(without_marks(name)) for name in (topic.label, *topic.aliases)}
    for given in dict.fromkeys(brief.given_topics):
        if fold(without_marks(given)) in known:
            yield f'filed under "{given}" by the capture or metadata.csv'


def _named(topic: Topic, brief: Brief) -> Iterator[str]:
    """Names in the text that stand for the topic, each with how often it is there."""
    known = _keys(topic)
    for name in brief.names:
        if _is_alone(name):
            is_its = topic.kind == "person" and surname(name.name) in {surname(n) for n in _names(topic)}
            alone = ", a surname alone that no other person here has" if is_its else ""
        else:
            is_its, alone = (
                bool({fold(without_marks(name.name)), key_of(name.name, name.kind)[1]} & known),
                "",
            )
        if is_its:
            forms = tuple(form for form in name.forms if form != name.name)
            as_well = f", written {_quoted(forms)}" if forms else ""
            yield f'named {_times(name.count)}: "{name.name}"{as_well}{alone}'


def _is_alone(name: BriefName) -> bool:
    return name.kind == "person" and is_surname_alone(name.name)


def _names(topic: Topic) -> tuple[str, ...]:
    return (topic.label, *topic.aliases)


def _keys(topic: Topic) -> frozenset[str]:
    """Its names as they are counted."""
    folded = {fold(without_marks(name)) for name in _names(topic)}
    keys = {key_of(name, topic.kind)[1] for name in _names(topic)} if topic.kind != "subject" else set()
    return frozenset((folded | keys) - {""})


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f'"{word}"' for word in words)
