import type { CDPSession } from 'playwright-core'

/**
 * Evaluates an expression, and what it promises, in a world of its own that the page knows nothing of. As if somebody had
 * just done something: a browser asks questions only then.
 */
export async function evaluateApart(cdp: CDPSession, worldName: string, expression: string) {
  const { frameTree } = await cdp.send('Page.getFrameTree')
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName,
  })
  const { result } = await cdp.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    userGesture: true,
    awaitPromise: true,
  })
  return result
}
