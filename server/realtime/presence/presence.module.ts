import { Global, Module } from '@nestjs/common';
import { PresenceRegistry } from './presence.registry.js';

@Global()
@Module({ providers: [PresenceRegistry], exports: [PresenceRegistry] })
export class PresenceModule {}
