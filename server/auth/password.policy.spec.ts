import { describe, expect, it } from '@jest/globals';
import { findPasswordProblem } from './password.policy.js';

const names = { username: 'lei.wang', email: 'Lei.W@example.org' };

describe('findPasswordProblem', () => {
  it.each([
    ['PassWord1', 'password_common'],
    ['LEI.WANG', 'password_like_name'],
    ['lei.w@example.org', 'password_like_name'],
    ['Lei.W', 'password_like_name'],
  ])('refuses %s as %s at its field', (password, code) => {
    expect(findPasswordProblem('newPassword', password, names)).toMatchObject({ field: 'newPassword', code });
  });

  it.each(['a lamp on the stairs', '钥匙在门垫下面啊啊'])('takes %s', (password) => {
    expect(findPasswordProblem('password', password, names)).toBeUndefined();
  });
});
