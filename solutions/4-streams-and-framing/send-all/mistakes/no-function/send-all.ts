export const sendAll = 'TODO'
