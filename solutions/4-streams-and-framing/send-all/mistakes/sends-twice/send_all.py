def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    sent = sock.send(data)
    if sent < len(data):
        sock.send(data[sent:])
