"""What the archivist keeps beside the captures: outlets, vocabulary, decisions, and the accession register.

Bytes in, values and findings out, each problem with its file and line. Nothing here raises on a bad row.
"""

from .decisions import read_decisions, unmatched_decisions
from .findings import near_captures
from .general import with_general_subjects
from .moved import Named, misleading
from .register import (
    Register,
    RegisterRow,
    accession,
    accessions,
    match_events,
    mint_slugs,
    read_register,
    redirects,
    with_copies,
    write_register,
)
from .slugs import free_slug, slug
from .sources import read_sources
from .vocabulary import read_vocabulary

__all__ = [
    "Named",
    "Register",
    "RegisterRow",
    "accession",
    "accessions",
    "free_slug",
    "match_events",
    "mint_slugs",
    "misleading",
    "near_captures",
    "read_decisions",
    "read_register",
    "read_sources",
    "read_vocabulary",
    "redirects",
    "slug",
    "unmatched_decisions",
    "with_copies",
    "with_general_subjects",
    "write_register",
]
