import { describe, expect, it } from 'vitest';
import { normalise } from '../../../knowledge/search/index.ts';

describe('the canonical form of a name', () => {
  it.each([
    ['Data Scientists', 'data scientist'],
    ['data-scientist', 'data scientist'],
    ['Technologies', 'technology'],
    ['Databases', 'database'],
    ['Processes', 'process'],
    ['Caches', 'cach'],
    ['AWS', 'aws'],
    ['iOS', 'ios'],
    ['Redis', 'redis'],
    ['Kubernetes', 'kubernete'],
    ['C++', 'c++'],
    ['c ++', 'c'],
    ['C#', 'c#'],
    ['.NET', 'dotnet'],
    ['ASP.NET', 'asp dotnet'],
    ['Node.js', 'node js'],
    ['Security+', 'security plus'],
    ['R&D', 'r and d'],
    ['R&amp;D', 'r and d'],
    ['CI/CD', 'ci cd'],
    ["Bachelor's", 'bachelor'],
    ['Café Manager', 'cafe manager'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ﬁrmware', 'firmware'],
    ['ＡＩ', 'ai'],
    ['<@!42> ml <b>engineer</b>', 'ml engineer'],
    ['<ml engineer>', 'ml engineer'],
    ['<br>', 'br'],
    ['a < b', 'a b'],
    ['🤖', ''],
    ['\u0000\u0001', ''],
    ['\u{f0000}#', ''],
  ])('%s → "%s"', (text, form) => expect(normalise(text)).toBe(form));

  it.each([
    ['defence', 'defense'],
    ['optimisation', 'optimization'],
    ['organising', 'organizing'],
    ['analyser', 'analyzer'],
    ['modelling', 'modeling'],
    ['colour', 'color'],
    ['data centre', 'data center'],
    ['programme manager', 'program manager'],
    ['licence', 'license'],
    ['catalogue', 'catalog'],
  ])('%s is spelt %s', (british, american) => expect(normalise(british)).toBe(normalise(american)));

  it.each(['programmer', 'enterprise', 'advertising', 'supervisor', 'raising', 'precision', 'expertise'])(
    '%s stays',
    (word) => expect(normalise(word)).toBe(word),
  );
});
