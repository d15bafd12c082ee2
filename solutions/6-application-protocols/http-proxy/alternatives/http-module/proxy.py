import http.client
import shutil
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        url = urlsplit(self.path)
        upstream = http.client.HTTPConnection(url.netloc, timeout=30)
        try:
            upstream.request('GET', url._replace(scheme='', netloc='').geturl(), headers={'Accept': '*/*'})
            response = upstream.getresponse()
        except OSError:
            return self.send_error(502)
        self.send_response_only(response.status, response.reason)
        for name, value in response.getheaders():
            if name.lower() != 'transfer-encoding':
                self.send_header(name, value)
        self.end_headers()
        try:
            shutil.copyfileobj(response, self.wfile)
        except OSError as error:
            print(error)
        upstream.close()


ThreadingHTTPServer(('', int(sys.argv[1])), Handler).serve_forever()
