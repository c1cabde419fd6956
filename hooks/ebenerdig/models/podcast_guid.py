"""What `podcast:guid` is: the one name of a show that stays when its address, title and host change.

It is computed once from the address that the feed had first, and kept.
Source: the podcast namespace's document on the tag `guid`.
"""

from __future__ import annotations

import re
from uuid import UUID, uuid5

PODCASTS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The podcast namespace's own UUID, in which all shows are named."""


def without_scheme(address: str) -> str:
    """What of a feed's address counts: neither its scheme nor slashes at its end."""
    return re.sub(r"^[A-Za-z][A-Za-z0-9+.-]*://", "", address.strip()).rstrip("/")


def podcast_guid(address: str) -> str:
    """Compute the `podcast:guid` of the feed at `address`."""
    return str(uuid5(PODCASTS, without_scheme(address)))
