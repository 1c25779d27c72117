import { addDays } from '@/lib/days'

/* Made-up papers, in the raw shape of Daily Papers. Stories that write have a day to themselves. */

export const days = {
  /** Titles and names that are hard to set. Nobody writes here. */
  hard: '2026-03-02',
  moving: '2026-03-03',
  waiting: '2026-03-04',
  refused: '2026-03-05',
  keys: '2026-03-06',
  /** The next day with papers after a weekend without. */
  afterKeys: '2026-03-09',
  talk: '2026-03-10',
  moderated: '2026-03-11',
  programs: '2026-03-12',
  /** Before the others: what stories of search find. */
  search: '2026-02-03',
  /** What / shows. Nobody writes here. */
  newest: '2026-03-13',
} as const

/** A day that nothing was listed on. */
export const emptyDay = '2026-03-07'

export type Row = ReturnType<typeof paper>

type More = { upvotes?: number; comments?: number; abstract?: string; authors?: string[]; title?: string }

/** One row of an import file; n orders the submissions of a day, earlier first. */
export function paper(id: string, day: string, n: number, title: string, more: More = {}) {
  const { upvotes = 0, comments = 0, abstract = `What this is about: ${title}.`, authors = ['Ada Quill'] } = more
  const submittedAt = `${day}T08:${String(n).padStart(2, '0')}:00.000Z`
  return {
    day,
    title,
    numComments: comments,
    submittedBy: { user: 'far-away-reader', name: 'far-away-reader', type: 'user' },
    paper: {
      id,
      title,
      ...(abstract && { summary: abstract }),
      authors: authors.map((name) => ({ name, hidden: false })),
      publishedAt: `${addDays(day, -3)}T00:00:00.000Z`,
      submittedOnDailyAt: submittedAt,
      upvotes,
    },
  }
}

/** So many people who do not exist. */
function crowd(size: number): string[] {
  const given = ['Ada', 'Björn', 'Chidera', 'Đặng', 'Elif', 'Фарида', 'Γιώργος', 'Hyun-woo', 'Inés', 'Joaquín']
  const family = ['Quill', 'Ångström', 'Nwosu', 'Văn Hà', 'Tunç', 'Юсупова', 'Παππάς', 'Baek', 'Caldeira', 'Ferreyra']
  return Array.from({ length: size }, (_, i) => `${given[i % 10]} ${family[Math.floor(i / 10) % 10]} ${i + 1}`)
}

export const longTitle =
  'On the Oddly Stubborn, Now and Then Contradictory, and Hitherto Seldom Confessed Connection Between the Hour at ' +
  'Which a Training Run Is Begun, the Mood of Whoever Begins It, the Weather Over the Machine Room, and the Loss at ' +
  'Which the Run Is Abandoned'

const hard = [
  paper('2603.90001', days.hard, 1, longTitle, { upvotes: 9, comments: 2 }),
  paper(
    '2603.90002',
    days.hard,
    2,
    'Sorting in $O(n \\log n)$ Steps When $n \\to 10^{9}$: A Lower Bound for $\\mathbb{E}[T]$',
    {
      upvotes: 18,
      abstract:
        'We show that $\\mathbb{E}[T] \\ge c \\cdot n \\log n$ for every $n > 1$, and that $c$ cannot be better.',
    },
  ),
  paper('2603.90003', days.hard, 3, 'Fifty Hands on One Lever', { upvotes: 41, comments: 9, authors: crowd(50) }),
  paper('2603.90004', days.hard, 4, 'A Thousand Names for the Same Detector', {
    upvotes: 1,
    comments: 1,
    authors: crowd(1000),
  }),
  paper('2603.90005', days.hard, 5, 'Untitled Remarks Without an Abstract', { abstract: '' }),
  paper('2603.90006', days.hard, 6, 'The Paper That Everybody Has an Opinion About', {
    upvotes: 12_345,
    comments: 321,
  }),
  paper('2603.90007', days.hard, 7, 'תרגום מכונה בלי מקבילים: שיטה ו-3 תוצאות', {
    upvotes: 4,
    abstract: 'אנחנו מתרגמים בלי טקסטים מקבילים, ובודקים על 12 שפות.',
  }),
  paper('2603.90008', days.hard, 8, '没有平行语料的机器翻译：方法与三个结果', {
    upvotes: 3,
    abstract: '我们在没有平行语料的情况下进行翻译，并在十二种语言上验证。',
  }),
  paper('cs/9809007', days.hard, 9, 'An Old Note on Ropes and Strings', { upvotes: 2 }),
  paper('math.GT/0309136', days.hard, 10, 'Knots That Come Undone Overnight', { upvotes: 2 }),
]

const moving = [
  paper('2603.90101', days.moving, 1, 'Patient Optimizers', { upvotes: 5 }),
  paper('2603.90102', days.moving, 2, 'A Kinder Loss for Noisy Labels', { upvotes: 5 }),
  paper('2603.90103', days.moving, 3, 'Maps of Small Caves', { upvotes: 2 }),
]

const waiting = [
  paper('2603.90111', days.waiting, 1, 'Waiting Rooms as Queues', { upvotes: 3 }),
  paper('2603.90112', days.waiting, 2, 'Doors That Remember Who Knocked', { upvotes: 1 }),
]

const refused = [
  paper('2603.90121', days.refused, 1, 'When Networks Say No', { upvotes: 6 }),
  paper('2603.90122', days.refused, 2, 'Tunnels Without a Signal', { upvotes: 4 }),
  paper('2603.90123', days.refused, 3, 'How Much Is Too Much', { upvotes: 2 }),
]

const keys = [
  paper('2603.90131', days.keys, 1, 'Typing With Nine Fingers', { upvotes: 30 }),
  paper('2603.90132', days.keys, 2, 'The Second Key From the Left', { upvotes: 20 }),
  paper('2603.90133', days.keys, 3, 'Letters Nobody Presses', { upvotes: 10 }),
  paper('2603.90141', days.afterKeys, 1, 'Mondays, Measured', { upvotes: 2 }),
]

/** Each story about comments has one. */
const talk = [
  ['2603.90201', 'Folding Tables at Scale'],
  ['2603.90202', 'Replies in Finite Time'],
  ['2603.90203', 'Second Thoughts About Everything'],
  ['2603.90204', 'Words Taken Back'],
  ['2603.90205', 'Seen Before It Is Sent'],
  ['2603.90206', 'Two Rooms, One Conversation'],
  ['2603.90207', 'Notes That Outlive a Reload'],
  ['2603.90208', 'Scripts in Unexpected Places'],
  ['2603.90209', 'Conversation Without Machinery'],
  ['2603.90210', 'Twelve Steps Down'],
].map(([id = '', title = ''], i) => paper(id, days.talk, i, title, { upvotes: 20 - i }))

const moderated = [
  paper('2603.90221', days.moderated, 1, 'Not Really a Paper', { upvotes: 8 }),
  paper('2603.90222', days.moderated, 2, 'A Heated Exchange', { upvotes: 5 }),
]

const programs = [
  paper('2603.90231', days.programs, 1, 'Scripts That Vote', { upvotes: 1 }),
  paper('2603.90232', days.programs, 2, 'Scripts That Write', { upvotes: 1 }),
]

const searched = [
  paper('2603.90241', days.search, 1, 'Lanterns in Rain', { upvotes: 12 }),
  paper('2603.90242', days.search, 2, 'Counting Lanterns From Afar', {
    upvotes: 5,
    abstract: `A lantern is a light that is carried. ${'We count what can be seen of it. '.repeat(30)}This is the very last sentence of it.`,
  }),
  paper('2603.90243', days.search, 3, 'Light Without Oil', { upvotes: 1, abstract: 'On lanterns of the future.' }),
]

const newest = Array.from({ length: 12 }, (_, i) =>
  paper(`2603.903${String(i).padStart(2, '0')}`, days.newest, i, `Weather for Vineyards, Part ${i + 1}`, {
    upvotes: 40 - 3 * i,
    comments: i % 3,
    authors: crowd(i + 1),
  }),
)

export const everyRow: Row[] = [
  ...[hard, moving, waiting, refused, keys, talk, moderated, programs, searched, newest].flat(),
]
