send_all = 'TODO'
