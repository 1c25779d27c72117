import { ruleInWords, submissionRule } from '@/lib/submission-limit'

/** Who puts papers on the list, how many, and how. */
export function Submitting({ who }: { who: 'members' | 'moderators' }) {
  return (
    <>
      <p>
        {who === 'members'
          ? `Members submit papers, ${ruleInWords().replace(/\.$/, '')}; a moderator may submit ${submissionRule.moderator}.`
          : 'Moderators submit papers.'}{' '}
        A paper goes on the list of the day that it is submitted on, with the vote of its submitter, who can take it
        back while nobody else has voted or commented.
      </p>
      <p>
        The <a href="/about/tools">tools</a> submit the paper that you are reading with one press.
      </p>
    </>
  )
}
