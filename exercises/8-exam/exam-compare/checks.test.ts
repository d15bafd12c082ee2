import { questionsFor } from '#grader'
import exercise from './exercise.ts'

questionsFor(exercise)
