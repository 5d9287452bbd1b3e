import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretPost,
  discovery,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client'
import type { FieldCipher } from '../context.ts'
import { Refused } from '../refusals.ts'
import { sessionRefusals } from './refusals.ts'

/** Single sign-on by OpenID Connect: authorization code with PKCE, state and nonce. */
export interface SingleSignOn {
  /**
   * Begins: where to send the browser, and what its cookie must hold until it comes back.
   * @param returnAddress our own address that the provider sends the browser back to
   * @param purpose what to do with the proved identity
   */
  begin(
    returnAddress: string,
    purpose: SignOnPurpose,
  ): Promise<{ readonly address: string; readonly sealed: string }>
  /**
   * Ends: checks the answer against the sealed beginning.
   * @param address the whole address the browser came back to
   * @throws Refused when anything does not fit
   */
  end(
    address: URL,
    sealed: string,
    now: Date,
  ): Promise<{ readonly subject: string; readonly purpose: SignOnPurpose }>
}

/** What to do with the proved identity, and where to go then. Travels sealed. */
export interface SignOnPurpose {
  readonly act: 'signIn' | 'link'
  readonly back: string
  /** The session that asked for the link: only it may be given the identity. */
  readonly sessionId: string | null
}

interface Beginning {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly purpose: SignOnPurpose
  readonly endsAt: number
}

/** Minutes the person may take at the provider's. */
export const signOnMinutes = 10

/**
 * The adapter. The provider's description is fetched at first use and again after a failure, so that a provider that is
 * down at start stops nobody from starting.
 */
export function openSingleSignOn(
  settings: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string },
  cipher: FieldCipher,
  now: () => Date,
): SingleSignOn {
  const issuer = new URL(settings.issuer)
  const isLoopback =
    issuer.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname)
  let found: Promise<Configuration> | undefined
  const provider = (): Promise<Configuration> => {
    found ??= discovery(
      issuer,
      settings.clientId,
      undefined,
      settings.clientSecret ? ClientSecretPost(settings.clientSecret) : None(),
      // Plain http only to a provider on the same machine.
      { timeout: 10, ...(isLoopback ? { execute: [allowInsecureRequests] } : {}) },
    )
    found.catch(() => {
      found = undefined
    })
    return found
  }
  return {
    async begin(returnAddress, purpose) {
      const beginning: Beginning = {
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
        purpose,
        endsAt: now().getTime() + signOnMinutes * 60_000,
      }
      const address = buildAuthorizationUrl(await orRefuse(provider()), {
        redirect_uri: returnAddress,
        scope: 'openid',
        state: beginning.state,
        nonce: beginning.nonce,
        code_challenge: await calculatePKCECodeChallenge(beginning.verifier),
        code_challenge_method: 'S256',
      })
      const sealed = Buffer.from(cipher.seal(JSON.stringify(beginning))).toString('base64url')
      return { address: address.href, sealed }
    },
    async end(address, sealed, at) {
      const beginning = readBeginning(sealed, cipher)
      if (beginning === null || beginning.endsAt < at.getTime())
        throw new Refused([sessionRefusals['sessions.singleSignOn.failed']])
      const tokens = await orRefuse(
        authorizationCodeGrant(await orRefuse(provider()), address, {
          pkceCodeVerifier: beginning.verifier,
          expectedState: beginning.state,
          expectedNonce: beginning.nonce,
          idTokenExpected: true,
        }),
      )
      const claims = tokens.claims()
      if (!claims) throw new Refused([sessionRefusals['sessions.singleSignOn.failed']])
      return { subject: `${claims.iss} ${claims.sub}`, purpose: beginning.purpose }
    },
  }
}

/** Whatever goes wrong at the provider's, the person gets one sentence and the way back. */
async function orRefuse<T>(step: Promise<T>): Promise<T> {
  try {
    return await step
  } catch (cause) {
    const refusal = new Refused([sessionRefusals['sessions.singleSignOn.failed']])
    refusal.cause = cause
    throw refusal
  }
}

function readBeginning(sealed: string, cipher: FieldCipher): Beginning | null {
  try {
    return JSON.parse(cipher.open(Buffer.from(sealed, 'base64url').toString())) as Beginning
  } catch {
    return null
  }
}
