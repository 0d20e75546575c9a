export declare const MODULE: string;
export declare const MADE_FROM: readonly string[];
export declare function buildKernels(): void;
export declare const COMPILER: string;
