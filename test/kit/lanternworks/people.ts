/** Somebody at Lanternworks, the made-up organisation of the design's pictures. */
export interface Colleague {
  username: string;
  displayName: string;
  aboutMe?: string;
  location?: string;
  /** Name of a drawing in `pictures/`. */
  picture?: string;
  isOnline?: boolean;
}

/** The first owns the place. */
export const COLLEAGUES = [
  {
    username: 'hanna',
    displayName: 'Hanna Lindqvist',
    aboutMe: 'Evaluation lead. I read Chinese slowly, 请多包涵。',
    location: 'Malmö',
    picture: 'av-hanna',
  },
  { username: 'priya', displayName: 'Priya Raman', picture: 'av-priya', isOnline: true },
  { username: 'siyuan', displayName: '陈思远 Siyuan Chen', picture: 'av-siyuan', isOnline: true },
  { username: 'xiaoyu', displayName: '林晓雨 Xiaoyu Lin', picture: 'av-xiaoyu', isOnline: true },
  { username: 'jonas', displayName: 'Jonas Weber', picture: 'av-jonas', isOnline: true },
  { username: 'aiko', displayName: 'Aiko Tanaka', picture: 'av-aiko', isOnline: true },
  { username: 'tomas', displayName: 'Tomás Álvarez', picture: 'av-tomas' },
  { username: 'lei', displayName: '王磊 Lei Wang', picture: 'av-lei' },
  { username: 'dev', displayName: 'Dev Kapoor' },
  { username: 'marek', displayName: 'Marek Nowak', picture: 'av-marek' },
  { username: 'greta', displayName: 'Greta Olsen', picture: 'av-greta', isOnline: true },
  { username: 'noor', displayName: 'Noor Haddad', picture: 'av-noor', isOnline: true },
  { username: 'sam', displayName: 'Sam Whitfield' },
  { username: 'zhouming', displayName: '周明' },
] as const satisfies readonly Colleague[];

export type Username = (typeof COLLEAGUES)[number]['username'];

const CROWD_NAMES =
  'Ana Silva, Ben Carter, 李娜, Chloe Martin, Diego Torres, Emma Novak, 张伟 Wei Zhang, Farid Aziz, Ines Costa, Ivo Marek, 赵敏, Kofi Mensah, Lena Fischer, Luca Rossi, Maya Cohen, Nils Berg, 吴昊 Hao Wu, Olga Petrova, Omar Said, Paula Gomez, 孙悦, Ravi Menon, Sofia Lind, Tariq Khan, Uma Nair, Vera Horak, 黄磊, Yuki Sato, Zoe Clark';

/** Those who fill the lists. */
export const CROWD: readonly Colleague[] = CROWD_NAMES.split(', ').map((displayName, index) => ({
  username: `colleague${String(index + 1)}`,
  displayName,
  isOnline: index % 4 === 0,
}));
