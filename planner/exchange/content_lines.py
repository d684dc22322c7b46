"""The lines that iCalendar and vCard files are made of: escaped, and none too long."""

import re

_OCTETS = 75
_SIGN = re.compile(r"\\(.)", re.DOTALL)


def escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.replace("\r\n", "\n").split("\n"))


def unescaped(written: str) -> str:
    return _SIGN.sub(lambda match: "\n" if match[1] in "nN" else match[1], written)


def folded(line: str) -> str:
    """No line longer than 75 octets, and none broken within a character."""
    if line.isascii():  # at once, as pictures are long
        rest = range(_OCTETS, len(line), _OCTETS - 1)
        return (
            "\r\n ".join((line[:_OCTETS], *(line[at : at + _OCTETS - 1] for at in rest))) + "\r\n"
        )
    parts, room = [""], _OCTETS
    for character in line:
        size = len(character.encode())
        if size > room:
            parts.append("")
            room = _OCTETS - 1  # the blank that begins a line that goes on
        parts[-1] += character
        room -= size
    return "\r\n ".join(parts) + "\r\n"
