import fc from 'fast-check';
import { sameWords } from '../../src/domain/changed-text';
import { plainTextOfHistory } from '../../src/jira/history-text';
import { expectLinear } from '../fixtures/growth';

describe('text as the history has it', () => {
  test.each([
    ['plain text', 'For 12 months.\nThen gone.', 'For 12 months.\nThen gone.'],
    ['headings and lists', 'h2. Security\n* one\n** two\n# three', '## Security\n- one\n- two\n- three'],
    ['a link', 'see [the policy|https://example.com/a|smart-link] now', 'see the policy now'],
    ['a bare address in brackets', 'see [https://example.com/a] now', 'see  now'],
    ['a smart link', '[https://example.com/a|https://example.com/a|smart-card]', ''],
    ['a mention', 'ask [~accountid:5b10ac8d82e05b22cc7d4ef5] first', 'ask  first'],
    ['colours and panels', '{panel:title=Note}{color:red}Stop{color}{panel}', 'Stop'],
    ['a picture', 'before !screen shot.png|thumbnail! after', 'before !screen shot.png|thumbnail! after'],
    ['a picture without blanks', 'before !screen.png|width=20,height=3! after', 'before  after'],
    ['code', '{code:java}\nint a;\n{code}', '```\n\nint a;\n\n```'],
    ['exclamations', 'No! Never! Stop.', 'No! Never! Stop.'],
  ])('%s', (_name, markup, text) => expect(plainTextOfHistory(markup)).toBe(text));

  test.each([
    ['made bold', 'Save the card', 'Save *the* card'],
    ['made a link', 'Save the card', 'Save the [card|https://example.com]'],
    ['made a list', 'one\ntwo', '* one\n* two'],
    ['made a heading', 'Goal', 'h1. Goal'],
    ['coloured', 'Save the card', 'Save {color:#ff5630}the{color} card'],
    ['quoted', 'Save the card', '{quote}Save the card{quote}'],
    ['made code', 'int a', '{code:java}int a{code}'],
  ])('words that were only %s are the same words', (_name, before, after) => {
    expect(sameWords(plainTextOfHistory(before), plainTextOfHistory(after))).toBe(true);
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(typeof plainTextOfHistory(text)).toBe('string')));
  });

  test.each(['[', '[a|', '{code:', '{color:x', '!a', '![~', '*', 'h1', '[http:', '\n\n\n#'])(
    'the time grows with the text, also where %j is repeated',
    (piece) => {
      const text = piece.repeat(100_000);
      expectLinear((size) => plainTextOfHistory(text.slice(0, size)), 100_000);
    },
  );
});
