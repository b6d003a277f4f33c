import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/answers/curate/check.ts';
import { findingLine } from '../../../src/answers/curate/finding.ts';

describe('the content that we ship', () => {
  it('leaves a curator nothing to mend', async () => {
    const { findings, entries } = await checkContent('content');

    expect(findings.map((it) => findingLine('zh-CN', it))).toEqual([]);
    expect(entries).toBeGreaterThan(600);
  });
});
