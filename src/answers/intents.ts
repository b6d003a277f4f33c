import type { Texts } from '../texts/index.ts';

export type SmallTalk = keyof Texts['answers']['smalltalk'];

/** What a question is when it is none: `personal` asks for somebody's private matters. */
export type Intent = SmallTalk | 'personal';

/** Orders to the bot itself, wherever they stand in a message. Read as normalised text. */
const ORDERS: readonly RegExp[] = [
  /(?:忽略|无视|不要管|不用管|别管|忘掉|忘记|抛开|跳过|绕过|清除|解除).{0,12}(?:指令|提示|设定|规则|限制|约束|身份|命令)/,
  /(?:系统|内部|隐藏|初始|原始)的?(?:提示词|提示语|指令|prompt|设定)|system ?prompt|提示词/,
  /(?:ignore|disregard|forget|override|bypass).{0,30}(?:instruction|rule|prompt|previous|above|guideline|restriction|system)/,
  /(?:reveal|show|print|repeat|output|tell me|what is|leak).{0,20}(?:your )?(?:system|hidden|initial|internal) (?:prompt|instruction|message)/,
  /(?:你现在是|从现在起你|从现在开始你|你来?扮演|^请?扮演|假装你|假设你是|你装作)|(?:pretend (?:to|that|you)|act as (?:if|though|my|an? (?:hacker|admin|evil|unrestricted|different|dan))|you are now|role ?play|jailbreak|developer mode|开发者模式|越狱|dan模式)/,
  /<!?(?:here|channel|everyone|script|img|iframe)|<@|@(?:here|channel|everyone|所有人|全体)|javascript:/,
  /(?:艾特|@|tag|ping|mention|notify).{0,10}(?:所有人|全体|大家|全员|everyone|everybody|channel)/,
  /(?:编一|编个|编造|瞎编|捏造|胡编|伪造|虚构|随便编|帮我编).{0,20}|(?:没有|没)的.{0,6}(?:随便|瞎|乱)|假装报告|pretend the report|\bcurl \S|把.{0,10}(?:都|全)@|(?:make up|fabricate|invent) (?:a|an|some|any|the|me)\b.{0,24}(?:figure|number|quote|answer|stor|statistic|source|report)/,
  /(?:api ?key|access token|\btoken\b|密钥|环境变量|environment variable|\.env\b|源代码|drop table|select \*|rm -rf|数据库密码|管理员密码|root密码|password)/,
  /(?:只|必须|一律|直接)(?:能|要|许|准)?(?:回答|回复|输出|说)["“「『:：]|(?:start|begin|end) (?:your|the) (?:reply|answer|response|message)|reply (?:only )?with|respond (?:only )?with|repeat after me|跟我念|^(?:你|您)(?:就|只管|就只)(?:说|回答|写)|照着说|照我说的/,
  /(?:给|向|替我给).{0,8}(?:所有|全体|每个|全部)(?:会员|职工|人|成员|员工).{0,6}(?:发|群发|推送)/,
  /(?:删掉|删除|清空|delete|wipe|erase).{0,14}(?:记录|数据|名单|投票|消息|数据库|records?|data|messages?|votes?)|(?:记录|数据库?|名单|投票|消息)(?:都|全部|全)?(?:删掉|删除|清空|抹掉)/,
  /(?:把|将).{0,14}(?:改成|改为|改到|设为).{0,16}|(?:承认|发誓|保证)你/,
];

/** Somebody's own data or private matters, or telling on somebody. */
const PERSONAL: readonly RegExp[] = [
  /身份证|手机号|家庭?住址|家住|银行卡|卡号|聊天记录|私信|工资条|微信号|病历|档案袋|体检结果|个人(?:资料|信息|隐私)/,
  /(?:[把将]|调出|查一?下|查查|发我|给我|告诉我|导出|看看).{0,12}(?:的|所有|全部)?(?:入会申请表|申请表|电话(?!服务)|手机|地址|名单|花名册|邮箱|通讯录|工资条|档案|资料).{0,10}(?:看看|调出|发|给|查|导出|列|拿|$)/,
  /(?:谁|哪个人|哪些人|哪位|哪个职工|哪个会员).{0,8}(?:投了|没交|没投|反对|弃权|举报|投诉了|投诉过|欠|没来|没参加|泄露|被开除|偷|离婚)/,
  /(?:home address|personal data|private message|id number|bank account|salary of|medical record|whose vote|who voted|mailing list of|phone numbers? of|'s phone number)/,
  /(?:give|send|show|list|export|find) (?:me )?.{0,24}(?:phone numbers?|addresses|emails?|salar(?:y|ies)|passwords?|contact details)/,
  /我(?:的)?(?:会费|入会申请|补助|报销|工资|积分|假期|年假|考勤|账号|密码|订单).{0,8}(?:到哪|到了没|多少|审批|批了|通过|余额|进度|还剩)/,
];

const GREETING =
  /^(?:(?:师傅|老师|同志|亲|客服)(?=在|你|您|好)|(?:hi+|hello|hey)(?: (?:there|bot|gongyou|all|everyone|friend))?|yo|good (?:morning|afternoon|evening|day)|您好|你好|嗨|哈喽|哈啰|早|早安|早上好|上午好|中午好|下午好|晚上好|晚安|大家好|在吗|在不在|在么|有人吗|喂|同志们?好|工友好?|morning|what'?s up|how are you|你好吗|吃了吗|最近怎么样|最近好吗)+$/;
const THANKS =
  /^(?:太|非常|好的|多|真|万分|那就|先)*(?:thanks?(?: you| a lot| so much| very much)?|thx|ty|cheers|much appreciated|appreciate it|感谢|谢谢|多谢|谢了|谢啦|谢|辛苦|辛苦了|有劳|麻烦了|麻烦你)[,， ]*(?:下次再找你|那就这样|that's all.{0,12}|你|您|了|啦|哦|哈|帮忙|帮助|你的帮助|您的帮助|工友|for .{0,20}|啊|呀|哈|大家|各位|师傅|老师|帮了?我?大忙了?|帮忙了|解答|回答|回复|your help)*$/;
const FAREWELL =
  /^(?:好的?[,，]?)?(?:没事了[,，]?)?(?:bye+|goodbye|bye bye|see you(?: later)?|再见|拜拜|拜|回见|回头见|明天见|下次见|下次聊|先走了|good night|晚安|我先忙了?|没事了|不用了|没有了)$/;
const PRAISE =
  /^(?:你?(?:真|太|好|很|挺)(?:棒|厉害|聪明|好|能干|有用|行|贴心)|good (?:job|bot|work)|well done|nice|great|awesome|cool|牛|厉害|赞|不错|好的|好|行|可以|ok|okay|嗯|哦|知道了|明白了|收到|got it|understood|哈哈+|呵呵+|haha+|lol)[了的啊呀哦哈吧]*$/;
const IDENTITY =
  /(?:你|您)(?:到底)?(?:是|叫) ?(?:谁|什么|啥|哪位|哪个|真人|人|机器人|ai|人工智能|不是|gpt|chatgpt)|(?:你|您)的?(?:名字|姓名|大名)|怎么称呼|你多大|你几岁|你是男|你是女|谁(?:做|开发|造|创造|写|设计)(?:出来)?(?:了|的)?你|who (?:are|made|built|created) you|what(?:'s| is) your name|are you (?:a |an )?(?:human|real|robot|bot|ai|person|chatgpt)|what are you$|自我介绍|介绍一?下你自?己?|introduce yourself/;
const ABILITY =
  /(?:你|您)(?:都|还)?(?:能|会|可以)(?:干|做|回答|帮我?做?|提供|懂)?(?:些|点)?(?:什么|啥|哪些|干嘛|嘛)|(?:你|您)有(?:什么|啥|哪些)(?:功能|用|本事|能力)|(?:怎么|如何)(?:用|使用|跟)你|what can (?:you|i)(?: do| ask)|how (?:do|can) i use (?:you|this)|what do you do|help me$|^help$|^帮助$|功能介绍|使用说明/;
const ABUSE =
  /(?:傻[逼b叉瓜子]|sb$|^sb|蠢货|笨蛋|白痴|弱智|脑残|废物|垃圾(?!分类)|滚(?:蛋|开|吧|$)|去死|混蛋|王八|他妈的|你妈(?!妈)|(?<![当做新])妈的[,，!！。]?$|^妈的|操你|nmsl|fuck|shit\b|idiot|stupid|useless|dumb\b|moron|asshole|bullshit|shut up|闭嘴|烦死|真笨|太笨|好笨|没用的东西|智障)/;
const MOOD =
  /^(?:我|今天|好|真|心情|最近)*.{0,4}(?:心情(?:不好|很差|不错)|好累|很累|累死了|累了|无聊|好烦|郁闷|难过|孤独|睡不着|不开心|开心|高兴)[了啊呀的]*$|(?:讲|说|来)(?:个|一个|点|段)(?:笑话|故事|段子)|^(?:讲|说)(?:笑话|故事|段子)$|你(?:爱|喜欢|讨厌|恨)我|(?:陪我|跟我)(?:聊聊?天?|说说话|唠唠)|聊聊天|你(?:吃饭|睡觉|下班|休息|累|开心|有女朋友|有男朋友|结婚)(?:了|吗|没)|tell me a joke|i'?m (?:bored|sad|tired|happy)|do you (?:love|like) me|唱(?:个|首)歌/;

/**
 * What a message is when it is no question to the reports. Rules, for these few kinds are said in few ways; anything
 * else is left to the index.
 *
 * @param text normalised
 */
export function intentOf(text: string): Intent | undefined {
  const line = text.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '');
  if (line === '') return 'empty';
  const bare = line.replace(/[啊呀哦呢嘛吧哈]+$/, '').replace(/[,，。!！~\s]+(?=\p{Script=Han})/gu, '');
  if (ORDERS.some((it) => it.test(text))) return 'instruction';
  if (GREETING.test(bare) || GREETING.test(line.replace(/[,!. ]+/g, ' '))) return 'greeting';
  if (THANKS.test(bare) || THANKS.test(line)) return 'thanks';
  if (FAREWELL.test(bare)) return 'farewell';
  if (PRAISE.test(bare)) return 'praise';
  if (line.length <= 60 && IDENTITY.test(line)) return 'identity';
  if (line.length <= 40 && ABILITY.test(line)) return 'ability';
  if (ABUSE.test(line)) return 'abuse';
  if (line.length <= 40 && MOOD.test(line)) return 'mood';
  if (PERSONAL.some((it) => it.test(text))) return 'personal';
  return undefined;
}
