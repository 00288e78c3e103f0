// The rules of the first line, then a case a line: what follows, the processor's time and the memory of this process.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const require = createRequire(process.argv[2] + '/package.json')
const loaded = require('publicodes')
const Engine = loaded.default ?? loaded
const quiet = { log() {}, warn() {}, error() {} }
let engine, heads

const situation = (given) => Object.fromEntries(given.map((number) => ['x' + number, 'oui']))
const answer = (asked) => {
  if (asked.rules) {
    heads = asked.heads
    engine = new Engine(asked.rules, { logger: quiet })
    return null
  }
  if (asked.given) {
    engine.setSituation(situation(asked.given))
    return heads.filter((head) => engine.evaluate('y' + head).nodeValue === true)
  }
  engine.setSituation(situation(asked.missing))
  const missing = new Set()
  for (const head of heads) for (const name in engine.evaluate('y' + head).missingVariables) missing.add(name)
  return missing.size
}
for await (const line of createInterface({ input: process.stdin })) {
  const found = answer(JSON.parse(line))
  const { user, system } = process.cpuUsage()
  process.stdout.write(JSON.stringify({ found, cpu: (user + system) / 1e6, rss: process.memoryUsage.rss() }) + '\n')
}
