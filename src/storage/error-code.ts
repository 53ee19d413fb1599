/**
 * A code of ours inside a stored value. Another version of the app may know more codes than this one.
 */
import * as v from 'valibot';
import type { ErrorCode } from '../contract/result';

export const errorCode = v.custom<ErrorCode>((code) => typeof code === 'string' && /^[a-z-]{1,40}$/.test(code));
