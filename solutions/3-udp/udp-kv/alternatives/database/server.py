# A database in memory; the version is a row that every insert would have to get past.
import socket
import sqlite3
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 12000

server_socket = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
server_socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
server_socket.bind(('::', port))

database = sqlite3.connect(':memory:')
database.execute('CREATE TABLE kept (key TEXT PRIMARY KEY, value TEXT NOT NULL)')

while True:
    data, client_address = server_socket.recvfrom(65535)
    key, separator, value = data.decode().partition('=')
    print('insert' if separator else 'question', repr(key), client_address, file=sys.stderr)
    if key == 'version':
        value = f'sqlite {sqlite3.sqlite_version}'
    elif separator:
        database.execute('REPLACE INTO kept VALUES (?, ?)', (key, value))
    else:
        row = database.execute('SELECT value FROM kept WHERE key = ?', (key,)).fetchone()
        value = row[0] if row else ''
    if not separator:
        server_socket.sendto(f'{key}={value}'.encode(), client_address)
