import { deviceName } from './device-name.ts'
import { t } from './texts.ts'

/** A browser and its system in words. */
export function deviceText(userAgent: string): string {
  const { browser, system } = deviceName(userAgent)
  if (browser && system) return t('device', { browser, system })
  return browser ?? system ?? (userAgent || t('unknownDevice'))
}
