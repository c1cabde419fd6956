"""Read WebVTT and SRT: times, and whatever stands below them up to the next time.

Players end a cue at the first empty line. Here its text goes on until the next
cue begins, so that no word is lost that somebody wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..transcript import Cue
from .markup import BLANK, CLOCK, voices
from .rolling import Block, unrolled
from .times import Read, Told, disordered, mend, seconds

TIMING = re.compile(rf"\n{BLANK}*+{CLOCK}{BLANK}*+-->{BLANK}*+{CLOCK}(?:{BLANK}.*+)?+$", re.MULTILINE)
"""A line of times, with the line feed before it: an expression that begins with a letter is found far sooner."""
ARROW = re.compile(r"^.*-->.*$", re.MULTILINE)
OTHER_ARROW = re.compile(rf"\n{BLANK}*+{CLOCK}{BLANK}*+(?!-->)([^\d\n]{{1,12}}){CLOCK}.*$", re.MULTILINE)
"""Two times with something else between them: `->`, `—>`, `bis`."""
ONE_CLOCK = re.compile(rf"{BLANK}*+{CLOCK}{BLANK}*+(?:$|-->)")
COMMENT = re.compile(r"(?<=\n\n)(?:NOTE(?![^\s])|(?:STYLE|REGION)[ \t]*+$).*+(?:\n.++)*+", re.MULTILINE)
INDENT = re.compile(rf"{BLANK}*+")
SPACES = re.compile(rf"\n{BLANK}++$", re.MULTILINE)
ONE_VOICE = re.compile(r"\n<v ([^<>&\s]++(?: [^<>&\s]++)*+)>([^<&{]*+)")
"""What most cues are that name a speaker; the rest takes longer to read."""
CLOCK_LENGTHS = {9, 12, 13, 14}
"""Letters of the times that players of WebVTT take, `00:01.000` to `1000:00:01.000`."""
COMMENTS = ("\n\nNOTE", "\n\nSTYLE", "\n\nREGION")


def read_blocks(text: str, mistakes: list[Told], *, is_vtt: bool) -> Read:
    """Read the cues of a text whose lines end with a line feed."""
    if is_vtt and not re.match(r"WEBVTT(?:\s|$)", text):
        mistakes.append((1, 1, "transcript-no-webvtt", ""))
    text = SPACES.sub("\n", f"\n{text}")
    parts = TIMING.split(text)
    begins, ends = parts[1::3], parts[2::3]
    head, identified = _without_identifier(parts[0] if is_vtt else f"\n{parts[0]}", is_vtt=is_vtt, identified=True)
    bodies = parts[3:-1:3]
    if identified or any(body[-1:].isdecimal() for body in bodies):
        bodies = [_without_identifier(body, is_vtt=is_vtt, identified=identified)[0] for body in bodies]
    bodies += parts[-1:] if begins else []
    if is_vtt and any(comment in text for comment in COMMENTS):
        bodies = [COMMENT.sub("", body) if "\n\n" in body else body for body in bodies]
    times = [(seconds(begin), seconds(end)) for begin, end in zip(begins, ends, strict=True)]
    gaps = any("\n\n" in body and "\n\n" in body.rstrip() for body in bodies)
    clocks = [*begins, *ends]
    odd_clocks = is_vtt and ("," in "".join(clocks) or not {*map(len, clocks)} <= CLOCK_LENGTHS)
    mended = mend(times, bodies)
    wrong = disordered(times)
    lines = list(_lines(text)) if wrong or mended else []
    written = text.split("\n") if wrong else []
    mistakes += [(*lines[number], "transcript-order", written[lines[number][0]].strip()) for number in wrong]
    mistakes += _unreadable(text, len(begins))
    blocks = [Block(start, end, body) for (start, end), body in zip(times, bodies, strict=True)]
    rolled = unrolled(blocks)
    cues = list(_cues(blocks if rolled is None else rolled))
    before = _unspoken(head, is_vtt=is_vtt) if begins else []
    return Read(cues, gaps or odd_clocks or rolled is not None, [lines[number][0] for number in mended], before)


def _cues(blocks: list[Block]) -> Iterator[Cue]:
    for start, end, text in blocks:
        if usual := ONE_VOICE.fullmatch(text):
            if words := " ".join(usual[2].split()):
                yield Cue(start, end, words, usual[1])
        elif "<" in text or "&" in text or "{" in text:
            for speaker, words in voices(text):
                yield Cue(start, end, words, speaker)
        elif words := " ".join(text.split()):
            yield Cue(start, end, words)


def _without_identifier(body: str, *, is_vtt: bool, identified: bool) -> tuple[str, bool]:
    """Take the next cue's number or name from the end of a text, and say whether there was one.

    In files that begin without, only a number below an empty line is one: everything else is somebody's words.
    """
    rest, _, line = body.rpartition("\n")
    is_apart = rest.endswith("\n")
    if not line:
        return body, False
    is_number = line.strip().isdecimal()
    is_identifier = (is_number and is_apart) or (identified and (is_number or (is_vtt and is_apart)))
    return (rest, True) if is_identifier else (body, False)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Line and column of every time."""
    line, begin = 0, 0
    for match in TIMING.finditer(text):
        line += text.count("\n", begin, match.start() + 1)
        begin = match.start() + 1
        yield line, len(match[0]) - len(match[0].lstrip())


def _unreadable(text: str, count: int) -> Iterator[Told]:
    """Tell of times that are none, and of arrows that are written otherwise."""
    line, begin = 0, 0
    found = {match.start() + 1: (match, match.start(2), "transcript-arrow") for match in OTHER_ARROW.finditer(text)}
    if text.count("-->") != count:
        for match in ARROW.finditer(text):
            if not TIMING.match(text, match.start() - 1) or match[0].count("-->") > 1:
                first = ONE_CLOCK.match(match[0])
                place = match.start() + (first.end() if first else 0)
                found.setdefault(match.start(), (match, place, "transcript-timing"))
    for start, (match, place, code) in sorted(found.items(), key=lambda item: item[0]):
        line += text.count("\n", begin, start)
        begin = start
        indent = INDENT.match(text, place)
        yield line, (indent.end() if indent else place) - start + 1, code, match[0].strip()


def _unspoken(head: str, *, is_vtt: bool) -> list[int]:
    """The lines of words that stand before the first time, where nobody will hear them."""
    if is_vtt:
        head = COMMENT.sub(lambda match: "\n" * match[0].count("\n"), head)
    header, _, spoken = head.partition("\n\n")
    above = header.count("\n") + 2 - (not is_vtt)
    return [number for number, line in enumerate(spoken.split("\n"), above) if any(c.isalpha() for c in line)]
