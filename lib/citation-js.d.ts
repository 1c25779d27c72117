/* As much of @citation-js as is used here: it brings no types. */

declare module '@citation-js/core' {
  export const plugins: {
    config: { get(plugin: '@bibtex'): { format: { asciiOnly: boolean; checkLabel: boolean } } }
    output: {
      format(name: 'bibtex' | 'data', items: readonly object[], options?: { format: 'text' }): string
      format(name: 'ris', items: readonly object[], options: { format: 'object' }): Record<string, string | string[]>[]
    }
    input: { chain(text: string): Record<string, unknown>[] }
  }
}

declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
