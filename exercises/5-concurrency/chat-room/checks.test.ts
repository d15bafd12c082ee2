import { checksFor, expect, roomOn } from '#grader'
import exercise from './exercise.ts'

const check = checksFor(exercise)

check('join', async (student) => {
  const room = roomOn(await student.serve())
  const alice = await room.join('alice')
  await expect(alice).toSeePresent()
  const bob = await room.join('bob')
  await expect(bob).toSeePresent(alice)
  await expect(alice).toHearThat(bob, 'joined')
  const carol = await room.join('carol')
  await expect(carol).toSeePresent(alice, bob)
  await expect(alice, bob).toHearThat(carol, 'joined')
  await expect(alice, bob, carol).toHearNone({ because: 'own notice' })
})

check('broadcast', async (student) => {
  const room = roomOn(await student.serve())
  const [alice, bob, carol] = [await room.join('alice'), await room.join('bob'), await room.join('carol')]
  const said = [
    [alice, alice.random(), bob, carol],
    [carol, carol.random(5), alice, bob],
    [bob, bob.random(40), alice, carol],
    [alice, alice.random(), bob, carol],
  ] as const
  for (const [speaker, text, ...others] of said) {
    await speaker.say(text)
    await expect(...others).toHear(speaker, text)
  }
  const again = { because: 'again', speaker: alice, text: said[0][1] } as const
  await expect(bob, carol).toHearNone(again)
})

check('not-self', async (student) => {
  const room = roomOn(await student.serve())
  const [alice, bob] = [await room.join('alice'), await room.join('bob')]
  const text = alice.random()
  await alice.say(text)
  await expect(bob).toHearOf(alice, text)
  await expect(alice).toHearNone({ because: 'own', text })
})

check('unnamed', async (student) => {
  const room = roomOn(await student.serve())
  const alice = await room.join('alice')
  const quiet = await room.connect('quiet')
  const leaver = await room.connect('leaver')
  const bob = await room.join('bob')
  const text = alice.random()
  await alice.say(text)
  await expect(bob).toHearOf(alice, text)
  await expect(quiet).toHearNone({ because: 'unnamed' })
  await leaver.leave()
  const next = bob.random()
  await bob.say(next) // by the time alice hears it, the program has been told that one has left
  await expect(alice).toHearOf(bob, next)
  await expect(alice, bob).toHearNone(
    { because: 'nobody', client: quiet },
    { because: 'nobody', client: leaver },
  )
  await quiet.giveName() // it may take its time
  await quiet.beGreeted()
  const late = bob.random()
  await bob.say(late)
  await expect(quiet).toHearOf(bob, late)
})

check('leave', async (student) => {
  const room = roomOn(await student.serve())
  const alice = await room.join('alice')
  const bob = await room.join('bob')
  const carol = await room.join('carol') // right behind the one who leaves
  const dave = await room.join('dave')
  await bob.leave()
  await expect(alice, carol, dave).toHearThat(bob, 'left')
  carol.vanish()
  await expect(alice, dave).toHearThat(carol, 'left')
  const erin = await room.join('erin')
  const frank = await room.join('frank')
  await room.atOnce(async () => {
    await alice.say(alice.random())
    await dave.say(dave.random())
    erin.vanish() // gone when the program sends her what alice says
    frank.vanish()
  })
  await expect(alice, dave).toHearThat(erin, 'left')
  await expect(alice, dave).toHearThat(frank, 'left')
  const successor = await room.join('robert', bob.name) // the name is free again
  await expect(alice, dave).toNotice(successor)
})

check('bad-name', async (student) => {
  const room = roomOn(await student.serve())
  const bob = await room.join('bob')
  const alice = await room.join('alice', bob.nameOf(16))
  await expect(bob).toNotice(alice)
  const bad = ['', bob.nameOf(17), 'two words', 'a-b_c', `zoé${bob.nameOf(5)}`, alice.name]
  const refused = []
  for (const [i, name] of bad.entries()) {
    const client = await room.connect(`client ${i + 1}`, name)
    await client.giveName()
    await expect(client).toBeRefused()
    refused.push({ because: 'nobody', client } as const)
  }
  await expect(alice, bob).toHearNone(...refused)
  const carol = await room.join('carol', 'c7') // they are still who they were
  await expect(alice, bob).toNotice(carol)
})

check('framing', async (student) => {
  const room = roomOn(await student.serve())
  const bob = await room.join('bob')
  const alice = await room.connect('alice')
  const [one, two, three] = [alice.random(), alice.random(20), alice.random(30)]
  const { name } = alice
  await alice.peer.sendInPieces([name.slice(0, 2), name.slice(2, 5), `${name.slice(5)}\n${one}\n${two}\n`])
  await expect(bob).toHearLine(alice, one)
  await expect(bob).toHearLine(alice, two)
  const carol = await room.connect('carol')
  const [four, five] = [carol.random(), carol.random()]
  await carol.peer.send(`${carol.name}\r\n${four}\r\n`)
  await expect(alice, bob).toHearLine(carol, four)
  await alice.peer.sendInPieces([three.slice(0, 9), three.slice(9, 20)])
  await carol.say(five) // while alice is in the middle of a line
  await expect(alice, bob).toHearLine(carol, five)
  await alice.peer.send(`${three.slice(20)}\n`)
  await expect(bob, carol).toHearLine(alice, three)
})

check('slow-reader', async (student) => {
  const room = roomOn(await student.serve())
  const alice = await room.join('alice')
  const dave = await room.join('dave')
  const bob = await room.join('bob')
  dave.peer.stopReading()
  await expect(bob).toHearMuch(alice, dave)
})
