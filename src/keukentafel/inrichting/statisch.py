"""Static files: from the package as they are, or collected with hashed names and compressed (as the servers do)."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped]
from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.management import call_command
from django.utils.functional import cached_property
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class VlotInpakken(Compressor):
    """Nearly the smallest, in a tenth of the time: it is done at every start."""

    @staticmethod
    def compress_brotli(data: bytes) -> bytes:
        """Pack with brotli at a level that does not hold up the start."""
        return bytes(brotli.compress(data, quality=9))


class Statisch(CompressedManifestStaticFilesStorage):
    """Hashed and compressed names once collected; plain names before (tests, a first look)."""

    def read_manifest(self) -> str | None:
        """The list of collected files; none when nothing was collected."""
        return super().read_manifest() if self.base_location else None

    def create_compressor(self, **kwargs: Any) -> Compressor:
        """What packs the collected files."""
        return VlotInpakken(**kwargs)

    def url(self, name: str | None, force: bool = False) -> str:
        """The address of a file; with a hash in it when the files were collected."""
        if not self.hashed_files:
            return str(StaticFilesStorage.url(self, name))
        if name not in self._adressen:
            self._adressen[name] = str(super().url(name, force))
        return self._adressen[name]

    @cached_property
    def _adressen(self) -> dict[str | None, str]:
        """By name: what was collected keeps its hash as long as this process lives."""
        return {}


def leg_klaar() -> Path:
    """Collect the static files in a folder of this process, unless one was given; gone when the process ends."""
    if settings.STATIC_ROOT:
        return Path(settings.STATIC_ROOT)
    map_ = Path(tempfile.mkdtemp(prefix="keukentafel-"))
    atexit.register(shutil.rmtree, map_, ignore_errors=True)
    settings.STATIC_ROOT = str(map_)
    settings.WHITENOISE_USE_FINDERS = False
    call_command("collectstatic", interactive=False, verbosity=0)
    return map_
