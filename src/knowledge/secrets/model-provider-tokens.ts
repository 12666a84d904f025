import type { TokenFormat } from './token-format.ts'

/**
 * Keys of model providers and of the search services that serve models. Shapes: GitHub's list of supported
 * secret-scanning patterns and the providers' consoles. Keys of Brave, Tavily and Firecrawl have no published length,
 * so a lower bound stands in for it.
 */
export const MODEL_PROVIDER_TOKENS: readonly TokenFormat[] = [
  {
    // Every OpenAI key holds T3BlbkFJ, which is "OpenAI" in base 64.
    name: 'an OpenAI API key',
    environment: 'OPENAI_API_KEY',
    markers: ['sk-'],
    pattern: /sk-(?:(?:proj|svcacct|admin)-[\w-]{20,}T3BlbkFJ[\w-]{20,}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20})/,
  },
  {
    name: 'an Anthropic API key',
    environment: 'ANTHROPIC_API_KEY',
    markers: ['sk-ant-'],
    pattern: /sk-ant-(?:api|admin|oat|ort|sid)\d{2}-[\w-]{80,120}/,
  },
  {
    name: 'an OpenRouter API key',
    environment: 'OPENROUTER_API_KEY',
    markers: ['sk-or-v1-'],
    pattern: /sk-or-v1-[a-f0-9]{64}/,
  },
  {
    name: 'a Langfuse secret key',
    environment: 'LANGFUSE_SECRET_KEY',
    markers: ['sk-lf-'],
    pattern: /sk-lf-[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}/,
  },
  {
    name: 'a Hugging Face access token',
    environment: 'HF_TOKEN',
    markers: ['hf_', 'api_org_'],
    pattern: /(?:hf|api_org)_[A-Za-z0-9]{34}/,
  },
  { name: 'a Groq API key', environment: 'GROQ_API_KEY', markers: ['gsk_'], pattern: /gsk_[A-Za-z0-9]{52}/ },
  { name: 'an xAI API key', environment: 'XAI_API_KEY', markers: ['xai-'], pattern: /xai-[A-Za-z0-9]{80}/ },
  {
    name: 'a Replicate API token',
    environment: 'REPLICATE_API_TOKEN',
    markers: ['r8_'],
    pattern: /r8_[A-Za-z0-9]{37}/,
  },
  {
    name: 'a Perplexity API key',
    environment: 'PERPLEXITY_API_KEY',
    markers: ['pplx-'],
    pattern: /pplx-[A-Za-z0-9]{48,56}/,
  },
  {
    name: 'an ElevenLabs API key',
    environment: 'ELEVENLABS_API_KEY',
    markers: ['sk_'],
    pattern: /sk_[a-f0-9]{48}/,
  },
  {
    name: 'a Pinecone API key',
    environment: 'PINECONE_API_KEY',
    markers: ['pcsk_'],
    pattern: /pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{60,70}/,
  },
  {
    name: 'a Tavily API key',
    environment: 'TAVILY_API_KEY',
    markers: ['tvly-'],
    pattern: /tvly-(?:(?:dev|prod)-)?[A-Za-z0-9][\w-]{27,63}/,
  },
  {
    name: 'a Brave Search API key',
    environment: 'BRAVE_API_KEY',
    markers: ['BSA'],
    pattern: /BSA[\w-]{24,32}/,
  },
  {
    name: 'a Firecrawl API key',
    environment: 'FIRECRAWL_API_KEY',
    markers: ['fc-'],
    pattern: /fc-[a-f0-9]{32}/,
  },
  {
    name: 'an Apify API token',
    environment: 'APIFY_TOKEN',
    markers: ['apify_api_'],
    pattern: /apify_api_[A-Za-z0-9]{36}/,
  },
]
