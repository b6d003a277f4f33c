import type { Incoming, Platform } from '../../../src/platforms/port.ts';
import type { Card } from '../../../src/view/card.ts';
import type { Form } from '../../../src/view/form.ts';
import type { Reply } from '../../../src/view/reply.ts';

/** What a bot would show, as real as can be without one: for looking at the page, and for axe. */

type Spoken = 'zh' | 'en';

export const answerCard = (spoken: Spoken): Card =>
  spoken === 'zh'
    ? {
        title: '集体协商谈什么',
        blocks: [
          {
            kind: 'quote',
            text: '集体协商主要谈工资水平和调整办法、工作时间和休息休假、劳动安全卫生、女职工特殊保护，以及保险福利。',
            source: {
              line: '《北京市工会第十四次代表大会报告》· 维护职工合法权益 · 市级 · 2019年',
              entry: 'b/c',
            },
          },
          { kind: 'text', text: '还有一条2020年的要求与此有关，可以接着问。', quiet: true },
          {
            kind: 'buttons',
            buttons: [
              { label: '有用', press: { act: 'answer.useful', input: {} }, tone: 'primary' },
              { label: '没帮上', press: { act: 'answer.useless', input: {} } },
              { label: '找人', press: { act: 'desk.ask', input: {} } },
            ],
          },
        ],
      }
    : {
        title: 'What collective bargaining is about',
        blocks: [
          {
            kind: 'quote',
            text: 'It covers pay and how it is adjusted, hours and leave, safety and health at work, the protection of women workers, and insurance and benefits.',
            source: { line: 'Beijing 14th congress report · Protecting rights · city · 2019', entry: 'b/c' },
          },
          { kind: 'text', text: 'There is a related target of 2020; just ask on.', quiet: true },
          {
            kind: 'buttons',
            buttons: [
              { label: 'Useful', press: { act: 'answer.useful', input: {} }, tone: 'primary' },
              { label: 'Did not help', press: { act: 'answer.useless', input: {} } },
              { label: 'Ask a person', press: { act: 'desk.ask', input: {} } },
            ],
          },
        ],
      };

export function pollCard(spoken: Spoken, counts = [7, 12, 4]): Card {
  const labels = spoken === 'zh' ? ['爬香山', '看电影', '打羽毛球'] : ['Hike', 'Cinema', 'Badminton'];
  const people = counts.reduce((sum, count) => sum + count, 0);
  return {
    title: spoken === 'zh' ? '周末活动去哪儿？' : 'Where to at the weekend?',
    blocks: [
      {
        kind: 'tally',
        rows: labels.map((label, index) => ({
          label,
          count: counts[index] ?? 0,
          press: { act: 'poll.vote', input: { option: index } },
        })),
        people,
        caption:
          spoken === 'zh'
            ? `${people}人已投，一人一票，可以改`
            : `${people} have voted; one vote each, which can be changed`,
      },
      {
        kind: 'buttons',
        buttons: [
          {
            label: spoken === 'zh' ? '结束投票' : 'Close the poll',
            press: { act: 'poll.close', input: {} },
            tone: 'danger',
            confirm:
              spoken === 'zh'
                ? { text: '现在结束投票吗？结束后不能再投。', yes: '结束', no: '再等等' }
                : { text: 'Close the poll now? Nobody can vote after that.', yes: 'Close', no: 'Wait' },
          },
        ],
      },
    ],
  };
}

export const trainingCard = (spoken: Spoken, at: number): Card => ({
  title: spoken === 'zh' ? '培训通知：工伤认定怎么办' : 'Training: claiming a work injury',
  blocks: [
    {
      kind: 'facts',
      rows: [
        { label: spoken === 'zh' ? '时间' : 'When', at, until: at + 2 * 3_600_000 },
        {
          label: spoken === 'zh' ? '地点' : 'Where',
          text: spoken === 'zh' ? '职工之家三楼会议室' : 'Workers’ Home, third floor',
        },
        { label: spoken === 'zh' ? '讲课' : 'Who', text: spoken === 'zh' ? '周岚' : 'Zhou Lan' },
      ],
    },
    {
      kind: 'list',
      items:
        spoken === 'zh'
          ? ['带上工会会员卡', '有个案的请先准备好材料']
          : ['Bring your union card', 'Bring the papers of your case'],
    },
    {
      kind: 'buttons',
      buttons: [
        {
          label: spoken === 'zh' ? '我去' : 'Going',
          press: { act: 'event.going', input: {} },
          tone: 'primary',
        },
        { label: spoken === 'zh' ? '不去' : 'Not going', press: { act: 'event.declined', input: {} } },
      ],
    },
  ],
});

export function trainingForm(spoken: Spoken): Form {
  const zh = spoken === 'zh';
  return {
    title: zh ? '通知一场培训' : 'Announce a training',
    intro: zh ? '填好后先看一遍谁会收到什么，再发出去。' : 'You will see who gets what before it goes out.',
    fields: [
      { kind: 'text', name: 'title', label: zh ? '名称' : 'Name', most: 80 },
      { kind: 'moment', name: 'starts', label: zh ? '开始时间' : 'Starts' },
      { kind: 'text', name: 'place', label: zh ? '地点或链接' : 'Place or link', most: 200 },
      { kind: 'channel', name: 'channel', label: zh ? '通知频道' : 'Channel', optional: true },
      { kind: 'people', name: 'people', label: zh ? '通知这些人' : 'People', optional: true },
      {
        kind: 'picks',
        name: 'before',
        label: zh ? '提前多久提醒' : 'Reminders',
        options: [
          { value: '1d', label: zh ? '1天前' : '1 day before' },
          { value: '1h', label: zh ? '1小时前' : '1 hour before' },
        ],
        value: ['1d', '1h'],
      },
      { kind: 'text', long: true, name: 'note', label: zh ? '说明' : 'Note', most: 500, optional: true },
    ],
    send: zh ? '看一遍' : 'Preview',
    cancel: zh ? '取消' : 'Cancel',
    press: { act: 'event.preview', input: {} },
  };
}

const homeCard = (spoken: Spoken): Card => ({
  title: spoken === 'zh' ? '与您有关' : 'For you',
  blocks: [
    {
      kind: 'text',
      text:
        spoken === 'zh'
          ? '您有1场培训要参加，1个投票还没投。'
          : 'One training to come, one poll you have not voted in.',
    },
    {
      kind: 'list',
      items:
        spoken === 'zh'
          ? ['问：直接说，比如“加班费怎么算”', '投票：/gongyou poll "题目" "甲" "乙"', '培训：/gongyou 培训']
          : ['Ask: just say it', 'Poll: /gongyou poll "Title" "A" "B"', 'Training: /gongyou training'],
    },
  ],
});

/** A bot that answers everything with sample cards, in the language of `spoken()`. */
export const sceneBot =
  (spoken: () => Spoken, platform: () => Platform) =>
  async (incoming: Incoming): Promise<Reply> => {
    const { did, at } = incoming;
    const say = spoken();
    if (did.kind === 'home') return { to: 'home', show: homeCard(say) };
    if (did.kind === 'command' && /poll/.test(did.text) && at) return { to: 'here', show: pollCard(say) };
    if (did.kind === 'command' && /培训|training/.test(did.text))
      return { to: 'form', open: trainingForm(say) };
    if (did.kind === 'command') return { to: 'asker', show: homeCard(say) };
    if (did.kind === 'message' && at) {
      await platform().post(at, answerCard(say), { key: `answer-${incoming.id}`, attempt: 1 });
      return { to: 'nobody' };
    }
    if (did.kind === 'send')
      return {
        to: 'fields',
        wrong: { place: say === 'zh' ? '请写上地点或链接。' : 'Please give a place or link.' },
      };
    if (did.kind === 'press' && did.act === 'poll.vote')
      return { to: 'card', show: pollCard(say, [8, 12, 4]) };
    if (did.kind === 'press')
      return {
        to: 'asker',
        show: { blocks: [{ kind: 'text', text: say === 'zh' ? '记下了，谢谢。' : 'Noted, thank you.' }] },
      };
    return { to: 'nobody' };
  };
