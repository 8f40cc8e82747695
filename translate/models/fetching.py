"""Installing of a published package by its name: the one place of this package that opens sockets."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from pathlib import Path

from translate.models.download import Download, Report
from translate.models.errors import ModelError
from translate.models.installing import Installed, Say, from_archive, named, take_archive
from translate.models.known import KNOWN, MIRROR, Known
from translate.models.staging import DOWNLOADS, changing


def install_known(
    name: str,
    models: Path,
    environ: Mapping[str, str],
    say: Say,
    report: Callable[[str], Report],
    sha256: str = "",
) -> Installed:
    """Fetches and installs a published package. Raises ModelError.

    ``report`` gives for a name what is told how far the download is. ``sha256`` stands in for the
    digest of the published package, for a mirror with another one under that name.
    """
    known = KNOWN.get(name)
    if known is None:
        raise ModelError(
            f"{name}: sanyu knows no package of that name and there is no such file; it can fetch"
            f" {', '.join(KNOWN)}, and install any .argosmodel file for zh→en, zh→vi and en→vi."
        )
    links = known.links(mirror(environ))
    wanted = sha256 or known.sha256
    size = known.size if wanted == known.sha256 else 0
    download = Download(links, wanted, size, models / DOWNLOADS)
    with changing(models, say) as stage:
        if present := from_archive(name, wanted, models):
            return Installed(present, unchanged=True)
        try:
            archive = download.run(report(name))
        except ModelError as error:
            raise ModelError(f"{name}: {error}. {mend(known)}") from error
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                download.discard()
            raise
        try:
            with named(Path(known.file)):
                installed = take_archive(archive, models, stage, say, None, wanted)
        except ModelError:
            # It is what the server has, and of no use.
            download.discard()
            raise
        download.discard()
    return installed


def mirror(environ: Mapping[str, str]) -> str:
    """The mirror a person named. Raises ModelError for one that is no address."""
    address = environ.get(MIRROR, "")
    if address and not address.startswith(("https://", "http://")):
        raise ModelError(f"{MIRROR}: {address} is no address; it must begin with https:// or http://.")
    return address


def mend(known: Known) -> str:
    """What to do where a download fails."""
    gone = "" if known.listed else f" {known.name} is in the package index no more, so the link may be gone."
    return (
        f"Without a network, bring {known.file} here in another way and say"
        f" sanyu models install {known.file}.{gone}"
    )
