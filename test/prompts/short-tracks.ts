import { GOOD, prompt, role } from '../knowledge/pack.ts';

/** Two roles with a prompt or two each, and two without, of which one moves to ML Engineer. */
export const SHORT_TRACKS = {
  ...GOOD,
  'roles/goatherd.yaml': role('goatherd', 'Goatherd').replace('family: Data', 'family: Hills'),
  'roles/ml-artist.yaml': role('ml-artist', 'ML Artist'),
  'prompts/ml-engineer/drift.yaml': prompt(),
  'prompts/ml-engineer/drift.de.yaml': 'title: Drift auf Deutsch\n',
  'prompts/data-engineer/one.yaml': prompt().replace('Drift', 'Grain'),
  'prompts/data-engineer/two.yaml': prompt().replace('Drift', 'Late rows').replace('order: 1', 'order: 2'),
};
