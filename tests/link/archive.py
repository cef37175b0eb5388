"""A small invented archive: reports of a ferry that ran aground, and of other things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from site_gen import describe, link
from site_gen.describe.names import find_names
from site_gen.model import Article, DateClue, Decision, Event, Finding, Links
from site_gen.settings import LinkSettings
from tests.make import an_article, stated

FERRY_A = """The ferry Halcyon ran aground on the Skerrow reef on Tuesday with 214 passengers aboard, the coastguard said.

Lifeboats from Port Ellery took off all passengers within three hours, and 17 people were treated for cold and bruises.

"We heard a grinding noise and the lights went out," said Maren Oldcastle, a teacher who was travelling with her class.

The operator, Northern Sound Lines, said the Halcyon had passed its inspection in March and that its master had 30 years of service."""
FERRY_B = """All 214 passengers of the ferry Halcyon were brought ashore at Port Ellery after it struck the Skerrow reef on Tuesday.

Seventeen people were hurt, none of them badly, a hospital in Port Ellery said. The coastguard praised the lifeboat crews.

Northern Sound Lines said it would inspect its other ships. The Halcyon lay on the reef with a list of 12 degrees.

Maren Oldcastle, a teacher, said children had sung in the lifeboats."""
FERRY_C = """Port Ellery woke to the sight of the Halcyon stranded on the Skerrow reef, where the ferry grounded on Tuesday evening.

Coastguard officers said 214 passengers had been rescued and 17 hurt. Divers will look at the hull of the Halcyon.

Northern Sound Lines cancelled its sailings for a week while the reef and the ferry are examined."""
COUNCIL = """The council of Ambridge voted on Tuesday to plant 4,000 trees along the ring road over the next two winters.

Councillor Ida Penhallow said the limes and maples would cool the streets. The opposition called the cost of 96,000 excessive.

The vote was 21 to 14 after a debate of two hours in the town hall of Ambridge."""
MATCH = """Ellery Rovers beat Skerrow Town {score} on Saturday in the northern league before a crowd of {crowd}.

{scorer} scored the winner in the last minutes. The Rovers' manager, Piers Lowndes, praised his defenders.

Skerrow Town had more of the ball but few chances, and their captain Owen Thwaite left the field hurt."""
CLAIMS = """{opening} for unemployment benefits {moved} by {change},000 to {count},000 in the week ended February {week}, the Department of Labour said on Thursday.

Economists polled by the Ledger had expected {expected},000 claims. The previous week's figure was revised to {before},000. The four-week average, which smooths out swings, stood at {average},250.

Hiring has stayed firm although factories in the north have cut shifts, said Ida Penhallow, an economist at Ellery Bank.

"The labour market is cooling, not cracking," she said. Filings have stayed in a range of 200,000 to 260,000 since the autumn."""


def report(
    id: str,
    text: str,
    *,
    title: str,
    source: str | None = None,
    published: str | None = None,
    url: str | None = None,
    language: str = "en",
    clues: tuple[DateClue, ...] | None = None,
) -> Article:
    """An article with its names found, and a clue for each weekday that it names unless clues are given."""
    made = an_article(text, id=id, title=title, source=source, published=published, language=language)
    return replace(
        made,
        names=find_names(made.blocks, language),
        clues=tuple(_weekdays(made)) if clues is None else clues,
        url=stated(url) if url else None,
    )


def _weekdays(article: Article) -> Iterable[DateClue]:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    for block in article.blocks:
        for number, day in enumerate(days):
            if day in block.text:
                start = block.span[0] + block.text.index(day)
                yield DateClue("weekday", day, (start, start + len(day)), block.id, weekday=number)


def ferry(**given: str | None) -> list[Article]:
    """Three reports of one event, by three outlets."""
    published = given.get("published")
    return [
        report("f1", FERRY_A, title="Ferry runs aground on Skerrow reef; 214 rescued", source="The Lantern", published=published),
        report("f2", FERRY_B, title="Halcyon passengers safe after ferry strikes reef", source="The Ledger", published=published),
        report("f3", FERRY_C, title="Stranded Halcyon draws crowds to Port Ellery", source="The Gazette", published=published),
    ]  # fmt: skip


def council() -> Article:
    """A report that has nothing to do with the others."""
    return report("c1", COUNCIL, title="Ambridge to plant 4,000 trees", source="The Lantern")


def linked(
    articles: Sequence[Article], decisions: tuple[Decision, ...] = (), settings: LinkSettings | None = None
) -> tuple[Links, tuple[Finding, ...]]:
    """The links of these articles."""
    return link.links(
        (describe.brief(a) for a in articles),
        (link.fingerprint(a) for a in articles),
        decisions=decisions,
        settings=settings or LinkSettings(),
    )


def groups(articles: Sequence[Article], decisions: tuple[Decision, ...] = ()) -> set[frozenset[str]]:
    """The events of these articles, as sets of ids."""
    return {frozenset(event.articles) for event in linked(articles, decisions)[0].events}


def concluded(event: Event, articles: Sequence[Article]) -> Event:
    """The event with its date concluded."""
    return link.conclude(event, [describe.brief(a) for a in articles], {a.id: a.clues for a in articles})
