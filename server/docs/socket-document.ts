import type { INestApplication, Type } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { LIMITS, SOCKET_PROTOCOL } from '#contracts/limits.js';
import { SocketError } from '#contracts/socket.dto.js';
import { CLIENT_EVENTS, SERVER_EVENTS } from './socket-events.js';
import { inStableOrder } from './stable-order.js';

type Schema = Record<string, unknown>;

const CHANNEL = '#/channels/socket';
const reference = ({ name }: Type): Schema => ({ $ref: `#/components/schemas/${name}` });
const keyOf = (event: string): string => event.replace(':', '_');

/** The socket protocol as AsyncAPI 3, seen from the server: it receives client events, answers them, and sends its own. */
export function createSocketDocument(app: INestApplication): object {
  const received = Object.entries(CLIENT_EVENTS);
  const sent = Object.entries(SERVER_EVENTS);
  const messages = [
    ...received.map(([event, { payload, says }]) => message('client', event, says, reference(payload))),
    ...received.flatMap(([event, { answer }]) => (answer === undefined ? [] : [ackOf(event, answer)])),
    ...sent.map(([event, { payload, says }]) => message('server', event, says, reference(payload))),
  ];
  const operations = [
    ...received.map(([event, { answer }]) => receive(event, answer !== undefined)),
    ...sent.map(([event]) => send(event)),
  ];
  return inStableOrder({
    asyncapi: '3.0.0',
    info: { title: 'Roomers sockets', version: String(SOCKET_PROTOCOL), description: about() },
    defaultContentType: 'application/json',
    channels: { socket: { address: '/socket.io/', messages: Object.fromEntries(messages) } },
    operations: Object.fromEntries(operations),
    components: { schemas: schemas(app) },
  });
}

function about(): string {
  return [
    'Socket.IO 4, WebSocket transport only, namespace `/`, `auth: { token, protocol }`.',
    'A message named as an event is its one argument; one named `<event> ack` is what its acknowledgement carries.',
    `Frames over ${String(LIMITS.frameBytes)} bytes close the socket.`,
  ].join(' ');
}

function message(kind: string, event: string, summary: string, payload: Schema): [string, Schema] {
  const name = kind === 'ack' ? `${event} ack` : event;
  return [`${kind}_${keyOf(event)}`, { name, summary, payload }];
}

function ackOf(event: string, answer: Type | null): [string, Schema] {
  const ok = { type: 'object', properties: { ok: { const: true } }, required: ['ok'] };
  const done = answer === null ? ok : { allOf: [ok, reference(answer)] };
  const refused = {
    type: 'object',
    properties: { ok: { const: false }, error: reference(SocketError) },
    required: ['ok', 'error'],
  };
  return message('ack', event, 'Done, or why not.', { oneOf: [done, refused] });
}

function receive(event: string, isAnswered: boolean): [string, Schema] {
  const key = keyOf(event);
  const reply = { channel: { $ref: CHANNEL }, messages: [{ $ref: `${CHANNEL}/messages/ack_${key}` }] };
  const messages = [{ $ref: `${CHANNEL}/messages/client_${key}` }];
  return [`receive_${key}`, { action: 'receive', channel: { $ref: CHANNEL }, messages, ...(isAnswered && { reply }) }];
}

function send(event: string): [string, Schema] {
  const messages = [{ $ref: `${CHANNEL}/messages/server_${keyOf(event)}` }];
  return [`send_${keyOf(event)}`, { action: 'send', channel: { $ref: CHANNEL }, messages }];
}

/** Schemas of the classes above and of what they hold, by the same compiler plugin that writes those of HTTP. */
function schemas(app: INestApplication): Record<string, unknown> {
  const classes = [
    ...Object.values(CLIENT_EVENTS).flatMap(({ payload, answer }) => [payload, answer]),
    ...Object.values(SERVER_EVENTS).map(({ payload }) => payload),
    SocketError,
  ].filter((one): one is Type => Boolean(one));
  const { components } = SwaggerModule.createDocument(app, new DocumentBuilder().build(), { extraModels: classes });
  const all = (components?.schemas ?? {}) as Record<string, unknown>;
  const needed = new Set<string>();
  const need = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const [, other] of JSON.stringify(all[name]).matchAll(/"#\/components\/schemas\/(\w+)"/gu)) need(other ?? '');
  };
  for (const { name } of classes) need(name);
  return Object.fromEntries([...needed].map((name) => [name, all[name]]));
}
