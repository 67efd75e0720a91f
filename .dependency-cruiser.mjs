// Who may import whom, each rule with its sentence; test/checks/dependency-rules.spec.ts plants a fault against every one.

/** What each module may import besides itself and what stands below all modules. */
const MODULES = {
  organisation: [],
  audit: [],
  users: [],
  invites: ['users'],
  auth: ['users', 'invites'],
  profiles: ['users'],
  rooms: ['users', 'invites'],
  attachments: ['rooms'],
  posts: ['rooms', 'attachments'],
  messages: ['posts', 'rooms', 'attachments'],
  images: ['users', 'rooms', 'posts'],
};
const BOTTOM = ['platform', 'database', 'events', 'jobs', 'mail', 'realtime/emitter', 'realtime/presence'];
/** What every module may ask, and asks none of them. */
const LOW = ['organisation', 'audit'];
const EVERY_MODULE = Object.keys(MODULES);
const folders = (names) => `^server/(${names.join('|')})/`;

/** A rule: files in `from` may import of our own code only what is in `allowed`. */
function layer(name, comment, from, allowed) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from },
    to: { path: '^(server|client|libs|test)/', pathNot: [from, ...allowed] },
  };
}

function onlyIn(name, comment, packages, places) {
  const to = { path: `node_modules/(${packages.join('|')})/` };
  return { name, comment, severity: 'error', from: { path: '^(server|libs)/', pathNot: places }, to };
}

function modules() {
  return Object.entries(MODULES).map(([name, others]) => {
    const comment =
      others.length > 0
        ? `${name} builds on ${others.join(', ')} and knows no other module.`
        : `${name} knows no other module.`;
    return layer(`${name}-imports`, comment, `^server/${name}/`, [
      '^libs/',
      folders([...BOTTOM, ...(LOW.includes(name) ? [] : LOW), ...others]),
    ]);
  });
}

const LAYERS = [
  layer('contracts-imports', 'What crosses the wire depends on nothing of ours.', '^libs/contracts/', []),
  layer('platform-imports', 'The platform knows nothing of chat.', '^server/platform/', ['^libs/']),
  layer('database-imports', 'The database knows where it is, not what is kept in it.', '^server/database/', [
    '^libs/',
    '^server/platform/',
  ]),
  layer('events-imports', 'The bus carries facts; it knows nobody who publishes or hears them.', '^server/events/', [
    '^libs/',
    folders(['platform', 'database']),
  ]),
  layer('jobs-imports', 'The queue knows nobody whose work it runs.', '^server/jobs/', [
    '^libs/',
    folders(['platform']),
  ]),
  layer('mail-imports', 'The post office knows nobody who writes.', '^server/mail/', [
    '^libs/',
    folders(['platform', 'jobs']),
  ]),
  layer(
    'emitter-imports',
    'What every module may import must import no module.',
    '^server/realtime/(emitter|presence)/',
    ['^libs/', folders(['platform'])],
  ),
  ...modules(),
  layer(
    'composers-imports',
    'What is made of several modules stands above them and beside each other.',
    '^server/(sync|search|notifications|status|docs)/',
    ['^libs/', folders([...BOTTOM, ...EVERY_MODULE])],
  ),
  layer(
    'admin-imports',
    'The console acts through the services of the modules; its commands start the database themselves.',
    '^server/admin/',
    ['^libs/', folders([...BOTTOM, ...EVERY_MODULE, 'launch']), '^server/app(\\.module)?\\.ts$'],
  ),
  layer(
    'gateways-imports',
    'Gateways are a door like controllers: they call the verbs of the modules.',
    '^server/realtime/gateways/',
    ['^libs/', folders([...BOTTOM, ...EVERY_MODULE, 'sync'])],
  ),
  layer('launch-imports', 'What starts the program knows its configuration and not what it does.', '^server/launch/', [
    '^server/platform/config/',
  ]),
  layer('client-imports', 'The client knows the wire, never the server.', '^client/', ['^libs/']),
];

const PLACES = [
  ...BOTTOM,
  ...EVERY_MODULE,
  'launch',
  'admin',
  'sync',
  'search',
  'notifications',
  'status',
  'realtime/gateways',
  'docs',
];

const BOUNDARIES = [
  {
    name: 'known-places',
    comment: 'A new folder of the server needs its line among these rules, or it could import anything.',
    severity: 'error',
    from: { path: '^server/[^/]+/', pathNot: folders(PLACES) },
    to: {},
  },
  {
    name: 'no-one-imports-launch',
    comment: 'The program runs the same however it was started.',
    severity: 'error',
    from: { path: '^server/', pathNot: ['^server/launch/', '^server/main\\.ts$', '^server/admin/'] },
    to: { path: '^server/launch/' },
  },
  {
    name: 'no-private-parts',
    comment:
      "Another module's service may be imported, never its repository, entity or policy: then its rules hold for everybody.",
    severity: 'error',
    from: { path: '^server/([^/]+)/', pathNot: '\\.spec\\.ts$' },
    to: { path: '^server/[^/]+/.*\\.(repository|entity|policy)\\.ts$', pathNot: '^server/$1/' },
  },
  {
    name: 'migrations-import-nothing',
    comment: 'A migration must do tomorrow what it did today, so it uses none of our code.',
    severity: 'error',
    from: { path: '^server/database/migrations/', pathNot: '/index\\.ts$' },
    to: { path: '^(server|libs)/' },
  },
  {
    name: 'client-takes-types-from-dtos',
    comment:
      'Classes with decorators would bring the validators into the browser: the client imports their types only.',
    severity: 'error',
    from: { path: '^client/' },
    to: { path: '^libs/contracts/.*(\\.dto|\\.decorators)\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-tests-in-the-program',
    comment: 'What runs in production does not need its tests.',
    severity: 'error',
    from: { path: '^(server|client|libs)/', pathNot: ['\\.spec\\.ts$', '^client/setup-jest\\.ts$'] },
    to: { path: '(^test/|\\.spec\\.ts$)' },
  },
];

const PACKAGES = [
  {
    name: 'contracts-need-validators-only',
    comment: 'The contract is shared by browser and server, so it uses neither Node nor the DOM.',
    severity: 'error',
    from: { path: '^libs/', pathNot: '\\.spec\\.ts$' },
    to: {
      dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
      pathNot: 'node_modules/(class-validator|class-transformer)/',
    },
  },
  onlyIn(
    'typeorm-stays-low',
    'SQL is asked as named questions of a repository.',
    ['typeorm'],
    ['\\.(entity|repository)\\.ts$', '^server/(database|events)/', '\\.spec\\.ts$'],
  ),
  onlyIn(
    'pg-stays-low',
    'Only what starts the database and what connects to it speaks its protocol.',
    ['pg'],
    ['^server/(launch|database|jobs)/', '\\.spec\\.ts$'],
  ),
  onlyIn(
    'redis-in-nodes',
    'Nothing may wait for Redis: everybody else speaks through what takes care of that.',
    ['ioredis'],
    ['^server/platform/nodes/'],
  ),
  onlyIn(
    'bullmq-in-jobs',
    'Everybody else names a job of the catalogue.',
    ['bullmq', '@nestjs/bullmq'],
    ['^server/jobs/'],
  ),
  onlyIn(
    'socket-io-in-realtime',
    'Everybody else uses the typed emitter.',
    ['socket\\.io', '@nestjs/websockets', '@nestjs/platform-socket\\.io'],
    ['^server/realtime/'],
  ),
  {
    name: 'one-socket-in-the-client',
    comment: 'One socket talks; stores and components never do.',
    severity: 'error',
    from: { path: '^client/', pathNot: '^client/src/app/realtime/' },
    to: { path: 'node_modules/socket\\.io-client/' },
  },
];

const SHAPE = [
  {
    name: 'no-cycles',
    comment: 'Of two files that need each other neither can be understood or tested alone.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nobody imports and that imports nothing is dead.',
    severity: 'error',
    from: { orphan: true, pathNot: ['\\.d\\.ts$', '\\.spec\\.ts$', '\\.mjs$'] },
    to: {},
  },
  {
    name: 'resolvable',
    comment: 'An import must lead somewhere.',
    severity: 'error',
    from: { path: '^(server|client|libs)/' },
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: [...LAYERS, ...BOUNDARIES, ...PACKAGES, ...SHAPE],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache|\\.node)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'require', 'import', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.d.ts'],
    },
  },
};
