/**
 * The people of the demo world. Pure data.
 */

/** How the data names a person; also what the shell's `?user=` accepts. */
export const PERSON_NAMES = ['mara', 'deniz', 'jonas', 'priya', 'tomasz', 'guest'] as const;
export type PersonName = (typeof PERSON_NAMES)[number];

export interface Person {
  /** Opaque, as Jira's are: nothing may be read from it. */
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress: string;
  /** What the person does, in the shell's words. */
  readonly role: string;
  /** What the person may do, in the shell's words. */
  readonly mayDo: string;
}

/** Everybody lives in one time zone, so that days and times read as in the register. */
export const TIME_ZONE = 'Europe/Berlin';

export const PEOPLE: Readonly<Record<PersonName, Person>> = {
  mara: {
    accountId: '5b10a2844c20165700ede21g',
    displayName: 'Mara Lindqvist',
    emailAddress: 'mara.lindqvist@shop.example',
    role: 'Product owner',
    mayDo: 'Edits SHOP',
  },
  deniz: {
    accountId: '5b109f2e9729b51b54dc274d',
    displayName: 'Deniz Aydin',
    emailAddress: 'deniz.aydin@shop.example',
    role: 'Security engineer',
    mayDo: 'Project admin of SHOP and PART, sees every risk',
  },
  jonas: {
    accountId: '5b10ac8d82e05b22cc7d4ef5',
    displayName: 'Jonas Weber',
    emailAddress: 'jonas.weber@shop.example',
    role: 'Developer',
    mayDo: 'Edits SHOP, not the restricted risks',
  },
  priya: {
    accountId: '5b10a0effa615349cb016cd8',
    displayName: 'Priya Nair',
    emailAddress: 'priya.nair@shop.example',
    role: 'CISO office',
    mayDo: 'Reads SHOP, approves acceptances',
  },
  tomasz: {
    accountId: '5b10a1b2c3d4e5f607182930',
    displayName: 'Tomasz Zielinski',
    emailAddress: 'tomasz.zielinski@shop.example',
    role: 'Jira admin',
    mayDo: 'Administers the site',
  },
  guest: {
    accountId: '5b10ffee0d15ea5eba5eba11',
    displayName: 'Somebody without rights',
    emailAddress: 'somebody@shop.example',
    role: 'Guest',
    mayDo: 'May not browse SHOP',
  },
};

/** Approves acceptances. */
export const APPROVERS_GROUP = { id: '5b10c150-0000-4000-8000-000000000001', name: 'ciso-office' } as const;
