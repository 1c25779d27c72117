import { type Algorithm, hash, verify } from '@node-rs/argon2'

// OWASP's floor for argon2id: 19 MiB, two passes, one lane; about 30 ms, off the main thread.
const cost = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** argon2id as a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/**
 * Whether the password fits. Without a hash (nobody of that name, or somebody without a password) it takes as long
 * and says no, so that time does not tell names.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await nobody), password.normalize('NFKC'), cost)
  return passwordHash !== null && fits
}

const nobody = hashPassword('nobody has this password')
