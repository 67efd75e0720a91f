import { readFileSync } from 'node:fs';
import { newValidator, type Schema, strict } from './strict-schema.js';

interface AsyncApi {
  channels: { socket: { messages: Record<string, { name: string; payload: Schema }> } };
  components: { schemas: Record<string, Schema> };
}

/** Compares what the server sends over sockets with the committed protocol file. */
export class SocketContract {
  private readonly ajv = newValidator();
  private readonly known = new Set<string>();

  constructor(file = 'docs/api/socket-protocol.json') {
    const { channels, components } = JSON.parse(readFileSync(file, 'utf8')) as AsyncApi;
    for (const [name, schema] of Object.entries(components.schemas))
      this.ajv.addSchema(strict(schema, components.schemas), name);
    for (const [key, { payload }] of Object.entries(channels.socket.messages)) {
      this.known.add(key);
      this.ajv.addSchema(strict(payload, components.schemas), key);
    }
  }

  /** What is wrong with a server event; undefined when it is as documented. */
  findEventFault(event: string, args: readonly unknown[]): string | undefined {
    if (args.length !== 1) return `The event ${event} carries ${args.length} arguments`;
    return this.findFault(`server_${event.replace(':', '_')}`, args[0]);
  }

  /** What is wrong with an acknowledgement. Of events that the protocol does not name only a refusal is right. */
  findAckFault(event: string, answer: unknown): string | undefined {
    const key = `ack_${event.replace(':', '_')}`;
    if (this.known.has(key)) return this.findFault(key, answer);
    return (answer as { ok?: unknown } | undefined)?.ok === false
      ? this.findFault('ack_post_close', answer)
      : `${event} is not documented, and was answered ${JSON.stringify(answer)}`;
  }

  private findFault(key: string, value: unknown): string | undefined {
    if (!this.known.has(key)) return `${key} is not documented`;
    if (this.ajv.validate(key, value)) return undefined;
    return `${key}: ${this.ajv.errorsText()} in ${JSON.stringify(value).slice(0, 2_000)}`;
  }
}
