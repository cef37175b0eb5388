"""The nouns of the archive: frozen, slotted, standard library only.

In the order of an article's journey: Record, Capture, Body, Article (with its Brief and Fingerprint), Event and Story,
Comparison, Topic, Page. ``Sourced`` carries a value's basis; ``Finding`` carries what a person should know.
"""

from .article import (
    Article,
    Brief,
    BriefName,
    CaptureRef,
    Contributor,
    DateClue,
    Fingerprint,
    NameMention,
)
from .body import REMOVED_ROLES, Block, Body, Edit, Line, Link, Role, SiteLines, Survey
from .capture import Capture, Given, Outline, Record
from .card import (
    ArticleCard,
    EventCard,
    OutletCard,
    Period,
    SharedWith,
    Stats,
    StoryCard,
    TopicCard,
    TopicName,
)
from .catalogue import Catalogue, Listing
from .comparison import (
    Comparison,
    Figure,
    FigureMention,
    Overlap,
    OwnWording,
    Passage,
    PassageMention,
    Quote,
    QuoteMention,
    Speaker,
    Unique,
)
from .event import Because, Event, LeftOut, LinkedAgain, LinkReason, Links, Story, VersionGroup
from .finding import Finding, Level
from .page import RESERVED_NAMES, Page
from .searchable import FacetValue, Searchable
from .sourced import Basis, Evidence, Sourced, Span
from .topic import Decision, Outlet, Topic, VocabularyTerm

__all__ = [
    "REMOVED_ROLES",
    "RESERVED_NAMES",
    "Article",
    "ArticleCard",
    "Basis",
    "Because",
    "Block",
    "Body",
    "Brief",
    "BriefName",
    "Capture",
    "CaptureRef",
    "Catalogue",
    "Comparison",
    "Contributor",
    "DateClue",
    "Decision",
    "Edit",
    "Event",
    "EventCard",
    "Evidence",
    "FacetValue",
    "Figure",
    "FigureMention",
    "Finding",
    "Fingerprint",
    "Given",
    "LeftOut",
    "Level",
    "Line",
    "Link",
    "LinkReason",
    "LinkedAgain",
    "Links",
    "Listing",
    "NameMention",
    "Outlet",
    "OutletCard",
    "Outline",
    "Overlap",
    "OwnWording",
    "Page",
    "Passage",
    "PassageMention",
    "Period",
    "Quote",
    "QuoteMention",
    "Record",
    "Role",
    "Searchable",
    "SharedWith",
    "SiteLines",
    "Sourced",
    "Span",
    "Speaker",
    "Stats",
    "Story",
    "StoryCard",
    "Survey",
    "Topic",
    "TopicCard",
    "TopicName",
    "Unique",
    "VersionGroup",
    "VocabularyTerm",
]
