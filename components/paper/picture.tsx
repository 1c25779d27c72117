type Props = {
  siteName: string
  title: string
  who: string
  day: string
  /** Names of fonts, as in font-family. */
  serif: string
  sans: string
}

export const pictureSize = { width: 1200, height: 630 }

const paper = '#fbfaf7'
const ink = '#1b1916'
const inkBody = '#3b3732'
const inkQuiet = '#68625a'
const text = 84 // from the rail to the text

/**
 * The picture that others show of a paper. It has no count, because they keep it for weeks. Flex and numbers only:
 * what draws it reads no stylesheet.
 */
export function Picture({ siteName, title, who, day, serif, sans }: Props) {
  const size = title.length <= 70 ? 72 : title.length <= 130 ? 56 : 44
  const line = size + 8
  const triangle = (46 * size) / 72
  // The triangle stands on the first line's baseline: 1.036 and 0.335 em are the serif's ascent and descent.
  const baseline = (line - 1.371 * size) / 2 + 1.036 * size
  const small = { display: 'block', lineClamp: 1, fontFamily: sans, fontSize: 28, lineHeight: '38px', marginLeft: text }
  return (
    <div
      style={{
        ...pictureSize,
        display: 'flex',
        flexDirection: 'column',
        padding: '60px 72px 56px 60px',
        background: paper,
        color: ink,
        fontFamily: serif,
      }}
    >
      <div
        style={{
          display: 'flex',
          padding: `0 0 22px ${text}px`,
          borderBottom: `4px solid ${ink}`,
          fontSize: 34,
          fontWeight: 700,
          lineHeight: '34px',
          letterSpacing: '-0.018em',
        }}
      >
        {siteName}
      </div>
      <div style={{ display: 'flex', position: 'relative', marginTop: 44, paddingLeft: text }}>
        <svg
          viewBox="0 0 16 12"
          width={triangle}
          height={triangle * 0.75}
          style={{ position: 'absolute', left: 4, top: baseline - triangle * 0.73 }}
          fill="none"
          stroke={ink}
          strokeWidth="1.2"
          strokeLinejoin="round"
          aria-hidden="true"
        >
          <path d="M8 1 15 11.25H1Z" />
        </svg>
        <div
          style={{
            display: 'block',
            width: 984,
            fontSize: size,
            fontWeight: 500,
            lineHeight: `${line}px`,
            letterSpacing: '-0.02em',
            // A title that fills five lines has nothing to balance.
            textWrap: size > 44 ? 'balance' : 'wrap',
            wordBreak: 'break-word',
            lineClamp: 5,
          }}
        >
          {title}
        </div>
      </div>
      <div style={{ ...small, marginTop: 'auto', color: inkBody }}>{who}</div>
      <div style={{ ...small, color: inkQuiet }}>{day}</div>
    </div>
  )
}
