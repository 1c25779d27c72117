import { momentInWords } from '@/lib/letter-words'

/** The end of a form of choices: when the next letter comes, the button that keeps them, and a look at the letter. */
export function KeepChoices({ nextAt, timezone }: { nextAt: number | null; timezone: string }) {
  return (
    <>
      {nextAt !== null && <p>Next on {momentInWords(nextAt, timezone)}.</p>}
      <p className="next">
        <button type="submit" className="button">
          Keep these
        </button>
        <button
          type="submit"
          className="button plain"
          formAction="/subscription/preview"
          formMethod="get"
          formTarget="_blank"
        >
          Look at the letter
        </button>
      </p>
    </>
  )
}
