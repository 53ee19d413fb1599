import fc from 'fast-check';
import { hintOf, type Hint } from '../../../src/domain/hints/hint';
import { EVIDENCE } from '../../../src/domain/hints/evidence-table';
import type { Topic } from '../../../src/domain/hints/topics';

const hint = (summary: string, description?: string) =>
  hintOf(description === undefined ? { summary } : { summary, description });

describe('a hint names the topic that the story is about', () => {
  test.each<[Topic, string]>([
    ['payment', 'Returning customer pays with a saved card at express checkout'],
    ['authentication', 'Customers can reset their password by e-mail'],
    ['authentication', 'Sign in with Google'],
    ['authorisation', 'Only managers may approve holidays of their own team'],
    ['authorisation', "A tenant's reports must never contain rows of another tenant"],
    ['personalData', 'Delete personal data of customers who left'],
    ['cryptography', 'Rotate the encryption key of the invoices every year'],
    ['input', 'Import the supplier price list as CSV'],
    ['input', 'Let users upload a profile picture'],
    ['externalInterface', 'Carrier tells us about parcel status by webhook'],
    ['logging', 'Keep an audit trail of all price changes'],
    ['administration', 'User management for workspace owners'],
    ['abuse', 'Rate limit for the coupon form'],
    ['dependencies', 'Upgrade log4j because of the vulnerability'],
  ])('%s: %s', (topic, summary) => {
    expect(hint(summary)?.topics[0]).toBe(topic);
  });

  test.each<[Topic, string]>([
    ['authentication', 'Kundin kann ihr Passwort zurücksetzen'],
    ['authentication', 'Kundenkonto: E-Mail-Adresse ohne erneute Anmeldung ändern'],
    ['authorisation', 'Benutzer mit der Rolle Prüfer dürfen Buchungen nicht ändern'],
    ['payment', 'Überweisung an den Händler auslösen und Rechnung schicken'],
    ['cryptography', 'Messwerte verschlüsselt übertragen'],
    ['authentication', 'En tant que client je veux changer mon mot de passe'],
    ['payment', 'Le paiement par carte bancaire doit être confirmé'],
    ['personalData', 'Les données personnelles des abonnés sont supprimées'],
  ])('German and French, %s: %s', (topic, summary) => {
    expect(hint(summary)?.topics).toContain(topic);
  });
});

describe('words that only sound like security are no reason', () => {
  test.each([
    'Session of the conference can be marked as favourite',
    'Give speakers a token of appreciation',
    'Key feature list on the landing page',
    "Make the login page's logo colour match the brand",
    'Fix typo in the password help text',
    'Round the corners of the payment icons',
    'Role model stories on the careers page',
    'Quick access bar with the last five tools',
    'Important: importance of the headline',
    'Farbe des Anmelden-Buttons an die Marke anpassen',
  ])('%s', (summary) => {
    expect(hint(summary)).toBeUndefined();
  });

  test.each([
    'Sorting in the order list; no changes to authentication or permissions',
    'List of recipes. Out of scope: login and payment',
    'The login is not affected. Only the list gets a new order',
    'Does not touch payment or passwords',
    'Neue Sortierung, keine Änderungen an Berechtigungen oder Passwort',
  ])('what is said not to be part of it: %s', (summary) => {
    expect(hint(summary)).toBeUndefined();
  });

  test('a list under "Out of scope" ends with its paragraph', () => {
    const outside = 'Show recipes.\n\nOut of scope:\n- login\n- password reset\n- payment\n';
    expect(hint('Recipes', outside)).toBeUndefined();
    expect(hint('Recipes', `${outside}\nCustomers choose a password.`)?.topics).toContain('authentication');
  });

  test('a list under a heading and an empty line, as Markdown and ADF have it', () => {
    expect(hint('Recipes', 'Show recipes.\n\n## Out of scope\n\n- login\n- password reset\n')).toBeUndefined();
  });

  test('a denial ends at "but"', () => {
    expect(hint('No changes to the layout, but passwords are stored elsewhere')?.topics).toContain('authentication');
  });
});

describe('the words are shown in the story', () => {
  test('each place is exactly the words', () => {
    const summary = 'Pay with a saved card';
    const description = 'I do not type the card number again.\nThe card stays stored for 12 months.';
    const found = hint(summary, description);
    expect(found?.topics[0]).toBe('payment');
    for (const { words, places } of found?.evidence ?? []) {
      const [first] = places;
      const text = first?.part === 'summary' ? summary : description;
      expect(text.slice(first?.start, first?.end)).toBe(words);
    }
    expect(found?.evidence.map(({ words }) => words)).toEqual(
      expect.arrayContaining(['saved card', 'card number']) as string[],
    );
  });

  test('the weights shown add up to the total', () => {
    const found = hint('Refund a payment to the credit card') as Hint;
    expect(sum(found.evidence)).toBeCloseTo(found.total);
    expect(found.total).toBeGreaterThanOrEqual(found.threshold);
  });
});

describe('what speaks against a sign', () => {
  test('a story about sorting, looks or wording needs more than a sign', () => {
    expect(hint('Appointments of a patient')).toBeDefined();
    expect(hint('Sort the appointments of a patient by colour')).toBeUndefined();
    expect(hint('Rename the field “patient” in German')).toBeUndefined();
  });

  test('it is named, and taken away', () => {
    const found = hint('Show the patient’s prescription and diagnosis to the insurer by e-mail') as Hint;
    expect(found.against).toContainEqual({ about: 'display', words: 'Show', weight: 4 });
    expect(sum(found.evidence) - sum(found.against)).toBeCloseTo(found.total);
  });

  test('what stands by itself is not outweighed', () => {
    expect(hint('List of passwords sorted by date, with a chart')?.topics).toContain('authentication');
  });

  test('who speaks is no sign', () => {
    expect(hint('As a patient, I want a blue sky')).toBeUndefined();
    expect(hint('Als Patientin möchte ich einen blauen Himmel')).toBeUndefined();
    expect(hint('A doctor reads the notes of a patient')).toBeDefined();
  });

  test('a long text, and one whose summary says nothing of it, needs more', () => {
    const filler = 'The list shows one more row for each of the nine cats in the garden. '.repeat(7);
    expect(hint('Guests see a calendar')).toBeDefined();
    expect(hint('Cats', `${filler} Guests pay. ${filler}`)).toBeUndefined();
    expect(
      hint('Cats', `${filler} Guests log in with a password and pay by credit card number. ${filler}`),
    ).toBeDefined();
  });
});

describe('a specification names everything that a system does', () => {
  test('so its subject matter alone is no reason, as it is in a title', () => {
    expect(hint('Contact data of customers and their invoices')).toBeDefined();
    expect(hint('The clerk shall find the contact data of customers and their invoices.')).toBeUndefined();
    expect(hint('The terminal must print the balance of the account.')).toBeUndefined();
  });

  test('with what is done to it, it is', () => {
    expect(hint('The contact data of customers shall be passed on to the insurer.')?.topics).toContain('personalData');
    expect(hint('The terminal must check the signature of the balance.')?.topics).toContain('cryptography');
    expect(hint('The network shall refuse connections that nobody asked for.')).toBeDefined();
  });

  test('an issue with a description is none, whatever its summary sounds like', () => {
    expect(hint('Invoices must have the contact data', 'Contact data of customers on invoices.')).toBeDefined();
  });

  test('what a summary says outright is enough, however long the description', () => {
    const filler = 'The list shows one more row for each of the nine cats in the garden. '.repeat(9);
    expect(hint('Reset the password', filler)?.topics).toEqual(['authentication']);
    expect(hint('Refunds', filler)).toBeUndefined();
  });
});

const sum = (weighted: readonly { readonly weight: number }[]) => weighted.reduce((all, { weight }) => all + weight, 0);

describe('text as people paste it', () => {
  test.each([
    ['a fenced block', '```\nAuthorization: Bearer token; password=1\n```'],
    ['a block that nobody closed', '```\npassword credentials'],
    ["Jira's own block", '{code:java}\nlogin(password)\n{code}'],
    ['code in line', 'Call `resetPassword(token)` later'],
    ['an address', 'See https://example.com/login/password/oauth?token=secret'],
    ['a picture', '![picture](/uploads/password-credentials.png)'],
    ['a comment of a template', '<!-- Does this touch passwords or personal data? -->'],
  ])('%s is not what the story says', (_name, description) => {
    expect(hint('Sort the list', description)).toBeUndefined();
  });

  test('what stands behind a code block counts', () => {
    expect(hint('Sort', '```\nx\n```\nThe password is checked')?.topics).toEqual(['authentication']);
  });

  test('full-width and decomposed letters are the same letters', () => {
    expect(hint('Ｐａｓｓｗｏｒｄ')?.topics).toEqual(['authentication']);
    expect(hint('Passwo\u0308rter')?.topics).toEqual(hint('Passwörter')?.topics);
  });

  test('words pages apart do not add up', () => {
    const filler = 'the list shows one more row for each of the nine cats in the garden '.repeat(12);
    expect(hint('List', `upload ${filler} guest ${filler} refund`)).toBeUndefined();
    expect(hint('List', 'guest upload refund')).toBeDefined();
  });
});

describe("a project's own words", () => {
  test('are reason enough', () => {
    expect(hintOf({ summary: 'Change the Tresor screen' }, { words: ['tresor'] })?.topics).toEqual(['own']);
    const long = `${'The list shows one more row for each of the nine cats. '.repeat(12)} The Tresor gets a colour.`;
    expect(hintOf({ summary: 'Cats', description: long }, { words: ['tresor'] })?.topics).toEqual(['own']);
    expect(hintOf({ summary: 'Cats. Out of scope: Tresor' }, { words: ['tresor'] })).toBeUndefined();
  });

  test.each(['.*', '(a+)+$', 'a|b', '[', '*', '~3', '(x|y)'])('%s has no meaning of its own', (word) => {
    expect(hintOf({ summary: 'aaaaaaaaaaaaaaaaaaaaaaaa! any text' }, { words: [word] })).toBeUndefined();
  });

  test('several words stand together', () => {
    const own = { words: ['blue folder'] };
    expect(hintOf({ summary: 'Open the blue folder' }, own)).toBeDefined();
    expect(hintOf({ summary: 'Open the folder, it is blue' }, own)).toBeUndefined();
  });
});

describe('for every text', () => {
  const word = fc.oneof(
    fc.constantFrom(...EVIDENCE.flatMap(({ patterns }) => patterns).filter((pattern) => /^[a-z ]+$/.test(pattern))),
    fc.constantFrom(
      'only',
      'user',
      'can',
      'not',
      'no changes to',
      'out of scope',
      'colour',
      'but',
      '.',
      '\n\n',
      '```',
      '`',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));

  test('the answer is the same each time, its places are in the text, and its sum reaches the threshold', () => {
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const found = hintOf({ summary, description });
        expect(hintOf({ summary, description })).toEqual(found);
        if (found === undefined) return;
        expect(found.total).toBeGreaterThanOrEqual(found.threshold);
        const sums = [found.evidence, found.against].map((all) => all.reduce((sum, { weight }) => sum + weight, 0));
        expect((sums[0] ?? 0) - (sums[1] ?? 0)).toBeCloseTo(found.total);
        expect(found.topics.length).toBeGreaterThan(0);
        for (const { places, weight } of found.evidence) {
          expect(weight).toBeGreaterThan(0);
          for (const { part, start, end } of places) {
            const length = (part === 'summary' ? summary : description).length;
            expect(0 <= start && start < end && end <= length).toBe(true);
          }
        }
      }),
    );
  });

  test('no word is spoken for twice', () => {
    fc.assert(
      fc.property(text, (summary) => {
        const places = (hintOf({ summary })?.evidence ?? []).flatMap((evidence) => evidence.places);
        const letters = places.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at));
        expect(new Set(letters).size).toBe(letters.length);
      }),
    );
  });
});
