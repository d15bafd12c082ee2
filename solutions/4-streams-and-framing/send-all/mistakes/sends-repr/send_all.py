def send_all(sock, data):
    data = str(data).encode()
    while data:
        data = data[sock.send(data):]
