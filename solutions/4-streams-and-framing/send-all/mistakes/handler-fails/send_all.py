def send_all(sock, data):
    if isinstance(data, str):
        data = data.encode()
    try:
        while data:
            data = data[sock.send(data):]
    except OSError as error:
        logging.error('could not send: %s', error)
        raise
