# A web client: fetches one page and writes the response as it came to standard output.
# Run it with:  npm run try -- webget 127.0.0.1 12000 /index.html --track python
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
path = sys.argv[3] if len(sys.argv) > 3 else '/'

# TODO: ask the web server at (host, port) for `path`, and write its response to standard output.
#
#   1. connect a TCP socket to the server
#   2. send the request: its first line, the headers Host and Connection, and an empty line.
#      Each of these lines ends in CR LF ('\r\n').
#   3. receive until the server has finished, and write the bytes of each recv() as they are.
#      print() is for text; bytes go out with sys.stdout.buffer.write(data)
#   4. close the socket
