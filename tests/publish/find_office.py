"""Finds a LibreOffice that opens what is published, and installs one where there is none and it may."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.packages import apt_install

CHOSEN_BY_USER = "WGE_OFFICE"
KNOWN_NAMES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
PACKAGES = ("libreoffice-writer-nogui", "libreoffice-calc-nogui")


def office() -> str | None:
    """The user's choice, or the first LibreOffice on the PATH."""
    return next(filter(None, map(shutil.which, (os.environ.get(CHOSEN_BY_USER, ""), *KNOWN_NAMES))), None)


def converted(file: Path, kind: str, folder: Path) -> Path:
    """The file as LibreOffice understands it, saved as another kind (`pdf`, `csv:…`) into a folder."""
    program = office()
    if program is None:
        raise RuntimeError(f"no LibreOffice: install {' '.join(PACKAGES)}, or set {CHOSEN_BY_USER}")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # so that several may run at once
    call = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(file)]
    subprocess.run(call, check=True, capture_output=True, timeout=180)
    return folder / f"{file.stem}.{kind.partition(':')[0]}"


def main() -> int:
    """Print where it is; with --install, get it first where there is none."""
    parser = argparse.ArgumentParser(prog="python -m tests.publish.find_office", description=__doc__)
    parser.add_argument("--install", action="store_true", help="install a LibreOffice where there is none")
    if parser.parse_args().install and office() is None:
        apt_install(*PACKAGES)
    found = office()
    print(found or f"no LibreOffice was found: install one, or set {CHOSEN_BY_USER}")
    return 0 if found else 2


if __name__ == "__main__":
    sys.exit(main())
