import { momentIn } from '../../calendar/moment.ts';
import type { RefusalCode, Refusals } from '../../refusal.ts';

const role = { cadre: '工会干部', organiser: '组织者', admin: '管理员' };

export const refusals: { [Code in RefusalCode]: (facts: Refusals[Code], zone: string) => string } = {
  'not-allowed': ({ needs }) => `这件事要由${role[needs]}来做。需要的话，请找本单位的${role[needs]}。`,
  'not-understood': ({ text }) => `没看懂“${text}”。发送 /gongyou help 看看我会做什么。`,
  'input-invalid': () => '这条内容不完整或格式不对。请重新打开再填一次。',
  'stale-button': () => '这个按钮已经失效。请重新操作一次。',
  'question-empty': () => '您还没写问题。直接说想问什么就行，比如“集体协商谈什么”。',
  'question-too-long': ({ most }) => `问题太长了。请压缩到${most}个字以内再问。`,
  'entry-gone': () => '这条内容已经撤下。请换个说法再问一次。',
  'receipt-unknown': () =>
    '没有这个凭据号。请对照答案下面的8位凭据号再发一次 /gongyou 查；想提问，请发 /gongyou 问。',
  'poll-needs-channel': () => '投票要发在频道里。请到要发的频道里再来一次。',
  'poll-too-few-options': ({ least }) => `选项太少，至少要${least}个。请每行写一个。`,
  'poll-too-many-options': ({ most }) => `选项太多，最多${most}个。请合并或删去一些。`,
  'poll-option-twice': ({ option }) => `选项“${option}”写了两遍。请删去一个。`,
  'poll-option-too-long': ({ most }) => `有的选项太长。每个选项请不超过${most}个字。`,
  'poll-title-missing': () => '投票还没有题目。请写上要大家选什么。',
  'poll-title-too-long': ({ most }) => `题目太长。请压缩到${most}个字以内。`,
  'poll-unknown': () => '找不到这个投票。它可能已被删除。',
  'poll-closed': ({ title, closedAt }, zone) =>
    `“${title}”已于${momentIn('zh-CN', closedAt, zone)}截止，不能再投票。`,
  'poll-not-yours': ({ title }) => `“${title}”只有发起人或管理员能结束。请联系发起人。`,
  'event-unknown': () => '找不到这场活动。它可能已被删除。',
  'event-not-yours': ({ title }) => `“${title}”只有组织者本人或管理员能操作。请联系组织者。`,
  'event-already-announced': ({ title }) => `“${title}”已经通知过了，没有重复发送。`,
  'event-over': ({ title }) => `“${title}”已经开始或结束，不能再改答复。`,
  'event-title-missing': () => '请写上培训或活动的名称。',
  'event-title-too-long': ({ most }) => `名称太长，请控制在${most}个字以内。`,
  'event-place-missing': () => '请写上地点或链接。',
  'event-place-too-long': ({ most }) => `地点太长，请控制在${most}个字以内。`,
  'event-starts-in-past': ({ startsAt }, zone) =>
    `开始时间${momentIn('zh-CN', startsAt, zone)}已经过去。请选一个将来的时间。`,
  'event-too-far': ({ most }) => `开始时间太远，最多提前${most}天安排。请换个近一点的时间。`,
  'event-nobody': () => '还没有选通知谁。请选一个频道或几个人。',
  'event-too-many-people': ({ most }) => `点名通知最多${most}人。人多时请选一个频道。`,
  'event-offset-passed': () => '所选的提醒时间都已过去。请改晚开始时间，或选更短的提前量。',
  'bot-not-in-channel': () => '我不在那个频道里，看不到成员。请先把我邀请进去，再试一次。',
  'desk-closed': () => '这里还没有设置接听的人。请直接联系本单位工会；急事请拨打12351。',
  'ticket-unknown': () => '找不到这条提问。它可能已被处理。',
  'ticket-answered': ({ by }) => `这条提问${by}已经答复过了。`,
  'reply-empty': () => '答复是空的。请写几句再发送。',
  'reply-too-long': ({ most }) => `答复太长，请控制在${most}个字以内。`,
  busy: () => '同一时间操作的人太多，这次没有成功。请再点一次。',
};
