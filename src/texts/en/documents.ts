import type { documents as zhCn } from '../zh-cn/documents.ts';

export const documents: typeof zhCn = {
  import: {
    line: '  gongyou content import FILE [--draft] …     bring a report of your own in, as it stands or as drafts',
    usage: [
      'Usage: gongyou content import FILE (txt, md, html, docx, pdf)',
      '        --id ID --title-en TITLE --issuer-en ISSUER --level national|city|district|grassroots --region-en REGION',
      '        --year YEAR|unknown --authority official|press|unofficial',
      '        [--title … --issuer … --region … in Chinese] [--draft] [--replace]',
      '  Without --draft its words are served at once as they stand; with it, drafts are written for a curator.',
      '  In a terminal what is missing is asked for; nothing is guessed.',
    ].join('\n'),
    fields: {
      id: { name: 'Id', write: 'small letters, digits and hyphens, such as branch-2026' },
      title: { name: 'Title in Chinese', write: 'exactly as the report has it' },
      'title-en': { name: 'Title in English', write: 'one line' },
      issuer: { name: 'Who issued it, in Chinese', write: 'the full name' },
      'issuer-en': { name: 'Who issued it, in English', write: 'the full name' },
      level: { name: 'Level', write: 'national, city, district or grassroots' },
      region: { name: 'Region in Chinese', write: 'its name' },
      'region-en': { name: 'Region in English', write: 'its name' },
      year: { name: 'Year', write: 'four digits, or unknown' },
      authority: { name: 'Authority', write: 'official, press or unofficial' },
    },
    ask: ({ name, write }) => `${name} (${write}): `,
    askLater: ({ name, write }) => `${name} (${write}; may be left empty): `,
    wrong: ({ name, what, write }) => `${name} cannot be “${what}”. Write ${write}.`,
    incomplete: 'Only you know these. Add them to the command and run it again:',
    missing: ({ option, name, write }) => `  --${option} …    ${name}: ${write}`,
    unanswered: 'Not all was answered, so nothing was changed.',
    same: ({ title }) => `“${title}” was brought in before and is the same. Nothing was changed.`,
    curated: ({ path }) => `${path} was written by a curator and is left alone. Choose another --id.`,
    taken: ({ paths }) =>
      `${paths.join(' and ')} stands there already and is different; it was left alone. Add --replace, or choose another --id.`,
    otherSource: ({ path }) =>
      `The full text of that id is at ${path} already. Move it away first, or choose another --id.`,
    notWritten: ({ why }) =>
      `It was not written: ${why}. The files that were there are as they were; check disk space and permissions.`,
    done: ({ title, sections, passages }) =>
      `“${title}” is in: ${sections} sections, ${passages} passages, served as they stand.`,
    drafted: ({ title, sections, passages }) =>
      `Drafts of “${title}” are written: ${sections} sections, ${passages} passages. They are not served.`,
    wrote: ({ path }) => `  wrote ${path}`,
    kept: ({ path }) =>
      `  what ${path} was before stands beside it, with .old-1 (or the next number) added to its name`,
    later: ({ fields }) =>
      `Still missing: ${fields.join(', ')}. Until they are in report.yml the other language is shown.`,
    next: 'Look it over with gongyou content check; a running gongyou serves it in a few seconds.',
    nextDraft:
      'Move finished entries to the folder of the same name in reports. gongyou content check says what is still to be done.',
    writtenBy: ({ mark }) => `Written by gongyou content import; may be changed. Mark ${mark}`,
    noted: {
      yearGiven: 'The year was given by the operator on import.',
      yearUnknown: 'The year was not known on import.',
      period: ({ year }) => `${year}`,
      periodUnknown: 'year not given',
      authority: {
        official: 'Held to be official by the operator on import.',
        press: 'Held to be a press report by the operator on import.',
        unofficial: 'Held to be unofficial by the operator on import.',
      },
    },
    draft: {
      head: 'Drafts; not served. Finish what is marked TODO, then move them to reports.',
      lines: ({ lines }) => `line ${lines} of the text`,
      title: 'write a topic of at most 18 characters',
      about: 'check which year or period it is about',
      ask: 'write how people ask in Chinese, at least 4 different ways',
      askEnglish: 'write how people ask in English, at least 2 ways',
      answer: ({ most }) =>
        `put it in your own words, at most ${most} characters; figures and names exactly as they are`,
      english: 'write it in English',
      figure: 'say what the figure is, check unit and year; take it out if not needed',
    },
  },
  sources: {
    title: 'In the words of the report',
    line: ({ title, section, lines }) => `“${title}” · ${section} · ${lines}`,
    oneLine: ({ from }) => `line ${from}`,
    lines: ({ from, to }) => `lines ${from}–${to}`,
    asItStands: 'These are the very words of the report; only broken lines were joined.',
    none: ({ title, section }) =>
      `The full text of “${title}” is not kept here. Look in the report itself under “${section}”.`,
    nothingNear: ({ title, section }) =>
      `Nothing in the full text of “${title}” is near to this answer. Look in the report itself under “${section}”.`,
  },
  fault: {
    'not-there': ({ file }) => `There is no file ${file}. Check the path and the name.`,
    'no-file': ({ file }) => `${file} is not a file. Name the file itself.`,
    unreadable: ({ file }) => `${file} cannot be opened. Check its permissions.`,
    'unknown-kind': ({ file, kinds }) =>
      `${file} is of no kind that can be read. Save it as one of: ${kinds.split('、').join(', ')}.`,
    'wrong-kind': ({ file, is }) =>
      `${file} is really ${is}, which is not what its name ends with. Correct the ending and try again.`,
    'old-office': ({ file }) =>
      `${file} is of an old version of Word, or has a password. Take the password off in Word, save it as .docx and try again.`,
    empty: ({ file }) => `There is no text in ${file}. Check that it is the right file.`,
    binary: ({ file }) =>
      `${file} is not text, or its encoding is not known. Open it where it was made, save it as UTF-8 text and try again.`,
    broken: ({ file }) => `${file} is damaged or incomplete. Download or save it again.`,
    encrypted: ({ file }) => `${file} has a password. Save a copy without one and try again.`,
    scanned: ({ file }) =>
      `${file} is a scan: it has pictures of pages and no text. Have the text recognised first, and save it as text, Word or a PDF with text.`,
    'too-large': ({ file, most }) => `${file} is larger than ${most} MB. Split it, or save it as plain text.`,
    'too-large-inside': ({ file, most }) =>
      `${file} unpacks to more than ${most} MB and was not read, for safety. Save it as plain text and try again.`,
  },
};
