/** The time of the local world; the local Jira's clock fits. */
export interface Clock {
  now(): Date;
}
