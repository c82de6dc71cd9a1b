import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { CalmScreen } from './CalmScreen.tsx'

interface ErrorBoundaryProps {
  readonly children: ReactNode
  /** False inside the frame. */
  readonly isWhole?: boolean
}

interface State {
  readonly hasFailed: boolean
}

/**
 * Catches a bug of ours on the way to the screen. It shows and keeps nothing of the error, whose text may hold anybody's
 * words. A class, because React offers this in no other form.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { hasFailed: false }

  static getDerivedStateFromError(): State {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <CalmScreen
        isWhole={this.props.isWhole ?? true}
        title="This screen has stopped"
        safe="Everything shown as saved is on the disk. A running session goes on, and its clock with it."
        next="Open the screen again. If it stops a second time, close the console and start it again."
        actions={
          <Button look="primary" size="large" onPress={() => this.setState({ hasFailed: false })}>
            Open the screen again
          </Button>
        }
      />
    )
  }
}
