def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    sent = 0
    while sent < len(data):
        sent += sock.send(data)
