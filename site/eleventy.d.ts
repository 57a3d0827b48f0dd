// What is used of Eleventy, which has no types of its own. https://www.11ty.dev/docs/programmatic/
declare module '@11ty/eleventy' {
  /** https://www.11ty.dev/docs/config/ */
  export interface Config {
    addTemplate(path: string, content: string, data: object): void;
    addTransform(
      name: string,
      transform: (this: { readonly page: { readonly outputPath: string } }, content: string) => string,
    ): void;
  }

  export class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { config: (config: Config) => void; configPath: null; quietMode: boolean },
    );
    write(): Promise<unknown>;
  }
}
