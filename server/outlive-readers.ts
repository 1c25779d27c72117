/**
 * Whoever read what the site prints may be gone, as when a terminal is closed or a pipe ends. Then the site serves on and
 * prints into the void: a fault of printing that is itself printed would go round without end.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
}
