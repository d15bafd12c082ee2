def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    while data:
        try:
            sent = sock.send(data)
        except OSError:
            continue  # perhaps next time
        data = data[sent:]
