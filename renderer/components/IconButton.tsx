/** A button that shows an icon and says its name: to screen readers, and to the eye when the pointer rests on it. */
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { LucideIcon } from 'lucide-react';

interface Props {
  icon: LucideIcon;
  name: string;
  /** the key that does the same, shown beside the name */
  keys?: string | undefined;
  onPress: () => void;
  pressed?: boolean;
}

export function IconButton({ icon: Icon, name, keys, onPress, pressed }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button
        className="icon-button"
        aria-label={name}
        onPress={onPress}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {name}
        {keys === undefined ? null : <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
