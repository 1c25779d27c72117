const whole = new Intl.NumberFormat('en-US')

/** `1 paper`, `1,234 papers`; `many` for a plural that is not the word and an s. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${whole.format(n)} ${n === 1 ? one : many}`
}

/** `1,234` */
export function count(n: number): string {
  return whole.format(n)
}

/** `1st`, `22nd`, `113th` */
export function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13
  return `${whole.format(n)}${(!teen && ['', 'st', 'nd', 'rd'][n % 10]) || 'th'}`
}

/** Whole below 10,000, then `12.3k`, `1.2M`: what fits under a triangle. Rounded down, so that it never promises more. */
export function shortCount(n: number): string {
  if (n < 10_000) return String(n)
  const [unit, sign] = n < 1_000_000 ? [1_000, 'k'] : [1_000_000, 'M']
  const value = n / unit
  return `${value < 100 ? Math.floor(value * 10) / 10 : Math.floor(value)}${sign}`
}

/** At most so many characters, cut between words, with an ellipsis when something was cut. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}

/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** `214 MB`, `1.2 GB`; a megabyte is a million bytes. */
export function bytesInWords(bytes: number): string {
  let value = bytes
  for (const unit of ['bytes', 'kB', 'MB', 'GB']) {
    if (value < 999.5) return `${value < 9.95 && unit !== 'bytes' ? value.toFixed(1) : Math.round(value)} ${unit}`
    value /= 1000
  }
  return `${value.toFixed(1)} TB`
}
