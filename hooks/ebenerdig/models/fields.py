"""The kinds of values an editor can write, each with its check.

Metadata arrives as text (see `source`), because YAML's own guesses turn the
postcode 01067 into 567 and `no` into false. Each type here turns text into a
value or raises a `PydanticCustomError` whose type is the id of the sentence
in `texts/` that explains the mistake.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Annotated, Any, ClassVar, TypeVar, get_args
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    HttpUrl,
    PlainValidator,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .file_names import no_picture, unfit
from .providers import Embed, embed, is_host

T = TypeVar("T")

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_NAME = 240
"""Bytes; no disk takes more than 255, and copies of a file have a little more in their names."""
MORNING = time(6)
"""A date without a time means six in the morning: the right day in every nearby time zone."""

_http_url = TypeAdapter(HttpUrl)


DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that make text read in another order than it is written."""


def _check_characters(value: str, allowed: str) -> None:
    """Refuse what no feed can hold, and what makes text read in another order than it is written."""
    for character in value:
        refused = unicodedata.category(character) in ("Cc", "Cs") or character in f"\ufffe\uffff{DIRECTIONS}"
        if refused and character not in allowed:
            raise PydanticCustomError("control-character", "{name}", {"name": f"U+{ord(character):04X}"})


def _clean(value: str) -> str:
    value = unicodedata.normalize("NFC", value.strip())
    _check_characters(value, "\n\t")
    if not value:
        raise PydanticCustomError("empty", "")
    return value


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _at_most_words(limit: int) -> Callable[[str], str]:
    def check(value: str) -> str:
        count = len(value.split())
        if count > limit:
            raise PydanticCustomError("too-many-words", "", {"count": count, "limit": limit})
        return value

    return check


_CLEAN = AfterValidator(_clean)
Text = Annotated[str, _CLEAN]
Line = Annotated[Text, AfterValidator(_one_line)]
Title = Annotated[Line, Field(max_length=70)]
Teaser = Annotated[Line, AfterValidator(_at_most_words(60))]
Definition = Annotated[Line, AfterValidator(_at_most_words(25))]
Takeaway = Annotated[Line, AfterValidator(_at_most_words(15))]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]


def holds_text(annotation: Any, metadata: Iterable[Any] = ()) -> bool:
    """Whether a field of this type, with pydantic's `metadata`, holds words that somebody wrote."""
    inner = (holds_text(argument) for argument in get_args(annotation))
    return annotation is _CLEAN or any(part is _CLEAN for part in metadata) or any(inner)


def library_language(info: ValidationInfo) -> str:
    """The language of the library whose files are read, which is that of all that names none."""
    language: str = (info.context or {}).get("language", "de")
    return language


def _own_or_librarys(value: Any, info: ValidationInfo) -> Any:
    return library_language(info) if value is None else value


OwnLanguage = Annotated[Language, BeforeValidator(_own_or_librarys)]
"""A language that may be left out where it is the library's."""


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Many = Annotated[tuple[T, ...], BeforeValidator(_as_list)]
"""A list; a single value may be written without the dash."""


def _url(value: str) -> str:
    try:
        address = _http_url.validate_python(value)
    except ValidationError:
        raise PydanticCustomError("url", "", {"value": value}) from None
    if address.username or address.password:
        raise PydanticCustomError("url-credentials", "", {"value": address.host})
    return str(address)


Url = Annotated[Text, AfterValidator(_url), WithJsonSchema({"type": "string", "format": "uri"})]


def _host(value: str) -> str:
    """Read the name of a server; umlauts become what stands in addresses."""
    try:
        host = urlsplit(_url(value if "://" in value else f"https://{value}")).netloc
    except PydanticCustomError:
        host = ""
    if not is_host(host) or re.search("[/?#]", value):
        suggestion = host if is_host(host) else "video.example.org"
        raise PydanticCustomError("host", "", {"value": value, "suggestion": suggestion})
    return host


Host = Annotated[Line, AfterValidator(_host), WithJsonSchema({"type": "string", "examples": ["video.example.org"]})]
"""The name of a server alone, such as `video.example.org`."""


class Target(str):
    """Where a button leads: a web address, `mailto:`, `tel:`, or a page of this site such as `packages/start`."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls._read, core_schema.str_schema(strip_whitespace=True))

    @classmethod
    def _read(cls, value: str) -> Target:
        value = _clean(value)
        if re.match(r"^[a-z][a-z0-9+.-]*:", value, re.IGNORECASE):
            if re.match(r"^(mailto:[^\s<>\"]+@[^\s<>\"]+|tel:\+?[0-9()/ -]+)$", value):
                return cls(value)
            return cls(_url(value))
        if re.match(r"^/?[a-z0-9-]+(/[a-z0-9-]+)*/?$", value):
            return cls(value.strip("/"))
        raise PydanticCustomError("target", "", {"value": value})

    @property
    def is_site_page(self) -> bool:
        """Whether this names a page of this site."""
        return ":" not in self


class Alias(str):
    """An address that a page once had: a slug in the same folder as now, or a path from the site's root."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls._read, core_schema.str_schema(strip_whitespace=True))

    @classmethod
    def _read(cls, value: str) -> Alias:
        value = _clean(value)
        page = re.sub(r"(^|/)(index(\.html?)?)?$", "", value, flags=re.IGNORECASE)
        if len(page.encode()) > 200 or not re.match(r"^/?[^\W_][\w~-]*(/[^\W_][\w~-]*)*(\.html?)?$", page):
            raise PydanticCustomError("alias", "", {"value": value})
        return cls(page)

    def below(self, folder: str) -> str:
        """The address from the site's root, for a page that now lies in `folder`: no slash at either end."""
        return self.strip("/") if "/" in self else f"{folder}/{self}"


def _levels(value: Any) -> tuple[int, ...]:
    if isinstance(value, str):
        match = re.match(r"^([1-9]\d?)(?:\s*[-–]\s*([1-9]\d?))?$", value.strip())
        if match:
            first, last = int(match[1]), int(match[2] or match[1])
            if first <= last:
                return tuple(range(first, last + 1))
    elif isinstance(value, list) and value and all(isinstance(n, str) and re.match(r"^[1-9]\d?$", n) for n in value):
        return tuple(sorted({int(n) for n in value}))
    raise PydanticCustomError("levels", "", {"value": str(value)})


Levels = Annotated[
    tuple[int, ...],
    PlainValidator(_levels),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^[1-9]\d?(-[1-9]\d?)?$", "examples": ["1-2", 3]}),
]


def _moment(value: Any) -> datetime:
    """Read an ISO date, or date and time; without a zone it is local to the site."""
    if isinstance(value, str):
        try:
            if re.match(r"^(?:19|2\d)\d{2}-\d{2}-\d{2}$", value):
                return datetime.combine(date.fromisoformat(value), MORNING)
            if re.match(r"^(?:19|2\d)\d{2}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}", value):
                return datetime.fromisoformat(re.sub(r"[T ](\d):", r" 0\1:", value))
        except ValueError:
            pass
    raise PydanticCustomError("moment", "", {"value": str(value)})


def _day(value: Any) -> date:
    if isinstance(value, str) and re.match(r"^\d{4}-\d{2}-\d{2}$", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("day", "", {"value": str(value)})


def _clock_time(value: str) -> str:
    if not re.match(CLOCK_TIME, value):
        raise PydanticCustomError("clock-time", "", {"value": value})
    return value


def _seconds(value: Any) -> float:
    if isinstance(value, str):
        match = re.match(r"^(?:(?:(\d{1,3}):)?(\d{1,2}):)?(\d{1,5}(?:\.\d{1,3})?)$", value)
        if match:
            hours, minutes, seconds = int(match[1] or 0), int(match[2] or 0), float(match[3])
            if not match[2] or (seconds < 60 and (not match[1] or minutes < 60)):
                return hours * 3600 + minutes * 60 + seconds
    raise PydanticCustomError("seconds", "", {"value": str(value)})


Moment = Annotated[
    datetime,
    PlainValidator(_moment),
    WithJsonSchema({"type": "string", "examples": ["2026-03-01", "2026-03-01 07:30"]}),
]
Day = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
CLOCK_TIME = r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$"
ClockTime = Annotated[
    Line, AfterValidator(_clock_time), WithJsonSchema({"type": "string", "pattern": CLOCK_TIME, "examples": ["9:30"]})
]
"""A time of the day, hours and minutes."""
Seconds = Annotated[
    float, PlainValidator(_seconds), WithJsonSchema({"type": ["string", "number"], "examples": ["12:34", "1:02:03"]})
]


class Reference(str):
    """The id of a record in a register; `register` names the register."""

    register: ClassVar[str]
    pattern: ClassVar[str] = SLUG

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(pattern=cls.pattern, strip_whitespace=True)
        return core_schema.no_info_after_validator_function(cls, text)


class AreaId(Reference):
    register = "areas"


class TopicId(Reference):
    register = "topics"


class TechnologyId(Reference):
    register = "technologies"


class IndustryId(Reference):
    register = "industries"


class PersonId(Reference):
    register = "people"


class OrganisationId(Reference):
    register = "organisations"


class FunderId(Reference):
    register = "funders"


class LicenseId(Reference):
    register = "licenses"
    pattern = r"^[A-Za-z0-9]+([.+-][A-Za-z0-9]+)*$"


class ShowId(Reference):
    register = "shows"


class ItemId(Reference):
    """An item's address in the repository, such as `episodes/was-ist-ki`."""

    register = "items"
    pattern = r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$"


class Guid(str):
    """The name by which apps know an item for ever, to the letter; it is nobody's to read."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(strip_whitespace=False, max_length=8000)
        return core_schema.no_info_after_validator_function(cls._read, text)

    @classmethod
    def _read(cls, value: str) -> Guid:
        if not value.strip():
            raise PydanticCustomError("empty", "")
        _check_characters(value, f"\t\n\r\x85{DIRECTIONS}")  # apps go by every character of an old feed
        return cls(value.strip(" \t\n\r"))


class FileRef(str):
    """A file beside the item, as a relative path with forward slashes."""

    remote: ClassVar[bool] = False

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls._read, core_schema.str_schema(strip_whitespace=True))

    @classmethod
    def _read(cls, value: str) -> FileRef:
        value = _clean(value)
        if re.match(r"^[a-z][a-z0-9+.-]*:", value, re.IGNORECASE):
            if not cls.remote:
                raise PydanticCustomError("file-not-local", "", {"value": value})
            return cls(_url(value))
        if value.startswith("/") or "\\" in value or ".." in value.split("/"):
            raise PydanticCustomError("file-outside", "", {"value": value})
        for name in value.split("/"):
            if len(name.encode()) > LONGEST_NAME:
                values = {"value": f"{name[:40]}…", "count": len(name), "limit": LONGEST_NAME}
                raise PydanticCustomError("file-name-long", "", values)
        path = posixpath.normpath(value)
        cls._check_kind(path)
        return cls(path)

    @classmethod
    def _check_kind(cls, path: str) -> None:
        if code := unfit(path):
            raise PydanticCustomError(code, "", {"value": path})

    @property
    def is_remote(self) -> bool:
        """Whether this is a web address and not a file of the repository."""
        return "://" in self


class PictureRef(FileRef):
    """A picture beside the item, of a kind that every browser shows."""

    @classmethod
    def _check_kind(cls, path: str) -> None:
        kind = no_picture(path)
        if kind and unfit(path) in ("", "file-active"):
            raise PydanticCustomError("picture", "", {"value": path, "kind": kind})
        super()._check_kind(path)


SOUND = ("mp3", "m4a", "ogg", "opus", "wav", "flac")
"""How files end that hold sound alone."""


class MediaRef(FileRef):
    """A sound or film file beside the item, or the web address of one, or of the page where a provider shows it."""

    remote = True

    @property
    def embed(self) -> Embed | None:
        """The provider's frame, if this is the page of a film at a known provider."""
        return embed(self) if self.is_remote else None

    @property
    def is_recording(self) -> bool:
        """Whether a player can play this itself."""
        return not self.is_remote or self._ends(*SOUND, "mp4", "m4v", "webm")

    @property
    def is_sound(self) -> bool:
        """Whether this holds sound without a picture, as far as its name tells."""
        return self._ends(*SOUND)

    def _ends(self, *endings: str) -> bool:
        return self.split("?")[0].lower().rpartition(".")[2] in endings
