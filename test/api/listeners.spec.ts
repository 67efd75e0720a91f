import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ListenerRegistry } from '../../server/events/listener-registry.js';
import { startApp, type TestApp } from '../kit/app.js';

describe('the events', () => {
  let program: TestApp;
  beforeAll(async () => {
    program = await startApp();
  });
  afterAll(() => program.close());

  it('are heard by exactly these listeners: first those within the transaction, then those after it', () => {
    const table = Object.entries(program.app.get(ListenerRegistry).table()).map(
      ([event, { 'in-transaction': within, 'after-commit': after }]) => [event, within, after],
    );
    expect(table).toEqual([
      ['AttachmentProcessed', ['RenumberMessageWhenAttachmentProcessed'], []],
      ['AttachmentUploaded', [], ['ProcessAttachmentWhenUploaded']],
      ['AttachmentsDiscarded', [], ['DeleteFilesWhenAttachmentsDiscarded']],
      ['ImageDiscarded', [], ['DeleteBytesWhenImageDiscarded']],
      ['MemberJoined', ['MarkPostsReadWhenMemberJoined'], ['TellRoomWhenMemberJoined']],
      ['MemberLeft', [], ['TellRoomWhenMemberLeft']],
      ['MemberRoleChanged', [], ['TellRoomWhenMemberRoleChanged']],
      ['PostChanged', [], ['TellRoomWhenPostChanged']],
      ['PostCreated', ['StartNumberingWhenPostCreated', 'WelcomeRoomWhenChatPostCreated'], ['TellRoomWhenPostCreated']],
      ['ProfileChanged', [], ['TellEveryoneWhenProfileChanged']],
      ['RoomChanged', [], ['TellReadersWhenRoomChanged']],
      ['RoomCreated', ['CreateChatPostWhenRoomCreated'], ['AnnounceRoomWhenRoomCreated']],
      ['SessionsEnded', [], ['CloseSocketsWhenSessionsEnded']],
      ['UserChanged', [], ['ForgetSessionsWhenUserChanged', 'TellEveryoneWhenUserChanged']],
      ['UserDeactivated', ['EndSessionsWhenUserDeactivated'], []],
      ['UserRegistered', ['CreateProfileWhenUserRegistered'], []],
    ]);
  });
});
