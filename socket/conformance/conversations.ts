import { tcpConversations } from './tcp-conversations.ts'
import { tcpEndings } from './tcp-endings.ts'
import { tcpMistakes } from './tcp-mistakes.ts'
import { udpConversations } from './udp-conversations.ts'
import type { Stage } from './stage.ts'

export type Conversation = (stage: Stage) => Promise<void>

export const conversations: Record<string, Conversation> = {
  ...tcpConversations,
  ...tcpEndings,
  ...tcpMistakes,
  ...udpConversations,
}
