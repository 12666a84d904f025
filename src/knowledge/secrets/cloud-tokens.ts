import { isServiceRoleJwt } from './jwt-claims.ts'
import type { TokenFormat } from './token-format.ts'

/**
 * Credentials of clouds, hosting and databases. Shapes: GitHub's list of supported secret-scanning patterns and the
 * pages named.
 */
export const CLOUD_TOKENS: readonly TokenFormat[] = [
  {
    // IAM user guide, "Unique identifiers": AKIA is a long-term key, ASIA a temporary one; the rest is base 32.
    name: 'an AWS access key id',
    environment: 'AWS_ACCESS_KEY_ID',
    markers: ['AKIA', 'ASIA'],
    pattern: /A[KS]IA[A-Z2-7]{16}/,
  },
  {
    name: 'an Amazon Bedrock API key',
    environment: 'AWS_BEARER_TOKEN_BEDROCK',
    markers: ['ABSK'],
    pattern: /ABSK[A-Za-z0-9+/]{109,269}={0,2}/,
  },
  {
    name: 'a Google API key',
    environment: 'GOOGLE_API_KEY',
    markers: ['AIza'],
    pattern: /AIza[\w-]{35}/,
  },
  {
    name: 'a Google OAuth client secret',
    environment: 'GOOGLE_CLIENT_SECRET',
    markers: ['GOCSPX-'],
    pattern: /GOCSPX-[\w-]{28}/,
  },
  {
    name: 'an Azure storage account key',
    environment: 'AZURE_STORAGE_CONNECTION_STRING',
    markers: ['AccountKey='],
    pattern: /AccountKey=[A-Za-z0-9+/]{86}==/,
    // The storage emulator's account key is published and the same everywhere.
    isGenuine: (token) => !token.startsWith('AccountKey=Eby8vdM02xNOcqFl'),
  },
  {
    name: 'an Azure shared access key',
    environment: 'AZURE_CONNECTION_STRING',
    markers: ['SharedAccessKey='],
    pattern: /SharedAccessKey=[A-Za-z0-9+/]{43}=/,
  },
  // developers.cloudflare.com, "Token formats": 40 characters and a checksum of unpublished form.
  {
    name: 'a Cloudflare API token',
    environment: 'CLOUDFLARE_API_TOKEN',
    markers: ['cfut_', 'cfat_', 'cfk_'],
    pattern: /cf(?:[ua]t|k)_[A-Za-z0-9]{41,56}/,
  },
  {
    name: 'a DigitalOcean token',
    environment: 'DIGITALOCEAN_ACCESS_TOKEN',
    markers: ['dop_v1_', 'doo_v1_', 'dor_v1_'],
    pattern: /do[por]_v1_[a-f0-9]{64}/,
  },
  {
    // Vercel changelog, "New token formats and secret scanning".
    name: 'a Vercel token',
    environment: 'VERCEL_TOKEN',
    markers: ['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'],
    pattern: /vc[piark]_[A-Za-z0-9]{24,80}/,
  },
  {
    name: 'a Netlify token',
    environment: 'NETLIFY_AUTH_TOKEN',
    markers: ['nfp_'],
    pattern: /nfp_[A-Za-z0-9]{36}/,
  },
  {
    name: 'a Supabase access token',
    environment: 'SUPABASE_ACCESS_TOKEN',
    markers: ['sbp_'],
    pattern: /sbp_[a-f0-9]{40}/,
  },
  {
    // supabase.com/docs, "Understanding API keys"; sb_publishable_ keys are meant for browsers.
    name: 'a Supabase secret key',
    environment: 'SUPABASE_SECRET_KEY',
    markers: ['sb_secret_'],
    pattern: /sb_secret_[\w-]{20,60}/,
  },
  {
    name: 'a Supabase service-role key',
    environment: 'SUPABASE_SERVICE_ROLE_KEY',
    markers: ['eyJ'],
    pattern: /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/,
    isGenuine: isServiceRoleJwt,
  },
  {
    name: 'a Databricks token',
    environment: 'DATABRICKS_TOKEN',
    markers: ['dapi'],
    pattern: /dapi[a-f0-9]{32}(?:-\d)?/,
  },
  {
    name: 'a PlanetScale token',
    environment: 'PLANETSCALE_SERVICE_TOKEN',
    markers: ['pscale_tkn_', 'pscale_pw_', 'pscale_oauth_'],
    pattern: /pscale_(?:tkn|pw|oauth)_[\w.-]{32,64}/,
  },
  {
    name: 'a Doppler token',
    environment: 'DOPPLER_TOKEN',
    markers: ['dp.pt.', 'dp.st.', 'dp.sa.', 'dp.ct.'],
    pattern: /dp\.(?:[pc]t|sa|st(?:\.[a-z0-9_-]{2,35})?)\.[A-Za-z0-9]{40,44}/,
  },
  {
    name: 'a HashiCorp Vault token',
    environment: 'VAULT_TOKEN',
    markers: ['hvs.'],
    pattern: /hvs\.[\w-]{90,120}/,
  },
  {
    name: 'a Pulumi access token',
    environment: 'PULUMI_ACCESS_TOKEN',
    markers: ['pul-'],
    pattern: /pul-[a-f0-9]{40}/,
  },
]
