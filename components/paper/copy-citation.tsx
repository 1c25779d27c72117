import { announce } from '@/components/announcer'
import { useCopy } from '@/components/use-copy'

/** Copies what an address answers. Absent where nothing can be copied, and where there is no JavaScript. */
export function CopyCitation({ name, href }: { name: string; href: string }) {
  // Handed over as a promise: some browsers copy only within the press itself.
  const { state, copy } = useCopy(() => navigator.clipboard.write([new ClipboardItem({ 'text/plain': read(href) })]))
  if (state === 'absent') return null

  const press = async () => {
    announce((await copy()) === 'copied' ? `${name} copied.` : 'It could not be copied. Download it instead.')
  }
  return (
    <button type="button" className="link" onClick={press} aria-label={`Copy ${name}`}>
      {state === 'copied' ? 'Copied' : state === 'refused' ? 'Not copied' : 'Copy'}
    </button>
  )
}

async function read(href: string): Promise<Blob> {
  const response = await fetch(href)
  if (!response.ok) throw new Error(`${href} answered ${response.status}.`)
  return new Blob([await response.text()], { type: 'text/plain' })
}
