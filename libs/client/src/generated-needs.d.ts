/** The generated client names a type of the DOM that Node's own types of `fetch` have under no global name. */
type BodyInit = NonNullable<RequestInit['body']>;
