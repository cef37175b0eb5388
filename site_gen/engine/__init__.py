"""How stages are run: caching, processes and the catalogue. Knows nothing of news.

``store`` holds the catalogue and the cache (SQLite); ``run`` runs a function over shards of items in N processes and
sets aside what kills its worker; ``plan`` says, purely, what must be done again and why; ``report`` counts.
"""
