/** Stands around a room: a fault in drawing it is told, and the rest of the window stays. */
import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { say } from '../words/say.ts';

interface Props {
  /** another name clears the fault: the person went elsewhere */
  name: string;
  children: ReactNode;
}

export class Catch extends Component<Props, { broken: string | null; name: string }> {
  override state = { broken: null, name: this.props.name };

  static getDerivedStateFromError(thrown: unknown): { broken: string } {
    return { broken: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  static getDerivedStateFromProps(
    props: Props,
    state: { name: string },
  ): { broken: null; name: string } | null {
    return props.name === state.name ? null : { broken: null, name: props.name };
  }

  override render(): ReactNode {
    if (this.state.broken === null) return this.props.children;
    return (
      <div className="fault" role="alert">
        <p className="fault-title">{say('error.crash')}</p>
        <p className="quiet">{this.state.broken}</p>
        <Button className="button" onPress={() => window.location.reload()}>
          {say('error.reload')}
        </Button>
      </div>
    );
  }
}
