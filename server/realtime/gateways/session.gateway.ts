import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  SubscribeMessage,
} from '@nestjs/websockets';
import { RenewSessionDto, type RenewedAck } from '#contracts/socket.dto.js';
import { AppError } from '../../platform/errors/app-error.js';
import { PresenceRegistry } from '../presence/presence.registry.js';
import { ChatGateway } from './chat-gateway.decorator.js';
import type { ChatSocket } from '../emitter/chat-socket.js';
import { Handshake } from './handshake.js';

/** Connections: who comes, who goes, and new tokens for those who stay. */
@ChatGateway()
export class SessionGateway implements OnGatewayConnection<ChatSocket>, OnGatewayDisconnect<ChatSocket> {
  constructor(
    private readonly handshake: Handshake,
    private readonly presence: PresenceRegistry,
  ) {}

  handleConnection(socket: ChatSocket): void {
    this.presence.connected(socket.data.userId, socket.id);
  }

  handleDisconnect(socket: ChatSocket): void {
    this.presence.disconnected(socket.data.userId, socket.id);
  }

  /** Goes on with a newer bearer token of the same session. */
  @SubscribeMessage('session:renew')
  async renew(@ConnectedSocket() socket: ChatSocket, @MessageBody() { token }: RenewSessionDto): Promise<RenewedAck> {
    const renewed = await this.handshake.readToken(token);
    if (renewed.sessionId !== socket.data.sessionId)
      throw new AppError('unauthenticated', 'This token is of another session. Connect anew.');
    socket.data = renewed;
    return { expiresAt: new Date(renewed.expiresAt).toISOString() };
  }
}
