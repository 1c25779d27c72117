import { ImageResponse } from 'next/og'

export const size = { width: 180, height: 180 }
export const contentType = 'image/png'

/** The triangle on paper: phones draw no SVG on their home screens. */
export default function AppleIcon() {
  return new ImageResponse(
    <div style={{ display: 'flex', width: '100%', height: '100%', background: '#fbfaf7', padding: '42px 32px' }}>
      <svg viewBox="0 0 116 96" width="116" height="96" fill="#1b1916" aria-hidden="true">
        <path d="M58 4 114 92H2Z" />
      </svg>
    </div>,
    size,
  )
}
