"""Which words about a speaker are fit to stand under the name: an office, a calling, kin.

Goes in: what stood beside a name in a sentence that was read by rules. Comes out: the same without what hangs on at its
end, or nothing where it is no description by its form.
"""

from __future__ import annotations

import re

from site_gen.language.names import any_language

MOST_WORDS = 14
"""Words beyond which a description is a sentence that was not understood."""
_INITIAL = re.compile(r"[^\W\d]\.?")


def office(said: str | None) -> str | None:
    """Return a description fit to be shown; None where there is none.

    None opens with a preposition ("in his report"; "of Norham College" may stand), ends with an owner ("the Gazette's") or initials ("Jane M."), or
    is made of small words alone; "director and author of" loses its "of", "her lawyer" its "her", "including Sen." the first word.
    """
    words = (said or "").split()
    if words and words[0].casefold() in any_language("possessives") | any_language("openers_of_lists"):
        del words[0]
    small = any_language("small_words") | any_language("auxiliaries")
    while words and words[-1] in small:
        words.pop()
    if not words or len(words) > MOST_WORDS or any(w[-1] in ",،;:" for w in words):
        return None
    is_of_somewhere = words[0] in any_language("partitives") and words[-1][0].isupper()
    opening = any_language("role_links") | any_language("partitives") | any_language("scope_openers")
    hangs = (words[0] in opening and not is_of_somewhere) or words[-1].endswith(("'s", "’s", "'", "’"))
    return None if hangs or _INITIAL.fullmatch(words[-1]) else " ".join(words)


def names_body(name: str) -> bool:
    """Whether words can name a body or a group: no pronoun, no small preposition and, of several, no verb of speech opens them."""
    first, *others = name.split() or [""]
    if first.casefold() in any_language("pronouns_one") | any_language("pronouns_many"):
        return not others
    if others and first in any_language("speech_verbs"):
        return False
    return first not in any_language("no_body_openers")
