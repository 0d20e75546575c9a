export declare function buildKernels(): void;
