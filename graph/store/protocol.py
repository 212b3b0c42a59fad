"""The SPARQL 1.1 protocol, as far as a store needs it: questions and updates by POST, each with a limit.

No redirect is followed, no proxy is asked, nothing is sent twice: nothing is contacted but the address given.
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    SSLError,
    TimeoutError,  # noqa: A004 - what it is called there
)

from graph.errors import InputError
from graph.store.address import Address
from graph.store.sparql import syntax_error

QUERY_SECONDS, UPDATE_SECONDS = 120.0, 900.0
_CONNECT_SECONDS = 10.0
_CHUNK = 65536
_OK, _MOVED, _WRONG = range(200, 300), range(300, 400), 400
_NOT_TAKEN = {_WRONG, 404, 405, 413, 415, 501}
_NO_ENTRY = {401, 403}
_CONNECTIONS = 8
_SAID = 200  # characters of what an endpoint says of itself
_CHECK = "controleer het adres, en of de dienst draait"


class UpdateRefusedError(InputError):
    """An endpoint did not take an update, so that nothing of it was carried out."""


class Answer(io.RawIOBase):
    """What an endpoint answers, as a file that is read until the time is over; `type` is its media type."""

    def __init__(self, response: urllib3.BaseHTTPResponse, until: float) -> None:
        """Use `Endpoint.asked`."""
        self.type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        self.headers = response.headers
        self._response, self._until = response, until

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Some bytes; urllib3's TimeoutError when they come too late."""
        if time.monotonic() > self._until:
            raise TimeoutError
        found = self._response.read1(min(len(buffer), _CHUNK), decode_content=True)
        buffer[: len(found)] = found
        return len(found)


class Endpoint:
    """An address that answers. Safe to share between threads."""

    def __init__(self, address: Address) -> None:
        """Nothing is asked yet."""
        self.address = address
        self._pool = _pool(address)

    @property
    def shown(self) -> str:
        """Its address, for people."""
        return self.address.shown

    @contextmanager
    def asked(
        self,
        query: str,
        accept: str,
        options: tuple[tuple[str, str], ...] = (),
        seconds: float = QUERY_SECONDS,
    ) -> Iterator[Answer]:
        """The answer to a query, to be read inside the `with`.

        Raises:
            InputError: no connection, no answer in time, a refusal, or a query that the endpoint cannot read.
        """
        body = urlencode([("query", query), *options]).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": accept}
        with self._sent(body, headers, seconds) as (status, answer):
            if status == _WRONG:
                raise syntax_error(_said(answer))
            self._check(status, answer)
            yield answer

    def update(self, update: str, seconds: float = UPDATE_SECONDS) -> None:
        """Send an update.

        Raises:
            UpdateRefusedError: the endpoint did not take it.
            InputError: no connection, no answer in time: whether it was carried out is not known.
        """
        headers = {"Content-Type": "application/sparql-update", "Accept": "*/*"}
        with self._sent(update.encode(), headers, seconds) as (status, answer):
            if status in _NOT_TAKEN:
                todo = "geef met WGE_STORE_UPDATE het adres voor wijzigingen (update)"
                raise UpdateRefusedError(
                    self.shown, f"voert wijzigingen niet uit ({status}: {_said(answer)})", todo
                )
            self._check(status, answer)
            answer.read()

    @contextmanager
    def _sent(self, body: bytes, headers: dict[str, str], seconds: float) -> Iterator[tuple[int, Answer]]:
        own = {"Authorization": self.address.authorization} if self.address.authorization else {}
        until = time.monotonic() + seconds
        response = None
        try:
            response = self._pool.urlopen(
                "POST",
                self.address.target,
                body,
                {"User-Agent": "wie-gaat-erover", **headers, **own},
                retries=False,
                redirect=False,
                preload_content=False,
                timeout=urllib3.Timeout(connect=min(_CONNECT_SECONDS, seconds), read=seconds),
            )
            yield response.status, Answer(response, until)
        except HTTPError as error:
            raise self._failure(error, seconds) from error
        finally:
            if response is not None:
                _let_go(response)

    def _failure(self, error: HTTPError, seconds: float) -> InputError:
        """Why there is no answer, in words that repeat nothing of what was sent."""
        no_connection = isinstance(error, ConnectTimeoutError | NewConnectionError)
        if isinstance(error, TimeoutError) and not no_connection:
            todo = "probeer het later, of vraag minder"
            return InputError(self.shown, f"gaf binnen {seconds:g} s geen heel antwoord", todo)
        why = "de verbinding werd verbroken"
        if isinstance(error, SSLError):
            why = "de beveiligde verbinding kwam niet tot stand"
        elif isinstance(error, NameResolutionError):
            why = "die naam is onbekend"
        elif no_connection:
            why = "er luistert niets"
        return InputError(self.shown, f"is niet te bereiken ({why})", _CHECK)

    def _check(self, status: int, answer: Answer) -> None:
        """An InputError for anything but a plain answer."""
        if status in _OK:
            return
        if status in _MOVED:
            raise InputError(self.shown, f"verwijst door naar elders ({status})", "geef dat adres zelf")
        if status in _NO_ENTRY:
            todo = "geef naam en wachtwoord in het adres (https://naam:wachtwoord@…), of vraag om toegang"
            raise InputError(self.shown, f"weigert de toegang ({status})", todo)
        raise InputError(self.shown, f"antwoordt met een fout ({status}: {_said(answer)})", _CHECK)


def _pool(address: Address) -> urllib3.HTTPConnectionPool:
    kind = urllib3.HTTPSConnectionPool if address.secure else urllib3.HTTPConnectionPool
    return kind(address.host, address.port, maxsize=_CONNECTIONS)


def _let_go(response: urllib3.BaseHTTPResponse) -> None:
    """A connection whose answer was read to the end serves again; another one is closed."""
    if not response.closed:
        response.close()
    response.release_conn()


def _said(answer: Answer) -> str:
    """The endpoint's own words, on one line and without what could steer a terminal."""
    text = " ".join((answer.read(4 * _SAID) or b"").decode("utf-8", "replace").split())
    return "".join(char for char in text if char.isprintable())[:_SAID]
