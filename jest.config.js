/** The grader's own tests; a submission's checks run from grader/grading with a configuration of their own. */
export default {
  displayName: 'grader',
  roots: ['<rootDir>/grader', '<rootDir>/socket'],
  testMatch: ['**/*.test.ts'],
  transform: { '\\.ts$': '<rootDir>/dist/transform.cjs' },
  moduleNameMapper: { '^#socket$': '<rootDir>/socket/index.ts', '^#grader$': '<rootDir>/grader/index.ts' },
  watchman: false,
}
