import { type ComponentType, type MouseEvent, useState } from 'react'
import { IconButton } from '#ui/button.tsx'
import { showToast } from '#ui/toast.tsx'
import { t } from './post-texts.ts'

interface Opened {
  readonly Picker: ComponentType<{ button: HTMLElement; onChoose: (emoji: string) => void; onClose: () => void }>
  readonly button: HTMLElement
}

/** Opens the picker of reactions, which is fetched when it is first wanted. */
export function ReactButton({ onReact }: { onReact: (emoji: string) => void }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const open = ({ currentTarget: button }: MouseEvent<HTMLElement>): void => {
    import('./reaction-picker.tsx').then(
      ({ ReactionPicker: Picker }) => setOpened({ Picker, button }),
      () => showToast({ text: t('notLoaded') }),
    )
  }
  const close = (): void => setOpened(null)
  return (
    <>
      <IconButton icon="smile-plus" label={t('react')} aria-haspopup="dialog" aria-expanded={opened !== null} onClick={open} />
      {opened && (
        <opened.Picker
          button={opened.button}
          onChoose={(emoji) => {
            close()
            onReact(emoji)
          }}
          onClose={close}
        />
      )}
    </>
  )
}
