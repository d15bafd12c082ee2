def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    if data:
        send_all(sock, data[sock.send(data):])
