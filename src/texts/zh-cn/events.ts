/** “提前1天” */
const lead = ({ minutes }: { minutes: number }): string => {
  if (minutes % 1440 === 0) return `提前${minutes / 1440}天`;
  if (minutes % 60 === 0) return `提前${minutes / 60}小时`;
  return `提前${minutes}分钟`;
};

export const events = {
  formTitle: '通知培训或活动',
  formName: '名称',
  formStart: '开始时间',
  formPlace: '地点或链接',
  formChannel: '通知哪个频道的人',
  formPeople: '或者点名通知',
  formWho: '频道和点名选一样就行；两样都选时，按频道通知。',
  formLeads: '什么时候提醒',
  formSend: '先看一眼',
  lead,
  dryRun: '还没有发出。确认后会这样：',
  name: '名称',
  when: '时间',
  where: '地点',
  who: '通知谁',
  inChannel: ({ count }: { count: number }) => `频道里的${count}人（频道里发一条通知，提醒单独发给每个人）`,
  named: ({ count }: { count: number }) => `点名的${count}人（各收到一条通知和提醒）`,
  reminder: ({ minutes }: { minutes: number }) => `${lead({ minutes })}提醒`,
  cost: ({ count }: { count: number }) => `每人一共收到${count}条私信提醒；说了“不去”的人不再提醒。`,
  noReminder: '不发提醒，只发通知。',
  moved: ({ minutes, at }: { minutes: number; at: string }) =>
    `${lead({ minutes })}的提醒赶上休息时间，改在${at}发。`,
  passed: ({ minutes }: { minutes: number }) => `${lead({ minutes })}的时间已经过去，不发。`,
  confirm: '确认发出',
  drop: '不发了',
  announced: ({ title }: { title: string }) => `“${title}”已通知。到时间我会提醒大家，您不用再管。`,
  dropped: '没有发出，草稿已删除。',
  going: '去',
  notGoing: '不去',
  counts: ({ yes, no }: { yes: number; no: number }) => `去 ${yes}人 · 不去 ${no}人`,
  signedUp: ({ title }: { title: string }) => `好的，记下您去“${title}”。`,
  declined: ({ title }: { title: string }) => `好的，记下您不去“${title}”，不再提醒您。`,
  remind: ({ title }: { title: string }) => `提醒：${title}`,
  remindYes: '您说过要去。有变动请点“不去”。',
  remindOpen: '去不去，点一下告诉组织者；点“不去”就不再提醒。',
  over: '已经开始或结束。',
  skipped: ({ title, minutes }: { title: string; minutes: number }) =>
    `“${title}”${lead({ minutes })}的提醒没有发全`,
  skippedLate: '到点时我没能发出，现在再发已经没有用处，所以没有补发。没收到的人请您另行告知。',
  skippedAudience: '那个频道我看不到成员，可能频道已归档，或者我被移出了。请检查后另行通知。',
  unposted: ({ title }: { title: string }) =>
    `“${title}”的通知没有发到频道里：我不在那个频道，或频道已归档。请检查一下，并自己通知大家。`,
};
