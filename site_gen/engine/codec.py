"""Values to bytes and back: MessagePack of the model's dataclasses, compressed."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

import msgspec
import zstandard

T = TypeVar("T")

_encoder = msgspec.msgpack.Encoder(order="deterministic")


def pack(value: object) -> bytes:
    """Return a value as compressed bytes; the same value gives the same bytes."""
    return _compressor().compress(_encoder.encode(value))


def unpack(data: bytes, kind: type[T]) -> T:
    """Return the value of this kind that ``pack`` made the bytes of."""
    return _decoder(kind).decode(_decompressor().decompress(data))  # type: ignore[no-any-return, arg-type]


def encode(value: object) -> bytes:
    """Return a value as bytes, not compressed: for envelopes around what is compressed already."""
    return _encoder.encode(value)


def decode(data: bytes, kind: type[T]) -> T:
    """Return the value of this kind that ``encode`` made the bytes of."""
    return _decoder(kind).decode(data)  # type: ignore[no-any-return, arg-type]


@cache
def _decoder(kind: Any) -> Any:
    return msgspec.msgpack.Decoder(kind)


@cache
def _compressor() -> zstandard.ZstdCompressor:
    return zstandard.ZstdCompressor(level=3, write_content_size=True)


@cache
def _decompressor() -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor()
