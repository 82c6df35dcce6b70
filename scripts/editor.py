"""Put the query editor into a wheel: two files of the npm package `@zazuko/yasgui`, fetched by npm when it is built.

The repository holds nothing of it. Without npm or without a network, or with `KG_NO_EDITOR=1`, the wheel is built
without it, and `kg serve` offers its plain form.
"""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

__all__ = ["EditorHook"]

PACKAGE = "@zazuko/yasgui@4.6.2"
SHA512 = "Zw45KdPoAE1KRaAoxIHdQqeJxvaVG1oQdntw0hy0ktX35Zu8ZccuOLrXCLwR+GU+0xMzLw8Mjw6BkSZV2vUuQw=="
FILES = ("build/yasgui.min.js", "build/yasgui.min.css", "package.json")
PLACE = "kg/present/serve/editor"
SECONDS = 60
# Without a network, npm would try for a minute; what it has fetched before is the same, by its hash.
OPTIONS = ("--silent", "--ignore-scripts", "--prefer-offline", "--fetch-retries=1", "--fetch-retry-mintimeout=1000")


class EditorHook(BuildHookInterface):  # type: ignore[type-arg,misc]  # hatchling's own configuration is of no matter here
    """Adds the editor to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch the files and have them included, unless this is an installation from a checkout."""
        if version == "editable" or self.target_name != "wheel" or os.environ.get("KG_NO_EDITOR"):
            return
        self.folder = Path(tempfile.mkdtemp(prefix="kg-editor-"))
        try:
            found = fetch(self.folder)
        except (OSError, ValueError, subprocess.SubprocessError, tarfile.TarError) as error:
            self.app.display_warning(f"the wheel goes without the query editor ({error}); `kg serve` has a plain form")
            return
        build_data["force_include"].update({str(path): f"{PLACE}/{path.name}" for path in found})

    def finalize(self, *_: object) -> None:
        """Remove what was fetched."""
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder, ignore_errors=True)


def fetch(folder: Path) -> list[Path]:
    """Return the files of the editor, unpacked into a folder.

    Raises:
        OSError: there is no npm.
        ValueError: what it brings is not the package that is known.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("no npm here")
    command = [npm, "pack", PACKAGE, *OPTIONS, "--pack-destination", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=folder, timeout=SECONDS)
    (packed,) = folder.glob("*.tgz")
    if base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode() != SHA512:
        raise ValueError(f"{PACKAGE} is another package than the one that is known")
    with tarfile.open(packed) as archive:
        for name in FILES:
            member = archive.extractfile(f"package/{name}")
            if member is None:
                raise ValueError(f"{PACKAGE} lacks {name}")
            (folder / Path(name).name).write_bytes(member.read())
    return [folder / Path(name).name for name in FILES]
