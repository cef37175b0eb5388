"""Hand on the captured pages as a web archive in one file (WACZ 1.1.1), which programs for web archives replay.

In go the catalogue of the last build, which says whose page each capture is and what of it may be shown, and the
captures; out comes the file, and the name of every capture that is not in it, with the reason.
"""

from .choose import Packed, pack

__all__ = ["Packed", "pack"]
