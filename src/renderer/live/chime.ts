import bell from '../../../resources/chimes/phase-over.wav?inline'

/**
 * Plays the bell once. It comes with the page's own script, since the page may fetch nothing; a computer without sound
 * stays silent.
 */
export async function playChime(): Promise<void> {
  const context = new AudioContext()
  const buffer = await context.decodeAudioData(bytesOf(bell).buffer)
  const source = new AudioBufferSourceNode(context, { buffer })
  source.addEventListener('ended', () => void context.close())
  source.connect(context.destination)
  source.start()
}

function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (byte) => byte.charCodeAt(0))
}
