import { useState } from 'react'
import { Kbd } from '#ui/kbd.tsx'
import { Palette as Field } from '#ui/palette.tsx'
import { t } from './palette-texts.ts'
import { usePaletteGroups } from './use-palette-groups.tsx'

/** One field that leads anywhere: to people, places, threads, and to what is next. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const groups = usePaletteGroups({ text, onChange: setText, onClose })
  return <Field label={t('palette')} value={text} groups={groups} foot={<Foot />} onChange={setText} onClose={onClose} />
}

function Foot() {
  return (
    <>
      <span>
        <Kbd keys="arrowup" /> <Kbd keys="arrowdown" /> {t('move')}
      </span>
      <span>
        <Kbd keys="enter" /> {t('choose')}
      </span>
      <span>
        <Kbd keys="mod+enter" /> {t('beside')}
      </span>
      <span>
        <Kbd keys="backspace" /> {t('back')}
      </span>
    </>
  )
}
