"""site_gen: from a folder of captured news articles to a clean, cross-linked, searchable static archive."""

__version__ = "0.1.0"
