/** The same as the front page, whose address is the one to keep. */
export { default, generateMetadata } from '@/app/page'

// Next reads this off the file itself, so it cannot come from the front page as the rest does.
export const dynamic = 'force-dynamic'
