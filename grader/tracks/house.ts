import { join } from 'node:path'

let root = process.cwd()

/** Told once by the command where Doorway itself is installed. */
export const settleIn = (folder: string): void => {
  root = folder
}

export const hookFolder = (): string => join(root, 'grader', 'tracks', 'python-hook')
export const pythonRunner = (): string => join(root, 'grader', 'tracks', 'python-runner', 'run_module.py')
export const typescriptRunner = (): string => join(root, 'dist', 'module-runner.js')
export const socketModule = (): string => join(root, 'dist', 'socket.js')
