import { Minus, Plus } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react'
import { Button, Group } from 'react-aria-components'
import styles from './MinutesStepper.module.css'

interface MinutesStepperProps {
  readonly label: string
  readonly value: number
  readonly fewest: number
  readonly most: number
  readonly onChange: (minutes: number) => void
  /** Takes the focus when it arrives. */
  readonly hasFocus?: boolean
}

const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5 }

/**
 * Whole minutes: one less and one more with the buttons or the arrow keys, five with page up and down, or typed. A spin
 * button of its own, since React Aria's speaks through `innerHTML`, which the page's trusted types refuse.
 */
export function MinutesStepper(props: MinutesStepperProps) {
  const { label, value, fewest, most, hasFocus = false } = props
  const input = useRef<HTMLInputElement>(null)
  const focusOnArrival = useEffectEvent(() => {
    if (hasFocus) input.current?.focus()
  })
  useEffect(() => focusOnArrival(), [])
  const { step, field } = useMinutes(props)
  return (
    <Group aria-label={label} className={styles['stepper'] ?? ''}>
      <StepButton icon={Minus} name="One minute less" isDisabled={value <= fewest} onPress={() => step(-1)} />
      <input
        {...field}
        ref={input}
        role="spinbutton"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={fewest}
        aria-valuemax={most}
        aria-valuetext={`${value} minutes`}
        className={styles['minutes']}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
      />
      <StepButton icon={Plus} name="One minute more" isDisabled={value >= most} onPress={() => step(1)} />
    </Group>
  )
}

/** What is typed stands as it is typed until the field is left; it counts as soon as it lies within the bounds. */
function useMinutes({ value, fewest, most, onChange }: MinutesStepperProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const step = (by: number) => {
    setTyped(null)
    onChange(Math.min(most, Math.max(fewest, value + by)))
  }
  const type = (text: string) => {
    const digits = text.replaceAll(/\D/gu, '')
    const minutes = Number(digits)
    setTyped(digits)
    if (digits !== '' && minutes >= fewest && minutes <= most) onChange(minutes)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (by === undefined || event.altKey) return
    event.preventDefault()
    step(by)
  }
  return {
    step,
    field: {
      value: typed ?? String(value),
      onChange: (event: ChangeEvent<HTMLInputElement>) => type(event.target.value),
      onBlur: () => setTyped(null),
      onKeyDown,
    },
  }
}

interface StepButtonProps {
  readonly icon: typeof Plus
  readonly name: string
  readonly isDisabled: boolean
  readonly onPress: () => void
}

// For the pointer: the arrow keys do the same in the field, and two stops less are quicker to pass.
function StepButton({ icon: Icon, name, isDisabled, onPress }: StepButtonProps) {
  return (
    <Button
      excludeFromTabOrder
      aria-label={name}
      isDisabled={isDisabled}
      onPress={onPress}
      className={styles['step'] ?? ''}
    >
      <Icon aria-hidden size={16} strokeWidth={2} />
    </Button>
  )
}
