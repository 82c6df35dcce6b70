"""Keeping the process of a question from connections and files: a second guard behind the reading of queries.

On Linux the kernel refuses every new socket (seccomp, https://docs.kernel.org/userspace-api/seccomp_filter.html). Where
the graph is in memory, no file can be opened either, by a limit of open ones; a store opens its files as it needs them,
so there nothing keeps the process from others.
"""

from __future__ import annotations

import ctypes
import platform
import struct
import sys
from pathlib import Path
from types import MappingProxyType

from kg.locations import is_remote
from kg.store.opening import is_store

try:
    import resource
except ImportError:  # Unix alone has it
    resource = None  # type: ignore[assignment]

__all__ = ["shut_doors"]

# What the kernel calls a processor, and the number of its call `socket`.
_CALLS = MappingProxyType({"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)})
_IO_URING_SETUP = 425  # the other way to a socket, of the same number everywhere
_FOREIGN = 0x40000000  # numbers from here on are calls in the manner of another processor (x32)

_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOWED, _REFUSED = 0x7FFF0000, 0x00050000 | 13  # with EACCES

_NO_NEW_PRIVILEGES, _SECCOMP, _BY_FILTER = 38, 22, 2


def shut_doors(place: Path) -> None:
    """Keep the process from opening a connection, and a file unless the graph in `place` is a store, if the system can.

    If it cannot, the reading of queries stands alone; so it does for a store on another server, which is sent them.
    """
    if is_remote(place):
        return
    _refuse_sockets()
    if resource is not None and not is_store(place):
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))


def _refuse_sockets() -> None:
    """Have the kernel refuse new sockets to this process; nothing when it has no such means."""
    known = _CALLS.get(platform.machine())
    if not sys.platform.startswith("linux") or known is None:
        return
    processor, call = known
    steps = (
        (_LOAD, 0, 0, 4),  # the processor
        (_IF_EQUAL, 0, 5, processor),
        (_LOAD, 0, 0, 0),  # the number of the call
        (_IF_AT_LEAST, 3, 0, _FOREIGN),
        (_IF_EQUAL, 2, 0, call),
        (_IF_EQUAL, 1, 0, _IO_URING_SETUP),
        (_RETURN, 0, 0, _ALLOWED),
        (_RETURN, 0, 0, _REFUSED),
    )
    filter_ = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = ctypes.create_string_buffer(struct.pack("HP", len(steps), ctypes.addressof(filter_)))
    control = ctypes.CDLL(None, use_errno=True).prctl
    zero = ctypes.c_ulong(0)
    control(_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), zero, zero, zero)
    control(_SECCOMP, ctypes.c_ulong(_BY_FILTER), program, zero, zero)
