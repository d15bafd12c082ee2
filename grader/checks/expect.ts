import { Caller } from './caller.ts'
import { Descriptors, expectDescriptors, type DescriptorExpectations } from './descriptors.ts'
import { expectDatagrams, type DatagramExpectations } from './expect-datagrams.ts'
import { expectDelivery, type DeliveryExpectations } from './expect-delivery.ts'
import { expectFailure, type FailureExpectations } from './expect-failure.ts'
import { expectLines, type LineExpectations } from './expect-lines.ts'
import { expectOutput, type OutputExpectations } from './expect-output.ts'
import { expectFrames, type FrameExpectations } from './expect-frames.ts'
import { expectLookUp, type LookUpExpectations } from './expect-lookup.ts'
import { expectMail, type MailExpectations } from './expect-mail.ts'
import {
  expectArrival,
  expectModuleCall,
  type ArrivalExpectations,
  type ModuleCallExpectations,
} from './expect-module.ts'
import { expectPings, type PingExpectations } from './expect-pings.ts'
import { expectProgram, type ProgramExpectations } from './expect-program.ts'
import { expectRequest, type RequestExpectations } from './expect-request.ts'
import {
  expectRelay,
  expectTurnedAway,
  type RelayExpectations,
  type TurnedAwayExpectations,
} from './expect-relay.ts'
import { Talk } from './relay.ts'
import { expectRoom, type RoomExpectations } from './expect-room.ts'
import { expectStore, type StoreExpectations } from './expect-store.ts'
import { expectStream, type StreamExpectations } from './expect-stream.ts'
import { expectTogether, type TogetherExpectations } from './expect-together.ts'
import { LookUp } from './look-up.ts'
import { expectTransmission, type TransmissionExpectations } from './expect-transmission.ts'
import { Mailer } from './mailer.ts'
import { ModuleCall } from './module-call.ts'
import { Arrival } from './module-arrival.ts'
import { expectWeb, type WebExpectations } from './expect-web.ts'
import { DatagramPeer, TcpPeer } from './peers.ts'
import { Pinger } from './pinger.ts'
import { Receiver } from './receiver.ts'
import { Member } from './room.ts'
import { Sender } from './sender.ts'
import { StoreClient } from './store.ts'
import { WebClient } from './web-client.ts'

export function expect(
  peer: TcpPeer,
): StreamExpectations & LineExpectations & FrameExpectations & TurnedAwayExpectations
export function expect(talk: Talk): RelayExpectations
export function expect(pinger: Pinger): PingExpectations
export function expect(mailer: Mailer): MailExpectations
export function expect(receiver: Receiver): DeliveryExpectations
export function expect(call: ModuleCall): ModuleCallExpectations
export function expect(arrival: Arrival): ArrivalExpectations
export function expect(client: WebClient): WebExpectations
export function expect(...runs: [LookUp, ...LookUp[]]): LookUpExpectations
export function expect(sender: Sender): TransmissionExpectations
export function expect(...peers: [DatagramPeer, ...DatagramPeer[]]): DatagramExpectations
export function expect(...clients: [StoreClient, ...StoreClient[]]): StoreExpectations
export function expect(...members: [Member, ...Member[]]): RoomExpectations
export function expect(open: Descriptors): DescriptorExpectations
export function expect(
  ...programs: [Caller, ...Caller[]]
): ProgramExpectations & RequestExpectations & OutputExpectations & FailureExpectations
export function expect(...peers: TcpPeer[]): TogetherExpectations
/** What must happen on the wire. Every expectation waits for an event, with a deadline. */
export function expect(
  ...subjects: (
    | TcpPeer
    | Member
    | Talk
    | DatagramPeer
    | StoreClient
    | Caller
    | Descriptors
    | Pinger
    | Mailer
    | Receiver
    | ModuleCall
    | Arrival
    | WebClient
    | LookUp
    | Sender
  )[]
) {
  const [subject] = subjects
  const peers = subjects.filter((each) => each instanceof TcpPeer)
  if (subject instanceof TcpPeer && peers.length > 1) return expectTogether(subject, peers)
  if (subject instanceof TcpPeer)
    return {
      ...expectStream(subject),
      ...expectLines(subject),
      ...expectFrames(subject),
      ...expectTurnedAway(subject),
    }
  if (subject instanceof Descriptors) return expectDescriptors(subject)
  if (subject instanceof Pinger) return expectPings(subject)
  if (subject instanceof Mailer) return expectMail(subject)
  if (subject instanceof Receiver) return expectDelivery(subject)
  if (subject instanceof ModuleCall) return expectModuleCall(subject)
  if (subject instanceof Arrival) return expectArrival(subject)
  if (subject instanceof WebClient) return expectWeb(subject)
  if (subject instanceof Talk) return expectRelay(subject)
  if (subject instanceof Member)
    return expectRoom(
      subject,
      subjects.filter((each) => each instanceof Member),
    )
  if (subject instanceof LookUp)
    return expectLookUp(
      subject,
      subjects.filter((each) => each instanceof LookUp),
    )
  if (subject instanceof Sender) return expectTransmission(subject)
  if (subject instanceof StoreClient)
    return expectStore(
      subject,
      subjects.filter((each) => each instanceof StoreClient),
    )
  if (subject instanceof Caller) {
    const all = subjects.filter((each) => each instanceof Caller)
    const output = { ...expectOutput(subject), ...expectFailure(subject) }
    return { ...expectProgram(subject, all), ...expectRequest(subject), ...output }
  }
  return expectDatagrams(subjects.filter((each) => each instanceof DatagramPeer))
}
