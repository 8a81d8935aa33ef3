/** As much of Eleventy as we use; Eleventy 3 ships no types. */
declare module "@11ty/eleventy" {
  export class Eleventy {
    constructor(input: string, output: string, options: object);
    /** What watches files, once `watch` has begun. */
    readonly watcher?: {
      on(event: "unlink", listener: (path: string) => void): void;
    };
    disableLogger(): void;
    init(): Promise<void>;
    write(): Promise<unknown>;
    /** Builds, then watches; what it returns rebuilds after a change of the file named. */
    watch(): Promise<(path: string) => Promise<void>>;
    serve(port: number): Promise<void>;
    stopWatch(): Promise<void>;
  }
}
