"""Denies connections and files to the process of a query: a second line of defence behind the guard.

On Linux the kernel refuses new sockets (seccomp, https://docs.kernel.org/userspace-api/seccomp_filter.html). If the
graph is in memory, a limit on open files prevents opening any; a store opens its files as needed, so with a store
nothing prevents the process from opening others.
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
except ImportError:  # Unix only
    resource = None  # type: ignore[assignment]

__all__ = ["shut_doors"]

# The kernel's identifier of an architecture, and the number of its `socket` system call.
_CALLS = MappingProxyType({"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)})
_IO_URING_SETUP = 425  # another way to get a socket, with the same number everywhere
_FOREIGN = 0x40000000  # numbers from here on are system calls of another ABI (x32)

_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOWED, _REFUSED = 0x7FFF0000, 0x00050000 | 13  # with EACCES

_NO_NEW_PRIVILEGES, _SECCOMP, _BY_FILTER = 38, 22, 2


def shut_doors(place: Path) -> None:
    """Prevent the process from opening connections, and files unless the graph in `place` is a store, if possible.

    Where the system cannot do this, only the guard protects; likewise for a store on another server, which needs
    connections.
    """
    if is_remote(place):
        return
    _refuse_sockets()
    if resource is not None and not is_store(place):
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))


def _refuse_sockets() -> None:
    """Have the kernel refuse new sockets to this process; no effect where this is not supported."""
    known = _CALLS.get(platform.machine())
    if not sys.platform.startswith("linux") or known is None:
        return
    processor, call = known
    steps = (
        (_LOAD, 0, 0, 4),  # the architecture
        (_IF_EQUAL, 0, 5, processor),
        (_LOAD, 0, 0, 0),  # the number of the system call
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
