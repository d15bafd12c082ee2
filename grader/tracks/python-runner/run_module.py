"""Loads a student's module and calls its function: run_module.py ENTRY NAME @PORT TOKEN, or ENTRY NAME [WORD...].

With a port, the grader at the other end says what to call the function with, and is told of every call that the
function makes. Without one, a person does: see doorway_by_hand.py. The module shares this process and its standard output,
so what it prints is its own; what is told to the grader goes over a connection that is in nobody's reach by accident.
"""

import base64
import errno
import importlib.util
import inspect
import json
import os
import socket
import sys
import threading

import doorway_by_hand
from doorway_errors import tell_error, text_of

SECONDS = 60
MOST_IDLE = 20
MOST_OFFERED = 16 * 1024 * 1024
SEND_BUFFER = 256 * 1024


def main():
    entry, name, *words = sys.argv[1:]
    sys.argv = [entry]
    sys.path[0] = os.path.dirname(entry)
    if not words or not words[0].startswith("@"):
        return doorway_by_hand.run(load(entry, name), name, words)
    link = Link(int(words[0][1:]), words[1])
    function = load(entry, name)
    unfit = why_unfit(function, name)
    if unfit is not None:
        return link.tell({"kind": "unfit", **unfit})
    link.tell({"kind": "loaded"})
    while True:
        task = link.hear()
        data = base64.b64decode(task["data"])
        if task["kind"] == "call":
            sock = pretended(link, task["takes"], task["breaksAt"])
            link.tell(call(function, sock, data.decode() if task["text"] else data))
        else:
            data = (data * (task["total"] // len(data) + 1))[: task["total"]]
            link.tell(call_over_tcp(function, task["port"], data))


class Link:
    """The connection to the grader: one JSON object a line."""

    def __init__(self, port, token):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        lines = connection.makefile("rb")
        turn = threading.RLock()

        def tell(message):
            with turn:
                connection.sendall(json.dumps(message).encode() + b"\n")

        def hear():
            line = lines.readline()
            if not line:
                os._exit(0)  # the grader is gone
            return json.loads(line)

        self.tell, self.hear = tell, hear
        tell({"kind": "hello", "token": token})


def load(entry, name):
    """What the module has under this name, or None; the module itself when it is not there."""
    spec = importlib.util.spec_from_file_location(name, entry)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        tell_error(error)
        sys.stdout.flush()
        os._exit(1)  # a thread that the module has started would keep us
    return getattr(module, name, module)


def why_unfit(found, name):
    if inspect.ismodule(found):
        names = [each for each, value in vars(found).items() if inspect.isfunction(value) and value.__module__ == name]
        return {"what": "nothing", "names": names[:20]}
    if inspect.isclass(found):
        return {"what": "class", "names": []}
    return None if callable(found) else {"what": "value", "names": [], "shown": shown(found)}


def shown(value):
    try:
        return repr(value)[:200]
    except Exception:
        return type(value).__name__


def socket_of(send):
    """What the function is given: one method, and nothing behind it that can be reached."""

    class Socket:
        __slots__ = ()

        def send(self, data, flags=0):
            return send(data)

    return Socket()


def bytes_of(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return memoryview(data).tobytes()


def pretended(link, takes, breaks_at):
    """A socket that does what the grader's script says, and tells of every call."""
    calls = offered = idle = 0

    def send(data):
        nonlocal calls, offered, idle
        data = bytes_of(data)
        broken = 0 < breaks_at <= calls + 1
        taken = None if broken else share(len(data), takes[calls] if calls < len(takes) else len(data))
        calls += 1
        link.tell({"kind": "send", "bytes": base64.b64encode(data).decode(), "took": taken, "waiting": 0})
        offered += len(data)
        idle = idle + 1 if not taken else 0
        if idle > MOST_IDLE or offered > MOST_OFFERED:
            threading.Event().wait()  # the grader has seen enough
        if broken:
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))
        return taken

    return socket_of(send)


def share(offered, word):
    return min(offered, max(1, int(offered * word) if word < 1 else word))


def call(function, sock, data):
    try:
        result = function(sock, data)
    except Exception as error:
        broken = is_broken_pipe(error)
        # An error in the handling of another one is told alone: it is the one that reached us.
        error.__suppress_context__ = True
        return {"kind": "raised", "trace": text_of(error), "type": type(error).__name__, "broken": broken, "waiting": 0}
    lazy = inspect.iscoroutine(result) or inspect.isgenerator(result)
    if lazy:
        result.close()
    return {"kind": "returned", "shown": shown(result), "lazy": lazy, "waiting": 0}


def is_broken_pipe(error):
    """Whether the error is the one of send(), or was raised `from` it."""
    for _ in range(20):
        if error is None or isinstance(error, BrokenPipeError):
            break
        error = error.__cause__
    return error is not None


def call_over_tcp(function, port, data):
    calls = {"sends": 0, "short": 0}
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        connection.settimeout(SECONDS)  # from now on send() takes what there is room for

        def send(data):
            taken = connection.send(data)
            calls["sends"] += 1
            calls["short"] += taken < memoryview(data).nbytes
            return taken

        result = call(function, socket_of(send), data)
    return {**result, **calls}


if __name__ == "__main__":
    main()
