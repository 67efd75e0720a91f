import {
  applyDecorators,
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  UseFilters,
  UseGuards,
  UsePipes,
} from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';
import { ContractPipe } from '../../platform/http/contract.pipe.js';
import { SocketGuard } from './socket.guard.js';

/** Leaves every error to the adapter, which acknowledges it; Nest's own filter would emit it as an event of its own. */
@Catch()
class LeaveToAdapter implements ExceptionFilter {
  catch(error: unknown, _: ArgumentsHost): never {
    throw error;
  }
}

/** A gateway of the one namespace: events need a session in use, are validated like HTTP bodies, and errors reach the acknowledgement. */
export function ChatGateway(): ClassDecorator {
  return applyDecorators(
    WebSocketGateway(),
    UseGuards(SocketGuard),
    UsePipes(new ContractPipe()),
    UseFilters(new LeaveToAdapter()),
  );
}
