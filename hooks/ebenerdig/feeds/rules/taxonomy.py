"""What a person may do in a podcast, and what a feed may be for: the lists of the podcast namespace.

Source: the namespace's taxonomy of groups and roles, and the values of its
`medium` tag.
"""

from __future__ import annotations

ROLES: dict[str, tuple[str, ...]] = {
    "creative direction": (
        *("director", "assistant director", "executive producer", "senior producer", "producer"),
        *("associate producer", "development producer", "creative director"),
    ),
    "cast": ("host", "co-host", "guest host", "guest", "voice actor", "narrator", "announcer", "reporter"),
    "writing": (
        *("author", "editorial director", "co-writer", "writer", "songwriter", "guest writer", "story editor"),
        *("managing editor", "script editor", "script coordinator", "researcher", "editor", "fact checker"),
        *("translator", "transcriber", "logger"),
    ),
    "audio production": (
        *("studio coordinator", "technical director", "technical manager", "audio engineer"),
        *("remote recording engineer", "post production engineer"),
    ),
    "audio post-production": (
        *("audio editor", "sound designer", "foley artist", "composer", "theme music", "music production"),
        *("music contributor",),
    ),
    "administration": (
        *("production coordinator", "booking coordinator", "production assistant", "content manager"),
        *("marketing manager", "sales representative", "sales manager"),
    ),
    "visuals": ("graphic designer", "cover art designer"),
    "community": ("social media manager",),
    "misc.": ("consultant", "intern"),
    "video production": ("camera operator", "lighting designer", "camera grip", "assistant camera"),
    "video post-production": ("editor", "assistant editor"),
}

_LISTABLE = ("podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course")
MEDIA = (*_LISTABLE, *(f"{medium}L" for medium in _LISTABLE), "mixed")
"""The values of `podcast:medium`; one with an L is a list of such feeds."""

FILMS = ("video", "film")
"""The media whose items are all there to be watched."""
