/** One line of the result. */
export type Row = {
  what: string
  figure: string
  /** What it is compared with. */
  beside: string
  ratio: number | null
  target: string
  /** null: there is no target. */
  reached: boolean | null
}

/** The rows as a Markdown table with even columns. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [
    ['row', 'figure', 'compared with', 'ratio', 'target', 'reached'],
    ...rows.map(({ what, figure, beside, ratio, target, reached }) => [
      ...[what, figure, beside, ratio === null ? '' : ratio.toFixed(ratio < 0.1 ? 3 : 2), target],
      reached === null ? '' : reached ? 'yes' : 'no',
    ]),
  ]
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const lines = cells.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

/** `18,600/s`, `41.5/s` */
export function perSecond(value: number): string {
  const digits = value < 100 ? 1 : 0
  return `${value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })}/s`
}

export function milliseconds(value: number): string {
  return `${Math.round(value).toLocaleString('en')} ms`
}
