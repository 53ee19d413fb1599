/** A picture that somebody uploaded for an issue type. Those of Jira itself are in config/avatar-pictures.ts. */
export interface Avatar {
  readonly id: string;
  readonly issueTypeId: string;
  readonly contentType: 'image/png' | 'image/gif';
  /** The picture as it was uploaded; Jira scales it, the local Jira leaves that to whoever shows it. */
  readonly base64: string;
}
