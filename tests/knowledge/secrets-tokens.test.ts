import { describe, expect, it } from 'vitest'
import { hasBase62Checksum } from '../../src/knowledge/secrets/has-base62-checksum.ts'
import { resolveToken, TOKEN_FORMATS } from '../../src/knowledge/secrets/resolve-token.ts'

// Tokens are put together from pieces, so that scanners of this repository find none.
const HEX = '9a8039a084ff70fd561276b38bf2eb33781f3603b7fee15ba756912027f76214'
const UPPER_HEX = '9A8039A0'
const WORD = 'C1eUbmm9eKfYHx6m1EI3M3hk88WTkcBEazcsGhSyalAgZwjJQg60kc76MUmGr9kPbZQjG0md7qRqBWexMuL4fYxSV2kI0FNGLjAy'
const UUID = [HEX.slice(0, 8), HEX.slice(8, 12), HEX.slice(12, 16), HEX.slice(16, 20), HEX.slice(20, 32)].join('-')
const CHECKED = ['PNCVMyeheIC8oCswSwgfPjsK7NDwAh', '1biwIK'].join('')
const DISCORD_ID = Buffer.from('184620371958203746').toString('base64')

function writeJwt(claims: object): string {
  const texts = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) => JSON.stringify(part))
  return [...texts.map((text) => Buffer.from(text).toString('base64url')), WORD.slice(0, 43)].join('.')
}

const SAMPLES: readonly (readonly [name: string, pieces: readonly string[]])[] = [
  ['a GitHub personal access token', ['ghp_', CHECKED]],
  ['a GitHub OAuth or app token', ['gho_', CHECKED]],
  ['a GitHub App installation token', ['ghs_', '1234567_', writeJwt({ iss: 'github' })]],
  ['a GitHub fine-grained personal access token', ['github_', 'pat_', WORD.slice(0, 22), '_', WORD.slice(22, 81)]],
  ['a GitLab personal access token', ['glpat-', WORD.slice(0, 20)]],
  ['a GitLab token', ['gldt-', WORD.slice(0, 20)]],
  ['an npm access token', ['npm_', CHECKED]],
  ['a PyPI upload token', ['pypi-', 'AgEIcHlwaS5vcmc', WORD]],
  ['a Docker access token', ['dckr_', 'pat_', WORD.slice(0, 27)]],
  ['an Atlassian API token', ['ATATT3', 'xFfGF0', WORD, WORD.slice(0, 60), '=', UPPER_HEX]],
  ['a Linear API key', ['lin_', 'api_', WORD.slice(0, 40)]],
  ['a Notion integration token', ['ntn_', '12864973051', WORD.slice(0, 35)]],
  ['an Airtable personal access token', ['pat', WORD.slice(0, 14), '.', HEX]],
  ['a Figma personal access token', ['figd_', WORD.slice(0, 40)]],
  ['a Postman API key', ['PMAK-', HEX.slice(0, 24), '-', HEX.slice(24, 58)]],
  ['a Sentry auth token', ['sntryu_', HEX]],
  ['a Grafana token', ['glsa_', WORD.slice(0, 32), '_', HEX.slice(0, 8)]],
  ['a CircleCI personal token', ['CCIPAT_', WORD.slice(0, 22), '_', HEX.slice(0, 40)]],
  ['a Contentful personal access token', ['CFPAT-', WORD.slice(0, 43)]],
  ['a New Relic user key', ['NRAK-', 'HJXRTNIDFI5KREMF3QPZ7WYVA2B']],
  ['an OpenAI API key', ['sk-', 'proj-', WORD.slice(0, 74), 'T3Blbk', 'FJ', WORD.slice(0, 74)]],
  ['an Anthropic API key', ['sk-', 'ant-', 'api03-', WORD.slice(0, 93), 'AA']],
  ['an OpenRouter API key', ['sk-', 'or-', 'v1-', HEX]],
  ['a Langfuse secret key', ['sk-', 'lf-', UUID]],
  ['a Hugging Face access token', ['hf_', WORD.slice(0, 34)]],
  ['a Groq API key', ['gsk_', WORD.slice(0, 52)]],
  ['an xAI API key', ['xai-', WORD.slice(0, 80)]],
  ['a Replicate API token', ['r8_', WORD.slice(0, 37)]],
  ['a Perplexity API key', ['pplx-', WORD.slice(0, 48)]],
  ['an ElevenLabs API key', ['sk_', HEX.slice(0, 48)]],
  ['a Pinecone API key', ['pcsk_', WORD.slice(0, 6), '_', WORD.slice(6, 69)]],
  ['a Tavily API key', ['tvly-', 'dev-', WORD.slice(0, 32)]],
  ['a Brave Search API key', ['BSA', WORD.slice(0, 28)]],
  ['a Firecrawl API key', ['fc-', HEX.slice(0, 32)]],
  ['an Apify API token', ['apify_', 'api_', WORD.slice(0, 36)]],
  ['an AWS access key id', ['AKIA', 'HJXRTNIDFI5KREMF']],
  ['an Amazon Bedrock API key', ['ABSK', WORD, WORD.slice(0, 32)]],
  ['a Google API key', ['AIza', WORD.slice(0, 35)]],
  ['a Google OAuth client secret', ['GOCSPX-', WORD.slice(0, 28)]],
  ['an Azure storage account key', ['AccountKey=', WORD.slice(0, 86), '==']],
  ['an Azure shared access key', ['SharedAccessKey=', WORD.slice(0, 43), '=']],
  ['a Cloudflare API token', ['cfut_', WORD.slice(0, 48)]],
  ['a DigitalOcean token', ['dop_', 'v1_', HEX]],
  ['a Vercel token', ['vcp_', WORD.slice(0, 56)]],
  ['a Netlify token', ['nfp_', WORD.slice(0, 36)]],
  ['a Supabase access token', ['sbp_', HEX.slice(0, 40)]],
  ['a Supabase secret key', ['sb_', 'secret_', WORD.slice(0, 31)]],
  ['a Supabase service-role key', [writeJwt({ iss: 'supabase', role: 'service_role' })]],
  ['a Databricks token', ['dapi', HEX.slice(0, 32)]],
  ['a PlanetScale token', ['pscale_', 'tkn_', WORD.slice(0, 43)]],
  ['a Doppler token', ['dp.', 'pt.', WORD.slice(0, 43)]],
  ['a HashiCorp Vault token', ['hvs.', WORD.slice(0, 95)]],
  ['a Pulumi access token', ['pul-', HEX.slice(0, 40)]],
  ['a Slack token', ['xoxb-', '1234567890-', '9876543210-', WORD.slice(0, 24)]],
  ['a Slack app token', ['xapp-', '1-', 'A01B2C3D4E5-', '1234567890123-', HEX]],
  ['a Slack webhook URL', ['hooks.slack.com/', 'services/', 'T01AB2CD3EF/', 'B04GH5IJ6KL/', WORD.slice(0, 24)]],
  ['a Discord webhook URL', ['discord.com/api/', 'webhooks/', '184620371958203746/', WORD.slice(0, 68)]],
  ['a Discord bot token', [DISCORD_ID, '.', WORD.slice(0, 6), '.', WORD.slice(6, 44)]],
  ['a Telegram bot token', ['7318462905', ':AA', WORD.slice(0, 33)]],
  ['a Stripe live key', ['sk_', 'live_', WORD.slice(0, 24)]],
  ['a Stripe webhook secret', ['whsec_', WORD.slice(0, 32)]],
  ['a Square credential', ['sq0atp-', WORD.slice(0, 22)]],
  ['a SendGrid API key', ['SG.', WORD.slice(0, 22), '.', WORD.slice(22, 65)]],
  ['a Mailgun API key', ['key-', HEX.slice(0, 32)]],
  ['a Brevo API key', ['xkeysib-', HEX, '-', WORD.slice(0, 16)]],
  ['a Resend API key', ['re_', WORD.slice(0, 8), '_', WORD.slice(8, 32)]],
  ['a Twilio API key', ['SK', HEX.slice(0, 32)]],
  ['a Shopify access token', ['shpat_', HEX.slice(0, 32)]],
  ['a HubSpot access token', ['pat-', 'na1-', UUID]],
]

function resolveName(text: string): string | undefined {
  const match = resolveToken(text)
  return match?.genuine === true ? match.format.name : undefined
}

describe('token formats', () => {
  it('each have a sample here', () => {
    expect(TOKEN_FORMATS.map((format) => format.name).sort()).toEqual(SAMPLES.map(([name]) => name).sort())
  })

  it.each(SAMPLES)('recognise %s, alone and in a sentence', (name, pieces) => {
    const token = pieces.join('')
    const text = `use ${token}, please`
    const match = resolveToken(text)
    expect(resolveName(token)).toBe(name)
    expect(match && text.slice(match.start, match.end)).toBe(token)
  })

  it.each(SAMPLES)('do not take the beginning of one for %s', (_name, pieces) => {
    expect(resolveName(pieces.join('').slice(0, 12))).toBeUndefined()
  })

  it('do not begin or end inside a longer word', () => {
    expect(resolveName(['zAKIA', 'HJXRTNIDFI5KREMF'].join(''))).toBeUndefined()
    expect(resolveName(['AKIA', 'HJXRTNIDFI5KREMFA'].join(''))).toBeUndefined()
  })

  it('turn down a GitHub token whose checksum fails', () => {
    const match = resolveToken(['ghp_', CHECKED.slice(0, -1), 'L'].join(''))
    expect(match).toMatchObject({ genuine: false, start: 0, end: 40 })
  })

  it('turn down an npm token whose checksum fails', () => {
    expect(resolveName(['npm_', WORD.slice(0, 36)].join(''))).toBeUndefined()
  })

  it('turn down the AWS documentation\'s key', () => {
    expect(resolveToken('AKIAIOSFODNN7EXAMPLE')).toMatchObject({ genuine: false })
  })

  it('turn down tokens that somebody typed', () => {
    expect(resolveName(['AIza', 'x'.repeat(35)].join(''))).toBeUndefined()
    expect(resolveName(['dop_v1_', '1234567890abcdef'.repeat(4)].join(''))).toBeUndefined()
  })

  it('turn down the anonymous and the local key of Supabase', () => {
    expect(resolveName(writeJwt({ iss: 'supabase', role: 'anon' }))).toBeUndefined()
    expect(resolveName(writeJwt({ iss: 'supabase-demo', role: 'service_role' }))).toBeUndefined()
  })

  it('turn down the storage emulator\'s account key', () => {
    const key = ['Eby8vdM02xNOcqFl', 'qUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw', '==']
    expect(resolveName(`AccountKey=${key.join('')}`)).toBeUndefined()
  })

  it('find a genuine token behind a fake one', () => {
    expect(resolveName(['AKIAIOSFODNN7EXAMPLE or ', 'AKIA', 'HJXRTNIDFI5KREMF'].join(''))).toBe('an AWS access key id')
  })
})

describe('hasBase62Checksum', () => {
  it('accepts a checksum that needs no padding', () => {
    expect(hasBase62Checksum(`ghp_${CHECKED}`)).toBe(true)
  })

  it('refuses a changed payload', () => {
    expect(hasBase62Checksum(`ghp_Q${CHECKED.slice(1)}`)).toBe(false)
  })
})
