export const home = {
  title: '我能帮您做什么',
  hello: ({ name }: { name: string }) => `${name}，您好`,
  role: { member: '职工', cadre: '工会干部', organiser: '组织者', admin: '管理员' },
  about:
    '我是工友，工会的聊天助手。我只按整理好的报告内容回答，并注明出处；报告里没有的，我会说没有，再帮您找人。',
  canAsk: '问政策、问数字：直接私信我，或在频道里 @我，也可以发 /gongyou 问 加上问题。',
  canVote: '频道里有投票时，点一下选项就投，再点就改。',
  canPoll: '发起投票：/gongyou poll "题目" "甲" "乙"，或者只发 /gongyou poll 填表。',
  canRemind: '通知培训：/gongyou 提醒，填好先看一眼再发，到点我来提醒。',
  canLanguage: '换成英文：/gongyou language en。换回中文：/gongyou language zh。',
  canReply: '有职工等答复时，在值班频道点“答复”。',
  privacy:
    '您的提问不留名字：没答上、没帮上的问题，去掉电话、姓名这类个人信息后最多留180天，用来补充内容；频道里的投票不显示谁选了什么，但管理这台服务器的人能从数据里查到。',
  ask: '问一个问题',
  poll: '发起投票',
  training: '通知培训',
  running: '您发起的、还没结束的投票',
  close: ({ title }: { title: string }) => `结束“${title}”`,
  nothing: '您没有正在进行的投票。',
  speaking: '好的，以后和您说中文。',
  cancel: '取消',
};
