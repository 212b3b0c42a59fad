"""Installs what the tests need besides Python, where the machine lets us."""

from __future__ import annotations

import os
import shutil
import subprocess


def apt_install(*packages: str) -> None:
    """Install Debian packages, as root on a machine that has apt; else nothing happens."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], check=False, env=quiet)
    subprocess.run(
        ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages], check=False, env=quiet
    )
