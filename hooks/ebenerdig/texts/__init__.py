"""Every sentence that editors or visitors read, by language.

`problems.de.ftl` holds what editors read, `site.de.ftl` what visitors read, in
the Fluent format, which knows plurals and is what translators' tools read.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("de", "en")


class Texts:
    """The sentences of one language: `texts("minutes", n=3)`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._written = lru_cache(4096, typed=True)(self._write)
        self._bundle = FluentBundle([language], use_isolating=False)
        for path in sorted(Path(__file__).parent.glob(f"*.{language}.ftl")):
            self._bundle.add_resource(FluentResource(path.read_text("utf-8")))

    def __call__(self, sentence: str, **values: Any) -> str:
        """Return the sentence with `values` in their places; KeyError for an unknown id or a missing value."""
        return self._written(sentence, **values)

    def _write(self, sentence: str, **values: Any) -> str:
        pattern = self._bundle.get_message(sentence).value
        if pattern is None:
            raise KeyError(sentence)
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise KeyError(f"{sentence}: {errors}")
        return str(text)

    def __contains__(self, sentence: str) -> bool:
        return self._bundle.has_message(sentence)


@cache
def texts(language: str) -> Texts:
    """Return the sentences of `language`, `de` or `en`, read once."""
    return Texts(language)
