"""Tell what a file is by its first bytes: names lie, above all after somebody renamed instead of converting."""

from __future__ import annotations

from typing import BinaryIO

from .mpeg import mpeg_layer, sound_begins

BEGINNINGS = (
    (0, b"fLaC", "FLAC"),
    (0, b"OggS", "Ogg"),
    (0, b"RIFX", "RIFX"),
    (8, b"WAVE", "WAV"),
    (4, b"ftyp", "MP4"),
    (4, b"moov", "MP4"),
    (4, b"mdat", "MP4"),
    (4, b"wide", "MP4"),
    (4, b"skip", "MP4"),
    (4, b"free", "MP4"),
    (4, b"styp", "MP4"),
    (8, b"AIF", "AIFF"),
    (8, b"WEBP", "WebP"),
    (8, b"AVI ", "AVI"),
    (0, b"riff\x2e\x91\xcf\x11", "Wave64"),
    (0, b"caff", "CAF"),
    (0, b"\x1a\x45\xdf\xa3", "Matroska/WebM"),
    (0, b"\x30\x26\xb2\x75", "Windows Media"),
    (0, b"#!AMR", "AMR"),
    (0, b"MThd", "MIDI"),
    (0, b"\xff\xd8\xff", "JPEG"),
    (0, b"\x89PNG", "PNG"),
    (0, b"GIF8", "GIF"),
    (0, b"%PDF", "PDF"),
    (0, b"PK\x03\x04", "ZIP"),
    (0, b"\x1f\x8b", "GZIP"),
    (0, b"BM", "BMP"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
)
"""Where a mark stands, the mark, and what it says."""

IN_FTYP = {b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIC", b"msf1": "HEIC", b"avif": "AVIF", b"avis": "AVIF"}
"""Pictures in the same box as films."""

POINTER = "Git LFS"
"""The kind of a file whose content stayed with Git LFS."""


def kind(file: BinaryIO, size: int) -> str:
    """Name what an open file holds; "?" when it is none of what is known here."""
    begins = sound_begins(file, size)
    file.seek(begins)
    head = file.read(512)
    if head.startswith(b"version https://git-lfs"):
        return POINTER
    for at, mark, name in BEGINNINGS:
        if head.startswith(mark, at):
            return IN_FTYP.get(head[8:12], name) if mark == b"ftyp" else name
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<!doctype html", b"<html")):
        return "HTML"
    if text.startswith(b"<svg") or (text.startswith((b"<?xml", b"<!--", b"<!doctype svg")) and b"<svg" in text):
        return "SVG"
    if head[::188] == b"GGG":  # each packet begins so
        return "MPEG-TS"
    layer = mpeg_layer(file, begins)
    if not layer and head[:1] == b"\xff" and head[1:2] in (b"\xf0", b"\xf1", b"\xf8", b"\xf9"):
        return "AAC (ADTS)"
    return {2: "MP2", 3: "MP3"}.get(layer, "?")
