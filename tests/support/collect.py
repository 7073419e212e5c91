"""A phone with ODK Collect: asks and sends in its shapes, and is as strict as it is about what comes back.

Shapes and checks are those of Collect's OpenRosa client (`OkHttpOpenRosaServerClient`, `FormListParser`) and of
JavaRosa's `XFormSerializingVisitor`: both headers on every request, with a date in a 12-hour pattern; a device id in
every query; the XML part first; only 201 and 202 for success; 200 taken for somebody else's page.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

import httpx
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]  # the package has no types

LIST = "{http://openrosa.org/xforms/xformsList}"
MANIFEST = "{http://openrosa.org/xforms/xformsManifest}"
RESPONSE = "{http://openrosa.org/http/response}"
XFORMS = "{http://www.w3.org/2002/xforms}"
DEVICE = "collect:q4V7cT1tQbUeJ9Zx"
HEADERS = {
    "X-OpenRosa-Version": "1.0",
    "Date": "Fri, 27 Nov 2026 01:07:11 GMT+00:00",
    "User-Agent": "org.odk.collect.android/v2026.2.4 Dalvik/2.1.0",
    "Accept-Encoding": "gzip",
}
BOUNDARY = "3f2e9d2c-57a1-4d0c-9a4e-1f0a6d5b8c71"


@dataclass
class BlankForm:
    """A form as it was downloaded."""

    form_id: str
    version: str
    content: bytes
    media: dict[str, bytes] = field(default_factory=dict)

    @property
    def model(self) -> Element:
        """The model of the form."""
        found = fromstring(self.content).find(f".//{XFORMS}model")
        assert found is not None
        return found

    def bind(self, path: str) -> dict[str, str]:
        """What the form says about a path."""
        return next((dict(one.attrib) for one in self.model.iter(f"{XFORMS}bind") if one.get("nodeset") == path), {})

    def fill(self, body: str, instance_id: str | None = None, **meta: str) -> str:
        """Return an instance as JavaRosa writes it; `body` is the XML of what is relevant."""
        said = {"instanceID": f"uuid:{instance_id or uuid4()}", **meta}
        inside = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in said.items())
        return (
            f"<?xml version='1.0' ?><data id={quoteattr(self.form_id)} version={quoteattr(self.version)}"
            ' xmlns:h="http://www.w3.org/1999/xhtml" xmlns:orx="http://openrosa.org/xforms"'
            f' xmlns:jr="http://openrosa.org/javarosa">{body}<meta>{inside}</meta></data>'
        )


@dataclass
class Collect:
    """One phone, set up with an address (and a password, if it was given one)."""

    client: httpx.Client
    server_url: str
    password: str | None = None

    def get(self, url: str) -> httpx.Response:
        """Ask as Collect does: with its device id, first without a password, then with it if one is asked for."""
        return self._ask("GET", f"{url}?deviceID={DEVICE}")

    def forms(self) -> list[BlankForm]:
        """Download the list, and every form in it; fail where Collect would."""
        answer = openrosa(self.get(f"{self.server_url}/formList"))
        listed = fromstring(answer.content)
        assert listed.tag == f"{LIST}xforms"
        return [self._download(form) for form in listed]

    def _download(self, form: Element) -> BlankForm:
        said = {child.tag.removeprefix(LIST): child.text or "" for child in form}
        assert form.tag == f"{LIST}xform"
        assert {"formID", "name", "downloadUrl", "hash"} <= said.keys()
        content = self.get(said["downloadUrl"])
        assert content.status_code == 200, content.text
        assert said["hash"] == f"md5:{hashlib.md5(content.content).hexdigest()}"  # noqa: S324  as OpenRosa has it
        root = fromstring(content.content).find(f".//{XFORMS}instance/*")
        assert root is not None
        assert (root.get("id"), root.get("version")) == (said["formID"], said["version"])
        media = self._media(said["manifestUrl"]) if "manifestUrl" in said else {}
        return BlankForm(said["formID"], said["version"], content.content, media)

    def _media(self, url: str) -> dict[str, bytes]:
        """Download every file of a manifest; one without name, hash or address fails them all."""
        answer = openrosa(self.get(url))
        found = {}
        for listed in fromstring(answer.content):
            said = {child.tag.removeprefix(MANIFEST): child.text or "" for child in listed}
            assert listed.tag == f"{MANIFEST}mediaFile"
            assert {"filename", "hash", "downloadUrl"} <= said.keys()
            content = self.get(said["downloadUrl"])
            assert content.status_code == 200, content.text
            assert said["hash"] == f"md5:{hashlib.md5(content.content).hexdigest()}"  # noqa: S324  as OpenRosa has it
            found[said["filename"].rpartition("/")[2]] = content.content
        return found

    def send(self, xml: str | bytes, *files: tuple[str, bytes], incomplete: bool = False) -> httpx.Response:
        """Look for the place to send to, then send. Never follows a page that answers 200."""
        looked = self._ask("HEAD", f"{self.server_url}/submission?deviceID={DEVICE}")
        assert looked.status_code == 204, looked.text
        assert int(looked.headers["X-OpenRosa-Accept-Content-Length"]) > 100_000
        return self.post(post_body(xml, *files, incomplete=incomplete))

    def post(self, body: bytes, content_type: str = f"multipart/form-data; boundary={BOUNDARY}") -> httpx.Response:
        """Send these bytes."""
        url = f"{self.server_url}/submission?deviceID={DEVICE}"
        return openrosa(self._ask("POST", url, content=body, headers={"Content-Type": content_type}))

    def _ask(self, method: str, url: str, headers: dict[str, str] | None = None, **more: Any) -> httpx.Response:
        sent = {**HEADERS, **(headers or {})}
        answer = self.client.request(method, url, headers=sent, **more)
        if answer.status_code != 401 or self.password is None or answer.url.scheme != "https":
            return answer
        assert answer.headers["WWW-Authenticate"].startswith("Basic ")
        return self.client.request(method, url, headers=sent, auth=("anybody", self.password), **more)


def openrosa(answer: httpx.Response) -> httpx.Response:
    """Insist that an answer is an OpenRosa server's."""
    assert answer.headers.get("X-OpenRosa-Version") == "1.0", answer.text
    assert "text/xml" in answer.headers["Content-Type"], answer.text
    return answer


def said(answer: httpx.Response) -> str:
    """Return the sentence that Collect shows."""
    message = fromstring(answer.content).find(f"{RESPONSE}message")
    assert message is not None
    return message.text or ""


def post_body(xml: str | bytes, *files: tuple[str, bytes], incomplete: bool = False) -> bytes:
    """Return a body as Collect writes it: the XML first, then each file under its own name."""
    parts = [_part("xml_submission_file", xml if isinstance(xml, bytes) else xml.encode(), "Pulse.xml", "text/xml")]
    parts += [_part(name, content, name, "image/jpeg") for name, content in files]
    parts += [_part("*isIncomplete*", b"yes")] if incomplete else []
    return b"".join(b"--" + BOUNDARY.encode() + b"\r\n" + part for part in parts) + f"--{BOUNDARY}--\r\n".encode()


def _part(name: str, content: bytes, filename: str | None = None, kind: str | None = None) -> bytes:
    return "\r\n".join(_head(name, content, filename, kind)).encode() + b"\r\n\r\n" + content + b"\r\n"


def _head(name: str, content: bytes, filename: str | None, kind: str | None) -> Iterator[str]:
    yield f'Content-Disposition: form-data; name="{name}"' + (f'; filename="{filename}"' if filename else "")
    if kind:
        yield f"Content-Type: {kind}"
    yield f"Content-Length: {len(content)}"
