import { notFound } from '#platform/contract/failure.ts'
import { derivedSecret, sameSecret } from '#platform/secrets/secret.ts'

interface Subscriber {
  readonly workspaceId: number
  readonly personId: string
}

const signatureOf = (secret: string, { workspaceId, personId }: Subscriber): string =>
  derivedSecret(secret, `unsubscribe ${workspaceId} ${personId}`)

/** What a mail's one-click link carries: whose mails it ends, signed by the server. */
export function unsubscribeToken(secret: string, subscriber: Subscriber): string {
  return `${subscriber.workspaceId}.${subscriber.personId}.${signatureOf(secret, subscriber)}`
}

/** Whose mails a link ends, or 404 when the server did not sign it. */
export function requireSubscriber(secret: string, token: string): Subscriber {
  const [workspace, personId = '', signature = ''] = token.split('.')
  const subscriber = { workspaceId: Number(workspace), personId }
  if (!sameSecret(signature, signatureOf(secret, subscriber))) throw notFound('unsubscribe')
  return subscriber
}
