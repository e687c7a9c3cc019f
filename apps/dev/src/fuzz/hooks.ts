/** What the caller must not lose while it asks: a write to one of its own things goes to a spare one instead. */
export interface Kept {
  /** Own persons, tokens and sessions, each with the spare that stands in for it. */
  readonly spareOf: Readonly<Record<string, string>>;
  /** The session's cookie, and cookies of further sessions to sign out of. */
  readonly cookie?: { readonly name: string; readonly value: string; readonly spare: readonly string[] };
}

const PROGRAM = `
# The bytes of an upload are any.
schemathesis.openapi.media_type("application/offset+octet-stream", strategies.binary(max_size=100))

@schemathesis.hook
def before_call(context, case, kwargs):
    # Every generated request is one of its own: the generator repeats keys such as "0".
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and re.fullmatch(r"[!-~]{1,255}", key):
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
    if case.method.upper() not in ("GET", "HEAD", "OPTIONS"):
        for name, value in (case.path_parameters or {}).items():
            if isinstance(value, str) and value in SPARE_OF:
                case.path_parameters[name] = SPARE_OF[value]
    if (case.cookies or {}).get(COOKIE) == GIVEN:
        leaves = case.method.upper() == "DELETE" and case.operation.path == "/v1/session"
        case.cookies[COOKIE] = (SPARE_COOKIES.pop() if SPARE_COOKIES else "spent") if leaves else NOW[0]

@schemathesis.hook
def after_call(context, case, response):
    # Who goes on in the name of another organisation is given another cookie.
    if (case.cookies or {}).get(COOKIE) != NOW[0]:
        return
    for line in response.headers.get("set-cookie", []):
        found = re.match(re.escape(COOKIE) + r"=([\\w-]{43});", line)
        if found:
            NOW[0] = found.group(1)
            with open("cookie", "w") as file:
                file.write(NOW[0])
`;

/** The hooks of schemathesis for one caller, as Python. */
export function hooksOf({ spareOf, cookie }: Kept): string {
  const { name = '', value = '', spare = [] } = cookie ?? {};
  return [
    'import re, uuid, schemathesis',
    'from hypothesis import strategies',
    `SPARE_OF = ${JSON.stringify(spareOf)}`,
    `COOKIE, GIVEN = ${JSON.stringify(name)}, ${cookie ? JSON.stringify(value) : 'object()'}`,
    `NOW = [GIVEN]`,
    `SPARE_COOKIES = ${JSON.stringify(spare)}`,
    PROGRAM,
  ].join('\n');
}
