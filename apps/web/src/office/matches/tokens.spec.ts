import { expect, it } from '@jest/globals';
import { tokensOf } from './tokens.js';

it('marks the words of a name that the other side has, whatever their case, accents and order', () => {
  const found = [
    { word: 'veasnapich', likeness: 'similar' },
    { word: 'jose maria', likeness: 'joined' },
    { word: 'test', likeness: 'equal' },
  ];
  const marked = tokensOf('VEASNAPICH, José Maria Test', found);
  expect(marked.map(({ text }) => text).join('')).toBe('VEASNAPICH, José Maria Test');
  expect(marked.filter(({ likeness }) => likeness)).toEqual([
    { text: 'VEASNAPICH', likeness: 'similar' },
    { text: 'José', likeness: 'joined' },
    { text: 'Maria', likeness: 'joined' },
    { text: 'Test', likeness: 'equal' },
  ]);
});

it('marks nothing that the other side has not, and no part of a word', () => {
  expect(tokensOf('Testing Works', [{ word: 'test', likeness: 'equal' }])).toEqual([
    { text: 'Testing', likeness: undefined },
    { text: ' ', likeness: undefined },
    { text: 'Works', likeness: undefined },
  ]);
  expect(tokensOf('Test', [{ word: 'test', likeness: 'of a later release' }])).toEqual([
    { text: 'Test', likeness: 'similar' },
  ]);
});
