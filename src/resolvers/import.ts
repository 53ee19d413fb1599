/** Importing a register. */
import * as v from 'valibot';
import { importRisks } from '../commands/import-risks';
import { ADDRESS_MOST, ASSET_MOST, ASSETS_MOST, OWN_ID_MOST, PARAGRAPH_MOST, ROWS_A_CALL } from '../domain/csv/limits';
import { ISSUE_KEY } from '../domain/identifiers';
import { TREATMENTS } from '../domain/site-setup';
import type { Operations } from './define';
import { id, summary } from './payloads';
import { accountId, isoDay, score } from './risk-payloads';
import { commandContext } from './site';

/** Text of several lines, not empty; other control characters are refused, as Jira does. */
const paragraphs = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(PARAGRAPH_MOST),
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  v.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/),
);
/** Jira's labels hold no blanks. */
const asset = v.pipe(v.string(), v.maxLength(ASSET_MOST), v.regex(/^[^\s,;]+$/u));
const address = v.pipe(v.string(), v.maxLength(ADDRESS_MOST), v.regex(/^https?:\/\/[^\s/]\S*$/i));
const externalId = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(OWN_ID_MOST));

const importRow = v.object({
  key: v.exactOptional(v.pipe(v.string(), v.regex(ISSUE_KEY))),
  externalId: v.exactOptional(externalId),
  summary,
  description: v.exactOptional(paragraphs),
  inherent: v.exactOptional(score),
  residual: v.exactOptional(score),
  treatment: v.exactOptional(v.picklist(TREATMENTS)),
  owner: v.exactOptional(accountId),
  nextReview: v.exactOptional(isoDay),
  businessImpact: v.exactOptional(paragraphs),
  abuseCase: v.exactOptional(paragraphs),
  assets: v.exactOptional(v.pipe(v.array(asset), v.minLength(1), v.maxLength(ASSETS_MOST))),
  infoSecReference: v.exactOptional(address),
});

export const importOperations: Pick<Operations, 'importRisks'> = {
  importRisks: {
    payload: v.object({
      projectId: id,
      rows: v.pipe(v.array(importRow), v.minLength(1), v.maxLength(ROWS_A_CALL)),
      dryRun: v.boolean(),
    }),
    demands: ({ projectId }) => ({
      demand: 'onProject',
      projectId,
      permissions: ['CREATE_ISSUES', 'EDIT_ISSUES'],
    }),
    run: async (caller, payload) => importRisks(await commandContext(caller), payload),
  },
};
