import './unbroken.css';

/** A number that is not cut in two at the end of a line: of a case, of an item. */
export const Unbroken = ({ children }: { readonly children: string }) => (
  <span className="unbroken">{children}</span>
);
