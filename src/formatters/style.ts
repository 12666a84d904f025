export type StyleFormat = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan' | 'underline'

/** Marks text for a terminal; widths are measured before it is called. */
export type Style = (format: StyleFormat | readonly StyleFormat[], text: string) => string

export const plainStyle: Style = (_format, text) => text
