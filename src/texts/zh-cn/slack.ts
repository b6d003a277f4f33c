/** Said by the Slack side itself: what a card needs besides its own words, and why it cannot start. */
export const slack = {
  saving: '正在保存，请稍候…',
  done: '好了。',
  close: '关闭',
  sure: '请确认',
  choose: '请选择',
  vote: '选这个',
  voteFor: ({ label }: { label: string }) => `选“${label}”`,
  votes: ({ count, share }: { count: number; share: number }) => `${count}票，占${share}%`,
  label: ({ label }: { label: string }) => `${label}：`,
  to: '至',
  source: ({ line }: { line: string }) => `出处：${line}`,
  wholeLabel: ({ label }: { label: string }) => `按钮全文：${label}`,
  leftOut: ({ chars }: { chars: number }) => `内容太长，还有约${chars}字没有显示。`,
  leftOutOptions: ({ count }: { count: number }) => `选项太多，还有${count}项没有列出。`,
  tooSlow: '等得有点久，表单没能打开。请再试一次。',
  needsCommand: '这里打不开表单。请输入 /gongyou 加上要做的事再试。',
  inDirect: '回答发在您和工友的私信里。',
  notShown: '事情办了，结果却没能显示出来。请打开工友的主页看一看。',
  pressGone: '这个按钮已经不能用了。请重新发起。',
  setup: {
    token: () =>
      'Slack 不认这个机器人令牌。请在 api.slack.com/apps 的“OAuth & Permissions”里重新复制以 xoxb- 开头的令牌，填到 SLACK_BOT_TOKEN。',
    'socket-token': () =>
      'Slack 不认这个应用令牌。请在“Basic Information”的“App-Level Tokens”里建一个带 connections:write 权限的令牌，填到 SLACK_APP_TOKEN，并打开 Socket Mode。',
    'signing-secret': () =>
      '缺少签名密钥。请把“Basic Information”里的 Signing Secret 填到 SLACK_SIGNING_SECRET，或用 SLACK_APP_TOKEN 改走 Socket Mode。',
    unreachable: ({ where }: SetupFacts) => `连不上 Slack（${where}）。请检查网络、代理和 SLACK_API_URL。`,
    refused: ({ why }: SetupFacts) => `Slack 拒绝了连接：${why}。请检查应用的设置，或稍后再试。`,
    'port-taken': ({ where }: SetupFacts) =>
      `接收 Slack 请求的端口 ${where} 已被占用。请停掉占用它的程序，或用 SLACK_PORT 换一个。`,
    'port-forbidden': ({ where }: SetupFacts) =>
      `没有权限使用端口 ${where}。请用 SLACK_PORT 换一个 1024 以上的端口。`,
    'host-unknown': ({ where }: SetupFacts) => `本机没有地址 ${where}。请改一下 SLACK_HOST。`,
    'listen-failed': ({ where }: SetupFacts) =>
      `无法在 ${where} 接收 Slack 的请求。请检查 SLACK_HOST 和 SLACK_PORT。`,
  },
};

/** `where`: the address it was about. `why`: the code Slack gave. */
type SetupFacts = { where: string; why: string };
