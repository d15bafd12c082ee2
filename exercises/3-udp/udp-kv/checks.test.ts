import { checksFor, expect, explore, storeOn } from '#grader'
import { conversations, talk } from './conversations.ts'
import exercise from './exercise.ts'

const check = checksFor(exercise)

// Up to six letters there is no blank and no capital in a random text: those are for `odd-keys`.

check('set-get', async (student) => {
  const store = storeOn(await student.serve())
  const client = await store.client('client 1')
  const [one, two] = [
    { key: client.random(6), value: client.random(5) },
    { key: client.random(5), value: client.random(6) },
  ]
  for (const { key, value } of [one, two]) await client.insert(key, value)
  for (const { key, value } of [one, two, one, two]) await expect(client).toRead(key, value)
  await expect(client).toHaveHadOneReplyEach()
})

check('first-eq', async (student) => {
  const store = storeOn(await student.serve())
  const client = await store.client('client 1')
  const text = client.random(4)
  for (const value of [`${text}=b`, `${text}=`, `${text}==`, `=${text}`]) {
    const key = client.random(5)
    await client.insert(key, value)
    await expect(client).toRead(key, value)
  }
})

check('empties', async (student) => {
  const store = storeOn(await student.serve())
  const client = await store.client('client 1')
  const [never, once] = [client.random(5), client.random(6)]
  await client.insert(never, '')
  await expect(client).toRead(never, '')
  // Empty is a value like any other: it replaces, and is replaced.
  for (const value of [client.random(6), '', client.random(5)]) {
    await client.insert(once, value)
    await expect(client).toRead(once, value)
  }
  for (const value of [client.random(6), '', client.random(5)]) {
    await client.insert('', value)
    await expect(client).toRead('', value)
  }
})

check('shared', async (student) => {
  const store = storeOn(await student.serve())
  const [ada, bob, cleo] = [await store.client('ada'), await store.client('bob'), await store.client('cleo')]
  const [hers, his] = [
    { key: ada.random(6), value: ada.random(6) },
    { key: bob.random(5), value: bob.random(6) },
  ]
  await ada.insert(hers.key, hers.value)
  for (const client of [bob, cleo, ada]) await expect(client).toRead(hers.key, hers.value)
  await bob.insert(his.key, his.value)
  for (const client of [ada, cleo]) await expect(client).toRead(his.key, his.value)
  for (let i = 0; i < 3; i++) {
    await Promise.all([
      expect(ada).toRead(his.key, his.value),
      expect(bob).toRead(hers.key, hers.value),
      expect(cleo).toRead(his.key, his.value),
    ])
  }
  await expect(ada, bob, cleo).toHaveHadOneReplyEach()
})

check('silent-insert', async (student) => {
  const store = storeOn(await student.serve())
  const client = await store.client('client 1')
  const [key, value] = [client.random(5), client.random(6)]
  await client.insert(key, value)
  await client.insert(client.random(6), '')
  await client.insert('version', client.random(6))
  await expect(client).toReceiveNothingMore()
  await expect(client).toRead(key, value)
  await expect(client).toReceiveNothingMore()
})

check('version', async (student) => {
  const store = storeOn(await student.serve())
  const client = await store.client('client 1')
  const version = await expect(client).toReadSomething('version')
  for (const attempt of [client.random(6), '']) {
    await client.insert('version', attempt)
    // Gives a server that handles datagrams side by side the time to do what it should not.
    await expect(client).toHaveHadOneReplyEach()
    await expect(client).toRead('version', version)
  }
})

check('odd-keys', async (student) => {
  const store = storeOn(await student.serve())
  const client = await store.client('client 1')
  const names = ['constructor', '__proto__', 'toString']
  for (const key of names) await expect(client).toReadNothing(key)
  const word = client.random(6)
  const alike = [word, word.toUpperCase(), ` ${word}`, `${word} `, `${word}  ${word}`, `${word} ${word}`]
  const contents = [...names, ...alike, `é${word}`, `è${word}`, `${word}日本`, 'Version', 'versions'].map(
    (key) => ({
      key,
      value: client.random(),
    }),
  )
  // The longest datagram of this protocol has 1000 bytes.
  contents.push({ key: client.random(200), value: client.random(799) })
  for (const { key, value } of contents) await client.insert(key, value)
  for (const { key, value } of contents) await expect(client).toRead(key, value)
})

check('overwrite', async (student) => {
  const store = storeOn(await student.serve())
  const client = await store.client('client 1')
  const key = client.random(6)
  for (const length of [5, 6, 4, 3]) {
    const value = client.random(length)
    await client.insert(key, value)
    for (let i = 0; i < 2; i++) await expect(client).toRead(key, value)
  }
})

check('explores', (student) =>
  explore(student, {
    conversations,
    start: async (one) => ({ store: storeOn(await one.serve()), values: new Map() }),
    talk,
  }),
)
