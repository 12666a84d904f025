import axios from 'axios'
import { NextResponse } from 'next/server'

export async function GET(): Promise<NextResponse> {
  try {
    await axios.get('https://example.com', { headers: { authorization: process.env.API_KEY } })
    return NextResponse.json({ ready: true, key: process.env.API_KEY }) // expect: no-secret-in-response
  } catch (error) {
    console.error(error.config) // expect: no-secret-logging
    console.error(error.config.url, error.response.status) // safe: nothing of the headers
    return NextResponse.json({ error: error.message }, { status: 502 }) // expect: no-error-details-in-response
  }
}
