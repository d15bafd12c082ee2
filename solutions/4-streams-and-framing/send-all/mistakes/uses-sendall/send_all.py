def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    sock.sendall(data)
