"""What a file's name tells: whether it may be published, and whether it is a picture that browsers show."""

from __future__ import annotations

PRIVATE = ("index.md", "media.json", "script.md")
"""What lies beside an item and is never published."""

ACTIVE = ("html", "htm", "xhtml", "xht", "shtml", "mhtml", "svg", "svgz", "js", "mjs", "xsl", "xslt", "swf", "hta")
"""How files end in which something can run when a browser opens them."""

PICTURES = ("jpg", "jpeg", "png", "webp", "gif")
"""How pictures end that every browser shows."""

NO_PICTURES = {
    "photo": ("heic", "heif", "avif", "bmp", "tif", "tiff", "psd", "raw", "dng", "cr2", "nef", "jp2", "jxl", "ico"),
    "drawing": ("svg", "svgz", "eps", "ai", "wmf", "emf", "cdr"),
    "recording": ("mp3", "m4a", "ogg", "opus", "wav", "flac", "aac", "mp4", "m4v", "mov", "webm", "avi", "mkv"),
    "document": ("pdf", "html", "htm", "doc", "docx", "odt", "ppt", "pptx", "odp", "xls", "xlsx", "ods", "zip"),
}
"""What else is named where a picture belongs, by what is to be done about it."""


def ending(name: str) -> str:
    """What stands behind a file name's last dot, in small letters."""
    return name.rpartition("/")[2].rpartition(".")[2].lower()


def no_picture(name: str) -> str:
    """Say what a file is instead of a picture that browsers show, by its name; nothing if it is one."""
    if ending(name) in PICTURES:
        return ""
    return next((kind for kind, endings in NO_PICTURES.items() if ending(name) in endings), "other")


def unfit(path: str) -> str:
    """Say why no file of this name is published from beside an item, as a problem's code; nothing if it may be."""
    parts = path.casefold().split("/")
    if parts[-1] in PRIVATE or any(part.startswith(".") for part in parts if part != "."):
        return "file-private"
    if parts[-1] == "index.html" or parts[0] == "read":
        return "file-taken"
    return "file-active" if ending(path) in ACTIVE else ""
