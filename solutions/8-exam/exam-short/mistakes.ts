import type { Mistakes } from '#grader'
import type exercise from '../../../exercises/8-exam/exam-short/exercise.ts'

export default {
  'accept-triggers': { fails: ['q2-call'], symptom: 'wrong-choice' },
  'fixed-client-port': { fails: ['q3-source'], symptom: 'wrong-choice' },
  'keyword-salad': { fails: ['why-text'], symptom: 'names-without-relation' },
  'listen-triggers': { fails: ['q2-call'], symptom: 'wrong-choice' },
  'port-per-conn': { fails: ['q1-count'], symptom: 'wrong-value' },
  'recv-on-listener': { fails: ['q1-choice'], symptom: 'wrong-assignment' },
  'accept-before-ack': { fails: ['q2-trace'], symptom: 'wrong-order' },
  'ports-of-example': { fails: ['q3-scenario'], symptom: 'wrong-value' },
  'swaps-clients': { fails: ['q3-scenario'], symptom: 'wrong-value' },
  'replies-to-server': { fails: ['q3-scenario'], symptom: 'wrong-value' },
  'unknown-item': { fails: ['q2-trace'], symptom: 'malformed-answer' },
  'left-out': { fails: ['q3-source'], symptom: 'unanswered' },
} satisfies Mistakes<typeof exercise>
