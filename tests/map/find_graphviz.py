"""Finds Graphviz, beside whose drawing the crossings of the map are counted; installs it where it may."""

from __future__ import annotations

import argparse
import shutil

from tests.packages import apt_install


def dot() -> str | None:
    """Where the program `dot` is."""
    return shutil.which("dot")


def main() -> None:
    """Print where it is; with --install, get it first where there is none."""
    parser = argparse.ArgumentParser(prog="python -m tests.map.find_graphviz", description=__doc__)
    parser.add_argument("--install", action="store_true", help="install Graphviz where there is none")
    if parser.parse_args().install and dot() is None:
        apt_install("graphviz")
    print(dot() or "no Graphviz was found: what is counted beside it will be skipped")


if __name__ == "__main__":
    main()
