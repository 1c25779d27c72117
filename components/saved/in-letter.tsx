/** Whether what comes for a search is a part of the letter. */
export function InLetter({ inLetter }: { inLetter: boolean }) {
  return (
    <fieldset className="visibility">
      <legend>In your letter, where you get one</legend>
      <label>
        <input type="radio" name="inLetter" value="on" defaultChecked={inLetter} /> What it finds that day or week
      </label>
      <label>
        <input type="radio" name="inLetter" value="off" defaultChecked={!inLetter} /> Not a part of it
      </label>
    </fieldset>
  )
}
