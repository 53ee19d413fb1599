export interface TestReport {
  readonly testResults: readonly TestFileReport[];
}

interface TestFileReport {
  /** Absolute. */
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly {
    readonly fullName: string;
    readonly status: string;
    /** How often it was run. */
    readonly invocations?: number;
  }[];
}

export function count(report: TestReport): {
  readonly passed: number;
  readonly failed: number;
  readonly left: number;
};
export function passedAtSecondTry(report: TestReport, root: string): string[];
export function leftWithoutSecondTry(report: TestReport, folder: string): string[];
export function withSecondTry(first: TestReport, second: TestReport): TestReport;
