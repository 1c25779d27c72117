import type { DigestEntry, DigestFind, DigestWords } from '@/lib/digest-words'
import { escapeHtml, shortCount } from '@/lib/text'

/* A letter as HTML. Mail has no custom properties: the colours are those of tokens.css by day, inline, and by night. */

/** The values of tokens.css that a letter uses, day and night. */
export const mailColours = {
  paper: ['#fbfaf7', '#161513'],
  ink: ['#1b1916', '#ebe6dc'],
  'ink-body': ['#3b3732', '#c6c0b4'],
  'ink-quiet': ['#68625a', '#9c958a'],
  rule: ['#e3dfd6', '#2d2a26'],
  'rule-strong': ['#1b1916', '#8d867b'],
} as const

type Colour = keyof typeof mailColours

/** @param foot HTML of the last lines: who gets the letter and how they leave */
export function digestHtml(words: DigestWords, foot: string): string {
  const { site, title, subject, preheader, intro, entries, finds, after } = words
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${styles}</style>
</head>
<body class="paper" style="margin:0;padding:0;background-color:${day('paper')};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(preheader)}${'&nbsp;&zwnj;'.repeat(40)}</div>
<table ${layout} class="paper" style="background-color:${day('paper')}"><tr><td align="center">
<table ${layout} style="max-width:600px"><tr><td class="pad body" style="padding:24px 24px 32px;text-align:left;font:400 15px/22px ${sans};color:${day('ink-body')}">
<table ${layout}>
<tr><td width="48" style="width:48px"></td><td><a href="${escapeHtml(`${site.url}/`)}" class="ink" style="font:700 20px/26px ${serif};color:${day('ink')};text-decoration:none">${escapeHtml(site.name)}</a></td></tr>
<tr><td class="strong" style="border-bottom:2px solid ${day('rule-strong')}"></td><td class="strong" style="padding:12px 0 10px;border-bottom:2px solid ${day('rule-strong')}">
<h1 class="ink day" style="margin:0;font:400 36px/42px ${serif};letter-spacing:-0.022em;color:${day('ink')}">${dateInHtml(title)}</h1>
<div class="quiet" style="${quiet};padding-top:2px">${escapeHtml(intro)}</div></td></tr>
${[...entries.map(row), ...findRows(finds)].join('\n')}
<tr><td></td><td class="rule" style="${ruled};padding:14px 0 0">
<div>${escapeHtml(after.text)} <a href="${escapeHtml(after.url)}" class="ink" style="color:${day('ink')}">${escapeHtml(after.link)}</a></div>
<div class="quiet" style="${quiet};padding-top:24px">${foot}</div>
</td></tr>
</table>
</td></tr></table>
</td></tr></table>
</body>
</html>
`
}

/** A further paragraph of the last lines, within a foot. */
export function footParagraph(text: string): string {
  return `<br><br>${escapeHtml(text)}`
}

/** A link in the last lines. */
export function footLink(href: string, label: string): string {
  return `<a href="${href}" class="ink" style="color:${day('ink')}">${escapeHtml(label)}</a>`
}

function row({ votes, title, gist, facts, talk, url }: DigestEntry, at: number): string {
  const lead = at === 0
  const rule = lead ? '' : `;${ruled}`
  const size = lead ? '28px/32px' : '20px/26px'
  const number = lead
    ? `${shortCount(votes)}<br><span class="quiet" style="${quiet}">${votes === 1 ? 'vote' : 'votes'}</span>`
    : shortCount(votes)
  const told = gist && `<div dir="auto" style="padding-top:4px">${escapeHtml(gist)}</div>`
  const talkLink = `<a href="${escapeHtml(talk.url)}" class="quiet" style="color:${day('ink-quiet')}">${whole(talk.label)}</a>`
  const [who = '', ...rest] = facts
  const meta = [escapeHtml(who), ...rest.map(whole), talkLink].join(' &middot; ')
  return `<tr><td width="48" valign="top" class="ink" style="width:48px;vertical-align:baseline;padding:14px 0 0;color:${day('ink')}">${number}</td><td class="rule" valign="top" style="vertical-align:baseline;padding:14px 0${rule}"><a href="${escapeHtml(url)}" dir="auto" class="ink${lead ? ' lead' : ''}" style="font:600 ${size} ${serif};color:${day('ink')};text-decoration:none">${escapeHtml(title)}</a>${told}<div class="quiet" style="${quiet};padding-top:6px">${meta}</div></td></tr>`
}

/** What saved searches found, under a heading, each search over its papers. */
function findRows(finds: readonly DigestFind[]): string[] {
  if (finds.length === 0) return []
  const heading = `<tr><td></td><td class="strong" style="padding:24px 0 8px;border-bottom:2px solid ${day('rule-strong')}"><h2 class="ink" style="margin:0;font:400 24px/30px ${serif};color:${day('ink')}">From your searches</h2></td></tr>`
  const rows = finds.flatMap(({ search, entries, more, url }) => [
    `<tr><td></td><td class="quiet" dir="auto" style="${quiet};padding:12px 0 0">${escapeHtml(search)}</td></tr>`,
    ...entries.map((entry) => row(entry, 1)),
    `<tr><td></td><td class="quiet" style="${quiet};padding:0 0 8px"><a href="${escapeHtml(url)}" class="quiet" style="color:${day('ink-quiet')}">${escapeHtml(more)}</a></td></tr>`,
  ])
  return [heading, ...rows]
}

/** On a narrow screen a line ends after the weekday and not within the date. */
function dateInHtml(text: string): string {
  return escapeHtml(text).replace(/ (?=\d)/g, '&nbsp;')
}

/** On one line. */
function whole(text: string): string {
  return escapeHtml(text).replace(/ /g, '&nbsp;')
}

function day(name: Colour): string {
  return mailColours[name][0]
}

function night(name: Colour): string {
  return mailColours[name][1]
}

const layout = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'
const sans = "Inter,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
const serif = "'Source Serif 4',Charter,Georgia,'Noto Serif',serif"
const quiet = `font-size:13px;line-height:20px;color:${day('ink-quiet')}`
const ruled = `border-top:1px solid ${day('rule')}`

// Outlook lets no table inherit a font, and reads this.
const styles = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
td{font-family:${sans}}
@media (prefers-color-scheme:dark){
.paper{background-color:${night('paper')}!important}
.ink{color:${night('ink')}!important}
.body{color:${night('ink-body')}!important}
.quiet{color:${night('ink-quiet')}!important}
.rule{border-color:${night('rule')}!important}
.strong{border-color:${night('rule-strong')}!important}
}
@media (max-width:480px){
.pad{padding-left:16px!important;padding-right:16px!important}
.day{font-size:28px!important;line-height:34px!important}
.lead{font-size:25px!important;line-height:30px!important}
}
`
