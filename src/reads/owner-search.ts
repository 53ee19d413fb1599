/**
 * Whom the owner's cell of a file means, by Jira's own user search as the viewer. Never a guess: where more than one
 * person could be meant, or Jira does not show what would tell, a person chooses.
 */
import type { AskedOwner } from '../domain/csv/read-row';
import type { Person } from '../jira/issue-fields';
import { findPeople, getPeople, type FoundPerson } from '../jira/people';
import type { JiraRequest } from '../jira/request';

export type OwnerFinding =
  | { readonly state: 'found'; readonly person: Person }
  /** These could be meant; at least one. */
  | { readonly state: 'several'; readonly people: readonly FoundPerson[] }
  | { readonly state: 'nobody' };

/** More with the same beginning than anybody would choose from. */
const CANDIDATES_MOST = 20;
const ACCOUNT_ID = /^[A-Za-z0-9:_-]{1,128}$/;

/** @throws JiraError */
export async function findOwner(jira: JiraRequest, { by, text }: AskedOwner): Promise<OwnerFinding> {
  if (by === 'id') {
    const [person] = ACCOUNT_ID.test(text) ? await getPeople(jira, [text]) : [];
    // Also an account that was closed: it may well stand in the register, and a file that says the same changes nothing.
    return person === undefined ? { state: 'nobody' } : { state: 'found', person };
  }
  const people = await findPeople(jira, text.replace(/\s+/g, ' '), CANDIDATES_MOST);
  const said = comparable(text);
  const exact = people.filter(({ email, name }) => [email, name].some((own) => own && comparable(own) === said));
  const [person] = exact;
  if (person !== undefined && exact.length === 1) return { state: 'found', person };
  if (exact.length > 1) return { state: 'several', people: exact };
  return people.length === 0 ? { state: 'nobody' } : { state: 'several', people };
}

function comparable(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}
