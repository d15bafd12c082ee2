def send_all(sock, data):
    while data:
        raw = data.encode() if isinstance(data, str) else data
        sent = sock.send(raw)
        data = data[sent:]
