def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    data += b'\n'
    while data:
        data = data[sock.send(data):]
