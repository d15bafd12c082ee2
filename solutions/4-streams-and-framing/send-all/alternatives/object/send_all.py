class Sender:
    """Knows what is left."""

    def __call__(self, sock, data):
        self.left = data.encode() if isinstance(data, str) else data
        while self.step(sock):
            pass

    def step(self, sock):
        if not self.left:
            return False
        self.left = self.left[sock.send(self.left):]
        return True


send_all = Sender()
