// Writes the contract that outsiders rely on, from the built program: npm run contract [-- folder]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import 'reflect-metadata';
import { createApiDocument } from '../../dist/server/api-docs.js';
import { AppModule } from '../../dist/server/app.module.js';
import { createSocketDocument } from '../../dist/server/docs/socket-document.js';
import { Config } from '../../dist/server/platform/config/config.js';
import { parseEnvironment } from '../../dist/server/platform/config/read-environment.js';

const folder = process.argv[2] ?? 'docs/api';
const config = new Config(parseEnvironment({}), 'nothing is signed while files are written');
// In preview Nest reads decorators and makes no instance: no database is needed.
const app = await NestFactory.create(AppModule.forRoot(config), { preview: true, logger: false });
app.setGlobalPrefix('api', { exclude: ['metrics'] });
mkdirSync(folder, { recursive: true });
const files = { 'openapi.json': createApiDocument(app), 'socket-protocol.json': createSocketDocument(app) };
for (const [name, document] of Object.entries(files))
  writeFileSync(join(folder, name), `${JSON.stringify(document, null, 2)}\n`);
process.exit(0);
