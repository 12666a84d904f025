import { hasBase62Checksum } from './has-base62-checksum.ts'
import type { TokenFormat } from './token-format.ts'

/**
 * Tokens of code hosting, package registries and project tracking. Shapes: GitHub's list of supported secret-scanning
 * patterns, and where named the provider's own page.
 */
export const DEVELOPER_PLATFORM_TOKENS: readonly TokenFormat[] = [
  // docs.github.com, "About authentication to GitHub", section "GitHub's token formats".
  {
    name: 'a GitHub personal access token',
    environment: 'GITHUB_TOKEN',
    markers: ['ghp_'],
    pattern: /ghp_[A-Za-z0-9]{36}/,
    isGenuine: hasBase62Checksum,
  },
  {
    name: 'a GitHub OAuth or app token',
    environment: 'GITHUB_TOKEN',
    markers: ['gho_', 'ghu_', 'ghs_', 'ghr_'],
    pattern: /gh[ours]_[A-Za-z0-9]{36,76}/,
    isGenuine: hasBase62Checksum,
  },
  {
    // GitHub changelog, April 2026: installation tokens become ghs_<app id>_<JWT>, which carries no checksum.
    name: 'a GitHub App installation token',
    environment: 'GITHUB_TOKEN',
    markers: ['ghs_'],
    pattern: /ghs_\d{1,12}_eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{20,}/,
  },
  {
    name: 'a GitHub fine-grained personal access token',
    environment: 'GITHUB_TOKEN',
    markers: ['github_pat_'],
    pattern: /github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/,
  },
  // docs.gitlab.com, "Token overview", section "Token prefixes"; routable tokens end in a dotted length and checksum.
  {
    name: 'a GitLab personal access token',
    environment: 'GITLAB_TOKEN',
    markers: ['glpat-'],
    pattern: /glpat-(?:[\w-]{27,300}\.[0-9a-z]{2}\.?[0-9a-z]{7}|[\w-]{20})/,
  },
  {
    name: 'a GitLab token',
    environment: 'GITLAB_TOKEN',
    markers: ['gldt-', 'glrt-', 'glptt-', 'glsoat-', 'gloas-', 'glcbt-'],
    pattern: /(?:gl(?:d|r|so?a)t|glptt|gloas|glcbt)-[\w-]{20,80}/,
  },
  {
    name: 'an npm access token',
    environment: 'NPM_TOKEN',
    markers: ['npm_'],
    pattern: /npm_[A-Za-z0-9]{36}/,
    isGenuine: hasBase62Checksum,
  },
  {
    // A macaroon for pypi.org always begins with these bytes (PyPI help, "How can I use API tokens").
    name: 'a PyPI upload token',
    environment: 'PYPI_TOKEN',
    markers: ['pypi-AgEIcHlwaS5vcmc'],
    pattern: /pypi-AgEIcHlwaS5vcmc[\w-]{50,}/,
  },
  {
    name: 'a Docker access token',
    environment: 'DOCKER_TOKEN',
    markers: ['dckr_pat_', 'dckr_oat_'],
    pattern: /dckr_[po]at_[\w-]{27,32}/,
  },
  {
    name: 'an Atlassian API token',
    environment: 'ATLASSIAN_API_TOKEN',
    markers: ['ATATT3', 'ATCTT3', 'ATBB'],
    pattern: /(?:AT[AC]TT3xFfG[\w-]{100,250}=[0-9A-F]{8}|ATBB[A-Za-z0-9]{32})/,
  },
  {
    name: 'a Linear API key',
    environment: 'LINEAR_API_KEY',
    markers: ['lin_api_', 'lin_oauth_'],
    pattern: /lin_(?:api_[A-Za-z0-9]{40}|oauth_[a-f0-9]{64})/,
  },
  {
    // Tokens made before September 2024 begin with secret_ (Notion changelog).
    name: 'a Notion integration token',
    environment: 'NOTION_TOKEN',
    markers: ['ntn_', 'secret_'],
    pattern: /(?:ntn_\d{11}[A-Za-z0-9]{35}|secret_[A-Za-z0-9]{43})/,
  },
  {
    name: 'an Airtable personal access token',
    environment: 'AIRTABLE_API_KEY',
    markers: ['pat'],
    pattern: /pat[A-Za-z0-9]{14}\.[a-f0-9]{64}/,
  },
  {
    name: 'a Figma personal access token',
    environment: 'FIGMA_API_KEY',
    markers: ['figd_'],
    pattern: /figd_[\w-]{40}/,
  },
  {
    name: 'a Postman API key',
    environment: 'POSTMAN_API_KEY',
    markers: ['PMAK-'],
    pattern: /PMAK-[a-f0-9]{24}-[a-f0-9]{34}/,
  },
  {
    name: 'a Sentry auth token',
    environment: 'SENTRY_AUTH_TOKEN',
    markers: ['sntrys_', 'sntryu_'],
    pattern: /sntry(?:s_eyJ[A-Za-z0-9+/]{40,400}={0,2}_[A-Za-z0-9+/]{43}|u_[a-f0-9]{64})/,
  },
  {
    name: 'a Grafana token',
    environment: 'GRAFANA_API_KEY',
    markers: ['glsa_', 'glc_'],
    pattern: /gl(?:sa_[A-Za-z0-9]{32}_[a-f0-9]{8}|c_eyJ[A-Za-z0-9+/]{60,400}={0,2})/,
  },
  {
    name: 'a CircleCI personal token',
    environment: 'CIRCLECI_TOKEN',
    markers: ['CCIPAT_'],
    pattern: /CCIPAT_[A-Za-z0-9]{22}_[a-f0-9]{40}/,
  },
  {
    name: 'a Contentful personal access token',
    environment: 'CONTENTFUL_MANAGEMENT_ACCESS_TOKEN',
    markers: ['CFPAT-'],
    pattern: /CFPAT-[\w-]{43}/,
  },
  {
    name: 'a New Relic user key',
    environment: 'NEW_RELIC_API_KEY',
    markers: ['NRAK-'],
    pattern: /NRAK-[A-Z0-9]{27}/,
  },
]
