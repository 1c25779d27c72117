import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'

// As often as they come, so that one of them is a list as well.
const lists = new Set(['entry', 'author', 'category', 'link', 'record', 'version', 'error'])

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false, // a title may be 1984
  htmlEntities: true, // for &#233;
  // Only the entities of XML are there to expand, without limit: a page of a thousand abstracts has many.
  processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
  isArray: (name) => lists.has(name),
})

/**
 * XML as objects: names without their namespace, attributes with an @.
 * @throws Error when it is not well-formed, is cut, or brings entities of its own
 */
export function parseXml(text: string): unknown {
  const xml = text.replace(/^\ufeff/, '').trimStart()
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')))
    throw new Error('It is HTML, or declares entities')
  const valid = XMLValidator.validate(xml)
  if (valid !== true) throw new Error(`No XML: ${valid.err.msg} (line ${valid.err.line})`)
  return parser.parse(xml)
}

/**
 * Elements of a name, each as XML of its own, and what is left around them: long lists are parsed bit by bit so. One that
 * is cut stays in what is left, which then is not well-formed.
 */
export function apart(xml: string, name: string): { frame: string; parts: string[] } {
  const element = new RegExp(`<((?:\\w+:)?${name})[\\s>][\\s\\S]*?</\\1>`, 'g')
  return { frame: xml.replace(element, ''), parts: xml.match(element) ?? [] }
}

/** The text of an element, with attributes or without. */
export const textOf = z.union([z.string(), z.looseObject({ '#text': z.string() }).transform((node) => node['#text'])])
