import type { TokenFormat } from './token-format.ts'

/**
 * Credentials of chat, mail, payment and sales services. Shapes: GitHub's list of supported secret-scanning patterns
 * and the pages named.
 */
export const SERVICE_TOKENS: readonly TokenFormat[] = [
  // docs.slack.dev, "Tokens".
  {
    name: 'a Slack token',
    environment: 'SLACK_BOT_TOKEN',
    markers: ['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xoxc-', 'xoxd-'],
    pattern: /xox(?:[bpars]-(?:\d{1,13}-){1,3}[A-Za-z0-9-]{18,80}|c-(?:\d{8,14}-){3}[a-f0-9]{64}|d-[\w%+/-]{40,})/,
  },
  {
    name: 'a Slack app token',
    environment: 'SLACK_APP_TOKEN',
    markers: ['xapp-'],
    pattern: /xapp-\d-[A-Z0-9]{8,14}-\d{10,14}-[a-f0-9]{40,80}/,
  },
  {
    name: 'a Slack webhook URL',
    environment: 'SLACK_WEBHOOK_URL',
    markers: ['hooks.slack.com/'],
    pattern: /hooks\.slack\.com\/(?:services|workflows)\/T[A-Z0-9]{7,12}\/[AB][A-Z0-9]{7,12}\/[A-Za-z0-9/]{20,46}/,
  },
  {
    name: 'a Discord webhook URL',
    environment: 'DISCORD_WEBHOOK_URL',
    markers: ['discord.com/api/webhooks/', 'discordapp.com/api/webhooks/'],
    pattern: /discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,80}/,
  },
  {
    // The first part is the bot's numeric id in base 64, hence the few possible beginnings.
    name: 'a Discord bot token',
    environment: 'DISCORD_TOKEN',
    markers: ['MD', 'MT', 'Mj', 'Mz', 'ND', 'NT', 'Nj', 'Nz', 'OD', 'OT'],
    pattern: /[MNO][A-Za-z0-9]{23,27}\.[\w-]{6}\.[\w-]{27,38}/,
    isGenuine: (token) => /^\d{17,20}$/.test(Buffer.from(token.split('.')[0] ?? '', 'base64').toString('latin1')),
  },
  {
    // core.telegram.org/bots: the bot's numeric id, a colon and 35 characters.
    name: 'a Telegram bot token',
    environment: 'TELEGRAM_BOT_TOKEN',
    markers: [':AA'],
    pattern: /(?<=(?<!\d)\d{8,10}):AA[\w-]{33}/,
    withinWord: true,
  },
  {
    // docs.stripe.com/keys: pk_ keys are public, and _test_ keys move no money.
    name: 'a Stripe live key',
    environment: 'STRIPE_SECRET_KEY',
    markers: ['sk_live_', 'rk_live_'],
    pattern: /[sr]k_live_[A-Za-z0-9]{20,247}/,
  },
  {
    name: 'a Stripe webhook secret',
    environment: 'STRIPE_WEBHOOK_SECRET',
    markers: ['whsec_'],
    pattern: /whsec_[A-Za-z0-9+/]{32,64}={0,2}/,
  },
  {
    name: 'a Square credential',
    environment: 'SQUARE_ACCESS_TOKEN',
    markers: ['sq0atp-', 'sq0csp-', 'EAAA'],
    pattern: /(?:sq0atp-[\w-]{22}|sq0csp-[\w-]{43}|EAAA[\w-]{60})/,
  },
  {
    name: 'a SendGrid API key',
    environment: 'SENDGRID_API_KEY',
    markers: ['SG.'],
    pattern: /SG\.[\w-]{22}\.[\w-]{43}/,
  },
  {
    name: 'a Mailgun API key',
    environment: 'MAILGUN_API_KEY',
    markers: ['key-'],
    pattern: /key-[a-f0-9]{32}/,
  },
  {
    name: 'a Brevo API key',
    environment: 'BREVO_API_KEY',
    markers: ['xkeysib-'],
    pattern: /xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}/,
  },
  {
    name: 'a Resend API key',
    environment: 'RESEND_API_KEY',
    markers: ['re_'],
    pattern: /re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}/,
  },
  {
    name: 'a Twilio API key',
    environment: 'TWILIO_API_KEY',
    markers: ['SK'],
    pattern: /SK[a-f0-9]{32}/,
  },
  {
    name: 'a Shopify access token',
    environment: 'SHOPIFY_ACCESS_TOKEN',
    markers: ['shpat_', 'shpca_', 'shppa_', 'shpss_'],
    pattern: /shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}/,
  },
  {
    name: 'a HubSpot access token',
    environment: 'HUBSPOT_ACCESS_TOKEN',
    markers: ['pat-na', 'pat-eu', 'pat-ap'],
    pattern: /pat-(?:na|eu|ap)\d-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}/,
  },
]
