import { Discussion, type TalkProps } from '@/components/talk/discussion'

/** What is said about a paper. All of it is in the server's HTML; the browser adds writing and what is new. */
export function Talk(props: TalkProps) {
  return <Discussion {...props} now={Date.now()} />
}
