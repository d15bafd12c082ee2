def send_all(sock, data):
    raw = data.encode() if isinstance(data, str) else data
    sent = 0
    while sent < len(data):
        sent += sock.send(raw[sent:])
