type Props = { asked: string | null; trouble: string | null }

/** Asks for one paper. A form of the old kind: its answer has an address. */
export function HeatForm({ asked, trouble }: Props) {
  return (
    <form className="ask-paper" action="/about#check">
      <label htmlFor="paper">The id or address of a paper</label>
      <div className="pair">
        <input
          className="field"
          id="paper"
          name="paper"
          defaultValue={asked ?? ''}
          placeholder="2308.10087"
          required
          maxLength={200}
          aria-invalid={trouble ? true : undefined}
          aria-describedby={trouble ? 'paper-trouble' : undefined}
          spellCheck={false}
          autoComplete="off"
        />
        <button className="button" type="submit">
          Check
        </button>
      </div>
      {trouble && (
        <p className="refused" id="paper-trouble">
          {trouble}
        </p>
      )}
    </form>
  )
}
