/** Text of signs that XML 1.0 can hold: half a surrogate pair becomes U+FFFD, the rest of what it cannot hold goes. */
export function xmlText(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replace(notXml, '')
}

// Section 2.2 of XML 1.0: of the control characters only these three are signs of it.
const notXml = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu
