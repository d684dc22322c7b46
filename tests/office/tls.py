"""TLS before a server that was built without: PostgreSQL's own opening, then bytes both ways."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

_ASKING_FOR_TLS = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"


def certificate(folder: Path, host: str) -> tuple[Path, Path]:
    """A certificate made for a host and signed by itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    shown, kept = folder / f"{host}.crt", folder / f"{host}.key"
    shown.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    kept.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return shown, kept


@contextmanager
def behind_tls(server_socket: Path, shown: Path | None, kept: Path | None) -> Iterator[int]:
    """The port at which the server is reached by TLS; without a certificate it offers none."""
    context = None
    if shown is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(shown, kept)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_serve, args=(listening, server_socket, context)).start()
        yield listening.getsockname()[1]
        # a thread that waits in accept is not woken by close
        listening.shutdown(socket.SHUT_RDWR)


def _serve(listening: socket.socket, server_socket: Path, context: ssl.SSLContext | None) -> None:
    with suppress(OSError):
        while True:
            near, _ = listening.accept()
            threading.Thread(target=_pass_on, args=(near, server_socket, context)).start()


def _pass_on(near: socket.socket, server_socket: Path, context: ssl.SSLContext | None) -> None:
    with suppress(OSError), socket.socket(socket.AF_UNIX) as far:
        far.connect(str(server_socket))
        first = near.recv(8, socket.MSG_PEEK)
        if first == _ASKING_FOR_TLS:
            near.recv(8)
            near.sendall(b"N" if context is None else b"S")
            if context is not None:
                near = context.wrap_socket(near, server_side=True)
        with near:
            back = threading.Thread(target=_pump, args=(far, near))
            back.start()
            _pump(near, far)
            back.join()


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    for each in (source, target):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
