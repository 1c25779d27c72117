const keys = [
  { names: ['j', 'k'], does: 'move' },
  { names: ['o'], does: 'open' },
  { names: ['u'], does: 'upvote' },
  { names: ['s'], does: 'save' },
  { names: ['c'], does: 'comments' },
  { names: ['[', ']'], does: 'days' },
  { names: ['?'], does: 'all keys' },
]

export function SiteFooter() {
  return (
    <footer className="foot">
      <div className="wrap">
        <p className="keys">
          {keys.map(({ names, does }) => (
            <span key={does}>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}{' '}
              {does}
            </span>
          ))}
        </p>
        <a href="/about">How the order is made</a>
        <a href="/about/tools">Tools</a>
        <a href="/about/tools#feeds">Feeds</a>
        <a href="/api">API</a>
        <a href="/comments">Newest comments</a>
        <a href="/moderation">Moderation log</a>
        <a href="/export">Archive</a>
        {/* The header learns who is signed in from a script. */}
        <noscript>
          <a href="/following">Following</a>
          <a href="/lists">Reading lists</a>
          <a href="/settings">Settings</a>
        </noscript>
      </div>
    </footer>
  )
}
