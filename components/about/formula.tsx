import { rendered } from '@/components/rendered'
import { renderMath } from '@/lib/tex'
import { escapeHtml } from '@/lib/text'

/** A formula on a line of its own; where the line is too short for it, it scrolls by itself. */
export function Formula({ tex }: { tex: string }) {
  return <div className="scroll" {...rendered(renderMath(tex, true) ?? escapeHtml(tex))} />
}
