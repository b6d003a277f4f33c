import type { Language } from '../../calendar/moment.ts';

export type PersonaRole = 'member' | 'cadre' | 'organiser' | 'admin';

/** A made-up person whom anybody at the workspace can play. */
export type Persona = {
  readonly id: string;
  readonly role: PersonaRole;
  readonly name: { readonly [Key in Language]: string };
  readonly job: { readonly [Key in Language]: string };
};

/** The bot's id as the author of a message. */
export const BOT = 'gongyou';

/** Roles run from the least to the most; the first is who a newcomer plays. */
export const PERSONAS: readonly Persona[] = [
  {
    id: 'u-lin',
    role: 'member',
    name: { 'zh-CN': '林小燕', en: 'Lin Xiaoyan' },
    job: { 'zh-CN': '外卖骑手', en: 'Delivery rider' },
  },
  {
    id: 'u-ma',
    role: 'member',
    name: { 'zh-CN': '马建国', en: 'Ma Jianguo' },
    job: { 'zh-CN': '一车间装配工', en: 'Assembler, Workshop 1' },
  },
  {
    id: 'u-zhao',
    role: 'member',
    name: { 'zh-CN': '赵敏', en: 'Zhao Min' },
    job: { 'zh-CN': '快递分拣员', en: 'Parcel sorter' },
  },
  {
    id: 'u-chen',
    role: 'cadre',
    name: { 'zh-CN': '陈卫东', en: 'Chen Weidong' },
    job: { 'zh-CN': '一车间工会主席', en: 'Union chair, Workshop 1' },
  },
  {
    id: 'u-sun',
    role: 'cadre',
    name: { 'zh-CN': '孙丽', en: 'Sun Li' },
    job: { 'zh-CN': '女职工委员', en: 'Women workers’ delegate' },
  },
  {
    id: 'u-he',
    role: 'cadre',
    name: { 'zh-CN': '何志强', en: 'He Zhiqiang' },
    job: { 'zh-CN': '骑手之家工会组长', en: 'Group leader, Riders’ Home' },
  },
  {
    id: 'u-zhou',
    role: 'organiser',
    name: { 'zh-CN': '周岚', en: 'Zhou Lan' },
    job: { 'zh-CN': '培训组织者', en: 'Training organiser' },
  },
  {
    id: 'u-qian',
    role: 'organiser',
    name: { 'zh-CN': '钱宇', en: 'Qian Yu' },
    job: { 'zh-CN': '文体活动组织者', en: 'Sports and culture organiser' },
  },
  {
    id: 'u-tang',
    role: 'organiser',
    name: { 'zh-CN': '唐蕾', en: 'Tang Lei' },
    job: { 'zh-CN': '劳动竞赛组织者', en: 'Skills contest organiser' },
  },
  {
    id: 'u-li',
    role: 'admin',
    name: { 'zh-CN': '李振华', en: 'Li Zhenhua' },
    job: { 'zh-CN': '公司工会主席', en: 'Chair of the company union' },
  },
  {
    id: 'u-xu',
    role: 'admin',
    name: { 'zh-CN': '徐静', en: 'Xu Jing' },
    job: { 'zh-CN': '工会办公室主任', en: 'Head of the union office' },
  },
  {
    id: 'u-gao',
    role: 'admin',
    name: { 'zh-CN': '高原', en: 'Gao Yuan' },
    job: { 'zh-CN': '工会信息员', en: 'Union systems admin' },
  },
];

const byId = new Map(PERSONAS.map((persona) => [persona.id, persona]));

export const personaOf = (id: string): Persona | undefined => byId.get(id);
