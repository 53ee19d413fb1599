export interface StartOptions {
  port: number;
  dataDir?: string;
  importFiles: string[];
  help: boolean;
}
export const USAGE: string;
export function parseStartOptions(args: readonly string[]): { options: StartOptions } | { problem: string };
