import { useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, useState } from 'react'
import { refresh } from '#platform/browser/use-answer.ts'
import { sendFile } from '#platform/browser/send-file.ts'
import { RefusedError } from '#platform/contract/client.ts'
import { Field } from '#ui/field.tsx'
import { Progress } from '#ui/progress.tsx'
import { listImports, startImport } from '../contract.ts'
import { t } from './texts.ts'

interface OnItsWay {
  readonly name: string
  readonly part: number
}

/** Chooses an archive and sends it; it goes on by itself once it has come. */
export function SendArchive() {
  const client = useQueryClient()
  const [way, setWay] = useState<OnItsWay | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const send = async (file: File): Promise<void> => {
    const { name } = file
    setFailure(null)
    setWay({ name, part: 0 })
    try {
      const query = { kind: 'slack', name: name.slice(0, 200) }
      await sendFile(startImport, { query, file, progress: (part) => setWay({ name, part }) })
      void refresh(client, [listImports])
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      setFailure(t('notSent', { name, reason: error.message }))
    } finally {
      setWay(null)
    }
  }
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const file = target.files?.[0]
    // The same file may be chosen again.
    target.value = ''
    if (file) void send(file)
  }
  return (
    <>
      <Field label={t('file')} hint={t('fileHint')} error={failure}>
        {(control) => (
          <input className="input" type="file" accept=".zip,application/zip" disabled={way !== null} onChange={choose} {...control} />
        )}
      </Field>
      {way && (
        <div role="status">
          <p className="row__s num">{t('sending', { name: way.name, percent: Math.floor(way.part * 100) })}</p>
          <Progress label={t('sendingOf', { name: way.name })} part={way.part} />
        </div>
      )}
    </>
  )
}
