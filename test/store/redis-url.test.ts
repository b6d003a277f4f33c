import { describe, expect, it } from 'vitest';
import { parseRedisUrl } from '../../src/store/engines/redis-url.ts';

describe('the URL of Redis', () => {
  it.each([
    ['redis://cache', { host: 'cache', port: 6379, db: 0 }],
    ['redis://cache/', { host: 'cache', port: 6379, db: 0 }],
    ['redis://:p%40ss%2F@10.0.0.1:7000/5', { host: '10.0.0.1', port: 7000, db: 5, password: 'p@ss/' }],
    [
      'redis://bot:se:cr@et@cache',
      { host: 'cache', port: 6379, db: 0, username: 'bot', password: 'se:cr@et' },
    ],
    ['rediss://[fe80::1]:6380/1', { host: 'fe80::1', port: 6380, db: 1, tls: {} }],
    ['unix:///run/redis%20x/redis.sock', { path: '/run/redis x/redis.sock', db: 0 }],
    ['unix://:pw@/run/redis.sock?db=2', { path: '/run/redis.sock', db: 2, password: 'pw' }],
    [
      'redis+sentinel://:pw@one,two:26380/mymaster/3?sentinelPassword=guard',
      {
        sentinels: [
          { host: 'one', port: 26379 },
          { host: 'two', port: 26380 },
        ],
        name: 'mymaster',
        db: 3,
        password: 'pw',
        sentinelPassword: 'guard',
      },
    ],
    [
      'rediss+sentinel://one/main?sentinelUsername=u',
      {
        sentinels: [{ host: 'one', port: 26379 }],
        name: 'main',
        db: 0,
        sentinelUsername: 'u',
        tls: {},
        sentinelTLS: {},
        enableTLSForSentinelMode: true,
      },
    ],
  ])('%s is a server', (url, options) => {
    expect(parseRedisUrl(url)).toEqual({ kind: 'server', options });
  });

  it('names nodes of a cluster', () => {
    expect(parseRedisUrl('redis+cluster://bot:pw@one:7000,two,[::1]:7002/')).toEqual({
      kind: 'cluster',
      nodes: [
        { host: 'one', port: 7000 },
        { host: 'two', port: 6379 },
        { host: '::1', port: 7002 },
      ],
      options: { username: 'bot', password: 'pw' },
    });
    expect(parseRedisUrl('rediss+cluster://one')).toMatchObject({ kind: 'cluster', options: { tls: {} } });
  });

  it.each([
    ['', /must be one of: redis:/],
    ['localhost:6379', /must be one of/],
    ['http://localhost', /must be one of/],
    ['redis+sentry://one/main', /must be one of/],
    ['redis://', /a host is written/],
    ['redis://one:0', /1 to 65535/],
    ['redis://one:70000', /1 to 65535/],
    ['redis://one:port', /name:port/],
    ['redis://:hunter/2@one', /%2F/],
    ['redis://:hunter2%@one', /%25/],
    ['redis://hunter2@one', /:password without a user/],
    ['redis://one,two', /redis\+sentinel/],
    ['redis://one/first', /database is 0, 1, 2/],
    ['redis://one?family=6', /family is not known/],
    ['redis+sentinel://one', /…\/mymaster/],
    ['redis+sentinel://one/', /…\/mymaster/],
    ['redis+sentinel://one/main/x', /database is/],
    ['redis+sentinel://one/main/0/more', /…\/mymaster/],
    ['redis+cluster://one/2', /no database but 0/],
    ['redis+cluster://one,,two', /a host is written/],
    ['unix://run/redis.sock', /unix:\/\/\/run/],
    ['unix:///', /unix:\/\/\/run/],
  ])('%j is refused in words that help, and that hide the password', (url, words) => {
    expect(() => parseRedisUrl(url)).toThrow(RangeError);
    expect(() => parseRedisUrl(url)).toThrow(words);
    expect(() => parseRedisUrl(url)).not.toThrow(/hunter/);
  });
});
