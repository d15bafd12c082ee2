# A mail client: hands one mail over to a mail server. The text of the mail comes on standard input.
# Run it with:  npm run -s try -- smtp-client 127.0.0.1 12000 ada@example.com bob@example.org --track python < mail.txt
import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else '127.0.0.1'
port = int(sys.argv[2]) if len(sys.argv) > 2 else 12000
sender = sys.argv[3] if len(sys.argv) > 3 else 'ada@example.com'
recipient = sys.argv[4] if len(sys.argv) > 4 else 'bob@example.org'

# The whole mail, as bytes. Its lines end in LF or in CR LF, and the last one may have no end.
text = sys.stdin.buffer.read()

# TODO: hand the mail over to the mail server at (host, port).
#
#   1. connect a TCP socket, and read the server's greeting
#   2. send HELO, MAIL FROM, RCPT TO and DATA, each with CR LF ('\r\n') behind it, and each only when you have
#      read the whole reply to the one before; a reply may have several lines
#   3. send the mail, every line with CR LF, and then the line with the dot
#   4. send QUIT, and close the socket
#
# Whenever a reply says no: end with an exit code other than 0, as with sys.exit('what went wrong').
