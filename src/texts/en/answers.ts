import type { answers as zhCn } from '../zh-cn/answers.ts';

export const answers: typeof zhCn = {
  levels: { 全国: 'national', 市: 'city', 区: 'district', 基层: 'grassroots' },
  source: ({ title, section, level, when }) => `“${title}” · ${section} · ${level} · ${when}`,
  year: ({ year }) => `${year}`,
  yearUnknown: 'year not given',
  unofficial: 'web article, for reference only',
  withNote: ({ line, note }) => `${line} (${note})`,
  onLines: ({ line, from, to }) => (from === to ? `${line} · line ${from}` : `${line} · lines ${from}–${to}`),
  none: 'I found no ground for this in the union reports, so I will not guess.',
  noneNear: ({ topics }) =>
    `I found no ground for this in the union reports, so I will not guess. Did you mean ${topics.map((it) => `“${it}”`).join(' or ')}?`,
  nonePlace: ({ place }) =>
    `I found nothing on this for ${place} in the union reports, and another place's figures would not do.`,
  noneYear: ({ year, has }) =>
    has === undefined
      ? `I found nothing on this for ${year} in the union reports, and another year's figures would not do.`
      : `The union reports have this for ${has}, not for ${year}, and one will not do for the other.`,
  grounds: ({ title, issuer, section, year, authority, read }) =>
    `It rests on “${title}”, issued by ${issuer}, under “${section}”. ${year} ${authority} (Read on ${read}.)`,
  nonePersonal:
    'I hold no personal records and do not look into private matters. Ask me about the union reports any time.',
  smalltalk: {
    greeting:
      'Hello, I am gongyou. Ask me about the union reports, say “How many nursing rooms did Beijing unions open in 2019?”',
    thanks: 'You are welcome. Ask any time.',
    farewell: 'Goodbye. Come back any time.',
    identity:
      'I am gongyou, a bot that answers from union reports, each answer with its source. What the reports do not say, I say so.',
    ability:
      'I answer questions about the union reports with their source, open polls and announce trainings. Just say what you want to know.',
    abuse: 'Sorry that I was no help. Try other words, or ask a union officer.',
    praise: 'Thank you, glad to help.',
    mood: 'I am here. I only know the union reports; ask away.',
    instruction: 'I cannot do that. I only answer from the union reports.',
    empty: 'What would you like to know from the union reports? One sentence will do.',
  },
  fault: {
    'no-folder': ({ what }) => `There is no content folder ${what}. Check what GONGYOU_CONTENT points to.`,
    'no-report': ({ what }) => `This folder has no ${what}. Add the report's metadata.`,
    'not-yaml': ({ what }) => `This is not well-formed YAML: ${what}. Check indents, colons and quotes.`,
    missing: ({ what }) => `${what} is missing. Add it.`,
    unknown: ({ what }) => `There is no field ${what}. Check its spelling or remove it.`,
    wrong: ({ what }) => `${what} is not written as it should be. See content/README.md.`,
    'too-few': ({ what }) => `${what} has too few or is empty. Add some.`,
    'too-long': ({ what }) => `${what} is too long. Shorten it.`,
    'id-twice': ({ what }) => `The id ${what} is used twice. Change one of them.`,
    'id-not-folder': ({ what }) =>
      `The report id ${what} differs from the name of its folder. Make them the same.`,
    'no-section': ({ what }) =>
      `Section ${what} is not in report.yml. Use one that is, or add it there first.`,
    'section-circle': ({ what }) => `Section ${what} is above itself. Correct its parent.`,
    'not-learned': ({ what }) =>
      `${what} was not written by this version of gongyou content fit. Run gongyou content fit … --write again, or remove it.`,
    'no-source': ({ what }) =>
      `The report ${what} says serve: extracts and its full text is missing. Put it at sources/${what}.txt, or import it again.`,
    'source-twice': ({ what }) => `The full text of this report is at ${what} already. Keep one of them.`,
    'source-unreadable': ({ what }) => `${what} cannot be read. Save it as UTF-8 text and try again.`,
    'entry-unserved': ({ what }) =>
      `report.yml says serve: ${what}, so these entries are not answered from. Take that line out, or move the entries.`,
    'no-entry': ({ what }) => `There is no entry ${what} to relate to. Correct it or remove it.`,
  },
  lines: {
    'not-json': ({ line }) => `Line ${line} is not whole JSON. Write one {"id","q"} a line.`,
    'no-question': ({ line }) =>
      `Line ${line} lacks id or q, or they are not text. Write one {"id","q","history"?} a line.`,
  },
};
