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
      ['AccountGivenUp', ['KeepRoomsWhenAccountGivenUp'], []],
      ['AttachmentProcessed', ['RenumberMessageWhenAttachmentProcessed'], []],
      ['AttachmentUploaded', [], ['ProcessAttachmentWhenUploaded']],
      ['AttachmentsDiscarded', [], ['DeleteFilesWhenAttachmentsDiscarded']],
      ['EmailChanged', [], ['MailNoteWhenEmailChanged']],
      ['EmailCodeIssued', [], ['MailCodeWhenEmailCodeIssued']],
      ['FavouriteChanged', [], ['TellUserWhenFavouriteChanged']],
      ['ImageDiscarded', [], ['DeleteBytesWhenImageDiscarded']],
      ['InviteAccepted', ['JoinRoomsWhenInviteAccepted'], []],
      ['MemberJoined', ['MarkPostsReadWhenMemberJoined'], ['TellRoomWhenMemberJoined']],
      ['MemberLeft', [], ['TellRoomWhenMemberLeft']],
      ['MemberRoleChanged', [], ['TellRoomWhenMemberRoleChanged']],
      ['MessageRemoved', ['RecordRemovalWhenMessageRemoved'], []],
      ['MessagesExpired', [], ['TellRoomWhenMessagesExpired']],
      ['OrganisationChanged', [], ['ForgetOrganisationWhenChanged']],
      [
        'PasswordChanged',
        ['AdmitUserWhenPasswordChanged', 'WithdrawLinkWhenPasswordChanged'],
        ['MailNoteWhenPasswordChanged'],
      ],
      ['PersonInvited', [], ['MailLinkWhenPersonInvited']],
      ['PostChanged', ['ForgetFactsWhenPostChanged'], ['TellRoomWhenPostChanged']],
      [
        'PostCreated',
        ['KeepFirstWordsWhenPostCreated', 'StartNumberingWhenPostCreated', 'WelcomeRoomWhenChatPostCreated'],
        ['TellRoomWhenPostCreated'],
      ],
      [
        'PostDeleted',
        ['RecordDeletionWhenPostDeleted', 'StopNumberingWhenPostDeleted'],
        ['EraseWhenPostDeleted', 'TellRoomWhenPostDeleted'],
      ],
      ['PostErased', [], ['DeleteBytesWhenPostErased']],
      ['PostsRetagged', [], ['TellRoomWhenPostsRetagged']],
      ['ProfileChanged', [], ['TellEveryoneWhenProfileChanged']],
      ['RoomChanged', ['AnswerRequestsWhenRoomBecamePublic'], ['TellReadersWhenRoomChanged']],
      ['RoomCreated', ['CreateChatPostWhenRoomCreated'], ['AnnounceRoomWhenRoomCreated']],
      [
        'RoomDeleted',
        ['DeletePostsWhenRoomDeleted', 'RecordDeletionWhenRoomDeleted', 'StopNumberingWhenRoomDeleted'],
        ['EraseWhenRoomDeleted', 'TellEveryoneWhenRoomDeleted'],
      ],
      ['RoomErased', [], ['DeleteBytesWhenRoomErased']],
      ['RoomRequestsChanged', [], ['TellKeepersWhenRoomRequestsChanged']],
      ['SessionsEnded', [], ['CloseSocketsWhenSessionsEnded']],
      ['UserChanged', [], ['ForgetSessionsWhenUserChanged', 'TellEveryoneWhenUserChanged']],
      ['UserDeactivated', ['EndSessionsWhenUserDeactivated'], []],
      ['UserRegistered', ['CreateProfileWhenUserRegistered', 'JoinDefaultRoomsWhenUserRegistered'], []],
    ]);
  });
});
