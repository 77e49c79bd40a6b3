/** That the open cable was read, and the way to say otherwise. */
import { Button } from 'react-aria-components';
import { markRead, useIsRead } from '../../state/read-marks.ts';
import { say } from '../../words/say.ts';

export function ReadState({ id }: { id: string }) {
  const read = useIsRead(id);
  return (
    <p className="about-part read-state">
      {say(read ? 'read.isRead' : 'read.isUnread')}{' '}
      <Button className="button-link" onPress={() => void markRead([id], !read)}>
        {say(read ? 'read.markUnread' : 'read.markRead')}
      </Button>
    </p>
  );
}
