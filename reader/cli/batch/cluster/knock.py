"""A knock at a cluster's door before Ray is loaded, which would wait half a minute and not say why."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from pathlib import Path

from reader.cli.console import Failure

ADDRESS = re.compile(r"ray://((?:[^\s/:@\[\]]+|\[[0-9A-Fa-f:.]+\]):(\d{1,5}))")
# What Ray's own client asks first: ClusterInfo with a ClusterInfoRequest of type PING (field 1, value 6).
METHOD, PING = "/ray.rpc.RayletDriver/ClusterInfo", b"\x08\x06"
# Seconds until a door counts as shut.
PATIENCE = 10.0
MODE, TOKEN, TOKEN_PATH = "RAY_AUTH_MODE", "RAY_AUTH_TOKEN", "RAY_AUTH_TOKEN_PATH"
PROXIES = ("grpc_proxy", "https_proxy", "http_proxy")
WHERE = (
    "on its head, ray get-auth-token prints it; set RAY_AUTH_TOKEN to that, or RAY_AUTH_TOKEN_PATH to a file"
)


def place_of(address: str) -> str | None:
    """``HOST:PORT`` of ``ray://HOST:PORT``; None for anything else."""
    match = ADDRESS.fullmatch(address)
    return match[1] if match and 0 < int(match[2]) < 65536 else None


def knock(address: str, place: str, environ: MutableMapping[str, str], patience: float = PATIENCE) -> None:
    """Asks the cluster for a sign of life. Raises Failure, which says what is wrong and how to mend it.

    A cluster that wants a token is shown the one that is here, and Ray is told to show it, too: by
    itself it would not, for an address that is given. Whoever names a cluster trusts it with more.
    """
    if environ.get("RAY_USE_TLS", "0").lower() in ("1", "true"):
        # Certificates are Ray's business.
        return
    mode = environ.get(MODE, "").lower()
    kept, token = token_of(environ)
    if mode == "token" and not token:
        raise Failure(f"{address}: {MODE} is token, but there is none here; {WHERE}.")
    status, details = answer(place, "", patience)
    if status == "UNAUTHENTICATED":
        if mode == "disabled":
            raise Failure(f"{address}: the cluster wants a token; leave out {MODE}=disabled.")
        if not token:
            raise Failure(f"{address}: the cluster wants a token, and there is none here; {WHERE}.")
        # gRPC sends no other characters, and complains on stderr.
        if token.isascii() and token.isprintable():
            status, details = answer(place, token, patience)
        if status == "UNAUTHENTICATED":
            raise Failure(f"{address}: the cluster does not accept the token of {kept}; {WHERE}.")
        environ[MODE] = "token"
    if status != "OK":
        raise Failure(f"{address}: {shut(status, details, patience)}{proxy_of(environ)}")


def answer(place: str, token: str, patience: float) -> tuple[str, str]:
    """The name of gRPC's status, and what it says of it. Raises Failure where gRPC is not installed."""
    try:
        import grpc
    except ImportError as error:
        raise Failure("--on needs Ray with its client; say pip install 'sanyu[ray]'.") from error
    metadata = [("client_id", "sanyu"), *([("authorization", f"Bearer {token}")] if token else [])]
    with grpc.insecure_channel(place) as channel:
        try:
            channel.unary_unary(METHOD)(PING, timeout=patience, metadata=metadata)
        except grpc.RpcError as error:
            return error.code().name, error.details() or ""
    return "OK", ""


def shut(status: str, details: str, patience: float) -> str:
    """Why nobody opens, and what to do about it."""
    start = "check the address, and that ray start --head ran there (with ray[client] installed)"
    if status == "DEADLINE_EXCEEDED":
        return f"no answer within {patience:.0f} seconds; {start}, and that a firewall lets the port through."
    if "refused" in details:
        return f"nothing listens there; {start}: the port for this is 10001 unless it was given another."
    if "resolving" in details or "lookup" in details or "DNS" in details:
        return "there is no machine of that name; check the address."
    if status == "UNAVAILABLE" and "HTTP/2" not in details:
        return f"no cluster answers ({details.rpartition(': ')[2][:120].rstrip('. ]')}); {start}."
    return (
        "what answers there is not Ray's client server; its port is 10001 unless ray start was given another"
        " (--ray-client-server-port), and 6379 is for Ray itself."
    )


def token_of(environ: Mapping[str, str]) -> tuple[str, str]:
    """Where Ray's token is kept, and the token: of the variable, else of its file; empty without one."""
    if token := environ.get(TOKEN, "").strip():
        return TOKEN, token
    try:
        path = Path(environ[TOKEN_PATH]) if environ.get(TOKEN_PATH) else Path.home() / ".ray" / "auth_token"
        return str(path), path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError, RuntimeError):
        return "", ""


def proxy_of(environ: Mapping[str, str]) -> str:
    """A sentence about the proxy that gRPC goes through, where one is set."""
    name = next((name for name in PROXIES if environ.get(name)), None)
    return (
        f" The way leads through a proxy ({name}); to go straight, name the host in no_proxy." if name else ""
    )
