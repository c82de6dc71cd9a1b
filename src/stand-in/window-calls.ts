import type * as Electron from 'electron'
import type { CDPSession } from 'playwright-core'
import type { Frames } from './frames.ts'
import type { IpcEnd } from './ipc-main.ts'
import { notCarried } from './not-carried.ts'
import { downwardHook, preloadWorld, upwardBinding } from './page-scripts.ts'
import type { Downward, Upward } from './page/preload-world.ts'
import { decode, encode, type Encoded } from './structured-value.ts'

export interface CallContext {
  readonly frames: Frames
  readonly contents: Electron.WebContents
  /** Asked in this order, as in Electron: the window's own, then everybody's. */
  readonly ends: readonly IpcEnd[]
  onOpen(details: { url: string; frameName: string; features: string }): void
  onLeave(url: string, frame: Electron.WebFrameMain | null): void
  onTitle(title: string): void
  onBounds(bounds: Electron.Rectangle): void
}

/** Carries calls from the preload's world to main, with who sent them, and answers back. */
export async function answerCalls(cdp: CDPSession, context: CallContext): Promise<void> {
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== upwardBinding) return
    const message: Upward = JSON.parse(payload)
    const frame = context.frames.senderOf(executionContextId)
    const tell = (answer: Downward): void => void deliver(cdp, executionContextId, answer)
    switch (message.kind) {
      case 'invoke':
        context.onBounds(message.bounds)
        return void invoke(message, frame, context).then(tell)
      case 'send':
        return send(message, frame, context)
      case 'open':
        return context.onOpen(message)
      case 'navigate':
        return context.onLeave(message.url, frame)
      case 'title':
        return context.onTitle(message.title)
    }
  })
  await cdp.send('Runtime.enable')
  await cdp.send('Runtime.addBinding', { name: upwardBinding, executionContextName: preloadWorld })
}

/** A document that is gone, or has no preload, hears nothing: as in Electron. */
export async function deliver(cdp: CDPSession, executionContextId: number, message: Downward): Promise<void> {
  await cdp
    .send('Runtime.callFunctionOn', {
      functionDeclaration: `function (text) { globalThis.${downwardHook}?.(text) }`,
      executionContextId,
      arguments: [{ value: JSON.stringify(message) }],
      silent: true,
    })
    .catch(() => undefined)
}

type Invoke = Extract<Upward, { kind: 'invoke' }>

async function invoke(
  { turn, channel, args }: Invoke,
  frame: Electron.WebFrameMain | null,
  context: CallContext,
): Promise<Downward> {
  try {
    const handler = context.ends.map((end) => end.handlerOf(channel)).find((found) => found !== undefined)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    const value = encode(await handler(describeInvoke(frame, context.contents), ...decodeArguments(args)))
    return { kind: 'answer', turn, value }
  } catch (error) {
    return { kind: 'refusal', turn, message: `Error invoking remote method '${channel}': ${String(error)}` }
  }
}

function send(
  { channel, args }: Extract<Upward, { kind: 'send' }>,
  frame: Electron.WebFrameMain | null,
  { ends, contents }: CallContext,
): void {
  const event = {
    ...describeInvoke(frame, contents),
    ports: [],
    reply: (answerChannel: string, ...answerArgs: unknown[]) => contents.send(answerChannel, ...answerArgs),
    get returnValue() {
      return undefined
    },
    set returnValue(_value) {
      throw notCarried('ipcRenderer.sendSync')
    },
  }
  const values = decodeArguments(args)
  for (const end of ends) end.emit(channel, event, values)
}

function describeInvoke(
  senderFrame: Electron.WebFrameMain | null,
  sender: Electron.WebContents,
): Electron.IpcMainInvokeEvent {
  let isPrevented = false
  return {
    type: 'frame',
    sender,
    senderFrame,
    processId: senderFrame?.processId ?? -1,
    frameId: senderFrame?.routingId ?? -1,
    preventDefault: () => (isPrevented = true),
    get defaultPrevented() {
      return isPrevented
    },
  }
}

function decodeArguments(args: Encoded): readonly unknown[] {
  const values = decode(args)
  return Array.isArray(values) ? values : []
}
