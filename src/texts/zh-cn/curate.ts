type Facts = { what: string; other: string };

/** Said to those who look after the content: what to mend, and how well questions are answered. */
export const curate = {
  usage: {
    title: '用法：',
    check: '  gongyou content check [文件夹] [--json]     检查内容文件，逐行写明位置和改法',
    eval: [
      '  gongyou content eval 问题.jsonl [--bar answer=0.9,cite=0.95,f1=0.9,false=0.05] [--part tune|report] [--json]',
      '                               用一组带答案的问题打分，低于要求就以 1 退出',
    ].join('\n'),
    fit: [
      '  gongyou content fit 问题.jsonl [--part tune|report] [--most-false 0.03] [--write]',
      '                               从带答案的问题里学怎样排序、多有把握才回答；--write 写进内容文件夹的 weights.json',
    ].join('\n'),
  },
  fine: ({ reports, entries }: { reports: number; entries: number }) =>
    `内容没有问题：${reports}份报告，${entries}条。`,
  found: ({ errors, warnings }: { errors: number; warnings: number }) =>
    `共${errors}处要改，${warnings}处请留意。`,
  warned: ({ words }: { words: string }) => `留意：${words}`,
  error: {
    'figure-unit': ({ what }: Facts) => `数字“${what}”没有单位。请在 unit 里写上。`,
    'figure-year': ({ what, other }: Facts) =>
      `数字“${what}”的 year“${other}”看不出是哪一年。请写年份或时段；报告没写的，写“未注明年份”。`,
    'figure-elsewhere': ({ what }: Facts) => `figures 里的 ${what} 不在回答里。请核对报告，两处写成一样的。`,
    'asked-alike': ({ what, other }: Facts) =>
      `${what} 里去掉重复的只有 ${other} 句。请换用不同的说法补足（ask 至少4句，ask-en 至少2句）。`,
    'asked-elsewhere': ({ what, other }: Facts) =>
      `问法“${what}”已经指向 ${other}。请改写，说清问的是哪一级、哪一年。`,
    'related-gone': ({ what }: Facts) => `相关条目 ${what} 不存在。请改正，或者删掉。`,
    'related-self': ({ what }: Facts) => `相关条目 ${what} 就是它自己。请删掉。`,
    'english-lacks': ({ what }: Facts) => `英文回答里没有中文回答里的数字 ${what}。请核对报告，补上或改正。`,
    'english-adds': ({ what }: Facts) => `英文回答里的数字 ${what} 不在中文回答里。请核对报告，补上或改正。`,
    'period-vague': ({ what }: Facts) =>
      `about“${what}”看不出是哪一年或哪段时间。请写年份或时段；报告没写的，写“未注明年份”。`,
    'half-width': ({ what }: Facts) => `“${what}”里汉字后面用了半角标点。请改成全角。`,
    'source-stray': ({ what }: Facts) =>
      `没有编号是 ${what} 的报告，这份全文不会用到。请改文件名，或者用 gongyou content import 导入。`,
    'title-long': ({ what }: Facts) => `题目“${what}”超过18个字。请缩短。`,
  },
  warning: {
    'word-shared': ({ what, other }: Facts) => `“${what}”又是“${other}”的说法。一个词指两件事，容易找错。`,
    'one-language': ({ what }: Facts) => `${what} 只有一种语言，另一种界面里显示的也是它。请补上另一种。`,
    'section-gone': ({ what, other }: Facts) =>
      `章节“${what}”在全文 ${other} 里找不到。请改成和全文一样，或者重新导入。`,
    'draft-todo': ({ what }: Facts) => `草稿还没做完：${what}。`,
    'term-unused': ({ what }: Facts) => `没有一个条目说到“${what}”，查到它也没有答案。`,
  },
  file: {
    unreadable: ({ path }: { path: string }) => `打不开 ${path}。请检查文件名和权限。`,
    empty: ({ path }: { path: string }) => `${path} 里没有要打分的问题。请检查文件，或者换一个 --part。`,
    'not-json': ({ path, line }: { path: string; line: number }) =>
      `${path}:${line}: 不是完整的 JSON。请一行写一个问题。`,
    wrong: ({ path, line, what }: { path: string; line: number; what: string }) =>
      `${path}:${line}: ${what} 缺少或写法不对。请对照 content/README.md 修改。`,
    twice: ({ path, line, what }: { path: string; line: number; what: string }) =>
      `${path}:${line}: 编号 ${what} 用了两次。请改掉其中一个。`,
    bar: ({ what }: { what: string }) =>
      `--bar 的“${what}”看不懂。请写 answer、cite、section、f1 或 false，等号后面写 0 到 1 的数。`,
  },
  fitting: {
    of: ({ questions, drills }: { questions: number; drills: number }) =>
      `用了${questions}个带答案的问题，另用${drills}句问法做练习（练的时候把这一句先拿掉）。下面是五次交叉检验的结果：`,
    head: '  把握    答对      没答      不该答却答了  F1',
    row: ({
      sure,
      right,
      unanswered,
      false: wrongly,
      f1,
      isChosen,
    }: Record<'sure' | 'right' | 'unanswered' | 'false' | 'f1', string> & { isChosen: boolean }) =>
      `${isChosen ? '→' : ' '} ${sure}    ${right.padEnd(8)}  ${unanswered.padEnd(8)}  ${wrongly.padEnd(12)}  ${f1}`,
    chosen: ({ sure, most }: { sure: string; most: string }) =>
      `有 ${sure} 以上的把握才回答：这是让“不该答却答了”不超过 ${most} 的最低一档，再低会乱答，再高会少答。`,
    ranks: '排序看的是：',
    judges: '把握看的是：',
    written: ({ path }: { path: string }) => `已写进 ${path}，正在运行的工友过几秒就会用上。`,
    notWritten: '没有写文件；加上 --write 才写。',
    most: ({ what }: { what: string }) => `--most-false 的“${what}”看不懂。请写 0 到 1 的数，如 0.03。`,
  },
  score: {
    questions: ({
      all,
      answerable,
      unanswerable,
      talk,
    }: Record<'all' | 'answerable' | 'unanswerable' | 'talk', number>) =>
      `问题${all}个：报告里有答案的${answerable}个，没有的${unanswerable}个，寒暄${talk}个`,
    answer: '答对',
    abstained: '有答案却没有答',
    wrong: '答了但不全或不对',
    cite: '出处的报告对',
    section: '出处的章节对',
    f1: '该不答时不答（F1）',
    precision: '其中查准',
    recall: '其中查全',
    false: '报告里没有却答了',
    talk: '寒暄应对得当',
    marked: '带出了不该有的标记',
    length: '回答平均字数',
    by: { language: '按语言', style: '按问法', report: '按报告', kind: '不该答的问题，按种类' },
    none: '未分',
    rightly: '处理得当',
    confused: ({ count }: { count: number }) => `没做对的${count}个：`,
    confusion: ({ id, q, wanted, got }: Record<'id' | 'q' | 'wanted' | 'got', string>) =>
      `  ${id} ${q}\n      应为：${wanted}\n      得到：${got}`,
    wantedNothing: '不回答',
    wantedTalk: '寒暄，不带出处',
    wanted: ({ reports, must }: { reports: string; must: string }) => `${reports}：${must}`,
    gotNothing: ({ near }: { near: string }) => (near === '' ? '没有回答' : `没有回答（最近的是 ${near}）`),
    got: ({ entry, text }: { entry: string; text: string }) => `${entry}：${text}`,
    below: ({ name, value, bar }: { name: string; value: string; bar: string }) =>
      `没有达到要求：${name} 为 ${value}，要求 ${bar}。`,
    passed: '达到要求。',
  },
};
