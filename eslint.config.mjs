import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

const SPECS = ['**/*.spec.ts', 'test/**/*.ts'];

/** Sizes of docs/testing.md, for every language. */
const sizes = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 50 }],
  complexity: ['error', 10],
  'no-warning-comments': 'error',
};

// Configuration is read once and handed around as an object; this keeps a variable from being read anywhere else.
const environment = {
  'no-restricted-syntax': [
    'error',
    {
      selector: "MemberExpression[object.name='process'][property.name='env']",
      message: 'Inject Config: process.env is read only in platform/config and launch.',
    },
    {
      selector: 'ImportDeclaration[source.value=/^(node:)?process$/]',
      message: 'Inject Config: process.env is read only in platform/config and launch.',
    },
  ],
};

// Fault D38 of the original: the server fetched any address that a user named, those of its own network too.
const outgoing = {
  'no-restricted-globals': ['error', { name: 'fetch', message: 'The server asks for no address that a user names.' }],
  '@typescript-eslint/no-restricted-imports': [
    'error',
    {
      paths: ['node:http', 'node:https', 'http', 'https', 'undici'].map((name) => ({
        name,
        importNames: ['request', 'get', 'fetch', 'default'],
        allowTypeImports: true,
        message: 'The server asks for no address that a user names.',
      })),
    },
  ],
};

// What crosses the wire is written one way, whoever sends it: ids in lower case, moments in UTC.
const values = {
  'no-restricted-imports': [
    'error',
    {
      paths: [
        {
          name: 'class-validator',
          importNames: ['IsUUID', 'IsISO8601', 'IsDateString', 'IsDate'],
          message: 'Take IsUUID or IsInstant of value.decorators.',
        },
      ],
    },
  ],
};

export default defineConfig([
  globalIgnores(['dist/', 'node_modules/', '.cache/', '.node/', 'data/', 'test/checks/fixtures/', 'client/public/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['test', 'test/browser', 'test/client']
          .map((folder) => `${folder}/tsconfig.json`)
          .concat('client/tsconfig.spec.json'),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...sizes,
      // Classes that are injected stay value imports: the rule leaves files with decorators alone.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowThrowingAny: false }],
      // The classes of the contracts describe shapes: presenters return literals, and nobody calls methods on them.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['server/**/*.ts', 'libs/**/*.ts'],
    ignores: ['server/platform/config/**', 'server/launch/**', ...SPECS],
    rules: { ...environment, ...outgoing },
  },
  { files: ['libs/contracts/*.dto.ts'], rules: values },
  {
    files: ['client/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  {
    files: ['client/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    files: SPECS,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        FormData: 'readonly',
        Blob: 'readonly',
        AbortSignal: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: { ...sizes, 'no-undef': 'error', 'no-unused-vars': 'error', 'prefer-const': 'error', eqeqeq: 'error' },
  },
  {
    // What runs in a page.
    files: ['test/bench/in-page.mjs'],
    languageOptions: {
      globals: {
        document: 'readonly',
        indexedDB: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        PerformanceObserver: 'readonly',
        requestAnimationFrame: 'readonly',
      },
    },
  },
  prettier,
  // Prettier's own list switches these off; they are about size and meaning, not looks.
  { files: ['**/*.ts', '**/*.mjs'], rules: { 'max-lines': sizes['max-lines'] } },
]);
