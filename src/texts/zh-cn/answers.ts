/** What is said around an answer: its source, what is not known, small talk, and what is wrong with a content file. */
export const answers = {
  levels: { 全国: '全国', 市: '市级', 区: '区级', 基层: '基层' },
  source: ({
    title,
    section,
    level,
    when,
  }: {
    title: string;
    section: string;
    level: string;
    when: string;
  }) => `《${title}》· ${section} · ${level} · ${when}`,
  year: ({ year }: { year: number }) => `${year}年`,
  yearUnknown: '未注明年份',
  unofficial: '网络文章，仅供参考',
  withNote: ({ line, note }: { line: string; note: string }) => `${line}（${note}）`,
  onLines: ({ line, from, to }: { line: string; from: number; to: number }) =>
    from === to ? `${line} · 第${from}行` : `${line} · 第${from}—${to}行`,
  none: '这个问题，现有的工会报告里没有找到依据，我就不猜了。',
  noneNear: ({ topics }: { topics: string[] }) =>
    `这个问题，现有的工会报告里没有找到依据，我就不猜了。您是不是要问：${topics.map((it) => `“${it}”`).join('、')}？`,
  nonePlace: ({ place }: { place: string }) =>
    `现有的工会报告里没有找到${place}的这项内容，不能拿别处的数字来代替。`,
  noneYear: ({ year, has }: { year: string; has: string | undefined }) =>
    has === undefined
      ? `现有的工会报告里没有找到${year}年的这项内容，不能拿别的年份来代替。`
      : `这项内容，现有的工会报告里有${/^\d{4}$/.test(has) ? `${has}年` : has}的，没有${year}年的，不能拿来代替。`,
  grounds: ({
    title,
    issuer,
    section,
    year,
    authority,
    read,
  }: Record<'title' | 'issuer' | 'section' | 'year' | 'authority' | 'read', string>) =>
    `依据是《${title}》，${issuer}发布，见“${section}”。${year}${authority}（${read}读到）`,
  nonePersonal: '个人的资料和私事我没有，也不会去查。工会报告里的内容可以随时问我。',
  smalltalk: {
    greeting: '您好，我是工友，工会报告里的事可以直接问我，比如“2019年北京新建了多少母婴关爱室”。',
    thanks: '不客气，有事随时问。',
    farewell: '好的，再见，有事随时来问。',
    identity:
      '我是工友，一个工会问答机器人。我只根据工会报告回答，每个回答都带出处；报告里没有的，我会直说。',
    ability: '我能回答工会报告里的问题，并给出出处，也能帮忙发起投票、发培训通知。直接说您想知道什么就行。',
    abuse: '没帮上忙，抱歉。您可以换个说法再问一次，或者找工会干部帮您看看。',
    praise: '谢谢，能帮上忙就好。',
    mood: '我在呢。我只懂工会报告里的事，您有想问的直接说。',
    instruction: '这个我不能照做。我只根据工会报告回答问题。',
    empty: '您想问工会报告里的什么事？写一句话就行。',
  },
  fault: {
    'no-folder': ({ what }: { what: string }) =>
      `没有找到内容文件夹 ${what}。请检查 GONGYOU_CONTENT 指向的位置。`,
    'no-report': ({ what }: { what: string }) => `这个文件夹里没有 ${what}。请补上报告的基本信息。`,
    'not-yaml': ({ what }: { what: string }) => `YAML 写法有误：${what}。请检查缩进、冒号和引号。`,
    missing: ({ what }: { what: string }) => `缺少 ${what}。请补上。`,
    unknown: ({ what }: { what: string }) => `不认识的字段 ${what}。请检查拼写，或者删掉。`,
    wrong: ({ what }: { what: string }) => `${what} 的写法不对。请对照 content/README.md 修改。`,
    'too-few': ({ what }: { what: string }) => `${what} 太少或是空的。请再补几条。`,
    'too-long': ({ what }: { what: string }) => `${what} 太长。请缩短。`,
    'id-twice': ({ what }: { what: string }) => `编号 ${what} 用了两次。请改掉其中一个。`,
    'id-not-folder': ({ what }: { what: string }) => `报告编号 ${what} 和文件夹的名字不同。请改成一样的。`,
    'no-section': ({ what }: { what: string }) =>
      `章节 ${what} 不在 report.yml 里。请改用已有的章节编号，或者先把它加进去。`,
    'section-circle': ({ what }: { what: string }) => `章节 ${what} 的上级绕成了圈。请改正 parent。`,
    'not-learned': ({ what }: { what: string }) =>
      `${what} 不是 gongyou content fit 写出来的，或者是旧版本的。请重新运行 gongyou content fit …… --write，或者删掉它。`,
    'no-source': ({ what }: { what: string }) =>
      `报告 ${what} 写着 serve: extracts，却没有全文。请把全文放到 sources/${what}.txt，或者重新导入。`,
    'source-twice': ({ what }: { what: string }) => `这份报告的全文已经有 ${what}。请只留一份。`,
    'source-unreadable': ({ what }: { what: string }) => `读不懂 ${what}。请另存为 UTF-8 文本再试。`,
    'entry-unserved': ({ what }: { what: string }) =>
      `report.yml 里写着 serve: ${what}，这里的条目不会用来回答。请删掉那一行，或者把条目移走。`,
    'no-entry': ({ what }: { what: string }) => `相关条目 ${what} 不存在。请改正，或者删掉。`,
  },
  lines: {
    'not-json': ({ line }: { line: number }) => `第 ${line} 行不是完整的 JSON。请一行写一个 {"id","q"}。`,
    'no-question': ({ line }: { line: number }) =>
      `第 ${line} 行缺少 id 或 q，或者写法不对。请一行写一个 {"id","q","history"?}。`,
  },
};
