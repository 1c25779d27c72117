/** What a person is trusted by. Times are ms since 1970. */
export type Trust = {
  role: 'member' | 'moderator' | 'admin'
  createdAt: number
  /** Papers of theirs that somebody else voted for. */
  welcomed: number
}

/** What a person did today. */
export type Submissions = { submitted: number; takenBack: number }

/** How many papers they put on the list today, and how many they may. */
export type Allowance = { used: number; of: number }

const day = 86_400_000

/** The numbers of the rule, for the pages that explain it. */
export const submissionRule = { newFor: 7 * day, whileNew: 3, afterwards: 5, most: 20, moderator: 100 }

/**
 * Papers that a person may submit a day: 3 in the first week of an account, 5 afterwards and one more for each paper of
 * theirs that somebody else voted for, 20 at most; a moderator 100.
 */
export function submissionsADay({ role, createdAt, welcomed }: Trust, now: number): number {
  if (role !== 'member') return submissionRule.moderator
  if (now - createdAt < submissionRule.newFor) return submissionRule.whileNew
  return Math.min(submissionRule.afterwards + welcomed, submissionRule.most)
}

/** What is used of the day. Taking back gives the place back, but not without end: each moves everybody's list twice. */
export function allowanceOf(trust: Trust, { submitted, takenBack }: Submissions, now: number): Allowance {
  const of = submissionsADay(trust, now)
  return { used: submitted - Math.min(takenBack, of), of }
}

export function isUsedUp({ used, of }: Allowance): boolean {
  return used >= of
}

/** `2 of 5 left today`, `3 of 3 today, again on Saturday, January 10` */
export function allowanceInWords(allowance: Allowance, nextDay: string): string {
  const { used, of } = allowance
  if (isUsedUp(allowance)) return `${of} of ${of} today, again on ${nextDay}`
  return `${of - used} of ${of} left today`
}

/** The rule for people. */
export function ruleInWords(): string {
  const { whileNew, afterwards, most } = submissionRule
  return `${whileNew} papers a day in the first week of an account, ${afterwards} afterwards, and one more for each paper of yours that somebody else voted for, up to ${most}.`
}
