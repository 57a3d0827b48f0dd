import type { Deed } from './peer.ts';

/** Somebody sends a slash command. */
export function command(name: string, values: Readonly<Record<string, string | number>> = {}): Deed {
  const [group = '', part] = name.split(' ');
  const options = Object.entries(values).map(([option, value]) => ({
    name: option,
    type: typeof value === 'number' ? 10 : 3,
    value,
  }));
  const given = part === undefined ? options : [{ name: part, type: 1, options }];
  return { type: 2, data: { id: '940000000000000001', type: 1, name: group, options: given } };
}

/** Somebody picks a command in the menu of a message with these words. */
export function onMessage(name: string, content: string, more: object = {}): Deed {
  const target = '950000000000000001';
  const message = {
    id: target,
    type: 0,
    content,
    author: { id: '960000000000000001', username: 'grace' },
    embeds: [],
  };
  return {
    type: 2,
    data: {
      id: '940000000000000002',
      type: 3,
      name,
      target_id: target,
      resolved: { messages: { [target]: message } },
    },
    ...more,
  };
}

/** Somebody is typing the value of an option. */
export function typing(name: string, option: string, typed: string): Deed {
  const options = [{ name: option, type: 3, value: typed, focused: true }];
  return { type: 4, data: { id: '940000000000000001', type: 1, name, options } };
}

/** Somebody sends off a form: what was typed or ticked, by the id of the input. */
export function submit(id: string, filled: Readonly<Record<string, string | readonly string[]>>): Deed {
  const components = Object.entries(filled).map(([custom_id, given]) => ({
    type: 18,
    component:
      typeof given === 'string'
        ? { type: 4, custom_id, value: given }
        : { type: 22, custom_id, values: given },
  }));
  return { type: 5, message: { id: '930000000000000003', flags: 64 }, data: { custom_id: id, components } };
}

/** Somebody presses a button. */
export function press(id: string, isPrivate = true): Deed {
  const message = { id: '930000000000000003', flags: isPrivate ? 64 : 0 };
  return { type: 3, message, data: { component_type: 2, custom_id: id } };
}
