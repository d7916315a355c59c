#!/usr/bin/env bash
# A list of two purposes cannot be checked, and a place of two bits is read at the wrong bit.
#
# One would guess that a list of what is revoked may say "revocation" and "suspension" at once, and that an entry with a statusSize of
# 2 stands at its index times 2: Bitstring Status List 1.0 has one or more purposes for a list (2.2) and looks at
# index times size (3.2).
# What happens: checkStatus of @digitalbazaar/vc-bitstring-status-list compares the two purposes as they are, so that a list of them
# equals none, and the check fails for a good credential as for a revoked one. It passes over statusSize and reads the bit at the index:
# a revoked credential is not, and one is that another credential's bit belongs to.
# Since: @digitalbazaar/vc-bitstring-status-list 2.0.1 (as tried).
# Why we meet it: ours publishes lists of one purpose and entries of one bit, and reads the others.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y >/dev/null
npm install --silent --no-audit --no-fund @digitalbazaar/vc-bitstring-status-list@2.0.1 >/dev/null

cat >example.mjs <<'JS'
import {BitstringStatusList, checkStatus, createCredential} from '@digitalbazaar/vc-bitstring-status-list';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const id = 'https://school.example/revoked-1';
const issuer = 'did:web:school.example';
const status = async ({purpose = 'revocation', size, set}) => {
  const list = new BitstringStatusList({length: 131072 * 2});
  if(set !== undefined) list.setStatus(set, true);
  const published = {...await createCredential({id, list, statusPurpose: 'revocation', context: [V2]}), issuer};
  published.credentialSubject.statusPurpose = purpose;
  const entry = {
    type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '7', statusListCredential: id,
    ...(size && {statusSize: size, statusMessage: ['0x0', '0x1', '0x2', '0x3'].map(each => ({status: each, message: each}))})
  };
  const result = await checkStatus({
    credential: {'@context': [V2], type: ['VerifiableCredential'], issuer, credentialStatus: entry},
    documentLoader: async () => ({document: published}), verifyBitstringStatusListCredential: false
  });
  return result.error ? result.error.message : `revoked: ${result.results[0].status}`;
};
console.log(`one purpose, bit 7 is set: ${await status({set: 7})}`);
console.log(`two purposes, no bit is set: ${await status({purpose: ['revocation', 'suspension']})}`);
console.log(`two bits a place, bit 14 is set: ${await status({size: 2, set: 14})}`);
console.log(`two bits a place, bit 7 is set: ${await status({size: 2, set: 7})}`);
JS
node example.mjs >seen
echo "@digitalbazaar/vc-bitstring-status-list 2.0.1"
cat seen
diff seen - <<'EXPECTED'
one purpose, bit 7 is set: revoked: true
two purposes, no bit is set: The status purpose "revocation,suspension" of the status list credential does not match the status purpose "revocation" in the credential.
two bits a place, bit 14 is set: revoked: false
two bits a place, bit 7 is set: revoked: true
EXPECTED
