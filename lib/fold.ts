import { readableTex, textCommands } from '@/lib/tex-words'

const letters: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ς: 'σ' },
}

/**
 * Text as it is compared: case, accents, dashes, TeX and the width of white space make no difference. Marks that are
 * letters of their own, as in Devanagari, stay.
 */
export function fold(text: string): string {
  // Nearly every abstract: nothing in it that Unicode or TeX could spell in two ways.
  if (/^[\x20-\x7e\n]*$/.test(text) && !/[\\$`~{]|''|--/.test(text)) return spaced(text.toLowerCase())
  return spaced(plain(text))
}

function plain(text: string): string {
  return textCommands(text.replace(/\$([^$]+)\$/g, (_, tex: string) => readableTex(tex)))
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđðþħıς]/g, (letter) => letters[letter] ?? letter)
    .replace(/[\u0300-\u036f\p{Cf}]/gu, '')
    .replace(/[‘’ʼ]/g, "'")
}

function spaced(text: string): string {
  return text.replace(/[\s\p{Pd}_]+/gu, ' ').trim()
}
