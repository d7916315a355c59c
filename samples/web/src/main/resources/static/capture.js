// The form that captures a production: what is sent is kept on this phone first, and deleted once the school has it. Without this script
// the form is sent as it is.
import { account, daysLeft, keep, latest, listed, opened, privateKey, purge, remember, remove } from './drafts.js';

const form = document.getElementById('capture');
const list = document.getElementById('kept');
const told = document.getElementById('told');
const here = list.dataset;
const words = {};
document.getElementById('kept-words').content.querySelectorAll('[data-word]').forEach(function (each) {
  words[each.dataset.word] = each.textContent;
});
const online = Boolean(form.dataset.account);
let known = null;
let key = null;
let resumed = null;
let working = false;

function say(text, bad, link) {
  const said = document.createElement('p');
  said.className = bad ? 'notice bad' : 'notice good';
  said.textContent = text;
  if (link) {
    const to = document.createElement('a');
    to.href = link.href;
    to.textContent = link.text;
    said.append(' ', to);
  }
  told.replaceChildren(said);
  told.scrollIntoView({ block: 'nearest' });
}

/** A sentence beside its field; those that belong to no field stand above the form. */
function refuse(wrong) {
  form.querySelectorAll('.wrong').forEach(function (each) { each.remove(); });
  form.querySelectorAll('[aria-invalid]').forEach(function (each) { each.removeAttribute('aria-invalid'); });
  const others = [];
  let first = null;
  Object.entries(wrong).forEach(function ([path, sentence]) {
    const name = path.replace(/[.[].*/, '').replace('attachments', 'file');
    const field = document.getElementById(name);
    if (!field || !form.contains(field)) return others.push(sentence);
    const beside = document.createElement('p');
    beside.className = 'wrong';
    beside.id = name + '-wrong';
    beside.textContent = '⚠ ' + sentence;
    if (field.tagName === 'FIELDSET') field.querySelector('legend').after(beside);
    else {
      field.after(beside);
      field.setAttribute('aria-invalid', 'true');
    }
    const hint = document.getElementById(name + '-hint');
    field.setAttribute('aria-describedby', (hint ? hint.id + ' ' : '') + beside.id);
    first = first || field.querySelector('input') || field;
  });
  if (Object.keys(wrong).length) say(words.wrong + (others.length ? ' : ' + others.join(' ') : '.'), true);
  if (first) first.focus();
}

const chosen = function () { return form.elements.file.files[0] || null; };

function typed() {
  const fields = { dossier: known.dossier };
  ['key', 'title', 'competencies', 'people', 'alternative', 'description'].forEach(function (name) {
    fields[name] = form.elements[name].value;
  });
  return fields;
}

/** What has to be said before anything is kept or sent. */
function lacking() {
  const wrong = {};
  const file = chosen();
  if (!form.elements.title.value.trim()) wrong.title = words.missing;
  if (file && /^(image|audio|video)\//.test(file.type) && !form.elements.people.value) wrong.people = words.who;
  return wrong;
}

function emptied() {
  form.reset();
  ['title', 'alternative', 'description'].forEach(function (name) { form.elements[name].value = ''; });
  form.elements.competencies.value = '';
  form.elements.key.value = crypto.randomUUID();
  refuse({});
}

const json = { Accept: 'application/json' };

/** Nothing answered, or something between here and the school, which does not reach it. */
const away = function (answer) { return answer === null || answer.status >= 502 && answer.status <= 504; };

/** The mark that goes with what is sent, or why nothing can be sent. */
async function state() {
  const answer = await fetch(here.drafts, { headers: json, signal: AbortSignal.timeout(10000) }).catch(function () { return null; });
  if (away(answer)) return { why: 'offline' };
  if (answer.status === 401) return { why: 'out' };
  if (!answer.ok) return { why: 'refused' };
  const now = await answer.json();
  return now.account === known.account ? { mark: now.mark } : { why: 'other' };
}

/** Has the server open the private key, for this page alone. */
async function unlock(mark) {
  if (key !== null) return;
  const answer = await fetch(here.drafts + '/open', {
    method: 'POST', headers: { ...json, 'X-CSRF-TOKEN': mark }, body: new URLSearchParams({ sealed: known.sealed }) });
  if (answer.ok) key = await privateKey(await answer.json());
}

/** Sends a draft that was opened; it stays here until the school has it. */
async function send(id, fields, file, mark) {
  const body = new FormData();
  Object.entries(fields).forEach(function ([name, value]) { if (name !== 'dossier') body.append(name, value); });
  if (file) body.append('file', file, file.name);
  const answer = await fetch(here.server + 'dossiers/' + fields.dossier + '/drafts', {
    method: 'POST', headers: { ...json, 'X-CSRF-TOKEN': mark }, body: body }).catch(function () { return null; });
  if (away(answer)) return { why: 'offline' };
  if (answer.status === 401 || answer.status === 403 && (await state()).why === 'out') return { why: 'out' };
  const text = await answer.text().catch(function () { return null; });
  if (text === null) return { why: 'offline' };
  if (answer.status === 201) {
    await remove(id);
    return { made: JSON.parse(text) };
  }
  if (answer.status === 422) return { why: 'wrong', wrong: JSON.parse(text).wrong };
  const page = new DOMParser().parseFromString(text, 'text/html');
  const because = page.querySelector('main p');
  return { why: 'refused', sentence: because ? because.textContent : String(answer.status) };
}

function explain(outcome) {
  const back = outcome.why === 'out' && { href: here.server + 'dossiers/' + known.dossier + '/capture', text: words.nobody };
  say(words[outcome.why] + (outcome.sentence ? ' ' + outcome.sentence : ''), outcome.why !== 'offline', back);
}

form.addEventListener('submit', async function (event) {
  if (known === null) return;
  event.preventDefault();
  if (working) return;
  const kept = event.submitter && event.submitter.value === 'keep';
  const wrong = lacking();
  refuse(wrong);
  if (Object.keys(wrong).length) return;
  const fields = typed();
  const file = chosen();
  busy(true);
  try {
    const draft = await keep(known, fields, file).catch(function () { return null; });
    if (draft === null && kept) return say(words.full, true);
    if (draft === null) return form.submit();
    if (resumed) await remove(resumed);
    resumed = null;
    if (kept) {
      emptied();
      return say(words.kept);
    }
    const now = await state();
    const outcome = now.mark ? await send(draft.id, fields, file, now.mark) : now;
    if (outcome.made) return location.assign(outcome.made.page);
    if (outcome.why === 'wrong') {
      await remove(draft.id);
      return refuse(outcome.wrong);
    }
    emptied();
    explain(outcome);
  } finally {
    busy(false);
    await show();
  }
});

/** Sends one that waits, and says what came of it: its title, or why it stays. */
async function sendKept(draft) {
  const now = await state();
  if (!now.mark) return now;
  await unlock(now.mark);
  const was = key && await opened(draft, key).catch(function () { return null; });
  if (!was) return { why: 'lost' };
  const outcome = await send(draft.id, was.fields, was.file, now.mark);
  return { ...outcome, title: was.fields.title };
}

document.getElementById('send').addEventListener('click', async function () {
  if (working) return;
  busy(true);
  try {
    const sent = [];
    const stayed = [];
    for (const each of await listed(known.account)) {
      const outcome = await sendKept(each);
      if (['offline', 'out', 'other'].includes(outcome.why)) return explain(outcome);
      if (outcome.made) sent.push(outcome.title);
      else if (outcome.why === 'wrong') stayed.push(outcome.title + ' : ' + Object.values(outcome.wrong).join(' '));
      else stayed.push((outcome.title ? outcome.title + ' : ' : '') + words[outcome.why] + ' ' + (outcome.sentence || ''));
    }
    say((sent.length ? words.sent + ' ' + sent.join(', ') + '. ' : '') + stayed.join(' '), stayed.length > 0);
  } finally {
    busy(false);
    await show();
  }
});

/** No button is pressed twice while something is on its way; the focus stays where it is. */
function busy(is) {
  working = is;
  document.querySelectorAll('main button').forEach(function (each) { each.setAttribute('aria-disabled', is); });
}

function size(count) {
  const mega = count >= 1000000;
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit', unit: mega ? 'megabyte' : 'kilobyte', maximumFractionDigits: mega ? 1 : 0
  }).format(mega ? count / 1000000 : Math.max(1, count / 1000));
}

async function resume(draft) {
  const was = await opened(draft, key);
  Object.entries(was.fields).forEach(function ([name, value]) { if (form.elements[name]) form.elements[name].value = value; });
  const files = new DataTransfer();
  if (was.file) files.items.add(was.file);
  form.elements.file.files = files.files;
  resumed = draft.id;
  say(words.resumed);
  form.elements.title.focus();
}

async function line(draft) {
  const made = document.getElementById('kept-line').content.cloneNode(true).firstElementChild;
  const was = key && await opened(draft, key).catch(function () { return null; });
  if (was) made.querySelector('[data-title]').textContent = was.fields.title;
  const at = new Date(draft.at).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  made.querySelector('[data-about]').textContent = at + ', ' + words.left.replace('{0}', size(draft.size)).replace('{1}', daysLeft(draft));
  made.querySelectorAll('[data-which]').forEach(function (each) { each.textContent = (was ? was.fields.title : '') + ' ' + at; });
  const back = made.querySelector('[data-act=resume]');
  back.hidden = !was;
  back.addEventListener('click', function () { resume(draft); });
  const drop = made.querySelector('[data-act=drop]');
  drop.addEventListener('click', async function () {
    if (drop.dataset.sure) {
      await remove(draft.id);
      await show();
      return document.getElementById(list.hidden ? 'main' : 'kept-title').focus();
    }
    drop.dataset.sure = 'yes';
    drop.querySelector('[data-word]').textContent = words.sure;
  });
  return made;
}

async function show() {
  const drafts = known === null ? [] : await listed(known.account);
  if (drafts.length && online && key === null) {
    const now = await state();
    if (now.mark) await unlock(now.mark).catch(function () {});
  }
  const lines = [];
  for (const each of drafts) lines.push(await line(each));
  list.querySelector('ul').replaceChildren(...lines);
  list.hidden = drafts.length === 0;
}

/** What this phone needs to show the form without a network; none of it is about anyone. */
async function prepare() {
  await navigator.serviceWorker.register(here.worker);
  const cache = await caches.open('capture');
  await cache.put(new URL(here.offline, location).pathname, await fetch(here.offline, { credentials: 'omit', cache: 'reload' }));
  await cache.addAll([here.style, here.icon, here.keptScript, here.captureScript]);
}

/** The account of the page; on the first time on this phone it is given keys. */
async function signedIn() {
  const id = form.dataset.account;
  let keys = await account(id);
  if (!keys) {
    const answer = await fetch(here.drafts + '/key', {
      method: 'POST', headers: { ...json, 'X-CSRF-TOKEN': form.elements._csrf.value } });
    if (!answer.ok) return null;
    keys = await answer.json();
  }
  const choices = Array.from(form.elements.competencies.options, function (each) { return [each.value, each.textContent]; });
  const now = {
    account: id, open: keys.open, sealed: keys.sealed, dossier: form.dataset.dossier, choices: choices, used: Date.now(), gone: keys.gone };
  await remember(now);
  return now;
}

function offline(last) {
  if (!last) return null;
  document.getElementById('unknown').hidden = true;
  form.elements.competencies.replaceChildren(...last.choices.map(function ([value, text]) { return new Option(text, value); }));
  form.elements.key.value = crypto.randomUUID();
  form.hidden = false;
  return last;
}

async function begin() {
  await purge();
  known = online ? await signedIn() : offline(await latest());
  if (known === null) return;
  const gone = (await account(known.account)).gone;
  form.querySelectorAll('button[value=keep]').forEach(function (each) { each.hidden = false; });
  if (online) prepare().catch(function () {});
  await show();
  if (gone) {
    say(words.gone + ' ' + gone, true);
    await remember({ ...known, gone: 0 });
  }
  form.dataset.ready = 'yes';
}

begin();
