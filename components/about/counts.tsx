/** What numbers mean that have no people of this site behind them. */
export function Counts() {
  return (
    <>
      <p>
        Papers that were imported bring the votes and comments that they had elsewhere. They are numbers without people
        behind them here, so they can be neither taken back nor read. They are a part of every total, and the paper’s
        page says how many they are: “54 of these came with the import”.
      </p>
      <p>For heat and for the history of votes, they count as cast in the first hour of the paper’s day.</p>
    </>
  )
}
