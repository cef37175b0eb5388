"""What the extractor answers for one capture: plain values, the text, and behind them the whole article."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen import describe
from site_gen.model import Article, Block, Body, Capture, Finding, Line, Sourced, text_of

from .markdown import markdown_of

_STAND_INS = frozenset(("file name", "first words"))
"""Rules by which an archive names an article that has no title: not what its page says."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """A page or text, cleaned and described. What is unknown is None or empty."""

    article: Article | None
    """All of it: every value with its ground, every block and every line with its role and rule. None where nothing could be read."""
    findings: tuple[Finding, ...] = ()
    """What was odd, and why nothing could be read."""

    @property
    def title(self) -> str | None:
        """The headline, without the outlet's name."""
        return known_title(self.article.title) if self.article else None

    @property
    def authors(self) -> tuple[str, ...]:
        """Names of those who wrote it, in their order."""
        return tuple(author.value for author in self.article.authors) if self.article else ()

    @property
    def published(self) -> str | None:
        """EDTF: ``2019-03-14``, ``2019-03-14T17:40:00Z`` where the time is stated, ``2019-03`` where no more is known."""
        return self.article.published.value if self.article and self.article.published else None

    @property
    def source(self) -> str | None:
        """The outlet."""
        return self.article.source.value if self.article and self.article.source else None

    @property
    def language(self) -> str | None:
        """BCP 47, such as ``en`` or ``pt-BR``; ``und`` where a text does not tell."""
        return self.article.language.value if self.article else None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Paragraphs, headings, lists, quotations, tables, captions and posts, in reading order."""
        return self.article.blocks if self.article else ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every visible line of the capture with its role and the rule that gave it; those that were cut, too."""
        return self.article.lines if self.article else ()

    @property
    def text(self) -> str:
        """The text, paragraphs separated by blank lines; "" where there is none. Title and captions are not in it."""
        return text_of(self.blocks)

    @property
    def markdown(self) -> str:
        """The same as Markdown, with its headings, lists, tables, quotations and links; the title is not in it."""
        return markdown_of(self.blocks)

    def fields(self, *, as_markdown: bool = False) -> dict[str, object]:
        """Return title, authors, published, source, language and text, as ``clean --json`` gives them."""
        return {
            "title": self.title,
            "authors": list(self.authors),
            "published": self.published,
            "source": self.source,
            "language": self.language,
            "text": self.markdown if as_markdown else self.text,
        }


def described(capture: Capture, body: Body, findings: tuple[Finding, ...] = ()) -> Extracted:
    """Return what a cleaned capture says; names in its text are not looked for."""
    article, found = describe.article(capture, body, with_names=False)
    return Extracted(article, (*findings, *found))


def known_title(title: Sourced[str]) -> str | None:
    """Return a title that the capture states or shows; None for what stands in for one."""
    return None if title.evidence.rule in _STAND_INS else title.value
