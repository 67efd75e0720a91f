import { readFileSync } from 'node:fs';
import { newValidator, type Schema, strict } from './strict-schema.js';

interface Response {
  content?: Record<string, { schema: Schema }>;
}

interface OpenApi {
  paths: Record<string, Record<string, { responses: Record<string, Response> }>>;
  components: { schemas: Record<string, Schema> };
}

/** What a request was answered with. */
export interface Answered {
  method: string;
  /** With or without a query. */
  path: string;
  status: number;
  contentType: string;
  body: unknown;
}

/** Compares answers with the committed OpenAPI document. */
export class HttpContract {
  private readonly ajv = newValidator();
  private readonly document: OpenApi;
  private readonly routes: { template: string; pattern: RegExp }[];
  /** By schemas of the document: the validator compiles each object that it is given anew. */
  private readonly strictOnes = new Map<Schema, Schema>();

  constructor(file = 'docs/api/openapi.json') {
    this.document = JSON.parse(readFileSync(file, 'utf8')) as OpenApi;
    const { schemas } = this.document.components;
    for (const [name, schema] of Object.entries(schemas)) this.ajv.addSchema(strict(schema, schemas), name);
    this.routes = Object.keys(this.document.paths)
      .map((template) => ({ template, pattern: patternOf(template) }))
      .sort((one, other) => parametersIn(one.template) - parametersIn(other.template));
  }

  /** What an answer has that the document does not, or lacks; undefined when it is as documented. */
  findFault(answered: Answered): string | undefined {
    const { method, path, status, contentType, body } = answered;
    const where = `${method} ${path} answered ${status} ${contentType}`;
    const response = this.responseTo(method, path, status);
    if (!response) return `${where}: this status is not documented (${JSON.stringify(body)})`;
    if (!response.content) return body === '' ? undefined : `${where}: a body is not documented`;
    const schema = response.content[contentType]?.schema;
    if (!schema) return `${where}: documented are ${Object.keys(response.content).join(', ')}`;
    if (this.ajv.validate(this.strictOf(schema), body)) return undefined;
    return `${where}: ${this.ajv.errorsText()} in ${JSON.stringify(body).slice(0, 2_000)}`;
  }

  private strictOf(schema: Schema): Schema {
    const found = this.strictOnes.get(schema) ?? strict(schema, this.document.components.schemas);
    this.strictOnes.set(schema, found);
    return found;
  }

  private responseTo(method: string, path: string, status: number): Response | undefined {
    const bare = path.split('?', 1)[0] ?? '';
    const route = this.routes.find(
      ({ template, pattern }) => pattern.test(bare) && this.document.paths[template]?.[method.toLowerCase()],
    );
    const operation = route && this.document.paths[route.template]?.[method.toLowerCase()];
    if (operation) return operation.responses[String(status)];
    // Where there is no such route, the answer can only be that.
    const nothing = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
    return status === 404 ? { content: nothing } : undefined;
  }
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replace(/\{\w+\}/gu, '[^/]+')}$`, 'u');
}

function parametersIn(template: string): number {
  return template.split('{').length - 1;
}
