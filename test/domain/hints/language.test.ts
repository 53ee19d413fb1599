import { languageOf } from '../../../src/domain/hints/language';

test.each([
  ['en', 'As a customer I want to pay with a saved card'],
  ['de', 'Kundinnen können ihre E-Mail-Adresse ohne erneute Anmeldung ändern'],
  ['de', 'Größentabelle'],
  ['fr', 'En tant que client je veux changer mon mot de passe'],
  ['fr', 'Le paiement doit être confirmé'],
])('%s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test.each(['', 'OAuth', '1234 %', '😀'])('"%s" does not tell', (text) => {
  expect(languageOf(text)).toBeUndefined();
});
