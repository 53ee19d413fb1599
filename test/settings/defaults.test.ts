/** What a project starts with, from what it has. */
import { defaultReadyStatusIds, defaultStoryTypeIds } from '../../src/domain/default-settings';

const status = (id: string, name: string, category: 'toDo' | 'inProgress' | 'done') => ({ id, name, category });

describe('readiness statuses', () => {
  const scrum = [
    status('1', 'To Do', 'toDo'),
    status('2', 'Ready', 'toDo'),
    status('3', 'In Progress', 'inProgress'),
    status('4', 'Done', 'done'),
  ];

  test('are those named so, and all that is begun or done', () => {
    expect(defaultReadyStatusIds([{ id: '10001', statuses: scrum }], ['10001'], [])).toEqual(['2', '3', '4']);
  });

  test('leave out those by which a story is given up', () => {
    const statuses = [...scrum, status('5', "Won't do", 'done')];
    expect(defaultReadyStatusIds([{ id: '10001', statuses }], ['10001'], ['5'])).toEqual(['2', '3', '4']);
  });

  test.each(['ready for development', 'SELECTED FOR DEVELOPMENT', ' Bereit für Entwicklung '])('know %j', (name) => {
    const types = [{ id: '10001', statuses: [status('9', name, 'toDo'), status('8', 'Already read', 'toDo')] }];
    expect(defaultReadyStatusIds(types, ['10001'], [])).toEqual(['9']);
  });

  test('come from the stories only, each once', () => {
    const types = [
      { id: '10001', statuses: scrum },
      { id: '10002', statuses: scrum },
      { id: '10003', statuses: [status('7', 'Testing', 'inProgress')] },
    ];
    expect(defaultReadyStatusIds(types, ['10001', '10002'], [])).toEqual(['2', '3', '4']);
  });
});

describe('story types', () => {
  const type = (id: string, name: string, hierarchyLevel = 0) => ({ id, name, hierarchyLevel });

  test('are the types called Story', () => {
    expect(defaultStoryTypeIds([type('1', 'Epic', 1), type('2', ' story'), type('3', 'Task')], '9')).toEqual(['2']);
  });

  test('are all on that level where none is called so, the security risk aside', () => {
    const types = [
      type('1', 'Epic', 1),
      type('3', 'Task'),
      type('4', 'Bug'),
      type('5', 'Subtask', -1),
      type('9', 'Security Risk'),
    ];
    expect(defaultStoryTypeIds(types, '9')).toEqual(['3', '4']);
  });
});
