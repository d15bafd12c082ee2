"""Calls a student's function for a person: with a socket that takes what the words say, and everything after them.

Numbers are how much it takes, `EPIPE` is a call that fails, `text` gives text instead of bytes, `empty` nothing.
"""

import errno
import os

from doorway_errors import tell_error

TEXT = "Grüße aus 東京: a socket is a doorway."
MOST_CALLS = 100


def run(function, name, words):
    if not callable(function):
        return print(f"There is no function {name} in your module.")
    script = [word for word in words if word not in ("text", "empty")]
    strange = [word for word in script if word != "EPIPE" and not word.isdigit()]
    if strange:
        return print(f"`{strange[0]}` is neither a number nor EPIPE, text or empty.")
    text = "" if "empty" in words else TEXT
    data, want, taken = (text if "text" in words else text.encode()), text.encode(), bytearray()

    class Socket:
        def __init__(self):
            self.calls = 0

        def send(self, data, flags=0):
            if isinstance(data, str):
                raise TypeError("a bytes-like object is required, not 'str'")
            data = memoryview(data).tobytes()
            word = script[self.calls] if self.calls < len(script) else len(data)
            self.calls += 1
            if self.calls > MOST_CALLS:
                print(f"That was call {self.calls}: it would go on for ever.", flush=True)
                os._exit(1)
            if word == "EPIPE":
                print(f"  send({len(data)} bytes) fails with EPIPE")
                raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))
            count = min(int(word), len(data))
            print(f"  send({len(data)} bytes) takes {count}: {data[:count]!r}")
            taken.extend(data[:count])
            return count

    print(f"{name}(sock, {data!r})")
    verdict = "and its caller knows of the error"
    try:
        print("returned", repr(function(Socket(), data)))
        verdict = "all of it, once and in order" if taken == want else "NOT what was to be sent"
    except Exception as error:
        tell_error(error)
    print(f"sent: {bytes(taken)!r}, {len(taken)} of {len(want)} bytes: {verdict}")
