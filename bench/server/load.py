"""A small load generator: prepared HTTP requests over a few kept connections of the loopback, each answer checked."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """What one run of load showed. Rates are items per second of wall time."""

    items: int
    seconds: float
    cpu_seconds: float

    @property
    def rate(self) -> float:
        """Items per second."""
        return self.items / self.seconds

    @property
    def cpu_per_thousand(self) -> float:
        """CPU seconds of the server per 1,000 items."""
        return self.cpu_seconds / self.items * 1000


def request(path: str, body: bytes, port: int, bearer: str = "") -> bytes:
    """Prepare one POST as it goes over the wire."""
    head = [f"POST {path} HTTP/1.1", f"Host: localhost:{port}", "Content-Type: application/json"]
    if bearer:
        head.append(f"Authorization: Bearer {bearer}")
    head.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*head, "", ""]).encode() + body


def drive(port: int, pid: int, requests: Sequence[bytes], items_each: int, connections: int, must: bytes) -> Measured:
    """Send all requests; every answer must be 200 and contain `must` once per item."""
    before = cpu_seconds(pid)
    started = time.perf_counter()
    asyncio.run(_drive(port, requests, connections, must, items_each))
    seconds = time.perf_counter() - started
    return Measured(len(requests) * items_each, seconds, cpu_seconds(pid) - before)


def cpu_seconds(pid: int) -> float:
    """CPU time of a process so far, its threads included (Linux: /proc)."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:  # noqa: PTH123  a kernel file, read in a hot place
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


async def _drive(port: int, requests: Sequence[bytes], connections: int, must: bytes, times: int) -> None:
    shares = [requests[start::connections] for start in range(connections)]
    await asyncio.gather(*(_one_connection(port, share, must, times) for share in shares if share))


async def _one_connection(port: int, requests: Sequence[bytes], must: bytes, times: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for prepared in requests:
        writer.write(prepared)
        head = await reader.readuntil(b"\r\n\r\n")
        lower = head.lower()
        start = lower.index(b"content-length:") + 15
        length = int(lower[start : lower.index(b"\r\n", start)])
        body = await reader.readexactly(length)
        if not head.startswith(b"HTTP/1.1 200") or body.count(must) != times:
            raise RuntimeError(f"an unexpected answer: {head[:60]!r} {body[:300]!r}")
    writer.close()
    await writer.wait_closed()
