"""The sieve before the index: most capitalised words name no place, which a bit tells at a hundredth of a look-up's cost."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable

_BITS = 23  # a megabyte, one in twenty of them ones: of the names that nobody bears, as many are looked up in vain
_SHIFT = 32 - _BITS


class Sieve:
    """A Bloom filter of one hash over folded names: what it does not hold is not in the index, and no longer name starts with it.

    It holds each name and, of longer ones, the first two words. The mark of a text is its CRC, which that of a longer one can be worked out
    from: ``mark(b" wells", mark(b"tunbridge"))``.
    """

    def __init__(self, bits: bytes | bytearray) -> None:
        self.bits = bits

    @classmethod
    def of(cls, names: Iterable[str]) -> Sieve:
        """Make the sieve of folded names."""
        sieve = cls(bits := bytearray(1 << _BITS - 3))
        for name in names:
            for text in {name, " ".join(name.split(" ", 2)[:2])}:
                at = mark(text.encode()) >> _SHIFT
                bits[at >> 3] |= 1 << (at & 7)
        return sieve

    def holds(self, name: str) -> bool:
        """Tell whether the index may have a folded name; False is certain."""
        return self.holds_mark(crc32(name.encode()))

    def holds_mark(self, marked: int) -> bool:
        """Tell the same by the mark of a folded name."""
        at = marked >> _SHIFT
        return self.bits[at >> 3] >> (at & 7) & 1 == 1


mark = crc32
