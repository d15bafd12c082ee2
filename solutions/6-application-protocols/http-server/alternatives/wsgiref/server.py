import sys, os
from wsgiref.simple_server import make_server
root = os.path.realpath(sys.argv[2])
def app(env, start):
    p = os.path.realpath(root + '/' + env['PATH_INFO'])
    if env['REQUEST_METHOD'] != 'GET':
        start('405 Method Not Allowed', [])
        return [b'']
    if not p.startswith(root + '/') or not os.path.isfile(p):
        start('404 Not Found', [('Content-Type', 'text/plain')])
        return [b'nope']
    start('200 OK', [('Content-Type', 'text/html')])
    return [open(p, 'rb').read()]
make_server('', int(sys.argv[1]), app).serve_forever()
