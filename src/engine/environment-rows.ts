/** What a library has to do with the variables of the environment. Access paths; `*.name` is a method on whatever it is called. */
export interface EnvironmentRow {
  /** What holds the variables as its properties: `process.env`. */
  readonly holders?: readonly string[]
  /** Functions that give the variable that their first argument names. */
  readonly readers?: readonly string[]
  /** Functions that make a number of a text, whatever the text is. */
  readonly numbers?: readonly string[]
  /** Functions that refuse, or tell apart, what they are given. */
  readonly checks?: readonly string[]
  /** Methods that tell something of the value that they are called on. */
  readonly questions?: readonly string[]
  /** Methods and functions whose value is as good as what they are called on or given. */
  readonly passes?: readonly string[]
  /** Functions that may be given all variables without looking at any. */
  readonly copies?: readonly string[]
}

/** The rows of all libraries, each path behind its module: `global:process.env`. */
export type EnvironmentNames = ReadonlyMap<string, ReadonlySet<keyof EnvironmentRow>>
