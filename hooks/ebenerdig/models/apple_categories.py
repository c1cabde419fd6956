"""Apple's list of podcast categories, which every directory follows to the letter.

Source: the category list in Apple's podcast RSS requirements.
"""

from __future__ import annotations

from difflib import get_close_matches

from pydantic_core import PydanticCustomError

APPLE_CATEGORIES: dict[str, tuple[str, ...]] = {
    "Arts": ("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"),
    "Business": ("Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"),
    "Comedy": ("Comedy Interviews", "Improv", "Stand-Up"),
    "Education": ("Courses", "How To", "Language Learning", "Self-Improvement"),
    "Fiction": ("Comedy Fiction", "Drama", "Science Fiction"),
    "Government": (),
    "Health & Fitness": ("Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"),
    "History": (),
    "Kids & Family": ("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"),
    "Leisure": (
        "Animation & Manga",
        "Automotive",
        "Aviation",
        "Crafts",
        "Games",
        "Hobbies",
        "Home & Garden",
        "Video Games",
    ),
    "Music": ("Music Commentary", "Music History", "Music Interviews"),
    "News": (
        "Business News",
        "Daily News",
        "Entertainment News",
        "News Commentary",
        "Politics",
        "Sports News",
        "Tech News",
    ),
    "Religion & Spirituality": (
        "Buddhism",
        "Christianity",
        "Hinduism",
        "Islam",
        "Judaism",
        "Religion",
        "Spirituality",
    ),
    "Science": (
        "Astronomy",
        "Chemistry",
        "Earth Sciences",
        "Life Sciences",
        "Mathematics",
        "Natural Sciences",
        "Nature",
        "Physics",
        "Social Sciences",
    ),
    "Society & Culture": ("Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"),
    "Sports": (
        "Baseball",
        "Basketball",
        "Cricket",
        "Fantasy Sports",
        "Football",
        "Golf",
        "Hockey",
        "Rugby",
        "Running",
        "Soccer",
        "Swimming",
        "Tennis",
        "Volleyball",
        "Wilderness",
        "Wrestling",
    ),
    "Technology": (),
    "True Crime": (),
    "TV & Film": ("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"),
}

WRITTEN_OUT = [
    *APPLE_CATEGORIES,
    *(f"{parent} > {child}" for parent, children in APPLE_CATEGORIES.items() for child in children),
]


def check_category(value: str) -> str:
    """Return `value`, such as `Technology` or `Business > Management`, if Apple knows it."""
    if value not in WRITTEN_OUT:
        nearest = get_close_matches(value, WRITTEN_OUT, 1, 0.3)
        raise PydanticCustomError("category", "", {"value": value, "nearest": nearest[0] if nearest else "Technology"})
    return value


RETIRED = {
    "Games & Hobbies": "Leisure",
    "Government & Organizations": "Government",
    "News & Politics": "News",
    "Science & Medicine": "Science",
    "Sports & Recreation": "Sports",
    "Management & Marketing": "Management",
    "Podcasting": "Technology",
    "Software How-To": "Technology",
    "Tech News": "Technology",
}
"""Names from before 2019 and what stands for them now."""


def present_category(parent: str, child: str = "") -> str | None:
    """Return Apple's present name for a category as feeds have it, or None where there is nothing like it."""
    by_name = {name.casefold(): name for name in WRITTEN_OUT}
    parent = RETIRED.get(parent, parent)
    for name in (f"{parent} > {child}", f"{parent} > {RETIRED.get(child, child)}", parent, RETIRED.get(child, child)):
        if name.casefold() in by_name:
            return by_name[name.casefold()]
    return None
