import { days, emptyDay } from './papers'

/** Every page that anybody may open, and that differs from the others in what it shows. */
export const publicPages = {
  'the newest day': '/',
  'a day of hard cases': `/papers/date/${days.hard}`,
  'a day without papers': `/papers/date/${emptyDay}`,
  'a week': '/papers/week/2026-W11',
  'a month': '/papers/month/2026-03',
  trending: '/papers/trending',
  'a paper': '/papers/2603.90002',
  'a paper of a thousand authors': '/papers/2603.90004',
  'a paper with a very long title': '/papers/2603.90001',
  'a paper without an abstract': '/papers/2603.90005',
  search: '/papers/search',
  'what a search finds': '/papers/search?q=weather+votes:many&votes=3&code=0&from=2026',
  'a search that finds nothing': '/papers/search?q=weather&votes=900000',
  comments: '/comments',
  'the moderation log': '/moderation',
  about: '/about',
  'the tools': '/about/tools',
  'the archive': '/export',
  submitting: '/submit',
  'the letter': '/subscription',
  'the letter of a day': `/digest/${days.hard}`,
  'the letter of a day without papers': `/digest/${emptyDay}`,
  'the sign-in': '/signin',
  'the sign-up': '/signup',
  recovery: '/recover',
  'a page that is not there': '/nothing/here',
} as const

/** Text that strains a layout: a wide table, long code, display math, one unbroken word. */
export const wideComment = [
  '| optimizer | learning rate | batch size | steps | loss at the end | loss at its best | spikes | seed | tied | notes |',
  '|---|---|---|---|---|---|---|---|---|---|',
  '| AdamW | 0.0003 | 1,048,576 | 125,000 | 2.914 | 2.901 | 0 | 17 | no | the only run that nobody touched |',
  '',
  '```',
  `const everything = await measure({ ${'anotherOptionWithALongName: true, '.repeat(6)} })`,
  '```',
  '',
  '$$B_\\text{simple} = \\frac{\\operatorname{tr}(\\Sigma)}{\\lVert G \\rVert^2}, \\qquad B_\\text{noise} = \\frac{\\operatorname{tr}(H\\Sigma)}{G^\\top H G} + a + b + c + d + e + f + g + h + i + j + k + l$$',
  '',
  'Antidisestablishmentarianism'.repeat(5),
].join('\n')
