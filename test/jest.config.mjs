import { resolve } from 'node:path';
import { leftOut } from './stages/tools.mjs';

const rootDir = resolve(import.meta.dirname, '..');

const typescript = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        keepClassNames: true,
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
};

const node = {
  rootDir,
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...leftOut()],
  extensionsToTreatAsEsm: ['.ts'],
  transform: typescript,
  moduleNameMapper: { '^#contracts/(.*)\\.js$': '<rootDir>/libs/contracts/$1.ts', '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['<rootDir>/test/kit/metadata.mjs'],
  setupFilesAfterEnv: ['<rootDir>/test/kit/end-programs.ts'],
};

// One throw-away PostgreSQL for the whole run; see kit/postgres.ts.
const database = {
  globalSetup: '<rootDir>/test/kit/postgres-setup.mjs',
  globalTeardown: '<rootDir>/test/kit/postgres-teardown.mjs',
};

export default {
  rootDir,
  // Starting a program takes its time on a computer that does something else as well.
  testTimeout: 60_000,
  projects: [
    { ...node, ...database, displayName: 'server', roots: ['<rootDir>/server', '<rootDir>/libs'] },
    { ...node, displayName: 'checks', roots: ['<rootDir>/test/checks'] },
    { ...node, displayName: 'chaos', roots: ['<rootDir>/test/chaos'] },
    { ...node, displayName: 'launch', roots: ['<rootDir>/test/launch'] },
    {
      ...node,
      ...database,
      displayName: 'api',
      roots: ['<rootDir>/test/api', '<rootDir>/test/client', '<rootDir>/test/contract'],
    },
    { ...node, ...database, displayName: 'browser', roots: ['<rootDir>/test/browser'] },
    { ...node, ...database, displayName: 'screenshots', roots: ['<rootDir>/test/screenshots'] },
    '<rootDir>/client/jest.config.mjs',
  ],
};
