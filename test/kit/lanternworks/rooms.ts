import { MACHINE_LEARNING } from './machine-learning.js';
import { DAY, type ToldRoom } from './told.js';

const SMALLER: ToldRoom[] = [
  {
    name: 'Release Train',
    slug: 'release-train',
    about: 'What ships this week, who is on call and what is blocked.',
    visibility: 'public',
    by: 'marek',
    members: ['marek', 'hanna', 'priya', 'sam', 'greta'],
    chat: [{ by: 'marek', minutes: 500, text: 'Branch is cut.' }],
    posts: [
      {
        by: 'marek',
        title: '2.14 go or no-go',
        tags: ['release'],
        minutes: 60,
        messages: [
          { by: 'sam', minutes: 50, text: 'All checks are green.' },
          { by: 'marek', minutes: 38, text: 'Two blockers left, both in review. Vote closes at 15:00' },
        ],
      },
    ],
  },
  {
    name: 'Shanghai Office 上海办公室',
    slug: 'shanghai-office',
    about: '上海办公室的日常:访客、午饭、工位和班车。Daily life in the office.',
    visibility: 'public',
    by: 'zhouming',
    members: ['zhouming', 'lei', 'xiaoyu'],
    chat: [{ by: 'zhouming', minutes: 300, text: '今天午饭去哪?' }],
    posts: [],
  },
  {
    name: 'Design Guild',
    slug: 'design-guild',
    about: 'Critique, components and the odd font argument. Fridays at 14:00.',
    visibility: 'public',
    by: 'greta',
    members: ['greta', 'hanna', 'aiko'],
    chat: [{ by: 'greta', minutes: 700, text: 'Slides are up.' }],
    posts: [
      {
        by: 'greta',
        title: 'Onboarding map, round 2',
        tags: ['workshop'],
        minutes: 400,
        cover: 'whiteboard',
        messages: [{ by: 'greta', minutes: 62, text: 'Icon set for the field app is attached to the board.' }],
      },
    ],
  },
  {
    name: 'Hardware Bring-up',
    slug: 'hardware-bring-up',
    about: 'Boards, rigs and first power-on. Post photos, keep the bench log honest.',
    visibility: 'private',
    by: 'noor',
    members: ['noor', 'hanna', 'tomas'],
    chat: [{ by: 'noor', minutes: 900, text: 'Rig 2 is up.' }],
    posts: [
      {
        by: 'noor',
        title: 'Gripper v4 torque test',
        tags: ['test-rig'],
        minutes: 500,
        cover: 'robot',
        messages: [{ by: 'noor', minutes: 125, text: 'Rig is booked for Thursday, does 14:00 work?' }],
      },
    ],
  },
  {
    name: 'Reading Club 读书会',
    slug: 'reading-club',
    about: 'One book a month, 每月一本。No homework, no spoilers.',
    visibility: 'public',
    by: 'lei',
    members: ['lei', 'hanna', 'siyuan'],
    chat: [{ by: 'lei', minutes: 800, text: '下周见。' }],
    posts: [
      {
        by: 'lei',
        title: '六月书单投票',
        tags: ['书单'],
        minutes: 600,
        messages: [{ by: 'lei', minutes: 190, text: '目前《系统之美》领先两票' }],
      },
    ],
  },
  {
    name: 'Field Notes',
    slug: 'field-notes',
    about: 'Site visits, photos and what broke in the rain. 现场记录。',
    visibility: 'public',
    by: 'tomas',
    members: ['tomas', 'hanna'],
    chat: [{ by: 'tomas', minutes: 3 * DAY, text: 'Photos from site 4 tomorrow.' }],
    posts: [],
  },
  {
    name: 'Help Desk',
    slug: 'help-desk',
    about: 'Laptops, access and VPN. Ask here first, 有问题先来这里。',
    visibility: 'public',
    by: 'dev',
    members: ['dev', 'sam'],
    chat: [{ by: 'dev', minutes: 3 * DAY, text: 'VPN on Linux works again.' }],
    posts: [],
  },
  {
    name: 'Newcomers 新同事',
    slug: 'newcomers',
    about: 'New here? Say hello, find your desk and your first three rooms.',
    visibility: 'public',
    by: 'greta',
    members: ['greta', 'sam'],
    chat: [{ by: 'sam', minutes: 2 * DAY, text: 'Hello everybody.' }],
    posts: [],
  },
];

/** In the order in which they are made. */
export const ROOMS: readonly ToldRoom[] = [MACHINE_LEARNING, ...SMALLER];
