import type { Language } from '../../calendar/moment.ts';
import { PERSONAS, personaOf } from './personas.ts';

export type Channel = {
  readonly id: string;
  /** A direct message is a persona's with the bot, and nobody else sees it. */
  readonly direct: boolean;
  readonly name: { readonly [Key in Language]: string };
  readonly about: { readonly [Key in Language]: string };
};

/** Where questions wait for a person. */
export const DESK_CHANNEL = 'c-desk';

type Open = Channel & { readonly members: readonly string[] };

const everybody = PERSONAS.map(({ id }) => id);
const leaders = PERSONAS.filter(({ role }) => role !== 'member').map(({ id }) => id);

const CHANNELS: readonly Open[] = [
  {
    id: 'c-hall',
    direct: false,
    name: { 'zh-CN': '工会大厅', en: 'union-hall' },
    about: { 'zh-CN': '全体会员：通知、投票和闲聊', en: 'All members: notices, polls and talk' },
    members: everybody,
  },
  {
    id: 'c-workshop',
    direct: false,
    name: { 'zh-CN': '一车间', en: 'workshop-1' },
    about: { 'zh-CN': '一车间工会小组', en: 'The union group of Workshop 1' },
    members: ['u-ma', 'u-zhao', 'u-chen', 'u-sun', 'u-zhou', 'u-tang', 'u-li', 'u-xu', 'u-gao'],
  },
  {
    id: 'c-riders',
    direct: false,
    name: { 'zh-CN': '骑手之家', en: 'riders-home' },
    about: { 'zh-CN': '外卖和快递会员之家', en: 'Home of delivery and courier members' },
    members: ['u-lin', 'u-zhao', 'u-he', 'u-zhou', 'u-qian', 'u-li', 'u-xu', 'u-gao'],
  },
  {
    id: 'c-cadres',
    direct: false,
    name: { 'zh-CN': '工会干部', en: 'union-cadres' },
    about: { 'zh-CN': '干部商量工作的地方', en: 'Where cadres talk about their work' },
    members: leaders,
  },
  {
    id: DESK_CHANNEL,
    direct: false,
    name: { 'zh-CN': '找人', en: 'ask-a-person' },
    about: { 'zh-CN': '等着人来答复的提问', en: 'Questions waiting for a person' },
    members: leaders,
  },
];

const byId = new Map(CHANNELS.map((channel) => [channel.id, channel]));

/** Id of a persona's direct message with the bot. */
export const directOf = (persona: string): string => `dm-${persona}`;

function direct(persona: string): Open {
  return {
    id: directOf(persona),
    direct: true,
    name: { 'zh-CN': '工友', en: 'gongyou' },
    about: { 'zh-CN': '直接说，它会答', en: 'Just say it; it answers' },
    members: [persona],
  };
}

/** A channel or a persona's direct message; undefined when there is none of this id. */
export function channelOf(id: string): Open | undefined {
  const open = byId.get(id);
  if (open) return open;
  const persona = id.startsWith('dm-') ? personaOf(id.slice(3)) : undefined;
  return persona && direct(persona.id);
}

/** What a persona sees in the sidebar: the channels they are in, then their direct message. */
export const channelsOf = (persona: string): readonly Open[] => [
  ...CHANNELS.filter(({ members }) => members.includes(persona)),
  direct(persona),
];

export const isIn = (channel: string, persona: string): boolean =>
  channelOf(channel)?.members.includes(persona) ?? false;
