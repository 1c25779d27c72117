/** The part of an address behind the question mark, as Next gives it. */
export type Query = Record<string, string | string[] | undefined>

/** What Next gives a page. */
export type PageInput<Params = Record<never, string>> = { params: Promise<Params>; searchParams: Promise<Query> }

/** The value, or null when it is missing or given several times. */
export function oneValue(query: Query, name: string): string | null {
  const value = query[name]
  return typeof value === 'string' ? value : null
}

/** The same as parameters, for what reads them one by one. */
export function paramsOf(query: Query): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, given]) => [given ?? []].flat().map((value) => [name, value])),
  )
}
