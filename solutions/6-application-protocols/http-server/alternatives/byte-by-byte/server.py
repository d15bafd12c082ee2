import os
import sys
from socket import *

serverSocket = socket(AF_INET, SOCK_STREAM)
serverSocket.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
serverSocket.bind(('', int(sys.argv[1])))
serverSocket.listen(1)
while True:
    # Establish the connection
    print('Ready to serve...')
    connectionSocket, addr = serverSocket.accept()
    try:
        stream = connectionSocket.makefile('rb')
        message = stream.readline()
        while stream.readline() not in (b'\r\n', b''):
            pass
        words = message.split()
        assert words[0] == b'GET'
        filename = os.path.realpath(sys.argv[2] + os.sep + words[1][1:].decode())
        if not filename.startswith(os.path.realpath(sys.argv[2]) + os.sep):
            raise IOError('no')
        f = open(filename, 'rb')
        outputdata = f.read()
        # Send one HTTP header line into socket
        connectionSocket.send('HTTP/1.0 200 Here you are\r\n'.encode())
        connectionSocket.send('\r\n'.encode())
        # Send the content of the requested file to the client
        for i in range(0, len(outputdata)):
            connectionSocket.send(outputdata[i:i + 1])
    except IndexError:
        print('empty')
    except (IOError, AssertionError):
        connectionSocket.send('HTTP/1.0 404 Not Found\r\n\r\n'.encode())
        connectionSocket.send('<html><head></head><body><h1>404 Not Found</h1></body></html>\r\n'.encode())
    stream.close()
    connectionSocket.close()
