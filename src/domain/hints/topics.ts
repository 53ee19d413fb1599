/**
 * What a story may touch, and what a security engineer would ask about it. Pure data.
 *
 * Order decides between topics of equal evidence: the one that is easier to overlook comes first.
 */
export const TOPICS = [
  'payment',
  'personalData',
  'authentication',
  'authorisation',
  'cryptography',
  'input',
  'externalInterface',
  'logging',
  'administration',
  'abuse',
  'dependencies',
  'security',
  'own',
] as const;
export type Topic = (typeof TOPICS)[number];
