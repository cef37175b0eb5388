"""The site on disk: Pelican's shell, the search index, addresses for machines, and the swap of the output folder."""
