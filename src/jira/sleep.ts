/** Neither the browser's nor Node's types are loaded here; both have this function. */
declare const setTimeout: (run: () => void, milliseconds: number) => unknown;

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
