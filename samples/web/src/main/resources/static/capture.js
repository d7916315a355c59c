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
/** The private keys that the server opened for this page, by what they are sealed as. */
const keys = new Map();
/** The draft that was put back into the form. */
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
  const most = Number(form.elements.file.dataset.most);
  if (file && file.size > most) wrong.file = words.big.replace('{0}', Math.floor(most / 1048576));
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
const SOON = 10000;

/** What is answered, whole, within the time if one is given; null where nothing is. */
async function asked(address, how, time) {
  const late = new AbortController();
  const timer = time && setTimeout(function () { late.abort(); }, time);
  try {
    const answer = await fetch(address, { ...how, headers: { ...json, ...how.headers }, signal: late.signal });
    return { status: answer.status, text: await answer.text() };
  } catch (nothing) {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** What the school says in an answer; null for an answer of something between here and there, such as a page of a Wi-Fi. */
function said(answer) {
  try {
    return JSON.parse(answer.text);
  } catch (other) {
    return null;
  }
}

/** Why an answer is not what was asked for. */
function failed(answer) {
  if (answer === null || answer.status < 400 || answer.status === 511) return { why: 'offline' };
  if ([502, 503, 504].includes(answer.status)) return { why: 'away' };
  if (answer.status === 401) return out('out');
  const because = new DOMParser().parseFromString(answer.text, 'text/html').querySelector('main p');
  return { why: 'refused', sentence: because ? because.textContent : String(answer.status) };
}

/** Whoever wrote the drafts is not signed in: nothing of them stays readable. */
function out(why) {
  keys.clear();
  return { why: why };
}

/** The mark that goes with what is sent, or why nothing can be sent. */
async function state() {
  const answer = await asked(here.drafts, {}, SOON);
  const now = answer && answer.status === 200 && said(answer);
  if (!now) return failed(answer);
  return now.account === known.account ? { mark: now.mark } : out('other');
}

/** Has the server open the private key of a draft, for this page alone; what comes back says why it did not. */
async function unlock(draft, mark) {
  if (keys.has(draft.sealed)) return {};
  const answer = await asked(here.drafts + '/open', {
    method: 'POST', headers: { 'X-CSRF-TOKEN': mark }, body: new URLSearchParams({ sealed: draft.sealed }) }, SOON);
  if (answer !== null && answer.status === 404) return { why: 'lost' };
  const parts = answer && answer.status === 200 && said(answer);
  if (!parts) return failed(answer);
  keys.set(draft.sealed, await privateKey(parts));
  return {};
}

/** Sends what was typed and chosen. */
async function send(fields, file, mark) {
  const body = new FormData();
  Object.entries(fields).forEach(function ([name, value]) { if (name !== 'dossier') body.append(name, value); });
  if (file) body.append('file', file, file.name);
  const answer = await asked(here.server + 'dossiers/' + fields.dossier + '/drafts', {
    method: 'POST', headers: { 'X-CSRF-TOKEN': mark }, body: body });
  if (answer !== null && answer.status === 403 && (await state()).why === 'out') return { why: 'out' };
  const came = answer && [201, 422].includes(answer.status) && said(answer);
  if (!came) return failed(answer);
  return answer.status === 201 ? { made: came } : { why: 'wrong', wrong: came.wrong };
}

function explain(outcome, before) {
  const back = outcome.why === 'out' && { href: here.server + 'dossiers/' + known.dossier + '/capture', text: words.nobody };
  say((before || '') + words[outcome.why] + (outcome.sentence ? ' ' + outcome.sentence : ''), !['offline', 'away'].includes(outcome.why), back);
}

/** Keeps what stands in the form, in place of what was resumed and no longer than that; null where this phone has no room. */
async function kept(fields, file) {
  const draft = await keep(known, fields, file, resumed ? resumed.at : Date.now()).catch(function () { return null; });
  if (draft !== null && resumed) await remove(resumed.id);
  if (draft !== null) resumed = null;
  return draft;
}

form.addEventListener('submit', async function (event) {
  if (known === null) return;
  event.preventDefault();
  if (working) return;
  const stays = event.submitter && event.submitter.value === 'keep';
  const wrong = lacking();
  refuse(wrong);
  if (Object.keys(wrong).length) return;
  busy(true);
  try {
    const fields = typed();
    const file = chosen();
    const draft = await kept(fields, file);
    if (stays && draft === null) return say(words.full, true);
    if (stays) {
      emptied();
      return say(words.kept);
    }
    const now = await state();
    const outcome = now.mark ? await send(fields, file, now.mark) : now;
    await answered(outcome, draft);
  } finally {
    busy(false);
    await show();
  }
});

/** What comes of what was sent: it stays on this phone until the school has it, or what is corrected takes its place. */
async function answered(outcome, draft) {
  if (outcome.made) {
    if (draft || resumed) await remove((draft || resumed).id);
    return location.assign(outcome.made.page);
  }
  if (outcome.why === 'wrong') {
    if (draft) resumed = draft;
    return refuse(outcome.wrong);
  }
  if (draft === null) {
    return say(words.full + ' ' + (outcome.why === 'refused' ? words.refused + ' ' + outcome.sentence : words.unsent), true);
  }
  emptied();
  explain(outcome);
}

/** Sends one that waits, and says what came of it: its title, or why it stays. */
async function sendKept(draft, mark) {
  const locked = await unlock(draft, mark);
  if (locked.why) return locked;
  const was = await opened(draft, keys.get(draft.sealed)).catch(function () { return null; });
  if (was === null) return { why: 'lost' };
  const outcome = await send(was.fields, was.file, mark);
  if (outcome.made) await remove(draft.id);
  return { ...outcome, title: was.fields.title || words.untitled };
}

document.getElementById('send').addEventListener('click', async function () {
  if (working) return;
  busy(true);
  try {
    const sent = [];
    const stayed = [];
    let now = {};
    for (const each of await listed(known.account)) {
      now = await state();
      if (!now.mark) break;
      const outcome = await sendKept(each, now.mark);
      if (outcome.made) sent.push(outcome.title);
      else if (outcome.why === 'wrong') stayed.push(outcome.title + ' : ' + Object.values(outcome.wrong).join(' '));
      else stayed.push((outcome.title ? outcome.title + ' : ' : '') + words[outcome.why] + ' ' + (outcome.sentence || ''));
    }
    const told = (sent.length ? words.sent + ' ' + sent.join(', ') + '. ' : '') + stayed.join(' ');
    if (now.why) explain(now, told && told + ' ');
    else say(told, stayed.length > 0);
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

/** Puts a draft back into the form; what stands there is kept first. */
async function resume(draft) {
  if (working || resumed && draft.id === resumed.id) return form.elements.title.focus();
  const filled = chosen() || ['title', 'alternative', 'description'].some(function (name) { return form.elements[name].value.trim(); });
  const wrong = filled ? lacking() : {};
  delete wrong.title;
  refuse(wrong);
  if (Object.keys(wrong).length) return;
  busy(true);
  try {
    const was = await opened(draft, keys.get(draft.sealed));
    if (filled && await kept(typed(), chosen()) === null) return say(words.full, true);
    emptied();
    Object.entries(was.fields).forEach(function ([name, value]) { if (form.elements[name]) form.elements[name].value = value; });
    const files = new DataTransfer();
    if (was.file) files.items.add(was.file);
    form.elements.file.files = files.files;
    resumed = draft;
    say(words.resumed + (filled ? ' ' + words.aside : ''));
  } finally {
    busy(false);
    await show();
  }
  form.elements.title.focus();
}

async function line(draft) {
  const made = document.getElementById('kept-line').content.cloneNode(true).firstElementChild;
  const key = keys.get(draft.sealed);
  const was = key && await opened(draft, key).catch(function () { return null; });
  if (was) made.querySelector('[data-title]').textContent = was.fields.title || words.untitled;
  const at = new Date(draft.at).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  made.querySelector('[data-about]').textContent = at + ', ' + words.left.replace('{0}', size(draft.size)).replace('{1}', daysLeft(draft));
  made.querySelectorAll('[data-which]').forEach(function (each) { each.textContent = (was ? was.fields.title || words.untitled : '') + ' ' + at; });
  const back = made.querySelector('[data-act=resume]');
  back.hidden = !was;
  back.addEventListener('click', function () { resume(draft); });
  const drop = made.querySelector('[data-act=drop]');
  drop.addEventListener('click', async function () {
    if (drop.dataset.sure) {
      await remove(draft.id);
      if (resumed && resumed.id === draft.id) resumed = null;
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
  const closed = drafts.filter(function (each) { return !keys.has(each.sealed); });
  const now = closed.length && online ? await state() : {};
  if (now.mark) for (const each of closed) await unlock(each, now.mark);
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
  let pair = await account(id);
  if (!pair) {
    const answer = await asked(here.drafts + '/key', { method: 'POST', headers: { 'X-CSRF-TOKEN': form.elements._csrf.value } }, SOON);
    pair = answer && answer.status === 200 && said(answer);
    if (!pair) return null;
  }
  const choices = Array.from(form.elements.competencies.options, function (each) { return [each.value, each.textContent]; });
  const now = {
    account: id, open: pair.open, sealed: pair.sealed, dossier: form.dataset.dossier, choices: choices, gone: pair.gone };
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

// Signing out in another tab, or signing in as another, closes what stands open here.
window.addEventListener('storage', function (event) {
  if (known === null || event.key !== 'account' || event.newValue === known.account) return;
  keys.clear();
  show();
});

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
