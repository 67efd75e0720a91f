import presets from 'jest-preset-angular/presets/index.js';

const preset = presets.createEsmPreset({ tsconfig: '<rootDir>/client/tsconfig.spec.json' });

/** Component and store specs of the client, beside their sources. */
export default {
  ...preset,
  displayName: 'client',
  rootDir: '..',
  roots: ['<rootDir>/client/src'],
  testMatch: ['**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/client/setup-jest.ts'],
  moduleNameMapper: {
    '^#contracts/(.*)\\.js$': '<rootDir>/libs/contracts/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
