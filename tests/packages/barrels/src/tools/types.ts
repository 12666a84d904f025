export interface LogArguments { ref: string }
