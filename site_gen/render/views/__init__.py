"""The views: everything a template may know, one documented structure a page.

Templates do no look-ups, no sorting and no date arithmetic: dates are in words here, addresses are relative to the
page, orders are final. Text of the archive is plain (autoescape does the rest); only what ``markup`` and ``svg`` made
is ``Markup``. They are structures of msgspec, for speed (a page makes hundreds); nothing changes one. Invariant: every field is
used by its template, and its template uses no other; tests/render holds it.
"""

from .indexes import (
    ArticlesPage,
    DataPage,
    DatesPage,
    DayPage,
    EventsPage,
    HandwrittenPage,
    MadePage,
    MonthPage,
    NotFoundPage,
    OutletPage,
    OutletsPage,
    PeriodPage,
    Remark,
    SearchPage,
    StoriesPage,
    TopicPage,
    TopicsPage,
    YearPage,
)
from .parts import (
    ArticleLine,
    Band,
    Calendar,
    CalendarDay,
    CaptureFacts,
    Citation,
    EventLine,
    Evidence,
    Head,
    HeadLink,
    HeadMeta,
    LineLink,
    Mark,
    Named,
    Note,
    Period,
    RecordValue,
    Ref,
    SharedLine,
    Shown,
    Sibling,
    StoryLine,
    TextBlock,
    TopicGroup,
    TopicLine,
)
from .reading import ArticlePage, ComparePage, EventPage, HomePage, OriginalPage, StoryPage, TakenDownPage
from .rows import (
    BriefItem,
    BriefLine,
    CoverageRow,
    FigureRow,
    FigureValue,
    LeftOutRow,
    LineRow,
    MatrixRow,
    Opening,
    PassageRow,
    PassageText,
    QuoteRow,
    QuoteText,
    Reason,
    SideBySideRow,
    SpeakerRow,
    UniqueRow,
    UniqueText,
)

View = (
    HomePage
    | ArticlePage
    | TakenDownPage
    | OriginalPage
    | EventPage
    | ComparePage
    | StoryPage
    | TopicPage
    | TopicsPage
    | OutletPage
    | OutletsPage
    | EventsPage
    | StoriesPage
    | ArticlesPage
    | PeriodPage
    | DatesPage
    | YearPage
    | MonthPage
    | DayPage
    | SearchPage
    | DataPage
    | MadePage
    | NotFoundPage
    | HandwrittenPage
)
"""Every page a template can be asked for; its template is ``pages/<name in lower case>.html``."""

__all__ = [
    "ArticleLine",
    "ArticlePage",
    "ArticlesPage",
    "Band",
    "BriefItem",
    "BriefLine",
    "Calendar",
    "CalendarDay",
    "CaptureFacts",
    "Citation",
    "ComparePage",
    "CoverageRow",
    "DataPage",
    "DatesPage",
    "DayPage",
    "EventLine",
    "EventPage",
    "EventsPage",
    "Evidence",
    "FigureRow",
    "FigureValue",
    "HandwrittenPage",
    "Head",
    "HeadLink",
    "HeadMeta",
    "HomePage",
    "LeftOutRow",
    "LineLink",
    "LineRow",
    "MadePage",
    "Mark",
    "MatrixRow",
    "MonthPage",
    "Named",
    "NotFoundPage",
    "Note",
    "Opening",
    "OriginalPage",
    "OutletPage",
    "OutletsPage",
    "PassageRow",
    "PassageText",
    "Period",
    "PeriodPage",
    "QuoteRow",
    "QuoteText",
    "Reason",
    "RecordValue",
    "Ref",
    "Remark",
    "SearchPage",
    "SharedLine",
    "Shown",
    "Sibling",
    "SideBySideRow",
    "SpeakerRow",
    "StoriesPage",
    "StoryLine",
    "StoryPage",
    "TakenDownPage",
    "TextBlock",
    "TopicGroup",
    "TopicLine",
    "TopicPage",
    "TopicsPage",
    "UniqueRow",
    "UniqueText",
    "View",
    "YearPage",
]
