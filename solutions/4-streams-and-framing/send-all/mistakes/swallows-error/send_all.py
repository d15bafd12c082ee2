def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    try:
        while data:
            data = data[sock.send(data):]
    except OSError as error:
        print('could not send:', error)
        return False
    return True
