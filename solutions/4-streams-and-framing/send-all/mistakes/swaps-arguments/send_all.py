def send_all(data, sock):
    if isinstance(data, str):
        data = data.encode()
    while data:
        data = data[sock.send(data):]
