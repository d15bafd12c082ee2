/** The machine prevented a verdict: no fault of the program, and nobody's zero. The message is for people. */
export class EnvironmentError extends Error {}
