import { describe, expect, it } from '@jest/globals';
import { findViolationsInThemes, NO_VIOLATIONS } from '../kit/accessibility.js';
import { expectSoon } from '../kit/eventually.js';
import { openHouse } from '../kit/house.js';
import { PASSWORD, type Person } from '../kit/person.js';

// Lei, whose browser prefers Chinese, registers; Hanna writes with her in English. Each test goes on where the one before ended.
describe('the language', () => {
  let lei: Person;
  let hanna: Person;

  const house = openHouse(async (opened) => {
    lei = await opened.newPerson('王磊', { locale: 'zh-CN' });
    hanna = await opened.welcome('Hanna Lindqvist');
    const { chatPost } = await hanna.account.createRoom({ name: '读书会' });
    await hanna.account.sendAll(chatPost.id, ['good morning']);
  });

  const heading = (person: Person, name: string) => person.page.getByRole('heading', { name });
  const languageOf = (person: Person) => person.page.locator('html').getAttribute('lang');

  it('is the one of the browser at the door, and can be changed there', async () => {
    const { page } = lei;
    await page.goto('/register');
    await heading(lei, '加入 Roomers').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await heading(lei, 'Join Roomers').waitFor();
    await page.getByRole('button', { name: '简体中文' }).click();
    await expectSoon(async () => [await languageOf(lei), await page.title()], ['zh-CN', '注册 · Roomers']);
    await page.getByLabel('显示名称').fill('王磊');
    await page.getByLabel('用户名').fill(lei.username);
    await page.getByLabel('邮箱').fill('lei@example');
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '创建账号' }).click();
    await page.getByText('请输入完整的邮箱地址').waitFor();
    await page.getByLabel('邮箱').fill('lei@example.org');
    await page.getByRole('button', { name: '创建账号' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '房间' }).waitFor();
  });

  it('is that of every page, and of what the system says', async () => {
    await lei.page.goto('/r/dushuhui');
    await lei.page.getByRole('log', { name: '消息' }).getByText('good morning').waitFor();
    await lei.page.getByText('恭喜 Hanna Lindqvist 创建了新聊天室“读书会”。').waitFor();
    await lei.page.getByRole('button', { name: '加入房间' }).click();
    await lei.page.getByRole('textbox', { name: '消息', exact: true }).fill('早上好');
    await lei.page.getByRole('button', { name: '发送' }).click();
    await lei.page.getByRole('article').filter({ hasText: '早上好' }).waitFor();
    await expectSoon(() => findViolationsInThemes(lei.page), NO_VIOLATIONS);
  });

  it('changes without a reload, in every window of the device', async () => {
    const other = await lei.context.newPage();
    await other.goto('/rooms');
    await other.getByRole('heading', { name: '发现房间' }).waitFor();
    await lei.page.goto('/settings/appearance');
    await lei.page.evaluate(() => Object.assign(globalThis, { isSame: true }));
    await lei.page.getByRole('radio', { name: 'English' }).click();
    await heading(lei, 'Appearance').waitFor();
    await expectSoon(() => lei.page.title(), 'Appearance · Roomers');
    await other.getByRole('heading', { name: 'Find a room' }).waitFor();
    expect(await lei.page.evaluate(() => 'isSame' in globalThis)).toBe(true);
    await lei.page.getByRole('radio', { name: '简体中文' }).click();
    await heading(lei, '外观').waitFor();
    await other.close();
  });

  it('is kept in the profile, for a device that prefers another', async () => {
    const elsewhere = await house.welcomeAgain(lei);
    await elsewhere.page.getByRole('navigation', { name: '主导航' }).waitFor();
    expect(await languageOf(elsewhere)).toBe('zh-CN');
  });

  it('stays English where the texts of another do not come', async () => {
    const late = await house.newPerson('晚', { locale: 'zh-CN' });
    await late.page.route('**/chinese-*.js', (route) => route.abort());
    await late.page.goto('/sign-in');
    await heading(late, 'Welcome back').waitFor();
  });
});
