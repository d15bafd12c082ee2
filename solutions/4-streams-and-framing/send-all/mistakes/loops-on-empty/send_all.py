def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    sent = 0
    while True:
        count = sock.send(data[sent:])
        sent += count
        if count > 0 and sent == len(data):
            break
