"""Errors of a student's module, told as Python tells them, without a frame of the runner."""

import os
import sys
import traceback
import types

OURS = os.path.dirname(os.path.abspath(__file__))


def text_of(error):
    tidy(error, set())
    alone = error.__traceback__ is None and error.__cause__ is None and error.__context__ is None
    if not alone:
        return "".join(traceback.format_exception(type(error), error, error.__traceback__))
    # Python itself leaves the header out where a program does not parse.
    header = "" if isinstance(error, SyntaxError) else "Traceback (most recent call last):\n"
    return header + "".join(traceback.format_exception_only(type(error), error))


def tell_error(error):
    sys.stderr.write(text_of(error))
    sys.stderr.flush()


def tidy(error, seen):
    if error is None or id(error) in seen:
        return
    seen.add(id(error))
    kept, each = [], error.__traceback__
    while each is not None:
        if not is_ours(each.tb_frame.f_code.co_filename):
            kept.append(each)
        each = each.tb_next
    error.__traceback__ = None
    for each in reversed(kept):
        error.__traceback__ = types.TracebackType(error.__traceback__, each.tb_frame, each.tb_lasti, each.tb_lineno)
    tidy(error.__cause__, seen)
    tidy(error.__context__, seen)


def is_ours(path):
    return path.startswith("<frozen importlib") or os.path.dirname(os.path.abspath(path)) == OURS
