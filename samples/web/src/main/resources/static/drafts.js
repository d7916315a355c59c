// What is kept on this phone: drafts, each closed by a key that a pair of its own and the public key of the account agree on (ECDH, P-256).
// The account's private key lies here sealed by the server, which opens it only for the account while it is signed in.
const DAYS = 7;
const DAY = 86400000;

function database() {
  return new Promise(function (done, fail) {
    const asked = indexedDB.open('drafts', 1);
    asked.onupgradeneeded = function () {
      asked.result.createObjectStore('accounts', { keyPath: 'account' });
      asked.result.createObjectStore('drafts', { keyPath: 'id' });
    };
    asked.onsuccess = function () { done(asked.result); };
    asked.onerror = function () { fail(asked.error); };
  });
}

async function within(store, act) {
  const opened = await database();
  try {
    return await new Promise(function (done, fail) {
      const work = opened.transaction(store, 'readwrite');
      const asked = act(work.objectStore(store));
      work.oncomplete = function () { done(asked.result); };
      work.onabort = function () { fail(work.error); };
    });
  } finally {
    opened.close();
  }
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const bound = function (draft) { return new TextEncoder().encode(draft.account + ' ' + draft.id); };

/** The key of one draft, from either side: its own pair's private key and the account's public one, or the other way round. */
async function agreed(own, other, by, use) {
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256);
  const all = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: by, info: new TextEncoder().encode('draft') };
  return crypto.subtle.deriveKey(how, all, { name: 'AES-GCM', length: 256 }, false, [use]);
}

export const account = function (id) { return within('accounts', function (all) { return all.get(id); }); };
export const remember = function (known) { return within('accounts', function (all) { return all.put(known); }); };
export const remove = function (id) { return within('drafts', function (all) { return all.delete(id); }); };

/** Notes which account is signed in on this phone, for when there is no network; null where it is one without a form. */
function signedInLast(id) {
  try {
    if (id) localStorage.setItem('account', id);
    else localStorage.removeItem('account');
  } catch (blocked) {
    // A browser that keeps nothing keeps no drafts either.
  }
}

/** The account that was signed in last, if it has opened the form on this phone and has not signed out. */
export async function latest() {
  const id = localStorage.getItem('account');
  return id === null ? undefined : account(id);
}

export async function listed(id) {
  const all = await within('drafts', function (every) { return every.getAll(); });
  return all.filter(function (each) { return each.account === id; }).sort(function (one, other) { return one.at - other.at; });
}

export const daysLeft = function (draft) { return Math.max(1, Math.ceil((draft.at + DAYS * DAY - Date.now()) / DAY)); };

/** Deletes what is too old, of all accounts; each account keeps the number of its own until it is told. */
export async function purge() {
  const gone = {};
  await within('drafts', function (all) {
    const each = all.openCursor();
    each.onsuccess = function () {
      const at = each.result;
      if (!at) return;
      if (at.value.at + DAYS * DAY <= Date.now()) {
        gone[at.value.account] = (gone[at.value.account] || 0) + 1;
        at.delete();
      }
      at.continue();
    };
    return each;
  });
  for (const id of Object.keys(gone)) {
    const known = await account(id);
    if (known) await remember({ ...known, gone: (known.gone || 0) + gone[id] });
  }
}

/** Closes what was typed and chosen, kept since then; only the account's private key opens it again, which goes with it, sealed. */
export async function keep(known, fields, file, since) {
  const draft = {
    id: crypto.randomUUID(), account: known.account, sealed: known.sealed, at: since, iv: crypto.getRandomValues(new Uint8Array(12)) };
  const head = new TextEncoder().encode(JSON.stringify({ fields: fields, file: file && { name: file.name, type: file.type } }));
  const plain = await new Blob([Uint32Array.of(head.length), head, file || '']).arrayBuffer();
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  draft.by = await crypto.subtle.exportKey('raw', pair.publicKey);
  const box = await crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', ...known.open }, CURVE, false, []);
  const key = await agreed(pair.privateKey, box, draft.by, 'encrypt');
  draft.closed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: draft.iv, additionalData: bound(draft) }, key, plain);
  draft.size = draft.closed.byteLength;
  await within('drafts', function (all) { return all.put(draft); });
  return draft;
}

export const privateKey = function (parts) {
  return crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', ...parts }, CURVE, false, ['deriveBits']);
};

/** What was typed and chosen. */
export async function opened(draft, key) {
  const aes = await agreed(key, await crypto.subtle.importKey('raw', draft.by, CURVE, false, []), draft.by, 'decrypt');
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: draft.iv, additionalData: bound(draft) }, aes, draft.closed);
  const length = new DataView(plain).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(plain, 4, length)));
  const file = head.file && new File([plain.slice(4 + length)], head.file.name, { type: head.file.type });
  return { fields: head.fields, file: file };
}

/** Nothing of the account stays here. */
export async function forget(id) {
  signedInLast(null);
  for (const each of await listed(id)) await remove(each.id);
  await within('accounts', function (all) { return all.delete(id); });
}

// Each page of a person who is signed in says which account that is; signing out forgets, after a warning where something was not sent.
const out = document.querySelector('form#out');
if (out) signedInLast(out.dataset.account);
if (out && out.dataset.account) {
  const leaving = document.getElementById('leaving');
  const id = out.dataset.account;
  const go = async function () {
    try { await forget(id); } finally { out.submit(); }
  };
  out.addEventListener('submit', async function (event) {
    event.preventDefault();
    const waiting = await listed(id).catch(function () { return []; });
    if (waiting.length === 0) return go();
    document.getElementById('leaving-count').textContent = waiting.length;
    leaving.showModal();
  });
  document.getElementById('stay').addEventListener('click', function () { leaving.close(); });
  document.getElementById('leave').addEventListener('click', go);
  if (!document.getElementById('capture')) purge().catch(function () {});
}
