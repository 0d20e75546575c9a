interface Row {
  readonly name: string;
  readonly seconds: number;
}
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly duration?: number }[];
  }[];
}
interface Suite {
  readonly file: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly { readonly results: readonly { readonly duration: number }[] }[];
  }[];
}
interface PlaywrightReport {
  readonly config: { readonly rootDir: string };
  readonly suites: readonly Suite[];
}
export declare function ofVitest(report: VitestReport, root: string): Row[];
export declare function ofPlaywright(report: PlaywrightReport, root: string): Row[];
export declare function slowestOf(rows: readonly Row[]): string[];
