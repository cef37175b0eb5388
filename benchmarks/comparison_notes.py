"""What the report on comparison says of quotations beside its table: counted by hand-made gold that is not in the project."""

QUOTES = """## Quotations and speakers, on events not seen before

Eleven real events of three to five outlets were annotated by reading, before any output was looked at; their texts and gold
are not part of the project. Each article goes through cleaning and description first. Nine (a crash, two court cases, a bid, a
parliament's debate, a discovery, a flight, a veto, an accusation; 38 articles, 315 quotations, 115 pairs across outlets) were
used to find faults. Two more (an accident at a zoo, a rocket launch; 61 quotations, 3 pairs) were left to the end and counted once
before anything was changed for them. A quotation is found where most of its words are; a speaker is right by surname or institution.

| events | mentions, precision / recall | linked pairs, precision / recall | speaker |
|---|---|---|---|
| nine, before this work | 0.99 / 0.98 | 0.96 / 0.77 | 0.84 |
| nine, now | 1.00 / 0.99 | 0.96 / 0.95 | 0.96 |
| two untouched, before this work | 0.97 / 0.98 | 0.60 / 1.00 | 0.81 |
| two untouched, as first counted | 0.97 / 0.98 | 0.60 / 1.00 | 0.77 |
| the same two, now | 0.97 / 0.98 | 0.60 / 1.00 | 0.85 |

The untouched events are few: five links in all, two of them wrong (one speaker's like words on two occasions; two speakers of one
phrase). A new rule that gave "the zoo" to the last body to speak cost them 0.04 before it was mended.

How it works: quotations are cut into sentences, keyed by stems in one spelling with near-synonyms under one, matched by the stretch
that both share best, and joined again where the groups run side by side. Where a stretch is a small part of a long sentence, its
words must come in one order, and words that the event repeats count half. Sentences of two languages are paired by names, numbers,
a lexicon of some 500 words a language and words that begin alike, where each is the other's best by a quarter. In the archive this
brought linked pairs from 45 to 88 of 113 with none wrong; the lexicon was written with those texts known, so that this is no figure for
unseen ones. "He", "it", "the company", "the statement" and "the director" are resolved within the article by what spoke, opened a
sentence or was issued, by titles and given names, and by the roles that the event's articles give to one person.

Names, by the spelling rules alone, over the names of these events: people 1.00 / 0.81 (F1 0.90; second Spanish surnames are missed),
organisations 1.00 / 0.80 (F1 0.89); nobody and nothing merged wrongly.

What falls short: retellings without marks that share few words with the utterance (of nine in the archive, one is found); quotations of
a document whose issuer stands behind it ("a statement issued by"); "it" for a body named inside a longer subject; a name in capitals
inside marks behind "called him the"; single words and pairs of words told by different speakers.
"""
