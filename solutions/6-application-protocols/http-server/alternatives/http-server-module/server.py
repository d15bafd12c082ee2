import sys
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler

Files = partial(SimpleHTTPRequestHandler, directory=sys.argv[2])
HTTPServer(('127.0.0.1', int(sys.argv[1])), Files).serve_forever()
