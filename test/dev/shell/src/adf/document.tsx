import { Fragment } from 'react';
import type { ReactNode } from 'react';
import * as v from 'valibot';
import { useSession } from '../site/session';
import styles from './document.module.css';

const Mark = v.object({ type: v.string(), attrs: v.optional(v.record(v.string(), v.unknown()), {}) });

interface Node {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly marks: readonly v.InferOutput<typeof Mark>[];
  readonly content: readonly Node[];
}

const NodeShape: v.GenericSchema<unknown, Node> = v.object({
  type: v.string(),
  text: v.optional(v.string()),
  attrs: v.optional(v.record(v.string(), v.unknown()), {}),
  marks: v.optional(v.array(Mark), []),
  content: v.optional(v.array(v.lazy(() => NodeShape)), []),
});

/** Reads a document that came from outside; `undefined` when it is none. */
export function readDocument(value: unknown): Node | undefined {
  const read = v.safeParse(NodeShape, value);
  return read.success && read.output.type === 'doc' ? read.output : undefined;
}

/**
 * Draws an Atlassian document. Everything becomes React elements, never markup, so that no text of an issue can
 * become a script; links open only for http, https and mailto.
 */
export function AdfDocument({ value }: { value: unknown }) {
  const document = readDocument(value);
  if (document === undefined || document.content.length === 0) return null;
  return <div className={styles.document}>{children(document)}</div>;
}

/** A mention is known by its account; the name in the document is only what somebody once wrote. */
function Mention({ accountId, text }: { accountId: string; text: string }) {
  const person = useSession().people.find((known) => known.accountId === accountId);
  return <span className={styles.inline}>{person === undefined ? text : `@${person.displayName}`}</span>;
}

function children(node: Node): ReactNode {
  return node.content.map((child, at) => <Fragment key={at}>{draw(child)}</Fragment>);
}

function draw(node: Node): ReactNode {
  switch (node.type) {
    case 'text':
      return marked(node);
    case 'paragraph':
      return <p>{children(node)}</p>;
    case 'heading':
      return heading(node);
    case 'bulletList':
    case 'taskList':
    case 'decisionList':
      return <ul>{children(node)}</ul>;
    case 'orderedList':
      return <ol>{children(node)}</ol>;
    case 'listItem':
    case 'taskItem':
    case 'decisionItem':
      return <li>{children(node)}</li>;
    case 'hardBreak':
      return <br />;
    case 'rule':
      return <hr />;
    case 'blockquote':
      return <blockquote>{children(node)}</blockquote>;
    case 'codeBlock':
      return (
        <pre>
          <code>{children(node)}</code>
        </pre>
      );
    case 'panel':
    case 'expand':
    case 'nestedExpand':
      return <div className={styles.panel}>{children(node)}</div>;
    case 'table':
      return (
        <div className={styles.scroll}>
          <table>
            <tbody>{children(node)}</tbody>
          </table>
        </div>
      );
    case 'tableRow':
      return <tr>{children(node)}</tr>;
    case 'tableHeader':
      return <th>{children(node)}</th>;
    case 'tableCell':
      return <td>{children(node)}</td>;
    case 'mention':
      return <Mention accountId={words(node.attrs.id)} text={words(node.attrs.text)} />;
    case 'status':
    case 'emoji':
      return <span className={styles.inline}>{words(node.attrs.text) || words(node.attrs.shortName)}</span>;
    case 'inlineCard':
    case 'blockCard':
      return link(words(node.attrs.url), words(node.attrs.url));
    case 'date':
      return <span className={styles.inline}>{day(node.attrs.timestamp)}</span>;
    default:
      // Media and what is newer than this page: say so, and keep what is inside.
      return node.content.length > 0 ? (
        <div>{children(node)}</div>
      ) : (
        <span className={styles.inline}>[{node.type}, not shown in Local Jira]</span>
      );
  }
}

function heading(node: Node): ReactNode {
  // The page's own headings are 1 and 2.
  return node.attrs.level === 1 || node.attrs.level === 2 ? <h3>{children(node)}</h3> : <h4>{children(node)}</h4>;
}

function marked(node: Node): ReactNode {
  return node.marks.reduce<ReactNode>((inner, mark) => {
    if (mark.type === 'strong') return <strong>{inner}</strong>;
    if (mark.type === 'em') return <em>{inner}</em>;
    if (mark.type === 'code') return <code>{inner}</code>;
    if (mark.type === 'strike') return <s>{inner}</s>;
    if (mark.type === 'underline') return <u>{inner}</u>;
    if (mark.type === 'link') return link(words(mark.attrs.href), inner);
    return inner;
  }, node.text ?? '');
}

function link(href: string, inner: ReactNode): ReactNode {
  if (!/^(https?:|mailto:)/i.test(href)) return inner;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {inner}
    </a>
  );
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function day(timestamp: unknown): string {
  const ms = Number(timestamp);
  return Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : '';
}
