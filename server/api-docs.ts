import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from '#contracts/problem.dto.js';
import { addProblems } from './docs/add-problems.js';
import { inStableOrder } from './docs/stable-order.js';
import { createSocketDocument } from './docs/socket-document.js';
import { VERSION } from './platform/config/project.js';

/** The OpenAPI document of every route, from controllers and contracts: the same for the same sources. */
export function createApiDocument(app: INestApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('Roomers')
    .setDescription('Errors are `application/problem+json`; sockets are described in `socket-protocol.json`.')
    .setVersion(VERSION)
    .addBearerAuth()
    .addCookieAuth('files', undefined, 'files')
    .build();
  const document = SwaggerModule.createDocument(app, options, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}_${method}`,
    extraModels: [Problem],
  });
  return inStableOrder(addProblems(document));
}

/** Serves the documents at `/api/openapi.json` and `/api/socket-protocol.json`, and a page to try the first at `/api/docs`. */
export function serveDocs(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => createApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: undefined,
  });
  let sockets: object | undefined;
  app.getHttpAdapter().get('/api/socket-protocol.json', (_: unknown, response: { json(body: object): void }) => {
    sockets ??= createSocketDocument(app);
    response.json(sockets);
  });
}
