/** The same as the front page, whose address is the one to keep. */
export { default, dynamic, generateMetadata } from '@/app/page'
