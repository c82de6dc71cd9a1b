import type { LucideIcon } from 'lucide-react'
import { useEffect, useImperativeHandle, useRef, type ReactNode, type RefAttributes } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import styles from './Button.module.css'
import { classNames } from './class-names.ts'
import { focusIfLost } from './focus-if-lost.ts'
import { Kbd, type Keys } from './Kbd.tsx'

/** `primary` once a screen; `quiet` has a surface; `plain` is words alone. `amber` and `risk` sit in notices and dialogs. */
type ButtonLook = 'primary' | 'quiet' | 'plain' | 'amber' | 'risk'

export interface ButtonProps
  extends Omit<AriaButtonProps, 'children' | 'className'>, RefAttributes<HTMLButtonElement> {
  readonly children?: ReactNode
  readonly className?: string
  readonly look?: ButtonLook
  readonly size?: 'small' | 'medium' | 'large'
  readonly icon?: LucideIcon
  /** The key that does the same, shown inside. It is a hint: whoever shows it also listens for it. */
  readonly keys?: Keys
  /** The same for those who hear the screen. */
  readonly 'aria-keyshortcuts'?: string
}

export function Button(props: ButtonProps) {
  const { look = 'quiet', size = 'medium', icon: Icon, keys, children, className, ref, ...rest } = props
  // The library passes on only the attributes that it knows.
  const { 'aria-keyshortcuts': shortcuts } = props
  const button = useFocusThroughBusy(props.isDisabled === true)
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(ref, () => button.current, [button])
  const isOnFill = look === 'primary' || look === 'amber' || look === 'risk'
  return (
    <AriaButton
      {...rest}
      ref={button}
      {...(shortcuts === undefined
        ? {}
        : { render: (element) => <button {...element} aria-keyshortcuts={shortcuts} /> })}
      className={classNames(styles['button'], styles[look], styles[size], className)}
    >
      {Icon === undefined ? null : <Icon aria-hidden size={size === 'small' ? 15 : 17} strokeWidth={1.75} />}
      {children}
      {keys === undefined ? null : <Kbd keys={keys} tone={isOnFill ? 'on-fill' : 'plain'} />}
    </AriaButton>
  )
}

/** A button that rests while its work goes on loses the keyboard by that, and has it back when it can be pressed again. */
function useFocusThroughBusy(isDisabled: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const hadFocus = useRef(false)
  useEffect(() => {
    const element = button.current
    const onFocus = () => (hadFocus.current = true)
    const onBlur = () => (hadFocus.current &&= element?.disabled === true)
    element?.addEventListener('focus', onFocus)
    element?.addEventListener('blur', onBlur)
    return () => {
      element?.removeEventListener('focus', onFocus)
      element?.removeEventListener('blur', onBlur)
    }
  }, [])
  useEffect(() => {
    if (!isDisabled && hadFocus.current) focusIfLost(button.current)
  }, [isDisabled])
  return button
}
