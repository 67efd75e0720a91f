import type { Part, Wordings } from './letter.js';

const HOLDS = '验证码十分钟内有效，只能使用一次。Roomers 的任何人都不会向你索要它。';
const IGNORE = '如果不是你本人操作，请忽略这封邮件：没有验证码，什么都不会发生。';

function code(before: string, digits: string): Part[] {
  return [before, { code: digits }, HOLDS, IGNORE];
}

/** Every letter in Simplified Chinese. */
export const CHINESE: Wordings = {
  registrationCode: ({ code: digits }) => ({
    subject: 'Roomers 注册验证码',
    parts: code('有人想用这个邮箱注册。请在注册页面输入验证码：', digits),
  }),
  accountExists: ({ username }, site) => ({
    subject: '你已经有 Roomers 账号',
    parts: [
      `有人想把这个邮箱用于账号，但它已经属于 ${username}。`,
      { link: `${site}/sign-in`, label: '登录' },
      '如果忘记了密码，可以在那里重设。如果不是你本人操作，请忽略这封邮件。',
    ],
  }),
  passwordCode: ({ code: digits, username }) => ({
    subject: '重设密码的验证码',
    parts: code(`有人想为 ${username} 重设密码。请在刚才的页面输入验证码：`, digits),
  }),
  addressCode: ({ code: digits, username }) => ({
    subject: '更换邮箱的验证码',
    parts: code(`${username} 想使用这个邮箱。请在设置页面输入验证码：`, digits),
  }),
  passwordChanged: ({ username }, site) => ({
    subject: '你的密码已修改',
    parts: [
      `${username} 的密码已修改，其他登录过的地方均已退出。`,
      '如果不是你本人操作，请立即重设密码，并告诉管理员。',
      { link: `${site}/sign-in`, label: '登录' },
    ],
  }),
  addressChanged: ({ username }) => ({
    subject: '你的邮箱已更换',
    parts: [`${username} 已改用另一个邮箱，Roomers 不再向这个地址发信。`, '如果不是你本人操作，请立即告诉管理员。'],
  }),
  invitation: ({ link, inviter, organisation }) => ({
    subject: `${inviter} 邀请你加入 ${organisation}`,
    parts: [
      `${inviter} 邀请你加入 Roomers 上的 ${organisation}。打开下面的地址，设置用户名和密码：`,
      { link, label: '接受邀请' },
      '链接仅供你本人使用，七天内有效，只能使用一次。如果你不认识邀请人，请忽略这封邮件。',
    ],
  }),
};
