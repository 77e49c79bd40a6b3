/** A tool of a bar: an icon with its name beside it. */
import type { LucideIcon } from 'lucide-react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';

interface ToolProps {
  icon: LucideIcon;
  name: string;
  onPress: () => void;
}

/** Where the bar is narrow it shows the icon alone, and the name on hover and for screen readers. */
export function Tool({ icon: Icon, name, onPress }: ToolProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button className="button button-quiet" onPress={onPress}>
        <Icon size={14} aria-hidden="true" />
        <span className="tool-name">{name}</span>
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {name}
      </Tooltip>
    </TooltipTrigger>
  );
}
