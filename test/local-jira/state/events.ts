/**
 * Product events as Forge delivers them to triggers: without custom fields.
 * https://developer.atlassian.com/platform/forge/events-reference/jira/
 */
export interface ProductEvent {
  readonly eventType:
    | 'avi:jira:created:issue'
    | 'avi:jira:updated:issue'
    | 'avi:jira:assigned:issue'
    | 'avi:jira:deleted:issue'
    | 'avi:jira:created:issuelink'
    | 'avi:jira:deleted:issuelink'
    | 'avi:jira:failed:expression';
  /** Epoch ms; a text in `avi:jira:failed:expression`, as documented. */
  readonly timestamp: number | string;
  /** True when the app itself caused it. */
  readonly selfGenerated: boolean;
  readonly [property: string]: unknown;
}

export type EventListener = (event: ProductEvent) => void;

export class EventHub {
  readonly #listeners = new Set<EventListener>();

  /** Returns what ends the subscription. */
  onEvent(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  emit(event: ProductEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
