"""Doorway's call trace for Python: one JSON line per audited socket call on DOORWAY_TRACE_FD.

An audit hook (PEP 578) only listens: it adds no frame to a traceback, wraps nothing and changes no result.
Whatever goes wrong here is silent, because a trace explains and never decides.
"""

import os
import sys


def _start():
    import json
    import time

    fd = int(os.environ["DOORWAY_TRACE_FD"])
    opened = os.fstat(fd)
    identity = (opened.st_dev, opened.st_ino)
    prefix = "socket."
    calls = {"socket.bind", "socket.connect", "socket.sendto", "socket.sendmsg"}

    def listen(event, args):
        if not event.startswith(prefix) or event not in calls:
            return
        try:
            now = os.fstat(fd)
            if (now.st_dev, now.st_ino) != identity:
                return  # closed, and the number may belong to a socket now
            line = {"t": time.time() * 1000, "call": event[len(prefix):]}
            address = args[1] if len(args) > 1 else None
            if isinstance(address, tuple) and len(address) >= 2 and isinstance(address[1], int):
                line["address"] = [str(address[0]), address[1]]
            os.write(fd, (json.dumps(line) + "\n").encode())
        except Exception:
            pass

    sys.addaudithook(listen)


try:
    if "DOORWAY_TRACE_FD" in os.environ and os.name == "posix":
        _start()
except Exception:
    pass
