/*
 * TimeStampReq of RFC 3161 in DER: version 1, SHA-256 as the algorithm, the hash, and the wish for the signer's
 * certificate. Without a nonce, so that the same pack gives the same bytes.
 */
const BEFORE_HASH = Buffer.from('30390201013031300d060960864801650304020105000420', 'hex')
const AFTER_HASH = Buffer.from('0101ff', 'hex')

/**
 * A request that a time-stamping authority answers with a signed statement that the hash existed on that day. It is
 * written for somebody to send, as with `curl -H "Content-Type: application/timestamp-query" --data-binary @FILE.tsq`.
 *
 * @param sha256 64 hexadecimal digits
 */
export function writeTimestampRequest(sha256: string): Buffer {
  return Buffer.concat([BEFORE_HASH, Buffer.from(sha256, 'hex'), AFTER_HASH])
}
