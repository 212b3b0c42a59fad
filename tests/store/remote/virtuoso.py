"""`make test-virtuoso`: the tests of a store at an endpoint, on a Virtuoso that lasts as long as they do.

With WGE_TEST_ENDPOINT they run on the endpoint at that address instead, whose graphs of ours they take away.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.store.remote.server import free_port

TESTS = ["tests/store/remote/test_same_answers.py", "tests/store/remote/test_writing.py"]
SETTINGS = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
DirsAllowed = .
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 10
Charset = UTF-8
"""
# Whoever asks may write: it listens on this computer only, and is gone when the tests are.
RIGHTS = ['grant SPARQL_UPDATE to "SPARQL";', "DB.DBA.RDF_DEFAULT_USER_PERMS_SET ('nobody', 7);"]


@contextmanager
def virtuoso() -> Iterator[str]:
    """The address of an empty Virtuoso."""
    if shutil.which("virtuoso-t") is None:
        sys.exit("virtuoso-t was not found: install it (Debian, Ubuntu: apt install virtuoso-opensource)")
    with tempfile.TemporaryDirectory(prefix="virtuoso-") as name:
        folder, sql, http = Path(name), free_port(), free_port()
        settings = folder / "virtuoso.ini"
        settings.write_text(SETTINGS.format(folder=folder, sql=sql, http=http), encoding="utf-8")
        process = subprocess.Popen(
            ["virtuoso-t", "+foreground", "+configfile", str(settings)],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            url = f"http://127.0.0.1:{http}/sparql"
            _wait_for(url, process)
            for right in RIGHTS:
                subprocess.run(
                    ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba"],
                    input=right.encode(),
                    stdout=subprocess.DEVNULL,
                    check=True,
                )
            yield url
        finally:
            process.kill()
            process.wait()


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        if process.poll() is not None:
            sys.exit("Virtuoso ended before it answered")
        try:
            urllib.request.urlopen(f"{url}?query=ASK%7B%7D", timeout=5).close()  # noqa: S310 - our own
        except OSError:
            time.sleep(0.25)
        else:
            return
    sys.exit("Virtuoso does not answer")


def main() -> int:
    """Run the tests; their exit status."""
    command = [sys.executable, "-m", "pytest", "-q", *TESTS, *sys.argv[1:]]
    if os.environ.get("WGE_TEST_ENDPOINT"):
        return subprocess.run(command, check=False).returncode
    with virtuoso() as url:
        return subprocess.run(command, env={**os.environ, "WGE_TEST_ENDPOINT": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
